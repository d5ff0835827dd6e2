"""Changes of the law as an Atom feed: an entry for each act and day on which it was published."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from apps.assessments.places import name
from apps.library.atlas import atlas_of
from apps.library.changes import Event, Publication, places, publications
from apps.library.days import Days
from apps.library.words import day_text
from apps.rules import law

MOST_ENTRIES: Final = 100
MOST_EVENTS: Final = 30
# An entry keeps its identity wherever the site is reached.
_SPACE: Final = uuid.UUID("5b0cb2b4-0d5b-5c1d-8a43-2f5f3f1f9f27")


if TYPE_CHECKING:
    _Feed = Feed[Publication, str]
else:
    _Feed = Feed


class ChangesFeed(_Feed):
    """The latest publications, those of one place alone if the address names it: ?place=EU."""

    feed_type = Atom1Feed
    author_name = "Remit"

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> str:
        """The place asked for; Http404 for one the rulebook has no law for."""
        place = request.GET.get("place", "").strip()
        if place and place not in places(atlas_of(law.load())):
            raise Http404(f"There is no place {place!r}. Write a code such as EU, UK, US or US-CA.")
        return place

    def title(self, place: str) -> str:
        """What the feed is about."""
        if place:
            return gettext("Changes of AI law in %(place)s") % {"place": name(place)}
        return gettext("Changes of AI law")

    def subtitle(self, place: str) -> str:
        """What an entry is."""
        return gettext("What each act brings, on the day it was published. Remit gives information, not legal advice.")

    def link(self, place: str) -> str:
        """The page that shows the same by day."""
        return reverse("library:changes") + (f"?place={place}" if place else "")

    def feed_url(self, place: str) -> str:
        """The address of the feed itself."""
        return reverse("library:changes_feed") + (f"?place={place}" if place else "")

    def feed_guid(self, place: str) -> str:
        """An identity that does not change with the address of the site."""
        return uuid.uuid5(_SPACE, f"feed|{place}").urn

    def items(self, place: str) -> tuple[Publication, ...]:
        """The latest publications known today."""
        today = timezone.localdate()
        return publications(atlas_of(law.load()), Days(today, today), place)[:MOST_ENTRIES]

    def item_title(self, item: Publication) -> str:
        """Digital Omnibus on AI: 99 changes."""
        words = {"act": item.act.title, "n": len(item.events)}
        return ngettext("%(act)s: %(n)d change", "%(act)s: %(n)d changes", len(item.events)) % words

    def item_description(self, item: Publication) -> SafeString:
        """What changes when."""
        lines = format_html_join("", "<li>{}</li>", ((_line(event),) for event in item.events[:MOST_EVENTS]))
        more = len(item.events) - MOST_EVENTS
        rest = gettext("And %(n)d more.") % {"n": more} if more > 0 else ""
        return format_html("<ul>{}</ul>{}", lines, rest)

    def item_link(self, item: Publication) -> str:
        """The page of the act."""
        return item.act.url

    def item_guid(self, item: Publication) -> str:
        """An identity made of the act and the day."""
        return uuid.uuid5(_SPACE, f"{item.on.isoformat()}|{item.act.id}").urn

    def item_pubdate(self, item: Publication) -> datetime:
        """Midnight of the day it was published."""
        return datetime.combine(item.on, time(), UTC)

    def item_updateddate(self, item: Publication) -> datetime:
        """The same: what comes later is published anew."""
        return self.item_pubdate(item)

    def item_categories(self, item: Publication) -> tuple[str, ...]:
        """The place."""
        return (item.place,)


def _line(event: Event) -> str:
    words = {"day": day_text(event.on), "title": event.entry.title, "what": event.what}
    if event.entry.kind == "instruments":
        return gettext("%(day)s: %(what)s") % words
    return gettext("%(day)s: %(title)s %(what)s") % words
