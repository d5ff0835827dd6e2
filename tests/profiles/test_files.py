"""Profile files: what is written is what is read, and every fault is named with its line and remedy."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.profiles.files import (
    MOST_NOTE,
    MOST_SOURCE,
    MOST_TITLE,
    ProfileFileError,
    dump_profile,
    load_example,
    load_profile,
    profile_from_data,
)
from apps.rules.engine import Answer, Day, Flag, Interval, Number, Origin, Profile, Rulebook
from apps.rules.engine.facts import Choice, Choices
from tests.profiles.small_law import small_book

BOOK = small_book()
FULL = """\
title: Nimbus 7B
source: https://example.org/card
facts:
  sold: yes
  compute: 1e25
  staff: {value: {low: 5, high: 9}, origin: estimated, note: "counted by hand", source: payroll}
  placed_on: 2025-08-02
  licence: no
  output: [text, images]
  open_weights:
readings: {own-licence: a, small-maker: ignored}
"""


def read(text: str | bytes) -> Profile:
    return load_profile(text, BOOK, name="model.yaml")


def faults(text: str | bytes) -> list[tuple[int | None, str, str]]:
    with pytest.raises(ProfileFileError) as caught:
        read(text)
    return [(fault.line, fault.field, fault.message) for fault in caught.value.faults]


def fault(text: str | bytes) -> tuple[int | None, str, str]:
    found = faults(text)
    assert len(found) == 1, found
    return found[0]


# --- Reading ------------------------------------------------------------------------------------------------------
def test_a_full_file_is_read_as_written() -> None:
    profile = read(FULL)
    source = "https://example.org/card"
    assert profile.title == "Nimbus 7B"
    assert profile.answers["sold"] == Answer(value=True, source=source)
    assert profile.answers["compute"].value == Interval(1e25, 1e25)
    assert profile.answers["staff"] == Answer(
        value=Interval(5, 9), origin=Origin.ESTIMATED, note="counted by hand", source="payroll"
    )
    day = date(2025, 8, 2).toordinal()
    assert profile.answers["placed_on"].value == Interval(day, day)
    assert profile.answers["output"].value == {"text", "images"}
    assert profile.readings == {"own-licence": "a", "small-maker": "ignored"}


def test_a_fact_with_nothing_after_it_is_asked_and_not_known() -> None:
    assert read(FULL).declined == {"open_weights"}
    assert read("facts: {sold: ~, compute: null}").declined == {"sold", "compute"}


def test_an_option_named_no_is_not_taken_for_false() -> None:
    assert read("facts: {licence: no}").values == {"licence": "no"}


@pytest.mark.parametrize("figure", ["1e25", "1.0e25", "1.0e+25", "'1e25'", '"1E25"', "10000000000000000000000000"])
def test_figures_are_read_however_they_are_spelt(figure: str) -> None:
    assert read(f"facts: {{compute: {figure}}}").values == {"compute": Interval(1e25, 1e25)}


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("No", False), ("true", True), ("'no'", False)])
def test_a_flag_takes_yes_and_no(word: str, value: bool) -> None:
    assert read(f"facts: {{sold: {word}}}").values == {"sold": value}


def test_json_reads_like_yaml() -> None:
    data = {
        "title": "Nimbus \u00e9\U0001f642",
        "facts": {"compute": "3.8e25", "output": [], "staff": {"value": 12, "note": "tab\there"}, "sold": None},
    }
    for text in (json.dumps(data), json.dumps(data, indent="\t"), json.dumps(data, ensure_ascii=False)):
        profile = read(text)
        assert profile.title == "Nimbus é🙂"
        assert profile.values == {"compute": Interval(3.8e25, 3.8e25), "output": frozenset(), "staff": Interval(12, 12)}
        assert profile.declined == {"sold"}
    assert profile_from_data(data, BOOK) == read(json.dumps(data))


def test_bytes_with_a_byte_order_mark_are_read() -> None:
    assert read("facts: {sold: yes}".encode("utf-8-sig")).values == {"sold": True}


def test_an_assumption_is_marked_as_one_without_being_told() -> None:
    assert read("facts: {stated_exempt: yes}").answers["stated_exempt"].origin is Origin.ASSUMED


# --- Refusing -----------------------------------------------------------------------------------------------------
def test_every_fault_is_listed_at_once_with_its_line() -> None:
    text = "facts:\n  solt: yes\n  compute: .nan\n  staff: 2.5\n  licence: [own]\n  output: text\nreading: {}\n"
    found = faults(text)
    assert [line for line, _, _ in found] == [2, 3, 4, 5, 6, 7]
    assert "Did you mean sold?" in found[0][2]
    assert "Did you mean readings?" in found[5][2]
    with pytest.raises(ProfileFileError, match=r"model\.yaml, line 2: There is no fact 'solt'"):
        read(text)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("compute: .nan", "not a number"),
        ("compute: NaN", "not a finite number"),
        ("compute: inf", "not a finite number"),
        ("compute: -.inf", "not a number"),
        ("compute: 1e999", "not a finite number"),
        ("compute: -1", "outside what is possible"),
        ("compute: 1e40", "outside what is possible"),
        ("compute: yes", "not a number"),
        ("compute: 1,5", "not a number"),
        ("compute: 010", "octal"),
        ("compute: 0x10", "not a number"),
        ("compute: 12:30", "not a number"),
        ("compute: [1]", "takes a number"),
        ("compute: {low: 1}", "needs exactly low and high"),
        ("compute: {low: 2, high: 1}", "Swap them"),
        ("compute: {low: 1, high: 2, value: 3}", "no end of a range"),
        ("staff: 1.5", "not a whole number"),
        ("sold: 1", "yes or no"),
        ("sold: {low: no, high: yes}", "yes or no"),
        ("licence: mit", "Choose one of"),
        ("output: [smell]", "Choose any of"),
        ("output: [text, text]", "names something twice"),
        ("output: [[text]]", "holds a list"),
        ("placed_on: 2025-02-30", "not a date"),
        ("placed_on: 1.8.2025", "not a date"),
        ("placed_on: 1850-01-01", "outside what is possible"),
        ("sold: {note: hello}", "“value:” is missing"),
        ("sold: {value: yes, origin: guessed}", "origin is one of"),
        ("sold: {value: yes, nota: x}", "Did you mean note?"),
        ("sold: {value: yes, note: [x]}", "note is a text"),
        ('sold: {value: yes, note: "a\\0b"}', "cannot be printed"),
        (f"sold: {{value: yes, note: {'x' * (MOST_NOTE + 1)}}}", "at most 2,000 are kept"),
    ],
)
def test_a_wrong_answer_is_refused_with_line_and_remedy(answer: str, says: str) -> None:
    line, field, message = fault(f"title: x\nfacts:\n  {answer}\n")
    assert line == 3
    assert field.partition(".")[0] == answer.partition(":")[0]
    assert says in message


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", None, "empty"),
        ("   \n\n", None, "empty"),
        ("# only a remark\n", None, "not a table"),
        ("just words", 1, "not a table"),
        ("title: x", 1, "no “facts:”"),
        ("facts: [sold]", 1, "facts is not a table"),
        ("facts:\n  sold: yes\n  sold: no\n", 3, "given twice. It stands on line 2 already"),
        ("facts: {}\nfacts: {}\n", 2, "given twice"),
        ("facts: &x {sold: yes}", 1, "Anchors"),
        ("facts:\n  sold: *x\n", 2, "aliases"),
        ("facts:\n  <<: {sold: yes}\n", 2, "no fact '<<'"),
        ("facts: !!python/object/apply:os.system [ls]", 1, "tag"),
        ("facts:\n  compute: !!float 3\n", 2, "tag"),
        ("facts: {}\n---\nfacts: {}\n", 2, "second document"),
        ("facts:\n\tsold: yes\n", 2, "not YAML"),
        ("facts:\n  sold: yes: no\n", 2, "not YAML"),
        ("facts: {sold: yes\n", 2, "not YAML"),
        ("? [a]\n: b\n", 1, "cannot be a key"),
        ("title: a\x07b\nfacts: {}", 1, "control character"),
        ("[" * 100_000, 1, "Nested more than"),
        ("{" * 100_000, 1, "Nested more than"),
        ('{"facts":' * 20_000, 1, "Nested more than"),
        ("- " * 50_000, 1, "Nested more than"),
        ('{"facts": {"sold": true},}', 1, "not JSON"),
        ('{"facts": {"sold": true} "title": 1}', 1, "not JSON"),
        ('{"facts":\n {"sold": maybe}}', 2, "not JSON"),
        ('{"facts": {"compute": 010}}', 1, "not JSON"),
        ('{"facts": {}} {}', 1, "text follows"),
        ('{"facts": {"sold": {"value": true, "note": "\\ud800"}}}', 1, "cannot be printed"),
        ('{"facts": {"sold": true,\n"sold": false}}', 2, "given twice"),
        ('{"facts": {"compute": NaN}}', 1, "not a finite number"),
        ('{"facts": {"compute": -Infinity}}', 1, "not a finite number"),
        ("readings: {own-licence: c}\nfacts: {}", 1, "own-licence is a or b"),
        ("readings: {small-maker: a}\nfacts: {}", 1, "followed or ignored"),
        ("readings: {own-license: a}\nfacts: {}", 1, "Did you mean own-licence?"),
        (f"title: {'x' * (MOST_TITLE + 1)}\nfacts: {{}}", 1, "at most 200"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, line: int | None, says: str) -> None:
    found = fault(text)
    assert (found[0], says in found[2]) == (line, True), found


@pytest.mark.parametrize("text", ["facts: {sold: yes}".encode("utf-16"), b"facts: {}\ntitle: caf\xe9"])
def test_another_encoding_is_refused(text: bytes) -> None:
    assert "UTF-8" in fault(text)[2]


def test_a_file_above_the_limit_is_refused_before_it_is_parsed() -> None:
    assert "larger than a profile may be, 256 kB" in fault("facts: {}\n" + "#" * 262_144)[2]
    assert read("facts: {}\n" + "#" * 262_000) == Profile()


def test_data_from_a_request_is_held_to_the_same_rules() -> None:
    with pytest.raises(ProfileFileError) as caught:
        profile_from_data({"facts": {"compute": float("nan"), "sold": 1, "solt": True}}, BOOK)
    assert {found.field for found in caught.value.faults} == {"compute", "sold", "solt"}
    assert all(found.line is None for found in caught.value.faults)
    deep: object = 1
    for _ in range(100):
        deep = {"facts": deep}
    with pytest.raises(ProfileFileError, match="Nested more than"):
        profile_from_data(deep, BOOK)


def test_a_hostile_file_of_the_full_size_is_refused_within_a_second() -> None:
    many = "facts:\n" + "".join(f"  fact{i}: yes\n" for i in range(15_000))
    started = time.process_time()
    assert len(many) < 262_144
    with pytest.raises(ProfileFileError):
        read(many)
    assert time.process_time() - started < 10


# --- Examples -----------------------------------------------------------------------------------------------------
def test_an_example_names_its_model_and_its_sources() -> None:
    head = "slug: nimbus-7b\nname: Nimbus 7B\ndeveloper: Example Lab\nreleased: May 2025\nsummary: Small.\n"
    about, profile = load_example(f"{head}sources: [https://example.org]\n{FULL}", BOOK, name="nimbus.yaml")
    assert (about.slug, about.name, about.sources) == ("nimbus-7b", "Nimbus 7B", ("https://example.org",))
    assert profile == read(FULL)
    with pytest.raises(ProfileFileError, match="“summary:” is missing"):
        load_example(head.replace("summary: Small.\n", "") + FULL, BOOK, name="nimbus.yaml")
    with pytest.raises(ProfileFileError, match="not a slug"):
        load_example(f"{head}sources: []\n{FULL}".replace("nimbus-7b", "../etc"), BOOK, name="nimbus.yaml")


# --- Round trip ---------------------------------------------------------------------------------------------------
def value_of(fact: object) -> st.SearchStrategy[object]:
    if isinstance(fact, Flag):
        return st.booleans()
    if isinstance(fact, Choice):
        return st.sampled_from([option.key for option in fact.options])
    if isinstance(fact, Choices):
        return st.frozensets(st.sampled_from([option.key for option in fact.options]))
    if isinstance(fact, Day):
        end = st.dates(fact.minimum, fact.maximum).map(lambda day: float(day.toordinal()))
    else:
        assert isinstance(fact, Number)
        end = (
            st.integers(0, 10**7).map(float)
            if fact.integer
            else st.floats(fact.minimum, fact.maximum, allow_nan=False).map(abs)
        )
    return st.tuples(end, end).map(lambda ends: Interval(min(ends), max(ends))) | end.map(lambda e: Interval(e, e))


def words(most: int) -> st.SearchStrategy[str]:
    kept = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff\x85")
    return st.text(kept | st.sampled_from("\n\t#:-'\"{}&*!%@`"), max_size=min(most, 40)).map(str.strip)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    answers = {}
    for key in draw(st.lists(st.sampled_from(sorted(BOOK.facts)), unique=True)):
        value = draw(st.none() | value_of(BOOK.facts[key]))
        answers[key] = Answer(
            value=value,  # type: ignore[arg-type]
            origin=draw(st.sampled_from(Origin)),
            note=draw(words(MOST_NOTE)),
            source=draw(words(MOST_SOURCE)),
        )
    readings = draw(st.fixed_dictionaries({}, optional={"own-licence": st.sampled_from("ab")}))
    return Profile(answers=answers, readings=readings, title=draw(words(MOST_TITLE)))


@settings(max_examples=150, deadline=None)
@given(profiles())
def test_what_is_written_is_read_back(profile: Profile) -> None:
    assert read(dump_profile(profile, BOOK)) == profile


@settings(max_examples=60, deadline=None)
@given(st.floats(1, 1e32, allow_nan=False))
def test_figures_in_a_written_file_are_numbers_to_any_yaml_reader(figure: float) -> None:
    profile = Profile(answers={"compute": Answer(value=Interval(figure, figure))})
    assert yaml.safe_load(dump_profile(profile, BOOK)) == {"facts": {"compute": figure}}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_text_is_read_or_refused_in_good_order(text: str | bytes) -> None:
    try:
        read(text)
    except ProfileFileError as error:
        messages = [found.message for found in error.faults]
    else:
        messages = ["read"]
    assert messages
    assert all(messages)


def test_the_law_in_force_writes_without_being_handed_over(monkeypatch: pytest.MonkeyPatch, book: Rulebook) -> None:
    monkeypatch.setattr("apps.profiles.files.load", lambda: book)
    assert dump_profile(Profile(answers={"sold": Answer(value=True)})) == "facts:\n  sold: true\n"
