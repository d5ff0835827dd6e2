"""Spellings of licences: one licence, one of several, or none that is known; never a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.recognise import (
    AMBIGUOUS,
    Ambiguous,
    Recognised,
    Unknown,
    recognise,
    unmistakable,
)

SAME = {
    "apache-2.0": ["apache 2", "Apache-2.0", "APACHE 2.0", "Apache License, Version 2.0", "apache2", "apache_2_0"],
    "mit": ["MIT", "The MIT License", "mit licence", " Mit\t", "MIT\u200b", "ＭＩＴ"],
    "llama2": ["llama2", "Llama 2 Community License Agreement", "LLAMA-2"],
    "llama3": ["llama3", "Llama 3", "META LLAMA 3 COMMUNITY LICENSE AGREEMENT"],
    "llama3.1": ["llama3.1", "llama-3.1", "LLAMA 3.1 Community License", "llama3_1", "LicenseRef-llama3.1"],
    "llama4": ["llama4", "Llama 4 Community Licence Agreement"],
    "cc-by-nc-4.0": ["CC-BY-NC-4.0", "cc by nc 4.0", "CC BY-NC 4.0"],
    "gpl-3.0": ["GPL-3.0-only", "gplv3", "GPL-3.0-or-later", "GNU GPL v3", "gpl-3.0+"],
    "openmdw-1.0": ["OpenMDW-1.0", "OpenMDW License Agreement 1.0"],
    "openmdw-1.1": ["openmdw-1.1", "LicenseRef-OpenMDW-1.1"],
    "openrail++": ["openrail++", "CreativeML Open RAIL++-M"],
    "bigcode-openrail-m": ["bigcode-openrail-m", "BigCode OpenRAIL-M v1"],
    "creativeml-openrail-m": ["creativeml-openrail-m"],
    "gemma": ["gemma", "Gemma Terms of Use"],
    "tongyi-qianwen": ["tongyi-qianwen", "Tongyi Qianwen LICENSE AGREEMENT"],
    "qwen": ["Qwen LICENSE AGREEMENT"],
    "mrl-0.1": ["mrl", "MRL-0.1", "Mistral AI Research License"],
    "mnpl-0.1": ["mnpl"],
    "falcon-llm-1.0-legacy": ["falcon-llm-1.0"],
    "falcon-llm-license": ["falcon-2", "falcon-llm-license"],
    "stabilityai-community": ["stability-community", "stabilityai-ai-community"],
    "stabilityai-nc-research": ["stability-nc"],
    "flux-dev-nc": ["flux-1-dev-nc", "flux-1-dev-non-commercial-license"],
    "tencent-hunyuan-community": ["Tencent Hunyuan Community License (100 million)"],
    "tencent-hunyuan-1m": ["tencent-hunyuan-1m", "Tencent Hunyuan 3D Community License"],
    "glm-4-license": ["glm-4-license", "ChatGLM model license"],
    "yi-legacy": ["yi-license", "yi-legacy"],
    "exaone-nc": ["exaone"],
    "grok2-community": ["grok-2"],
    "dbrx": ["databricks-open-model", "Databricks Open Model License"],
    "hai-def": ["health-ai-developer-foundations"],
    "fair-ai-public-1.0-sd": ["faipl-1.0-sd"],
    "lfm1.0": ["lfm1.0", "LFM Open License v1.0"],
    "apple-amlr": ["apple-amlr"],
    "busl-1.1": ["BUSL-1.1", "bsl 1.1"],
}
SEVERAL = {
    "modified-mit": {"mistral-modified-mit", "kimi-modified-mit", "minimax-m2-modified-mit"},
    "Modified MIT License": {"mistral-modified-mit", "kimi-modified-mit", "minimax-m2-modified-mit"},
    "other": set(),
    "llama": {"llama1", "llama2", "llama3", "llama3.1", "llama3.2", "llama3.3", "llama4"},
    "Llama Community License": {"llama2", "llama3", "llama3.1", "llama3.2", "llama3.3", "llama4"},
    "qwen": {"apache-2.0", "qwen", "tongyi-qianwen", "qwen-research", "qwen-community-1.0", "qwen3.8-max"},
    "openrail": {
        "bigscience-bloom-rail-1.0",
        "bigscience-openrail-m",
        "creativeml-openrail-m",
        "openrail++",
        "bigcode-openrail-m",
    },
    "openrail / creativeml-openrail-m": {"bigscience-openrail-m", "creativeml-openrail-m"},
    "proprietary-api": {"proprietary-api-generic", "openai-api", "anthropic-api", "gemini-api"},
    "BSD": {"bsd-2-clause", "bsd-3-clause", "bsd-3-clause-clear"},
    "openmdw": {"openmdw-1.0", "openmdw-1.1"},
    "apache": {"apache-2.0"},
    "unlicensed": {"none-or-unknown", "unlicense"},
    "tencent-hunyuan-community": {"tencent-hunyuan-community", "tencent-hunyuan-1m"},
    "hunyuan": {"apache-2.0", "tencent-hunyuan-community", "tencent-hunyuan-1m"},
    "falcon": {"apache-2.0", "falcon-llm-license", "falcon-180b", "falcon-llm-1.0-legacy"},
    "glm-4": {"mit", "glm-4-license"},
    "Yi": {"apache-2.0", "yi-legacy"},
    "InternLM": {"apache-2.0", "internlm-legacy"},
    "Nemotron": {"nvidia-open-model", "nvidia-nemotron-open-model", "openmdw-1.1", "llama3.1", "cc-by-4.0"},
}
STRANGE = [
    "",
    "   ",
    "-",
    "license",
    "the license agreement",
    "apache 1.1",
    "apache-2.1",
    "apache-20",
    "apach-2.0",
    "gpl-2.0",
    "gplv2",
    "mitt",
    "МIТ",  # Cyrillic letters
    "mit-1",
    "llama3.4",
    "llama-31",
    "llama 3.10",
    "llama5",
    "cc-by-3.0",
    "cc-by-nc-2.0",
    "mrl-0.2",
    "openmdw-1.2",
    "gemma 4",
    "minimax-m2.8",
    "MIT OR Apache-2.0",
    "mit apache-2.0",
    "not mit",
    "apache-2.0 with commons clause",
    "x" * 5000,
]


SHARED = ["qwen", "tencent-hunyuan-community"]


@pytest.mark.parametrize(("key", "spelling"), [(key, one) for key, every in SAME.items() for one in every])
def test_a_common_spelling_means_one_licence(key: str, spelling: str) -> None:
    assert recognise(spelling) == Recognised(LICENCES[key])


@pytest.mark.parametrize("spelling", SEVERAL)
def test_a_name_of_several_texts_is_asked_about(spelling: str) -> None:
    found = recognise(spelling)
    assert isinstance(found, Ambiguous)
    assert set(found.candidates) == SEVERAL[spelling]
    assert found.why.endswith(".")


@pytest.mark.parametrize("spelling", STRANGE)
def test_a_near_miss_is_unknown(spelling: str) -> None:
    assert recognise(spelling) == Unknown()


def test_every_id_name_identifier_and_alias_means_its_licence() -> None:
    for key, licence in LICENCES.items():
        assert isinstance(licence.aliases, tuple)
        spellings = {licence.name, *licence.aliases, licence.id, licence.spdx_id}
        if key in SHARED:
            spellings -= {key, f"LicenseRef-{key}"}
        for spelling in spellings:
            assert recognise(spelling) == Recognised(licence), spelling


def test_only_two_ids_stand_for_several_texts_on_hubs() -> None:
    odd = [key for key, licence in LICENCES.items() if recognise(key) != Recognised(licence)]
    assert odd == SHARED
    for licence in LICENCES.values():
        assert recognise(unmistakable(licence)) == Recognised(licence)
    assert unmistakable(LICENCES["qwen"]) == "Qwen License Agreement"


def test_names_of_several_texts_point_at_licences_that_exist() -> None:
    for names, candidates, _ in AMBIGUOUS:
        assert set(candidates) <= set(LICENCES), names
        for name in names:
            assert isinstance(recognise(name), Ambiguous), name


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_the_answer_is_stable(text: str) -> None:
    found = recognise(text)
    assert found == recognise(text)
    if isinstance(found, Recognised):
        assert recognise(unmistakable(found.licence)) == found
        assert found == recognise(f"  {text}  ")


@given(st.sampled_from(sorted(LICENCES)), st.sampled_from([" ", "-", "_"]), st.booleans())
def test_case_and_separators_make_no_difference(key: str, separator: str, upper: bool) -> None:
    spelt = key.replace("-", separator)
    assert recognise(spelt.upper() if upper else spelt) == recognise(key)
