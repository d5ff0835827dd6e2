"""Imports: what a model card, a bill of materials or a file of ours says, read as answers before it is kept."""
