"""The Describe page: which question comes next, the rail, the live panel and the answers so far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.profiles.addresses import Place, results_url
from apps.profiles.cards import ESTIMATED, ON_LICENCE, SECTION_TITLES, answer_words, entered_again, question_card
from apps.profiles.contradictions import clashes_in
from apps.profiles.selectors import described, rulebook
from apps.profiles.standing import MARKS, Standing, standing
from apps.rules.engine import SECTIONS
from apps.rules.law.licences import LICENCES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apps.profiles.answering import Entered
    from apps.profiles.models import Profile
    from apps.rules.engine import Answer, Fact

Context = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Describing:
    """A stored profile at a place of the questionnaire on a day."""

    stored: Profile
    place: Place
    as_of: date

    @cached_property
    def read(self) -> Any:
        """The profile as the engine takes it."""
        return described(self.stored, rulebook())

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """Answers by fact, "I don't know" included."""
        return dict(self.read.profile.answers)

    @cached_property
    def standing(self) -> Standing:
        """The findings and open questions."""
        return standing(rulebook(), self.read.profile, as_of=self.as_of, jurisdictions=self.stored.jurisdictions)

    @cached_property
    def fact(self) -> Fact | None:
        """The question to show: the one in the address, else the best that is not skipped; None when none is left."""
        if self.place.fact:
            return rulebook().facts[self.place.fact]
        left = (q.fact for q in self.standing.to_ask if q.fact.key not in self.place.skipped)
        return next((fact for fact in left if self.place.section in {"", fact.section}), None)

    def at(self, **changes: Any) -> Describing:
        """The same profile, as it is stored now, at another place."""
        return Describing(stored=self.stored, place=self.place.at(**changes), as_of=self.as_of)

    def moved_on(self, *, keep: bool) -> Describing:
        """The place after an answer: at the next question, or with `keep` at the same one."""
        if keep:
            return self.at(came_from="")
        after = self.at(fact="", came_from=self.place.fact)
        return after if after.fact is None else after.at(fact=after.fact.key)

    def context(self, form: Entered | None = None, error: str = "") -> Context:
        """Everything the page shows. With `error`, the card keeps what was filled in."""
        return {
            "profile": self.stored,
            "as_of": self.as_of,
            "question": self._card(self.fact, form, error) if self.fact is not None else None,
            "ending": self._ending() if self.fact is None else None,
            "sections": list(self._rail()),
            "rows": list(self._rows()),
            "section_title": SECTION_TITLES.get(self.place.section, ""),
            "whole_url": self.place.at(section="", fact="", came_from="").url,
            "outdated": self.read.outdated,
            "contradictions": list(self._contradictions()),
            "legal_url": reverse("profiles:points", args=[self.stored.key]),
            "licence_url": self._licence_url(),
            "licence": LICENCES.get(self.stored.licence),
            **self.panel(),
        }

    def _card(self, fact: Fact, form: Entered | None, error: str) -> Context:
        question = self.standing.in_play.get(fact.key)
        card = question_card(rulebook(), fact, self.answers.get(fact.key), question.rules if question else ())
        card |= {
            "action": self.place.at(fact="", came_from="").url,
            "moot": question is None and fact.key not in self.answers,
            "skip_url": self.place.at(fact="", came_from="", skipped=(*self.place.skipped, fact.key)).url,
            "back_url": self._back(),
            "browse_url": self.place.at(section=fact.section, fact="", came_from="").url,
            "place": self._progress(fact),
        }
        if fact.key in ESTIMATED:
            query = f"?method={ESTIMATED[fact.key]}"
            card["estimate_url"] = reverse("profiles:estimate", args=[self.stored.key]) + query
        if fact.key in ON_LICENCE:
            card |= {"licence_url": self._licence_url(), "licence": LICENCES.get(self.stored.licence)}
        return entered_again(card, form, error) if form else card

    def _licence_url(self) -> str:
        return reverse("profiles:licence", args=[self.stored.key])

    def _back(self) -> str:
        known = self.place.came_from in rulebook().facts
        return self.place.at(fact=self.place.came_from, came_from="").url if known else ""

    def _progress(self, fact: Fact) -> str:
        if not self.place.section:
            return ""
        keys = [f.key for f in self._facts_of(self.place.section)]
        return _("%(n)d of %(all)d") % {"n": keys.index(fact.key) + 1, "all": len(keys)} if fact.key in keys else ""

    def _ending(self) -> Context:
        """What to say when no question is left here."""
        elsewhere = [q for q in self.standing.to_ask if q.fact.key not in self.place.skipped]
        skipped = [q for q in self.standing.to_ask if q.fact.key in self.place.skipped]
        declined = [q.fact for q in self.standing.questions if q.fact.key in self.standing.declined]
        ranges = [q.fact for q in self.standing.to_narrow]
        return {
            "section": SECTION_TITLES.get(self.place.section, ""),
            "more": len(elsewhere),
            "more_url": self.place.at(section="", fact="").url,
            "skipped": len(skipped),
            "again_url": self.place.at(skipped=(), section="", fact="").url,
            "declined": [{"label": fact.label, "url": self.place.at(fact=fact.key).url} for fact in declined],
            "ranges": [{"label": fact.label, "url": self.place.at(fact=fact.key).url} for fact in ranges],
            "results_url": results_url(self.stored.key),
        }

    def _facts_of(self, section: str) -> list[Fact]:
        return [fact for fact in rulebook().facts.values() if fact.section == section]

    def _rail(self) -> Iterable[Context]:
        present = {fact.section for fact in rulebook().facts.values()}
        shown = self.fact.section if self.fact is not None else self.place.section
        for section in (name for name in SECTIONS if name in present):
            keys = {fact.key for fact in self._facts_of(section)}
            answered = len(keys & set(self.answers))
            left = len(keys & set(self.standing.in_play) - set(self.answers))
            yield {
                "title": SECTION_TITLES[section],
                "url": Place(key=self.stored.key, section=section).url,
                "answered": answered,
                "asked": answered + left,
                "current": section == shown,
            }

    def _rows(self) -> Iterable[Context]:
        """The questions listed below the card: all of the section, or all that are answered."""
        for fact in rulebook().facts.values():
            answer = self.answers.get(fact.key)
            if fact.section != self.place.section if self.place.section else answer is None:
                continue
            yield {
                "key": fact.key,
                "label": fact.label[:1].upper() + fact.label[1:],
                "ask": fact.ask,
                "answer": answer,
                "words": answer_words(fact, answer.value) if answer else "",
                "open": fact.key in self.standing.in_play,
                "url": self.place.at(fact=fact.key, came_from="").url,
                "current": self.fact is not None and fact.key == self.fact.key,
            }

    def _contradictions(self) -> Iterable[Context]:
        for clash in clashes_in(self.read.profile):
            facts = [rulebook().facts[key] for key in clash.facts]
            links = [{"label": fact.label, "url": self.place.at(fact=fact.key, came_from="").url} for fact in facts]
            yield {"text": clash.text, "links": links}

    def panel(self) -> Context:
        """The live panel: sentences, counts, how much is open, and the same in one line."""
        brief = self.standing.summary
        open_count = len(self.standing.to_ask)
        return {
            "sentences": brief.sentences,
            "counts": [{"kind": kind, "number": brief.counts.get(kind, 0)} for kind in MARKS],
            "open_count": open_count,
            "summary": _in_line(brief.counts, open_count),
            "results_url": results_url(self.stored.key),
        }


def with_changes(panel: Context, before: Context) -> Context:
    """The page's context with the counts marked that an answer moved."""
    old = {count["kind"]: count["number"] for count in before["counts"]}
    counts = [{**count, "changed": count["number"] != old[count["kind"]]} for count in panel["counts"]]
    return {**panel, "counts": counts}


def _in_line(counts: dict[str, int], open_count: int) -> str:
    now, depends = counts.get("applies", 0), counts.get("depends", 0)
    parts = [
        ngettext("%(n)d applies now", "%(n)d apply now", now) % {"n": now},
        ngettext("%(n)d depends on answers", "%(n)d depend on answers", depends) % {"n": depends},
        ngettext("%(n)d open question", "%(n)d open questions", open_count) % {"n": open_count},
    ]
    return ", ".join(parts)
