"""`make bench`: how fast Remit is, as ratios against peers measured in the same run on the same machine."""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import polars as pl
import zen

from apps.rules.engine import Answer, Profile, Rulebook, next_questions
from apps.rules.engine.batch import OUTCOMES, columns, decide_batch
from apps.rules.engine.compile import Program
from apps.rules.engine.decide import Outcome, decide
from apps.rules.engine.facts import Choice, Choices, Day, Fact, Flag
from apps.rules.engine.profile import Interval, Value
from apps.rules.law import load
from tests.bench import asking, pages, peers

TODAY = date(2026, 11, 23)
ROWS, ZEN_ROWS = 100_000, 300


def answer(fact: Fact, dice: random.Random) -> Value:
    """A random complete answer."""
    if isinstance(fact, Flag):
        return dice.random() < 0.5
    if isinstance(fact, Choice):
        return dice.choice(fact.options).key
    if isinstance(fact, Choices):
        return frozenset(o.key for o in fact.options if dice.random() < 0.3)
    if isinstance(fact, Day):
        number = float(dice.randint(date(2024, 1, 1).toordinal(), date(2027, 1, 1).toordinal()))
    else:
        number = float(round(10 ** dice.uniform(0, 27)))
    return Interval(number, number)


def best(work: Callable[[], object], repeat: int = 5, number: int = 1) -> float:
    """CPU seconds of one call: the best of several rounds."""
    rounds = []
    for _ in range(repeat):
        start = time.process_time()
        for _ in range(number):
            work()
        rounds.append((time.process_time() - start) / number)
    return min(rounds)


def line(name: str, value: str, target: str = "", *, met: bool = True) -> bool:
    """One line of the report."""
    mark = "" if not target else ("met" if met else "NOT MET")
    sys.stdout.write(f"{name:<66} {value:>14}  {target:<18} {mark}\n")
    return met


def compare_single(book: Rulebook, program: Program, rows: list[dict[str, Value]]) -> Iterable[bool]:
    """One profile with all findings, against zen-engine deciding the same rules."""
    decision = zen.ZenEngine().create_decision(peers.zen_document(program))
    flat = [peers.flat(program, values) for values in rows[:ZEN_ROWS]]
    side_a = {key: True for key, reading in book.readings.items() if hasattr(reading, "a")}
    for values, row in zip(rows[:50], flat, strict=False):
        result = decision.evaluate(row)["result"]
        theirs = [result[name] for name in peers.rule_columns(program)]
        assert theirs == [d.outcome is Outcome.APPLIES for d in decide(program, values, side_a)], "the peers disagree"
    theirs_time = best(lambda: [decision.evaluate(row) for row in flat], 5) / len(flat)
    ours_time = best(lambda: [decide(program, values, side_a) for values in rows[:ZEN_ROWS]], 5) / ZEN_ROWS
    both_time = best(lambda: [decide(program, values) for values in rows[:ZEN_ROWS]], 5) / ZEN_ROWS
    yield line("one profile, zen-engine (reading A of what is contested)", f"{theirs_time * 1e6:.0f} µs CPU")
    yield line("one profile, Remit, the same, with exemptions and dates", f"{ours_time * 1e6:.0f} µs CPU")
    yield line("one profile, Remit, and every combination of readings", f"{both_time * 1e6:.0f} µs CPU")
    ratio = theirs_time / ours_time
    yield line("one profile: times faster than zen-engine", f"{ratio:.1f}", "at least 5", met=ratio >= 5)
    yield line("one profile with all readings: times faster than zen-engine", f"{theirs_time / both_time:.1f}")
    yield from compare_batch(book, program, rows, theirs_time)


def compare_batch(book: Rulebook, program: Program, rows: list[dict[str, Value]], zen_time: float) -> Iterable[bool]:
    """100,000 random profiles as columns, a quarter of the answers missing, against zen one by one and polars."""
    dice = random.Random(8)  # noqa: S311  dice for test data
    rows = [
        {k: v for k, v in values.items() if isinstance(v, Interval) or dice.random() < 0.75}  # polars has no ranges
        for values in rows
    ]
    sample = rows * (ROWS // len(rows))
    table = columns(book.facts, sample)
    frame = pl.DataFrame([peers.flat(program, values) for values in rows], infer_schema_length=None)
    frame = pl.concat([frame] * (ROWS // len(rows))).rechunk()
    layers = peers.polars_layers(program)

    def in_polars() -> pl.DataFrame:
        lazy = frame.lazy()
        for layer in layers:
            lazy = lazy.with_columns(**layer)
        return lazy.select("^(rule|exempt)_.*$").collect()

    theirs, ours = in_polars(), decide_batch(program, table).codes()
    for place, name in enumerate(peers.rule_columns(program)):
        applies = theirs[name].fill_null(value=False).to_numpy()
        assert (applies == (ours[place] == OUTCOMES.index(Outcome.APPLIES))).all(), f"polars disagrees on {name}"
    ours_time = best(lambda: decide_batch(program, table), 5)
    polars_time = best(in_polars, 5)
    yield line("100,000 profiles, polars expressions", f"{polars_time * 1e3:.0f} ms CPU")
    yield line("100,000 profiles, Remit", f"{ours_time * 1e3:.0f} ms CPU")
    per_zen = zen_time / (ours_time / ROWS)
    yield line(
        "100,000 profiles: times faster per profile than zen", f"{per_zen:.0f}", "at least 300", met=per_zen >= 300
    )
    ratio = polars_time / ours_time
    yield line("100,000 profiles: times faster than polars", f"{ratio:.1f}", "more than 1", met=ratio > 1)


def questions(book: Rulebook, rows: list[dict[str, Value]]) -> Iterable[bool]:
    """Ranking the next question, from nothing answered to most answered."""
    times = []
    for share in (0.0, 0.1, 0.3, 0.5):
        kept = {k: Answer(value=v) for i, (k, v) in enumerate(rows[0].items()) if i < share * len(rows[0])}
        times.append(best(lambda kept=kept: next_questions(book, Profile(answers=kept), as_of=TODAY), 5, 3))  # type: ignore[misc]
    worst = max(times) * 1e3
    yield line(
        "ranking the next question, worst of four profiles", f"{worst:.1f} ms CPU", "within 10 ms", met=worst <= 10
    )


def main() -> int:
    """Run every measurement; exit status 1 when a target is missed."""
    book, dice = load(), random.Random(7)  # noqa: S311  dice for test data
    program = book.program(TODAY, TODAY)
    rows = [{key: answer(fact, dice) for key, fact in book.facts.items()} for _ in range(1000)]
    sys.stdout.write(f"{len(book.obligations)} obligations, {len(book.facts)} facts, {len(program.atoms)} atoms, ")
    sys.stdout.write(f"{len(program.nodes)} nodes; medians of ratios matter, times are of this machine.\n\n")
    met = [*compare_single(book, program, rows), *questions(book, rows), *asking.measure(line, book, TODAY)]
    met += pages.measure(line, best)
    sys.stdout.write(f"\n{statistics.mean(met):.0%} of the lines hold.\n")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
