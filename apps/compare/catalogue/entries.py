"""A model as the catalogue lists it, from one of our examples or from a row of a table that somebody brought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from apps.compare.catalogue.describing import Described
from apps.compare.catalogue.figures import day
from apps.compare.catalogue.lines import counted
from apps.profiles.addresses import example_url
from apps.profiles.licensing import with_licence
from apps.profiles.selectors import Example, Kind, examples
from apps.rules.engine import Interval, Profile
from apps.rules.law.facts.openness import weights_public
from apps.rules.law.facts.organisation import seat

Access = Literal["open", "closed", "unsaid"]
ACCESS: Final[dict[Access, str | Promise]] = {
    "open": gettext_lazy("open weights"),
    "closed": gettext_lazy("closed"),
    "unsaid": gettext_lazy("not said"),
}
Certainty = Literal["confident", "likely", "speculative", "unrated", "described", "none"]
CERTAINTIES: Final[dict[Certainty, str | Promise]] = {
    "confident": gettext_lazy("confident estimate"),
    "likely": gettext_lazy("likely estimate"),
    "speculative": gettext_lazy("speculative estimate"),
    "unrated": gettext_lazy("unrated estimate"),
    "described": gettext_lazy("range given by Remit"),
    "none": gettext_lazy("no figure"),
}
_SEATS: Final[dict[str, str | Promise]] = {
    "eu": gettext_lazy("European Union"),
    "uk": gettext_lazy("United Kingdom"),
    "us": gettext_lazy("United States"),
    "other": gettext_lazy("outside EU, UK and US"),
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A model of the catalogue. `ref` names it within its list; `url` leads to its results, empty for a row.

    `figure` is a single figure in FLOP where its source gives one; what is decided on is the range in the profile.
    `credit` names whose table it comes from.
    """

    ref: str
    name: str
    makers: tuple[str, ...]
    countries: tuple[str, ...]
    released: date | None
    figure: float | None
    certainty: Certainty
    profile: Profile
    said: str = ""
    url: str = ""
    link: str = ""
    credit: str = ""

    @property
    def id(self) -> str:
        """Tells it from every other of a list that holds ours, too."""
        return f"{'ours' if self.ours else 'row'}:{self.ref}"

    @property
    def ours(self) -> bool:
        """Whether it is one of our own examples."""
        return bool(self.url)

    @property
    def compute(self) -> Interval | None:
        """The range of its training compute, FLOP."""
        return counted(self.profile.values)

    @property
    def access(self) -> Access:
        """Whether the weights are public, as far as that is said. No finding on the licence."""
        public = self.profile.values.get(weights_public.key)
        return "unsaid" if public is None else "open" if public else "closed"

    @property
    def maker(self) -> str:
        """Its developers in one line."""
        return ", ".join(self.makers)


def own_entries() -> tuple[Entry, ...]:
    """The real models among the examples."""
    return tuple(entry_of_example(example) for example in examples() if example.kind is Kind.MODEL)


def entry_of_example(example: Example) -> Entry:
    """An example as an entry."""
    about, values = example.about, example.profile.values
    where = _SEATS.get(str(values.get(seat.key, "")))
    return Entry(
        ref=about.slug,
        name=about.name,
        makers=(about.developer,) if about.developer else (),
        countries=(str(where),) if where else (),
        released=day(about.released),
        figure=None,
        certainty="described" if counted(values) else "none",
        profile=example.profile,
        url=example_url(about.slug),
    )


def entries_of(rows: Iterable[Described], credit: str = "") -> tuple[Entry, ...]:
    """Rows of a table as entries; `credit` names whose table it is."""
    return tuple(_entry_of_row(row, credit) for row in rows)


def _entry_of_row(row: Described, credit: str) -> Entry:
    rated: dict[str, Certainty] = {"confident": "confident", "likely": "likely", "speculative": "speculative"}
    return Entry(
        ref=str(row.number),
        name=row.name,
        makers=row.makers,
        countries=row.countries,
        released=row.released,
        figure=row.figure,
        certainty=rated.get(row.confidence.lower(), "unrated") if row.figure else "none",
        profile=profile_of(row),
        said=row.access,
        link=row.link,
        credit=credit,
    )


def profile_of(row: Described) -> Profile:
    """The described model of a row, with what its licence settles if one was recognised."""
    return with_licence(Profile(answers=row.answers, title=row.name[:200], licence=row.licence))
