"""The estimator's three forms. Each reads figures as people write them and turns them into estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.profiles.estimator import (
    ACCELERATORS,
    USUAL_UTILISATION,
    Estimate,
    InputError,
    Interval,
    Original,
    Quantity,
    from_generation,
    from_hardware,
    from_parameters,
    known,
    read,
    total,
)
from apps.profiles.estimator.hardware import BY_ID
from apps.profiles.estimator.quantities import (
    CHIP_HOURS,
    CHIPS,
    COMPUTE,
    HOURS,
    OTHER_COMPUTE,
    PARAMETERS,
    PASSES,
    PEAK,
    TOKENS,
    UTILISATION,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django_stubs_ext import StrOrPromise


def _said(what: str, remedy: str) -> str:
    """What is wrong and what to do, as sentences under a field's own label."""
    return f"{capfirst(what)} {remedy}"


class QuantityField(forms.CharField):
    """A figure or a range of figures, cleaned to an Interval (None when left empty and not required)."""

    def __init__(self, quantity: Quantity, *, label: StrOrPromise = "", help_text: StrOrPromise = "", **kwargs: Any):
        self.quantity = quantity
        kwargs.setdefault("required", False)
        super().__init__(label=label or quantity.name, help_text=help_text, max_length=80, **kwargs)
        self.widget.attrs.update(
            {"autocomplete": "off", "spellcheck": "false", "placeholder": quantity.example, "size": "18"}
        )

    def clean(self, value: Any) -> Interval | None:
        """The interval entered. Raises ValidationError with what is wrong and what to write instead."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return read(text, self.quantity)
        except InputError as error:
            raise ValidationError(_said(error.what, error.remedy)) from error


class EstimateForm(forms.Form):
    """What the three forms share: pairs that only make sense together, and refusals that name their field."""

    use_required_attribute = False

    def rows(self) -> Iterator[forms.BoundField]:
        """The fields of the main part, in order."""
        return (self[name] for name in self.fields if name not in OtherComputeForm.base_fields)

    def other_rows(self) -> Iterator[forms.BoundField]:
        """The fields about other compute that counts, where the form has them."""
        return (self[name] for name in self.fields if name in OtherComputeForm.base_fields)

    def other_has_errors(self) -> bool:
        """Whether a field about other compute was refused, so that its fold must be open."""
        return any(name in OtherComputeForm.base_fields for name in self.errors)

    def _demand(self, name: str) -> None:
        if name not in self.errors:
            self.add_error(name, _said(_("nothing was entered."), self._example(name)))

    def _pair(self, cleaned: dict[str, Any], first: str, second: str) -> bool:
        """Whether both are there; one without the other is refused at the missing one."""
        present = [name for name in (first, second) if cleaned.get(name) is not None]
        if len(present) == 1:
            self._demand(second if present == [first] else first)
        return len(present) == 2

    def _example(self, name: str) -> str:
        field = self.fields[name]
        example = field.quantity.example if isinstance(field, QuantityField) else ""
        return _("Write for example %(example)s.") % {"example": example}

    def _attempt(self, name: str, make: Callable[[], Estimate]) -> Estimate | None:
        """The estimate `make` returns; a refusal becomes an error of field `name`."""
        try:
            return make()
        except InputError as error:
            self.add_error(name, _said(error.what, error.remedy))
            return None


class OtherComputeForm(EstimateForm):
    """Compute beyond training itself that the wider sum takes in."""

    generator_parameters = QuantityField(
        PARAMETERS,
        label=gettext_lazy("Parameters of the model that generated synthetic data"),
        help_text=gettext_lazy("Only data that is not public. Active parameters for a mixture of experts."),
    )
    generated_tokens = QuantityField(
        TOKENS,
        label=gettext_lazy("Tokens generated"),
        help_text=gettext_lazy("All of them, samples thrown away included."),
    )
    reused_compute = QuantityField(
        OTHER_COMPUTE,
        label=gettext_lazy("Compute behind weights you merged, averaged or started from"),
        help_text=gettext_lazy("Write 0 if you trained from nothing."),
    )

    other: Estimate | None = None

    def clean(self) -> dict[str, Any]:
        """Add up what was entered; `other` stays None when nothing was."""
        cleaned = super().clean() or {}
        parts = []
        if self._pair(cleaned, "generator_parameters", "generated_tokens"):
            generator, tokens = cleaned["generator_parameters"], cleaned["generated_tokens"]
            parts.append(self._attempt("generated_tokens", lambda: from_generation(generator, tokens)))
        if cleaned.get("reused_compute") is not None:
            parts.append(known(cleaned["reused_compute"]))
        self.other = total(part for part in parts if part is not None)
        return cleaned


class ParametersForm(OtherComputeForm):
    """Training compute from the size of the model and of its data."""

    parameters = QuantityField(
        PARAMETERS, help_text=gettext_lazy("For a mixture of experts, those active for one token, not all of them.")
    )
    tokens = QuantityField(
        TOKENS, label=gettext_lazy("Tokens in the training data"), help_text=gettext_lazy("Counted once.")
    )
    passes = QuantityField(
        PASSES, help_text=gettext_lazy("How often the data was gone through (epochs). Empty means once.")
    )
    field_order = ("parameters", "tokens", "passes")

    training: Estimate | None = None

    def clean(self) -> dict[str, Any]:
        """Multiply, once both figures are there."""
        cleaned = super().clean()
        size, tokens, passes = (cleaned.get(name) for name in self.field_order)
        for name in ("parameters", "tokens"):
            if cleaned.get(name) is None:
                self._demand(name)
        if size and tokens and "passes" not in self.errors:
            self.training = self._attempt("tokens", lambda: from_parameters(size, tokens, passes))
        return cleaned


def _accelerator_choices() -> list[tuple[str, StrOrPromise]]:
    chips = [(chip.id, f"{chip.name}, {chip.precision}: {chip.teraflops_text} TFLOP/s") for chip in ACCELERATORS]
    return [("", gettext_lazy("Another chip: enter its peak speed")), *chips]


class HardwareForm(OtherComputeForm):
    """Training compute from the chips used and for how long."""

    accelerator = forms.ChoiceField(
        required=False, choices=_accelerator_choices, label=gettext_lazy("Chip and precision")
    )
    peak = QuantityField(
        PEAK,
        help_text=gettext_lazy("For a chip not in the list. Dense; the figure “with sparsity” is twice as high."),
    )
    chip_hours = QuantityField(
        CHIP_HOURS, help_text=gettext_lazy("Hours of runs that count; leave out failed experiments and tests.")
    )
    chips = QuantityField(CHIPS, help_text=gettext_lazy("Instead of chip-hours, together with the hours per chip."))
    hours = QuantityField(HOURS)
    utilisation = QuantityField(
        UTILISATION,
        help_text=gettext_lazy("Share of the peak reached by operations the model needs. Empty means 30% to 50%."),
    )
    field_order = ("accelerator", "peak", "chip_hours", "chips", "hours", "utilisation")

    training: Estimate | None = None

    def clean(self) -> dict[str, Any]:
        """Multiply, once there is one time and one speed."""
        cleaned = super().clean()
        hours, peak = self._chip_hours(cleaned), self._peak(cleaned)
        utilisation = cleaned.get("utilisation") or USUAL_UTILISATION
        if hours is not None and peak is not None and "utilisation" not in self.errors:
            field = "chip_hours" if cleaned.get("chip_hours") else "hours"
            self.training = self._attempt(field, lambda: from_hardware(hours, peak, utilisation))
        return cleaned

    def _chip_hours(self, cleaned: dict[str, Any]) -> Interval | None:
        given: Interval | None = cleaned.get("chip_hours")
        if not self._pair(cleaned, "chips", "hours"):
            if given is None and not {"chip_hours", "chips", "hours"} & set(self.errors):
                self._demand("chip_hours")
            return given
        if given is not None:
            self.add_error("chip_hours", _said(_("the time is given twice."), _("Empty this field or the next two.")))
            return None
        product: Interval = cleaned["chips"] * cleaned["hours"]
        return product

    def _peak(self, cleaned: dict[str, Any]) -> Interval | None:
        listed, own = cleaned.get("accelerator"), cleaned.get("peak")
        if listed and own is not None:
            self.add_error("peak", _said(_("the speed is given twice."), _("Empty this field or choose no chip.")))
            return None
        if listed:
            return Interval.exactly(BY_ID[listed].peak)
        if own is None:
            self._demand("peak")
        return own


class ModificationForm(EstimateForm):
    """Compute of a modification and of the original model, for the one-third rule."""

    modification_compute = QuantityField(
        COMPUTE,
        label=gettext_lazy("Compute of your modification"),
        help_text=gettext_lazy("If you know it; otherwise give the next two."),
    )
    modification_parameters = QuantityField(
        PARAMETERS,
        label=gettext_lazy("Parameters of the model you fine-tuned"),
        help_text=gettext_lazy("All of them, also for an adapter; that makes its estimate rather high than low."),
    )
    modification_tokens = QuantityField(
        TOKENS,
        label=gettext_lazy("Tokens you fine-tuned on"),
        help_text=gettext_lazy("All passes together."),
    )
    base_systemic_risk = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Is the original a model with systemic risk?"),
        choices=[("", gettext_lazy("I don’t know")), ("no", gettext_lazy("No")), ("yes", gettext_lazy("Yes"))],
    )
    base_compute = QuantityField(
        COMPUTE,
        label=gettext_lazy("Compute of the original’s training"),
        help_text=gettext_lazy("Published or told to you. Leave empty if it cannot be known or estimated."),
    )
    base_parameters = QuantityField(
        PARAMETERS,
        label=gettext_lazy("Parameters of the original"),
        help_text=gettext_lazy("To estimate it, with the tokens. Active parameters for a mixture of experts."),
    )
    base_tokens = QuantityField(TOKENS, label=gettext_lazy("Tokens the original was trained on"))
    base_other_compute = QuantityField(
        OTHER_COMPUTE,
        label=gettext_lazy("Other compute that counts for the original"),
        help_text=gettext_lazy("Private synthetic data, reused weights; 0 if none. Matters if it has systemic risk."),
    )

    modification: Estimate | None = None
    base: Estimate | None = None
    base_other: Estimate | None = None

    def clean(self) -> dict[str, Any]:
        """Find both figures; the original's may stay unknown, the modification's may not."""
        cleaned = super().clean() or {}
        self.modification = self._figure(cleaned, "modification")
        self.base = self._figure(cleaned, "base")
        if self.modification is None and not any(name.startswith("modification") for name in self.errors):
            self._demand("modification_compute")
        other = cleaned.get("base_other_compute")
        self.base_other = None if other is None else known(other)
        if other is not None and self.base is None and not any(name.startswith("base_") for name in self.errors):
            self._demand("base_compute")
        return cleaned

    def original(self) -> Original:
        """What was said about the original model."""
        updates = self.base.band if self.base else None
        return Original(
            updates=updates,
            cumulative=updates + self.base_other.band if updates and self.base_other else None,
            systemic_risk={"yes": True, "no": False}.get(self.cleaned_data["base_systemic_risk"]),
        )

    def _figure(self, cleaned: dict[str, Any], stem: str) -> Estimate | None:
        """The figure given for `stem`, or else the estimate from its parameters and tokens."""
        given, size, tokens = (cleaned.get(f"{stem}_{part}") for part in ("compute", "parameters", "tokens"))
        both = self._pair(cleaned, f"{stem}_parameters", f"{stem}_tokens")
        if given is not None and both:
            what = _("it is given and can also be estimated from the next two.")
            self.add_error(f"{stem}_compute", _said(what, _("Keep one of the two.")))
            return None
        if given is not None:
            return known(given)
        if size is None or tokens is None or not both:
            return None
        return self._attempt(f"{stem}_tokens", lambda: from_parameters(size, tokens))
