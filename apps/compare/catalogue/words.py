"""What the words of tables of models say in facts: tasks, domains, countries, access. Words not here stay open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXT, SPEECH, OTHER = "text", "speech", "other"
IMAGES, IMAGES_OTHERWISE = "images_from_text", "images_otherwise"
VIDEO, VIDEO_OTHERWISE = "video_from_text", "video_otherwise"

_WRITES = (
    "Language modeling/generation, Language modeling, Language generation, Question answering, Chat, Translation, "
    "Code generation, Coding, Code autocompletion, Text autocompletion, Text summarization, Quantitative reasoning, "
    "Mathematical reasoning, Visual question answering, Image captioning, Video description, Table tasks, "
    "Vision-language generation, Retrieval-augmented generation, Instruction interpretation, "
    "Audio question answering, Japanese language modeling, Speech recognition (ASR), Speech-to-text, Transcription, "
    "Character recognition (OCR), Character recognition"
)
_NOTHING = (
    "Image classification, Object detection, Object recognition, Face detection, Face recognition, Digit recognition, "
    "Image segmentation, Semantic segmentation, Text classification, Sentiment classification, Video classification, "
    "Action recognition, Audio classification, Pattern recognition, Pattern classification, Binary classification, "
    "Named entity recognition (NER), Part-of-speech tagging, Relation extraction, Semantic embedding, Semantic search, "
    "Image representation, Representation learning, Entity embedding, Recommender system, Movie ratings, Atari, Go, "
    "Chess, Poker, Dota 2, StarCraft, Checkers, Backgammon, Maze solving, Pole balancing, Robotic manipulation, "
    "Self-driving car, Weather forecasting, Medical diagnosis, Pose estimation, Search, System control, "
    "Financial management, Neural Architecture Search - NAS, Visual puzzles"
)
_MOLECULES = "Proteins, Protein generation, Protein folding prediction, Protein or nucleotide language model (pLM/nLM)"


_HEARS = "Speech recognition (ASR), Speech-to-text, Transcription"


def _set(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split(","))


def _each(words: str, outputs: frozenset[str]) -> dict[str, frozenset[str]]:
    return {word.strip(): outputs for word in words.split(",")}


# What comes out of a model that does this task. A task that is not here leaves the question open.
OUTPUTS: Final[Mapping[str, frozenset[str]]] = {
    **_each(_NOTHING, frozenset()),
    **_each(_WRITES, frozenset({TEXT})),
    **_each(_MOLECULES, frozenset({OTHER})),
    **_each("Speech synthesis, Text-to-speech (TTS), Speech-to-speech", frozenset({SPEECH})),
    **_each("Text-to-image", frozenset({IMAGES})),
    **_each("Image-to-image, Image super-resolution, Image completion", frozenset({IMAGES_OTHERWISE})),
    **_each("Text-to-video", frozenset({VIDEO})),
    **_each("Image-to-video, Video-to-video", frozenset({VIDEO_OTHERWISE})),
    **_each("3D reconstruction", frozenset({OTHER})),
}
# A broader word that says nothing more beside a task that spells it out.
COVERED: Final[Mapping[str, frozenset[str]]] = {
    "Image generation": frozenset({"Text-to-image"}),
    "Video generation": frozenset({"Text-to-video"}),
}
# A kind of data named by the table can go in or come out; one of these tasks tells which.
EXPLAINED: Final[Mapping[str, frozenset[str]]] = {
    "Image generation": frozenset({"Text-to-image"}),
    "Video": _set(
        "Video description, Video classification, Action recognition, Text-to-video, Image-to-video, Video-to-video"
    ),
    "Speech": _set(f"{_HEARS}, Speech synthesis, Text-to-speech (TTS), Speech-to-speech"),
    "Audio": _set(f"{_HEARS}, Audio classification, Audio question answering, Speech synthesis, Text-to-speech (TTS)"),
    "3D modeling": frozenset({"3D reconstruction"}),
}
LANGUAGE_DOMAINS: Final = frozenset({"Language", "Multimodal"})
# Tasks that by themselves ask for a wide range; with a second one named, the range is taken to be wide.
BROAD_TASKS: Final = frozenset({"Language modeling/generation", "Language generation", "Chat", "Question answering"})

_UNION = (
    "Austria, Belgium, Bulgaria, Croatia, Cyprus, Czechia, Czech Republic, Denmark, Estonia, Finland, France, Germany, "
    "Greece, Hungary, Ireland, Italy, Latvia, Lithuania, Luxembourg, Malta, Netherlands, Poland, Portugal, Romania, "
    "Slovakia, Slovenia, Spain, Sweden"
)
_KINGDOM = "United Kingdom, United Kingdom of Great Britain and Northern Ireland"
_STATES = "United States, United States of America"
_NOT_ONE = "Multinational, Europe, European Union"
SEATS: Final[Mapping[str, str]] = {
    place.strip(): seat
    for places, seat in ((_UNION, "eu"), (_KINGDOM, "uk"), (_STATES, "us"), (_NOT_ONE, ""))
    for place in places.split(",")
}
SHORT_PLACES: Final[Mapping[str, str]] = {
    "United Kingdom of Great Britain and Northern Ireland": "United Kingdom",
    "United States of America": "United States",
    "Korea (Republic of)": "South Korea",
    "Iran (Islamic Republic of)": "Iran",
}


def seat_of(countries: tuple[str, ...]) -> str:
    """The seat, where all countries come to the same; empty where they do not or are not known."""
    found = {SEATS.get(country, "other") for country in countries}
    return found.pop() if len(found) == 1 else ""


# What a description of access says of the weights. It is no finding on the licence.
WEIGHTS: Final[Mapping[str, bool]] = {
    "Open weights (unrestricted)": True,
    "Open weights (restricted use)": True,
    "Open weights (non-commercial)": True,
    "API access": False,
    "Hosted access (no API)": False,
    "Unreleased": False,
}
UNRELEASED: Final = "Unreleased"
CONFIDENCES: Final = frozenset({"Confident", "Likely", "Speculative", "Unknown"})

# Names under which one group publishes; two of one group are not strangers to each other.
GROUPS: Final[Mapping[str, str]] = {"deepmind": "google", "facebook": "meta", "fair": "meta", "msr": "microsoft"}
_COMMON: Final = _set(
    "ai, the, of, and, for, inc, ltd, lab, labs, research, institute, university, team, group, technologies, "
    "technology, brain"
)


def maker_words(makers: tuple[str, ...]) -> frozenset[str]:
    """The telling words of makers' names, those of one group made one."""
    words = {word.strip("().,'´").lower() for maker in makers for word in maker.replace("/", " ").split()}
    return frozenset(GROUPS.get(word, word) for word in words if word) - _COMMON
