"""Links that hold a description: read back whole, or refused with a reason."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.profiles.packed import MOST_UNPACKED, PackedError, pack, unpack
from apps.profiles.selectors import example_get, examples
from apps.rules import law
from tests.compare.random_profiles import random_profile


def squeezed(body: object) -> str:
    written = body if isinstance(body, bytes) else json.dumps(body).encode()
    return base64.urlsafe_b64encode(zlib.compress(written, 9, wbits=-15)).rstrip(b"=").decode()


def test_every_example_and_random_descriptions_come_back_the_same() -> None:
    book = law.load()
    for profile in [*(e.profile for e in examples()), *(random_profile(book, seed) for seed in range(10))]:
        found = unpack(pack(profile, book, ("EU", "US-CA")), book)
        assert found.profile.values == profile.values
        assert found.profile.declined == profile.declined
        assert found.profile.readings == profile.readings
        assert (found.profile.title, found.profile.licence) == (profile.title, profile.licence)
        assert {k: a.origin for k, a in found.profile.answers.items()} == {
            k: a.origin for k, a in profile.answers.items()
        }
        assert found.jurisdictions == ("EU", "US-CA")


def test_a_link_fits_into_an_address() -> None:
    book = law.load()
    assert max(len(pack(example.profile, book)) for example in examples()) < 2_000


@pytest.mark.parametrize(
    "text",
    [
        "A",
        "????",
        "AAAA",
        squeezed([]),
        squeezed(b"not json"),
        squeezed(b"\xff\xfe"),
        squeezed({"facts": {"no_such_fact": True}}),
        squeezed({"facts": {"weights_public": "perhaps"}}),
        squeezed({"facts": {}, "jurisdictions": ["XX"]}),
        squeezed({"facts": {}, "jurisdictions": "EU"}),
        squeezed({"facts": {}})[:-3],
        squeezed(b"[" * 60_000),
        squeezed(b" " * (MOST_UNPACKED + 1)),
        "A" * 9_000,
    ],
)
def test_what_is_no_description_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(PackedError, match=r"link"):
        unpack(text, law.load())


def test_a_small_link_that_would_swell_stops_at_its_first_excess() -> None:
    bomb = squeezed(b"0" * 50_000_000)
    with pytest.raises(PackedError):
        unpack(bomb[:8_000], law.load())


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="ascii"), max_size=200))
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        unpack(text, law.load())
    except PackedError:
        return


def test_equal_descriptions_give_equal_links() -> None:
    book, profile = law.load(), example_get("gpt-oss-120b").profile
    reordered = type(profile)(answers=dict(reversed(list(profile.answers.items()))), title=profile.title)
    assert pack(profile, book) == pack(reordered, book)
