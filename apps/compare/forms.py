"""Forms of this app: a table to bring."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.compare.catalogue.table_file import MOST_BYTES


class TableForm(forms.Form):
    """A file with a table of models."""

    file = forms.FileField(
        label=_("Table of models"),
        help_text=_("A CSV file in UTF-8 with the columns of Epoch AI or of the Model Openness Tool, up to 10 MB."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def content(self) -> bytes:
        """The file's bytes: no more than one over the limit, so that a large file is not read whole."""
        content: bytes = self.cleaned_data["file"].read(MOST_BYTES + 1)
        return content
