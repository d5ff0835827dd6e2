"""A table of models that somebody brought, under a key that only they know."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

from apps.profiles.models import SHORTEST_KEY, new_key


class Portfolio(models.Model):
    """The rows of an uploaded table. Whoever knows `key` may read it; there is no other permission.

    `lines` holds a list for each row: its number in the file, its cells by short name, and its fault, if it has one.
    `format` is a catalogue.table_file.Format. Rows never change; a new file makes a new portfolio.
    """

    key = models.CharField(max_length=64, unique=True, default=new_key, editable=False)
    title = models.CharField(max_length=200)
    format = models.CharField(max_length=20)
    lines = models.JSONField(default=list)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=GreaterThanOrEqual(Length("key"), SHORTEST_KEY), name="portfolio_key_cannot_be_guessed"
            )
        ]

    def __str__(self) -> str:
        return self.title
