"""Forms that are not a question: a title, a text or file to import."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.profiles.files import MOST_SOURCE, MOST_TITLE
from apps.profiles.imports.safety import MOST_BYTES


class TitleForm(forms.Form):
    """What a profile is called."""

    title = forms.CharField(
        label=_("Name of the model or system"), help_text=_("Only you see it. It heads your report."),
        max_length=MOST_TITLE, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class ImportForm(forms.Form):
    """A text or a file to read answers from, and where it is from."""

    text = forms.CharField(
        label=_("Paste the text"),
        help_text=_(
            "A model card’s source with the lines of hyphens on top, a bill of materials, or a profile. Or choose a "
            "file below."
        ),
        required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "autocomplete": "off"}),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Choose a file"),
        help_text=_("Up to 1,024 kB: .md, .json, .yaml or .csv."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".md,.markdown,.yaml,.yml,.json,.jsonld,.csv,.txt"}),
    )
    address = forms.CharField(
        label=_("Where it is from"),
        help_text=_("The page’s address, if there is one. It is kept as the source and never opened."),
        max_length=MOST_SOURCE, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        given = super().clean() or {}
        pasted, file = given.get("text", "").strip(), given.get("file")
        if pasted and file:
            raise forms.ValidationError(_("Both a text and a file came. Empty the text, or leave the file out."))
        if not pasted and file is None and not self.errors:
            raise forms.ValidationError(_("Nothing came. Paste a text, or choose a file."))
        return given

    def content(self) -> tuple[str | bytes, str]:
        """What to read, and what it is called: of a file no more than one byte over the limit."""
        file = self.cleaned_data.get("file")
        if file is None:
            return self.cleaned_data["text"], gettext("The pasted text")
        return file.read(MOST_BYTES + 1), file.name
