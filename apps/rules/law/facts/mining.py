"""What was copied to train a model, where, by whom, and with what kind of access."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Flag, Grade, Option, Rigidity

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
        Option("user_content", "what users or customers entered or uploaded"),
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

mining_for_research = Flag(
    key="mining_for_research",
    section="data",
    presupposes=("mined_content",),
    label="mined by a research or heritage body for research",
    statement="a research organisation or cultural heritage institution mines the material for scientific research",
    denial="the material is not mined by a research organisation or heritage institution for scientific research",
    ask="Are you a research organisation or a cultural heritage institution, and do you copy the material for "
    "scientific research?",
    help="Universities, public research institutes, libraries, museums and archives. Research inside a company does "
    "not count.",
    why="These bodies may mine what they lawfully have access to even if the owner objects.",
    evidence="statutes, project plan",
    yes_example="A university builds a language corpus for linguistics",
    no_example="A start-up trains its product with a professor's advice",
    cite=_cdsm(pinpoint="Art. 3(1)"),
    rigidity=Rigidity.HARD,
)

lawful_access = Flag(
    key="lawful_access",
    section="data",
    presupposes=("mining_for_research",),
    label="lawful access to the material",
    statement="there is lawful access to all of the material",
    denial="part of the material was reached without lawful access",
    ask="Did you have lawful access to all of it: open to everybody, or by contract or subscription?",
    help="Getting round a paywall or copying from a pirate site is not lawful access.",
    why="Without lawful access no mining exception helps.",
    evidence="access log, subscriptions",
    yes_example="Journals the university library subscribes to",
    no_example="Books from a shadow library",
    cite=_cdsm(pinpoint="Art. 3(1)"),
    rigidity=Rigidity.FIXED,
)
