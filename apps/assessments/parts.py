"""What keeps sixty findings readable: the few that matter now, and long lists parted under short headings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext

from apps.assessments import places
from apps.assessments.rows import Row
from apps.assessments.wording import capital
from apps.rules.engine import Topic

LONG_LIST: Final = 8
LEAST: Final = 4  # rows of a list that is cut
MOST_MATTERING: Final = 5
SOON: Final = timedelta(days=183)


@dataclass(frozen=True, kw_only=True)
class Part:
    """Some rows of a list under a heading of their own; "" where the list is short enough to need none.

    `left` counts those that are not listed yet.
    """

    title: str
    rows: tuple[Row, ...]
    left: int = 0

    @property
    def number(self) -> int:
        """How many rows it has in all."""
        return len(self.rows) + self.left


def by_place_and_topic(rows: Sequence[Row]) -> tuple[Part, ...]:
    """A list parted by jurisdiction where it has several, and by what the duties are about where it is long."""
    by_place: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_place[row.jurisdiction].append(row)
    if len(rows) <= LONG_LIST or len(by_place) == 1:
        return _by_topic(rows)
    found = []
    for code, here in sorted(by_place.items()):
        place = places.heading(code)
        for part in _by_topic(here):
            title = gettext("%(place)s: %(topic)s") % {"place": place, "topic": part.title.lower()}
            found.append(Part(title=title if part.title else place, rows=part.rows))
    return tuple(found)


def _by_topic(rows: Sequence[Row]) -> tuple[Part, ...]:
    if len(rows) <= LONG_LIST:
        return (Part(title="", rows=tuple(rows)),)
    found: dict[Topic, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.finding.obligation.topic].append(row)
    return tuple(Part(title=capital(topic.value), rows=tuple(part)) for topic, part in found.items())


def by_question(rows: Sequence[Row]) -> tuple[Part, ...]:
    """A long list of open findings parted by the question that most of them wait for; fewest headings first taken."""
    if len(rows) <= LONG_LIST:
        return (Part(title="", rows=tuple(rows)),)
    parts, rest = [], list(rows)
    while rest:
        counted = Counter(key for row in rest for key in row.finding.open_facts)
        if not counted:
            parts.append(Part(title=gettext("Hangs on a contested point"), rows=tuple(rest)))
            break
        wanted = counted.most_common(1)[0][0]
        waiting = tuple(row for row in rest if wanted in row.finding.open_facts)
        label = next(q.label for row in waiting for q in row.every_question if q.key == wanted)
        parts.append(Part(title=gettext("Hangs on: %(what)s") % {"what": label}, rows=waiting))
        rest = [row for row in rest if wanted not in row.finding.open_facts]
    return tuple(parts)


def most_each(sizes: Sequence[int], room: int) -> int:
    """How many rows each list may show at first, so that all together have room: the longest are cut, never the short.

    Each may show a few, whatever the room.
    """
    left = room
    for place, size in enumerate(ordered := sorted(sizes)):
        share = left // (len(ordered) - place)
        if size > share:
            return max(share, LEAST)
        left -= size
    return max([room, *sizes])


def cut(parts: Sequence[Part], most: int) -> tuple[Part, ...]:
    """The parts up to so many rows; the one that does not fit keeps its first rows, those after it go."""
    found, room = [], most
    for part in parts:
        if room > 0:
            found.append(Part(title=part.title, rows=part.rows[:room], left=max(0, len(part.rows) - room)))
        room -= len(part.rows)
    return tuple(found)


def mattering(rows: Iterable[Row], today: date) -> tuple[Row, ...]:
    """The few binding findings to look at first; none where the whole list is short.

    Bans that apply or may apply, then what falls due, then what has begun or begins within six months, newest first.
    """
    duties = [row for row in rows if row.duty and row.mark in {"applies", "upcoming", "contested"}]
    if len(duties) <= LONG_LIST:
        return ()
    ranked = sorted((row for row in duties if _rank(row, today) is not None), key=lambda row: _rank(row, today) or ())
    return tuple(ranked[:MOST_MATTERING])


def _rank(row: Row, today: date) -> tuple[int, int] | None:
    """Lower comes first; None for what can wait."""
    banned = row.finding.obligation.topic is Topic.PROHIBITION
    if banned:
        return (0, 0)
    if row.due is not None and row.mark == "applies":
        return (1, (row.due - today).days)
    if row.starts is not None and abs(row.starts - today) <= SOON:
        return (2, abs((row.starts - today).days))
    return (3, 0) if row.mark == "contested" else None
