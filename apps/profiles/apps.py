"""Django's entry for this app."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    """What a user describes: profiles and the questionnaire."""

    name = "apps.profiles"
    label = "profiles"
