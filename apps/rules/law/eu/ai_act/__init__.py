"""Regulation (EU) 2024/1689, the AI Act: one file per chapter and article, in the order of its text.

`instruments` holds the Act, the act that amended it and size classes; `chapter_1_scope` who is reached. Check items
of a long article stand in a file of their own, named after it with `_steps`.
"""
