"""Which licence a spelling means: exactly one, one of several, or none that is known. Never the likeliest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.licence import Licence
from apps.rules.law.licences.terms import Family

MOST_CHARACTERS: Final = 200


@dataclass(frozen=True)
class Recognised:
    """The spelling means this licence."""

    licence: Licence


@dataclass(frozen=True)
class Ambiguous:
    """The spelling is used for several licences, or leaves the version out. `candidates` may be empty."""

    candidates: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Unknown:
    """No licence of the library is spelt like this."""


Recognition = Recognised | Ambiguous | Unknown

_TEXTS = "Several licences go by this name."
_VERSION = "The version is missing."
_LLAMAS = ("llama2", "llama3", "llama3.1", "llama3.2", "llama3.3", "llama4")
_RAILS = ("bigscience-openrail-m", "creativeml-openrail-m", "openrail++", "bigcode-openrail-m")
_CC = ("cc0-1.0", "cc-by-4.0", "cc-by-sa-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0", "cc-by-nd-4.0", "cc-by-nc-nd-4.0")
_HUNYUAN = ("tencent-hunyuan-community", "tencent-hunyuan-1m")
_HOSTED = ("proprietary-api-generic", "openai-api", "anthropic-api", "gemini-api")
_HUB = "On model hubs this name stands for several texts; the maker of the model decides which one."
_NOW = "Releases of today are under Apache 2.0, older ones under a text of their own."

# Names in use that mean more than one text: (names, candidates, why).
AMBIGUOUS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]] = (
    (
        ("modified-mit", "modified mit license", "mit modified"),
        ("mistral-modified-mit", "kimi-modified-mit", "minimax-m2-modified-mit"),
        _HUB,
    ),
    (("other", "custom", "see license file"), (), "This says only that there is some text: read the licence file."),
    (("llama", "meta llama", "llama license"), ("llama1", *_LLAMAS), "The version decides."),
    (("meta",), tuple(key for key, found in LICENCES.items() if found.family is Family.META), _TEXTS),
    (("llama community", "llama community license agreement", "meta llama community"), _LLAMAS, "The version decides."),
    (
        ("qwen", "qianwen"),
        ("apache-2.0", "qwen", "tongyi-qianwen", "qwen-research", "qwen-community-1.0", "qwen3.8-max"),
        "Most Qwen models are under Apache 2.0; others are under one of several texts of their own.",
    ),
    (("openrail", "open rail", "rail", "openrail-m", "open rail-m"), ("bigscience-bloom-rail-1.0", *_RAILS), _TEXTS),
    (("openrail / creativeml-openrail-m",), _RAILS[:2], _TEXTS),
    (("tencent hunyuan community", "tencent hunyuan community license"), _HUNYUAN, _HUB),
    (("tencent hunyuan", "hunyuan"), ("apache-2.0", *_HUNYUAN), "Some models are under Apache 2.0."),
    (("proprietary", "proprietary-api", "closed", "api only"), _HOSTED, _TEXTS),
    (("falcon", "tii falcon"), ("apache-2.0", "falcon-llm-license", "falcon-180b", "falcon-llm-1.0-legacy"), _TEXTS),
    (("mistral",), ("apache-2.0", "mrl-0.1", "mnpl-0.1", "mistral-modified-mit"), _TEXTS),
    (("stability", "stability ai", "stabilityai"), ("stabilityai-community", "stabilityai-nc-research"), _TEXTS),
    (
        ("stable diffusion",),
        ("creativeml-openrail-m", "openrail++", "stabilityai-community", "stabilityai-nc-research"),
        "The version decides.",
    ),
    (
        ("nvidia", "nemotron", "nvidia nemotron"),
        ("nvidia-open-model", "nvidia-nemotron-open-model", "openmdw-1.1", "llama3.1", "cc-by-4.0"),
        _TEXTS,
    ),
    (("apple",), ("apple-amlr", "apple-ascl"), _TEXTS),
    (("minimax",), tuple(key for key in LICENCES if key.startswith("minimax")), _TEXTS),
    (("kimi", "moonshot"), ("kimi-modified-mit", "kimi-k3"), _TEXTS),
    (("glm-4", "chatglm"), ("mit", "glm-4-license"), "Models of this name have more than one text."),
    (("yi",), ("apache-2.0", "yi-legacy"), _NOW),
    (("internlm",), ("apache-2.0", "internlm-legacy"), _NOW),
    (("glm", "zhipu", "z.ai"), ("mit", "glm-4-license", "glm-5.3"), "The version decides."),
    (("flux", "black forest labs"), ("apache-2.0", "flux-dev-nc"), "Some models are under Apache 2.0."),
    (("ltx", "lightricks"), ("ltxv-owl", "ltx-2.x-community"), "The version decides."),
    (("polyform",), ("polyform-noncommercial", "polyform-small-business"), _TEXTS),
    (("unlicensed",), ("none-or-unknown", "unlicense"), "It can mean The Unlicense, or that there is no licence."),
    (("creative commons", "cc"), _CC, _TEXTS),
    (("cc by", "creative commons attribution"), ("cc-by-4.0",), _VERSION),
    (("cc by sa",), ("cc-by-sa-4.0",), _VERSION),
    (("cc by nc", "creative commons attribution noncommercial"), ("cc-by-nc-4.0",), _VERSION),
    (("cc by nc sa",), ("cc-by-nc-sa-4.0",), _VERSION),
    (("cc by nd",), ("cc-by-nd-4.0",), _VERSION),
    (("cc by nc nd",), ("cc-by-nc-nd-4.0",), _VERSION),
    (("bsd",), ("bsd-2-clause", "bsd-3-clause", "bsd-3-clause-clear"), _TEXTS),
    (("apache", "apache software license", "asl"), ("apache-2.0",), _VERSION),
    (("gpl", "gnu gpl", "gnu general public license"), ("gpl-3.0", "agpl-3.0", "lgpl-3.0"), _VERSION),
    (("agpl", "gnu affero gpl"), ("agpl-3.0",), _VERSION),
    (("lgpl", "gnu lesser gpl"), ("lgpl-3.0",), _VERSION),
    (("mpl", "mozilla public license"), ("mpl-2.0",), _VERSION),
    (("eupl", "european union public licence"), ("eupl-1.2",), _VERSION),
    (("cdla", "cdla permissive"), ("cdla-permissive-2.0",), _VERSION),
    (("openmdw", "openmdw license agreement"), ("openmdw-1.0", "openmdw-1.1"), _VERSION),
    (("mulan psl", "mulanpsl", "mulan permissive software license"), ("mulanpsl-2.0",), _VERSION),
)

_FILLERS: Final = re.compile(r"\b(?:the|license|agreement)\b")


def recognise(spelling: str) -> Recognition:
    """What the spelling means. Case, spaces, hyphens and "licence" or "license" make no difference."""
    if len(spelling) > MOST_CHARACTERS:
        return Unknown()
    spelt = _spelt(spelling)
    for key in (_joined(spelt), _joined(_FILLERS.sub(" ", spelt))):
        if not key:
            continue
        if key in _ambiguous():
            return _ambiguous()[key]
        if found := _names().get(key):
            ids = tuple(dict.fromkeys(found))
            return Recognised(LICENCES[ids[0]]) if len(ids) == 1 else Ambiguous(ids, _TEXTS)
    return Unknown()


def unmistakable(licence: Licence) -> str:
    """A spelling that is recognised as this licence and no other: its id, or else its name."""
    return licence.id if recognise(licence.id) == Recognised(licence) else licence.name


def _spelt(text: str) -> str:
    """One kind of letters, "v2" as "2", "3 1" and "3_1" as "3.1", "2.0" as "2"."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("licence", "license")
    text = re.sub(r"^\W*licenseref\W+", "", text).replace("_", " ")
    text = re.sub(r"\b(?:v|version)\.?\s*(?=[0-9])", "", text)
    text = re.sub(r"(?<=[0-9])[\s-]+(?=[0-9])", ".", text)
    return re.sub(r"(?<=[0-9])(?:\.0)+(?![0-9.])", "", text)


def _joined(text: str) -> str:
    """Letters, digits, plus signs, and points between digits."""
    return re.sub(r"(?<![0-9])\.|\.(?![0-9])|[^\w.+]", "", text)


def _indexed(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    index: dict[str, list[str]] = {}
    for name, licence_id in pairs:
        spelt = _spelt(name)
        for key in {_joined(spelt), _joined(_FILLERS.sub(" ", spelt))}:
            index.setdefault(key, []).append(licence_id)
    return index


@cache
def _names() -> Mapping[str, list[str]]:
    """Every id, SPDX identifier, name and alias."""
    return _indexed(
        (name, licence.id)
        for licence in LICENCES.values()
        for name in (licence.id, licence.spdx or "", licence.spdx_id, licence.name, *licence.aliases)
        if name
    )


@cache
def _ambiguous() -> Mapping[str, Ambiguous]:
    return {_joined(_spelt(name)): Ambiguous(ids, why) for names, ids, why in AMBIGUOUS for name in names}
