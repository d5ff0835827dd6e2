"""What was copied to train a model, where, by whom, and with what kind of access."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Grade, Option, Rigidity

_cdsm = partial(Cite, instrument="CDSM", grade=Grade.P)

mined_content = Choices(
    key="mined_content",
    section="data",
    presupposes=("development",),
    label="material copied for training",
    ask="Which material was, or will be, copied to train or fine-tune the model?",
    help="Choose all that fit, what others copied for you included. Leave empty if nothing was copied, for example "
    "with purely simulated data.",
    why="Copying what others own needs their permission or an exception, whatever the licence of the model.",
    evidence="data register, crawler logs, licences",
    yes_example="A published crawl of news sites: data sets of others",
    no_example="Readings of your own sensors: your own material",
    options=(
        Option("web", "collected from the web", "By your own crawler or by somebody on your behalf."),
        Option("data_sets", "data sets that others collected", "Even if the data set itself has an open licence."),
        Option("bought", "works or databases got for reading", "Bought, borrowed or subscribed to, not for training."),
        Option(
            "user_content",
            "what users or customers entered or uploaded",
            "Unless they allowed training with it: then the next answer.",
        ),
        Option("licensed", "works whose owners allowed training"),
        Option("own", "your own works and data"),
        Option("free", "works without protection", "Public domain, or laws and court decisions, for example."),
    ),
    cite=_cdsm(pinpoint="Art. 4(1)"),
    rigidity=Rigidity.HARD,
)

mined_where = Choice(
    key="mined_where",
    section="data",
    presupposes=("mined_content",),
    label="place where the copies were made",
    ask="Where did the copying and training take place?",
    help="Look at the machines that fetched, stored and processed the material.",
    why="Copyright is national: copies made in the Union fall under the laws of its Member States.",
    evidence="hosting contracts, cloud regions",
    yes_example="Crawled and trained in a Finnish data centre: in the Union",
    no_example="Everything done in Texas: outside",
    options=(
        Option("union", "in the Union"),
        Option("both", "partly in the Union"),
        Option("outside", "wholly outside the Union"),
    ),
    cite=Cite(instrument="AIA", pinpoint="recital 106", grade=Grade.P),
    rigidity=Rigidity.HARD,
)

mining_by = Choice(
    key="mining_by",
    section="data",
    presupposes=("mined_content",),
    label="who copied the material, and for what",
    ask="Are you a research organisation or a cultural heritage institution, and do you copy the material for "
    "scientific research?",
    help="Universities, public or non-profit research bodies, libraries, museums and archives; not research inside a "
    "company, nor a body that a company controls and that lets it see results first. Lawful access means open to "
    "everybody, or by contract or subscription; not round a paywall or from a pirate site.",
    why="These bodies may mine what they lawfully have access to even if the owner objects.",
    evidence="statutes, project plan, access log, subscriptions",
    yes_example="A university builds a language corpus from journals it subscribes to: research with lawful access",
    no_example="A start-up trains its product with a professor's advice: neither",
    options=(
        Option("research", "such a body, for research, with lawful access to everything"),
        Option("research_no_access", "such a body, for research, partly without lawful access"),
        Option("other", "neither: another body or another purpose"),
    ),
    cite=_cdsm(pinpoint="Art. 3(1)"),
    rigidity=Rigidity.HARD,
)
