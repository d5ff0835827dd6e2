"""Forms that are not a question: a title, a file."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.profiles.documents import MOST_BYTES
from apps.profiles.files import MOST_TITLE


class TitleForm(forms.Form):
    """What a profile is called."""

    title = forms.CharField(
        label=_("Name of the model or system"), help_text=_("Only you see it. It heads your report."),
        max_length=MOST_TITLE, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class ProfileFileForm(forms.Form):
    """A profile file to start from."""

    file = forms.FileField(
        label=_("Profile file"),
        help_text=_("YAML or JSON, up to 256 kB: one downloaded here, or written by hand."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.json"}),
    )

    def content(self) -> bytes:
        """The file's bytes: no more than one over the limit, so that a large file is not read whole."""
        content: bytes = self.cleaned_data["file"].read(MOST_BYTES + 1)
        return content
