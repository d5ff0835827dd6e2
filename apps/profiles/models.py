"""The stored profile: what a user described, under a key that only they know."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

KEY_BYTES = 16
SHORTEST_KEY = 20


def new_key() -> str:
    """A key that cannot be guessed: 128 random bits, safe in an address."""
    return secrets.token_urlsafe(KEY_BYTES)


class Profile(models.Model):
    """A user's answers. Whoever knows `key` may read and change it; there is no other permission.

    `answers` maps a fact's key to {value, origin, note, source}, value as `engine.plain` writes it and null for
    "I don't know"; `readings` maps a legal point to the side adopted. `licence` is the id of the licence
    chosen, `base_licence` that of the original; their answers are not stored. `jurisdictions` empty means all.
    """

    key = models.CharField(max_length=64, unique=True, default=new_key, editable=False)
    title = models.CharField(max_length=200, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    readings = models.JSONField(default=dict, blank=True)
    licence = models.CharField(max_length=60, blank=True, default="")
    base_licence = models.CharField(max_length=60, blank=True, default="")
    jurisdictions = models.JSONField(default=list, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=GreaterThanOrEqual(Length("key"), SHORTEST_KEY), name="profile_key_cannot_be_guessed"
            )
        ]

    def __str__(self) -> str:
        return self.title or f"Profile of {self.created:%Y-%m-%d}"
