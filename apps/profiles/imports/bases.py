"""Licences of well-known models by the name of their repository, to hold a declared licence against the original's.

Only names whose licence the library's own entries give, or that carry one text throughout. Never looked up online.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from apps.rules.law.licences import LICENCES

# A name counts for itself and for every name that goes on after a hyphen; the longest that fits decides.
_KNOWN: Final[dict[str, tuple[str, ...]]] = {
    "llama2": ("meta-llama/llama-2", "meta-llama/codellama", "codellama/codellama"),
    "llama3": ("meta-llama/meta-llama-3", "meta-llama/llama-3"),
    "llama3.1": ("meta-llama/meta-llama-3.1", "meta-llama/llama-3.1", "deepseek-ai/deepseek-r1-distill-llama-8b"),
    "llama3.2": ("meta-llama/llama-3.2",),
    "llama3.3": ("meta-llama/llama-3.3", "deepseek-ai/deepseek-r1-distill-llama-70b"),
    "llama4": ("meta-llama/llama-4",),
    "gemma": ("google/gemma", "google/codegemma", "google/paligemma", "google/paligemma2", "google/embeddinggemma"),
    "hai-def": ("google/medgemma", "google/txgemma", "google/medsiglip"),
    "qwen": ("qwen/qwen2.5-72b", "qwen/qwen2.5-vl-72b"),
    "qwen-research": ("qwen/qwen2.5-3b", "qwen/qwen2.5-coder-3b", "qwen/qwen2.5-vl-3b"),
    "tongyi-qianwen": ("qwen/qwen2-72b",),
    "apache-2.0": (
        *(f"qwen/qwen2.5-{size}b" for size in ("0.5", "1.5", "7", "14", "32")),
        "qwen/qwen3",
        "google/gemma-4",
        "mistralai/mistral-7b",
        "mistralai/mixtral-8x7b",
        "mistralai/mixtral-8x22b",
        "openai/gpt-oss",
        "allenai/olmo-2",
        "black-forest-labs/flux.1-schnell",
    ),
    "mit": (
        "deepseek-ai/deepseek-r1",
        "deepseek-ai/deepseek-v3-0324",
        "deepseek-ai/deepseek-v3.1",
        "deepseek-ai/deepseek-v3.2",
        "deepseek-ai/deepseek-v4",
        "microsoft/phi-3",
        "microsoft/phi-4",
        "zai-org/glm-4.5",
        "zai-org/glm-4.6",
    ),
    "deepseek": (
        "deepseek-ai/deepseek-v2",
        "deepseek-ai/deepseek-v2.5",
        "deepseek-ai/deepseek-v3",
        "deepseek-ai/deepseek-coder",
        "deepseek-ai/janus",
    ),
    "mrl-0.1": ("mistralai/mistral-large-instruct", "mistralai/pixtral-large", "mistralai/ministral-8b"),
    "mnpl-0.1": ("mistralai/codestral-22b",),
    "mistral-modified-mit": ("mistralai/devstral-2-123b", "mistralai/mistral-medium-3.5"),
    "falcon-llm-license": ("tiiuae/falcon-11b", "tiiuae/falcon3", "tiiuae/falcon-mamba", "tiiuae/falcon-h1"),
    "falcon-180b": ("tiiuae/falcon-180b",),
    "cohere-cc-by-nc": ("cohereforai/c4ai-command", "coherelabs/c4ai-command", "coherelabs/aya-expanse"),
    "kimi-modified-mit": ("moonshotai/kimi-k2", "moonshotai/kimi-k2.5", "moonshotai/kimi-k2.6"),
    "glm-4-license": ("thudm/glm-4-9b", "thudm/chatglm2", "thudm/chatglm3"),
    "bigscience-bloom-rail-1.0": ("bigscience/bloom", "bigscience/bloomz"),
    "bigcode-openrail-m": ("bigcode/starcoder", "bigcode/starcoder2", "bigcode/santacoder"),
    "creativeml-openrail-m": ("runwayml/stable-diffusion-v1-5", "compvis/stable-diffusion-v1"),
    "openrail++": ("stabilityai/stable-diffusion-2", "stabilityai/stable-diffusion-xl-base-1.0"),
    "stabilityai-community": ("stabilityai/stable-diffusion-3", "stabilityai/stable-diffusion-3.5"),
    "flux-dev-nc": ("black-forest-labs/flux.1-dev", "black-forest-labs/flux.2-dev"),
    "minimax-m2-modified-mit": ("minimaxai/minimax-m2",),
}
_BY_NAME: Final = {name: licence for licence, names in _KNOWN.items() for name in names}
_REPOSITORY: Final = re.compile(r"[\w.-]+/[\w.-]+")


def known_licence(repository: str) -> str:
    """The id of the licence that a well-known repository (owner/name) carries; empty for any other."""
    name = repository.casefold()
    while name:
        if name in _BY_NAME:
            return _BY_NAME[name]
        name = name.rpartition("-")[0]
    return ""


def repository_in(link: str) -> str:
    """The owner/name that an address on a hub, or a bare owner/name, speaks of; empty for others."""
    if _REPOSITORY.fullmatch(link):
        return link
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.hostname not in {"huggingface.co", "hf.co", "github.com", "www.github.com", "modelscope.cn"}:
        return ""
    segments = [part for part in parts.path.split("/") if part]
    if segments[:1] == ["models"]:
        segments = segments[1:]
    return "/".join(segments[:2]) if len(segments) > 1 else ""


def licence_of_link(link: str) -> str:
    """The id of the licence whose text stands at this address, or that the repository in it carries; else empty."""
    address = _address(link)
    for licence in LICENCES.values():
        if address and address == _address(licence.evidence.source):
            return licence.id
    return known_licence(repository_in(link))


def _address(link: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", link.strip().casefold()).rstrip("/") if "://" in link else ""


def same_name(one: str, other: str) -> bool:
    """Whether two names of models differ at most in owner, case and punctuation."""
    first, second = (re.sub(r"[\W_]+", "", name.rsplit("/", 1)[-1].casefold()) for name in (one, other))
    return bool(first) and first == second
