"""A rulebook small enough to know by heart, for tests of what people read.

One Act: a provider of a model (makes it, and it is on the market) documents it (lifted for open models up to the line,
later for old ones), reports each month, answers requests, and from 2028 registers. A code, voluntary. A fine. One duty
lawyers read in two ways.
"""

from datetime import date

from apps.rules.engine import (
    Answer,
    Assessment,
    CarveOut,
    Choice,
    Cite,
    Dated,
    Day,
    Deadline,
    Definition,
    Expr,
    Fine,
    Flag,
    Force,
    Grade,
    Instrument,
    Number,
    Obligation,
    Option,
    Origin,
    Param,
    Profile,
    Reading,
    Rigidity,
    Rulebook,
    State,
    Status,
    Step,
    Topic,
    Transition,
    Version,
    When,
    contested,
    evaluate,
    parse_value,
)

TODAY = date(2026, 11, 23)
START = date(2025, 8, 2)
ACT = Instrument(
    id="ACT",
    title="Act on models",
    short="Model Act",
    jurisdiction="EU",
    force=Force.REGULATION,
    published_on=date(2024, 7, 12),
    url="https://law.example/act",
    status=(Status(on=date(2024, 8, 1), state=State.IN_FORCE, note="enters into force"),),
)
CODE = Instrument(
    id="CODE",
    title="Code of conduct",
    short="Code",
    jurisdiction="EU",
    force=Force.VOLUNTARY,
    published_on=date(2025, 7, 10),
)
BILL = Instrument(
    id="BILL", title="A bill", short="Bill", jurisdiction="UK", force=Force.PROPOSED, published_on=date(2025, 1, 1)
)


def cite(pinpoint: str, instrument: str = "ACT", grade: Grade = Grade.P) -> Cite:
    return Cite(instrument=instrument, pinpoint=pinpoint, grade=grade)


makes = Flag(
    key="makes",
    section="model",
    label="own model",
    ask="Did you make the model?",
    statement="you made the model",
    denial="you did not make the model",
    rigidity=Rigidity.FIXED,
)
market = Choice(
    key="market",
    section="market",
    label="way to the market",
    ask="How is the model offered?",
    options=(Option("hub", "on a public hub"), Option("api", "through an API"), Option("none", "not at all")),
)
weights = Flag(
    key="weights",
    section="openness",
    label="public weights",
    ask="Are the weights public?",
    statement="the weights are public",
    denial="the weights are not public",
    rigidity=Rigidity.EASY,
)
signed = Flag(
    key="signed",
    section="commitments",
    label="code signed",
    ask="Did you sign the code?",
    statement="you signed the code",
    denial="you did not sign the code",
)
tuned = Flag(
    key="tuned",
    section="modification",
    label="tuned by others",
    ask="Has anybody tuned it?",
    statement="others tuned the model",
    denial="nobody else tuned the model",
)
compute = Number(key="training_compute", section="model", label="training compute", ask="How much?", unit="FLOP")
more = Number(key="other_counted_compute", section="model", label="further compute", ask="How much more?", unit="FLOP")
turnover = Number(key="turnover", section="organisation", label="annual turnover", ask="Turnover?", unit="EUR")
placed = Day(key="placed", section="market", label="first day on the market", ask="Since when?")
incident = Day(key="incident", section="safety", label="day of the incident", ask="When did it happen?")

LINE = Param(
    id="line",
    title="line for large models",
    unit="FLOP",
    history=(Dated(since=START, value=1e25, cite=cite("Art. 9"), published_on=date(2024, 7, 12)),),
)
provider = Definition(
    id="provider",
    title="Provider",
    statement="you are the provider of a model",
    denial="you are not the provider of a model",
    versions=(Version(since=START, when=makes & market.is_("hub", "api"), cites=(cite("Art. 3"),)),),
)
large = Definition(
    id="large",
    title="Large model",
    statement="the model counts as large",
    denial="the model does not count as large",
    versions=(Version(since=START, when=(compute + more) > LINE, cites=(cite("Art. 9"),)),),
)
OPEN = CarveOut(
    id="open-model",
    title="Open models",
    when=weights,
    cites=(cite("Art. 5"),),
    removes="Documentation.",
    keeps="Everything else.",
    lost_when=(CarveOut(id="too-large", title="Large models", when=large, cites=(cite("Art. 5(2)"),)),),
)
OLD = Transition(
    id="old-models",
    title="Models from before",
    when=placed < START,
    applies_from=date(2027, 8, 2),
    cites=(cite("Art. 20"),),
)
FINE = Fine(
    title="Fine", percent=3, fixed=15_000_000, currency="EUR", turnover=turnover, since=START, cites=(cite("Art. 30"),)
)


def duty(
    name: str,
    title: str,
    when: Expr,
    kind: When,
    *,
    since: date = START,
    source: str = "ACT",
    grade: Grade = Grade.P,
    who: str = "provider of a model",
    topic: Topic = Topic.DOCUMENTATION,
    evidence: str = "a record",
    deadline: Deadline | None = None,
    unless: tuple[CarveOut, ...] = (),
    transitions: tuple[Transition, ...] = (),
    penalty: Fine | None = None,
    steps: tuple[Step, ...] = (),
) -> Obligation:
    cites = (cite(f"Art. {name}", source, grade),)
    return Obligation(
        id=name,
        title=title,
        must=f"{title}, and mean it.",
        who=who,
        topic=topic,
        evidence=evidence,
        deadline=deadline or Deadline(kind=kind, text="In time."),
        versions=(Version(since=since, when=when, cites=cites, unless=unless, transitions=transitions),),
        penalty=penalty,
        steps=steps,
    )


document = duty(
    "DOC",
    "Write documentation",
    provider,
    When.AT_PLACING,
    unless=(OPEN,),
    transitions=(OLD,),
    evidence="a file",
    penalty=FINE,
    steps=(Step(id="DOC/1", text="Write it down.", pinpoint=cite("Annex 1"), when=When.AT_PLACING),),
)
publish = duty("PUB", "Publish a summary", provider, When.CONTINUOUS, penalty=FINE)
monthly = duty("MON", "Report each month", provider & large, When.RECURRING)
answer = duty("ANS", "Answer requests", provider, When.ON_REQUEST)
alarm = duty(
    "ALA",
    "Report an incident",
    provider & large,
    When.ON_EVENT,
    deadline=Deadline(kind=When.ON_EVENT, text="Within 14 days.", days=14, after=incident),
)
register = duty("REG", "Register the model", provider, When.ONCE, since=date(2028, 1, 1))
disputed = duty(
    "DIS",
    "Name your data",
    provider
    & contested(
        key="tuning",
        why="The Act is silent on tuned models.",
        a=Reading("tuned models count", makes),
        b=Reading("tuned models do not count", ~tuned),
        cites=(cite("Art. 8"),),
    ),
    When.CONTINUOUS,
)
importing = duty("IMP", "Check the maker", ~makes, When.BEFORE_MARKET, who="importer")
importing_too = duty("IMP-2", "Keep the maker's papers", ~makes, When.RETENTION, who="importer")
promise = duty("PRO", "Keep the promise", provider & signed, When.CONTINUOUS, source="CODE", since=date(2025, 8, 2))
cost = duty("COST", "Fine for a breach", provider, When.ON_EVENT, topic=Topic.PENALTIES)
bill = duty("BIL", "Obey the bill", makes, When.CONTINUOUS, source="BILL")
unread = duty("UNR", "Mind the rumour", makes, When.CONTINUOUS, topic=Topic.SAFETY, grade=Grade.M)

BOOK = Rulebook(
    [
        ACT, CODE, BILL, document, publish, monthly, answer, alarm, register, disputed, importing, importing_too,
        promise, cost, bill, unread,
    ]
)  # fmt: skip
SMALL = {
    "makes": True,
    "market": "hub",
    "weights": True,
    "training_compute": 1e24,
    "other_counted_compute": 0,
    "placed": "2026-01-15",
    "signed": False,
    "tuned": False,
    "turnover": 1e9,
}
LARGE = {**SMALL, "training_compute": {"low": 2e25, "high": 4e25}, "incident": "2026-11-20"}


def profile(title: str = "A model", **answers: object) -> Profile:
    return Profile(
        title=title,
        answers={
            key: Answer(
                value=None if value is None else parse_value(BOOK.facts[key], value),
                origin=Origin.ESTIMATED if isinstance(value, dict) else Origin.ANSWERED,
            )
            for key, value in answers.items()
        },
    )


def assessed(
    title: str = "A model", as_of: date = TODAY, known_on: date | None = None, **answers: object
) -> Assessment:
    return evaluate(BOOK, profile(title, **answers), as_of=as_of, known_on=known_on)
