"""Proofs as people read them: nested plain sentences, each named concept explained once and referred to after that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext

from apps.assessments.cites import CiteLine, cite_line
from apps.assessments.links import Source, rulebook_page
from apps.assessments.wording import capital, few
from apps.rules.engine import Choice, Proof, Rulebook

MOST_ANSWERS = 4
MOST_OPEN = 8  # with more answers missing, a tree of what is open says less than their names
# Parts with a name are explained once, wherever they are used.
_SHARED: Final = {"definition": "definitions", "carve_out": "carve-outs", "transition": "transitions"}


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One sentence of a proof. `value` None: still open. `see` is the anchor of the full reasons, `gist` their core."""

    text: str
    value: bool | None
    answer: str = ""
    url: str = ""
    cites: tuple[CiteLine, ...] = ()
    children: tuple[Reason, ...] = ()
    see: str = ""
    gist: str = ""


@dataclass(frozen=True, kw_only=True)
class Shared:
    """A concept or carve-out with its reasons in full; findings that rest on it point here."""

    anchor: str
    kind: str
    title: str
    url: str
    reason: Reason


class Reasons:
    """Turns proofs into sentences and collects what several of them rest on. One for each page or part of a page.

    `prefix` stands before the anchors, so that the parts of one page keep theirs apart.
    """

    def __init__(self, book: Rulebook, source: Source, prefix: str = "") -> None:
        self.book, self.source, self.prefix = book, source, prefix
        self.shared: dict[str, Shared] = {}
        self._memo: dict[tuple[int, str], Reason] = {}
        # Proofs are told apart by identity, so those seen must stay alive.
        self._anchors: dict[int, str] = {}
        self._kept: list[Proof] = []
        self._equal: dict[tuple[str, str, Reason], str] = {}

    def in_order(self) -> tuple[Shared, ...]:
        """What was kept: concepts, then exceptions, then later starts; what is settled first."""
        kinds = list(_SHARED)
        found = reversed(self.shared.values())
        return tuple(sorted(found, key=lambda item: (kinds.index(item.kind), item.reason.value is None)))

    def of(self, proof: Proof) -> tuple[Reason, ...]:
        """The reasons below a proof's root, groups that only list their parts taken apart."""
        return tuple(self._reason(part, proof.kind) for part in _parts(proof))

    def texts(self, proof: Proof) -> Iterator[str]:
        """The texts of these reasons alone."""
        return (capital(self._words(part, proof.kind)[0]) for part in _parts(proof))

    def _reason(self, proof: Proof, parent: str) -> Reason:
        key = id(proof), parent
        if key not in self._memo:
            self._memo[key] = (
                self._shared(proof, parent) if self._is_shared(proof, parent) else self._whole(proof, parent)
            )
        return self._memo[key]

    def _is_shared(self, proof: Proof, parent: str) -> bool:
        return proof.kind == "definition" or (proof.kind == "carve_out" and parent == "duty")

    def _whole(self, proof: Proof, parent: str) -> Reason:
        text, answer = self._words(proof, parent)
        cites = (
            () if proof.kind in {"group", "reading", "fact"} else tuple(cite_line(self.book, c) for c in proof.cites)
        )
        known = proof.kind == "fact" and proof.value is not None
        url = self.source.question(proof.ref) if known else ""
        return Reason(
            text=capital(text), value=proof.value, answer=answer, url=url, cites=cites, children=self.of(proof)
        )

    def _shared(self, proof: Proof, parent: str) -> Reason:
        """The concept in one line, with the answers behind it; its full reasons are kept once."""
        anchor = self.anchor(proof)
        text, _ = self._words(proof, parent)
        return Reason(text=capital(text), value=proof.value, see=anchor, gist=self.gist(proof))

    def anchor(self, proof: Proof) -> str:
        """Where the full reasons of a named part stand; they are written if need be."""
        if id(proof) not in self._anchors:
            self._kept.append(proof)
            self._anchors[id(proof)] = self._write(proof)
        return self._anchors[id(proof)]

    def _write(self, proof: Proof) -> str:
        """Keep the reasons under a name of their own; the same reasons for another day keep the first name."""
        reason = self._whole(proof, "duty")
        if len(proof.open_facts) > MOST_OPEN:
            reason = replace(reason, children=(), gist=self._labels(proof, len(proof.open_facts)))
        same = proof.kind, proof.ref, reason
        if same not in self._equal:
            number = sum(1 for kind, ref, _ in self._equal if (kind, ref) == same[:2])
            self._equal[same] = f"{self.prefix}why-{proof.ref}" + (f"-{number + 1}" if number else "")
            url = rulebook_page(_SHARED[proof.kind], proof.ref)
            name = self._equal[same]
            self.shared[name] = Shared(anchor=name, kind=proof.kind, title=reason.text, url=url, reason=reason)
        return self._equal[same]

    def gist(self, proof: Proof) -> str:
        """The answers a proof rests on, or the names of those it still needs, in a line."""
        if proof.value is None:
            return self._labels(proof, MOST_ANSWERS)
        return few(list(dict.fromkeys(self._leaf(p) for p in _leaves(proof))), MOST_ANSWERS)

    def _labels(self, proof: Proof, most: int) -> str:
        return few([self.book.facts[key].label for key in proof.open_facts], most)

    def _leaf(self, proof: Proof) -> str:
        text, answer = self._words(proof, "")
        return f"{text} ({answer})" if answer else text

    def _words(self, proof: Proof, parent: str) -> tuple[str, str]:
        """What a part of a proof says, and the answer to show beside it."""
        if proof.kind == "fact":
            return self._fact_words(proof)
        if proof.kind == "definition" and proof.value is None:
            return gettext("open whether %(what)s") % {"what": self.book.definitions[proof.ref].statement}, ""
        if proof.kind == "carve_out":
            return _carve_out_words(proof, lost=parent == "carve_out"), ""
        if proof.kind == "transition":
            return _transition_words(proof), ""
        if proof.kind == "contested" and proof.value is None:
            return gettext("contested: %(why)s") % {"why": proof.text}, ""
        if proof.kind == "reading":
            return gettext("on the reading that %(label)s") % {"label": proof.text}, ""
        if proof.kind == "group" and proof.value is None:
            return gettext("open: %(what)s") % {"what": proof.text}, ""
        return proof.text, ""

    def _fact_words(self, proof: Proof) -> tuple[str, str]:
        fact = self.book.facts[proof.ref]
        if isinstance(fact, Choice) and proof.value is not None and proof.answer:
            return f"{fact.label}: {proof.answer}", ""
        if proof.value is None or proof.answer in proof.text:
            return proof.text, ""
        return proof.text, proof.answer


def _parts(proof: Proof) -> Iterator[Proof]:
    """The children; a settled group only lists, so its parts stand for it, and an empty one says nothing."""
    for child in proof.children:
        if child.kind == "group" and (child.value is not None or not child.children):
            yield from _parts(child)
        else:
            yield child


def _leaves(proof: Proof) -> Iterator[Proof]:
    """The answers below a proof, in its order, with the same value as the part they stand in."""
    if proof.kind == "fact":
        yield proof
    for child in proof.children:
        if proof.value is not None or child.value is None:
            yield from _leaves(child)


def _carve_out_words(proof: Proof, *, lost: bool) -> str:
    words = {
        True: gettext("lost through “%(title)s”") if lost else gettext("the exception “%(title)s” is available"),
        False: gettext("not lost through “%(title)s”")
        if lost
        else gettext("the exception “%(title)s” is not available"),
        None: gettext("open whether lost through “%(title)s”")
        if lost
        else gettext("open whether the exception “%(title)s” is available"),
    }[proof.value]
    return words % {"title": proof.text}


def _transition_words(proof: Proof) -> str:
    words = {
        True: gettext("the later start for “%(title)s” covers this"),
        False: gettext("the later start for “%(title)s” does not cover this"),
        None: gettext("open whether the later start for “%(title)s” covers this"),
    }[proof.value]
    return words % {"title": proof.text}
