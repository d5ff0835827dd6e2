"""Peak speeds of common accelerators, dense, each with the maker's document it comes from.

Makers often print the figure "with sparsity", which is twice the dense one and which training does not reach.
Only dense matrix speeds are kept; where a document prints the sparse figure, the note says that it was halved.
A chip that is missing here can be entered by its own figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from apps.profiles.estimator.quantities import in_words

_TERA = 10**12
_HALVED = "printed with sparsity, halved here"


@dataclass(frozen=True, kw_only=True)
class Accelerator:
    """One chip at one precision. `peak` is dense FLOP per second of one chip."""

    id: str
    name: str
    precision: str
    peak: Fraction
    source: str
    note: str = ""

    @property
    def teraflops(self) -> Fraction:
        """The peak in TFLOP/s, as data sheets print it."""
        return self.peak / _TERA

    @property
    def teraflops_text(self) -> str:
        """The peak in TFLOP/s as text."""
        return in_words(self.teraflops)


def _chip(name: str, source: str, *peaks: tuple[str, str], note: str = "") -> tuple[Accelerator, ...]:
    slug = name.lower().replace(" ", "-")
    return tuple(
        Accelerator(
            id=f"{slug}-{precision.split('/')[0].lower()}", name=name, precision=precision,
            peak=Fraction(teraflops) * _TERA, source=source, note=note,
        )
        for precision, teraflops in peaks
    )  # fmt: skip


_HOPPER_PAPER = "NVIDIA H100 Tensor Core GPU Architecture white paper"
_BLACKWELL = "NVIDIA Blackwell data sheet (GB200 NVL72, HGX B200)"
_TPU_DOCS = "Google Cloud TPU documentation, "
_NEURON_DOCS = "AWS Neuron documentation, "

ACCELERATORS: tuple[Accelerator, ...] = (
    *_chip("NVIDIA V100 SXM2", "NVIDIA V100 Tensor Core GPU data sheet", ("FP16", "125")),
    *_chip("NVIDIA A100", "NVIDIA A100 Tensor Core GPU data sheet", ("BF16/FP16", "312"), ("TF32", "156")),
    *_chip("NVIDIA H100 SXM", _HOPPER_PAPER, ("BF16/FP16", "989.4"), ("FP8", "1978.9")),
    *_chip(
        "NVIDIA H100 PCIe", "NVIDIA H100 Tensor Core GPU data sheet", ("BF16/FP16", "756.5"), ("FP8", "1513"),
        note=_HALVED,
    ),
    *_chip(
        "NVIDIA H200 SXM", "NVIDIA H200 Tensor Core GPU data sheet", ("BF16/FP16", "989.5"), ("FP8", "1979"),
        note=_HALVED,
    ),
    *_chip("NVIDIA HGX B200", _BLACKWELL, ("BF16/FP16", "2250"), ("FP8", "4500"), note=_HALVED),
    *_chip("NVIDIA GB200", _BLACKWELL, ("BF16/FP16", "2500"), ("FP8", "5000"), note=_HALVED + "; per GPU"),
    *_chip("AMD MI250X", "AMD Instinct MI250X data sheet", ("BF16/FP16", "383"), note="both dies together"),
    *_chip("AMD MI300X", "AMD Instinct MI300X data sheet", ("BF16/FP16", "1307.4"), ("FP8", "2614.9")),
    *_chip("AMD MI325X", "AMD Instinct MI325X data sheet", ("BF16/FP16", "1307.4"), ("FP8", "2614.9")),
    *_chip("Google TPU v3", _TPU_DOCS + "TPU v3", ("BF16", "123")),
    *_chip("Google TPU v4", _TPU_DOCS + "TPU v4", ("BF16", "275")),
    *_chip("Google TPU v5e", _TPU_DOCS + "TPU v5e", ("BF16", "197")),
    *_chip("Google TPU v5p", _TPU_DOCS + "TPU v5p", ("BF16", "459")),
    *_chip("Google TPU v6e", _TPU_DOCS + "TPU v6e", ("BF16", "918")),
    *_chip("Google TPU7x", _TPU_DOCS + "TPU7x (Ironwood)", ("BF16", "2307"), ("FP8", "4614")),
    *_chip("AWS Trainium", _NEURON_DOCS + "Trainium architecture", ("BF16/FP16", "190")),
    *_chip("AWS Trainium2", _NEURON_DOCS + "Trainium2 architecture", ("BF16/FP16", "667"), ("FP8", "1299")),
)  # fmt: skip

BY_ID: dict[str, Accelerator] = {chip.id: chip for chip in ACCELERATORS}
