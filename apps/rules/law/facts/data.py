"""What is known and published about the training data."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Cite, Flag, Grade, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_tpl = partial(Cite, instrument="TPL", grade=Grade.O)

own_crawling = Flag(
    key="own_crawling",
    section="data",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
        "union_ways",
        "code_chapters",
    ),
    label="own web crawling",
    statement="training data was collected with the organisation's own crawlers",
    denial="no training data was collected with the organisation's own crawlers",
    ask="Did you, or somebody on your behalf, crawl the web for training data?",
    help="Data sets that others crawled and published do not count here.",
    why="Crawlers must respect reservations of rights, and their domains appear in the public summary.",
    evidence="crawler configuration and logs",
    yes_example="Your own bot fetched news sites",
    no_example="You downloaded a published crawl",
    cite=_tpl(pinpoint="section 2.3"),
    rigidity=Rigidity.HARD,
)

summary_published = Choice(
    key="summary_published",
    section="data",
    presupposes=("placed_on",),
    label="public summary of training content",
    ask="When was the summary of the training content published?",
    help="Compare the day of the summary with the day the model first came to the Union market.",
    why="It is due at the latest when the model comes to the market; open-source models owe it too.",
    evidence="dated public page or document",
    yes_example="Summary of 8 July, model offered on 14 July: in time",
    no_example="Model offered on 23 April, summary of 26 June: after",
    options=(
        Option("in_time", "published by the day the model came to the market"),
        Option("late", "published after that day"),
        Option("no", "not published"),
    ),
    cite=_aia(pinpoint="Art. 53(1)(d)"),
    rigidity=Rigidity.EASY,
)
