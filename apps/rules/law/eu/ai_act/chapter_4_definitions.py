"""AI Act, Chapter IV: what Article 50 speaks of, from direct interaction to deep fakes, and its exceptions."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import NEVER, CarveOut, Cite, Definition, Expr, Grade, GuidanceStatus, Version, guidance
from apps.rules.law.eu.ai_act.chapter_1_biometrics import (
    CHAPTERS_1_AND_2_FROM,
    biometric_categorisation,
    emotion_recognition,
)
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.transparency import (
    crime_law_use,
    depiction,
    machine_recognisable,
    marking_exceptions,
    public_interest_text,
    public_reports_crime,
    text_review,
)
from apps.rules.law.facts.use import uses

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_glt = partial(Cite, instrument="GLT", grade=Grade.S)


def _version(when: Expr, *cites: Cite) -> tuple[Version, ...]:
    return (Version(since=CHAPTERS_1_AND_2_FROM, when=when, cites=cites),)


direct_interaction = Definition(
    id="direct_interaction",
    title="System that deals directly with people",
    statement="the system is meant to deal directly with people",
    denial="the system is not meant to deal directly with people",
    summary="Talks, writes or otherwise answers people, nearly at once, in any channel; agents that phone or write to "
    "others for somebody count. A filter or a score in the background does not.",
    versions=_version(system_functions.includes("conversation"), _aia(pinpoint="Art. 50(1)")),
)

_small_outputs = marking_exceptions.any_of("fragments", "machine_to_machine", "intermediate", "rearranges")
_named_exceptions = marking_exceptions.any_of("standard_editing", "unchanged_input", "translation")

_left_out = guidance(
    key="transparency-guidelines-outputs",
    why="The guidelines leave out small fragments, output that only machines read, intermediate steps of a closed "
    "production and the mere arranging of existing content. The Act does not name them.",
    status=GuidanceStatus.FINAL,
    followed=_small_outputs,
    ignored=NEVER,
    cite=_glt(pinpoint="paragraphs 64 to 68"),
)

_translated = guidance(
    key="transparency-guidelines-translations",
    why="The guidelines count translations and transcripts among what leaves the input essentially as it is. The "
    "Act does not name them.",
    status=GuidanceStatus.FINAL,
    followed=marking_exceptions.includes("translation"),
    ignored=NEVER,
    cite=_glt(pinpoint="paragraphs 89 to 93"),
)

# The answers together describe all the output, so an exception frees the system only if each of the others does too.
_nothing_else_to_mark = (~_small_outputs | _left_out) & (~marking_exceptions.includes("translation") | _translated)

generates_content = Definition(
    id="generates_content",
    title="System that generates content",
    statement="the system generates or alters sound, images, video or text",
    denial="the system generates no sound, images, video or text",
    summary="Makes or alters sound, images, video or text, general-purpose systems included. The Commission's "
    "guidelines leave out program code, small fragments and intermediate steps; the Act does not say so.",
    versions=_version(
        (
            system_functions.any_of("text", "image", "audio", "video")
            | guidance(
                key="transparency-guidelines-code",
                why="Article 50(2) speaks of text. The guidelines leave source code and configuration out.",
                status=GuidanceStatus.FINAL,
                followed=NEVER,
                ignored=system_functions.includes("code"),
                cite=_glt(pinpoint="paragraph 68"),
            )
        )
        & (_named_exceptions | ~_left_out),
        _aia(pinpoint="Art. 50(2)"),
        _aia(pinpoint="recital 133"),
    ),
)

deep_fake = Definition(
    id="deep_fake",
    title="Deep fake",
    statement="the system makes or alters pictures, video or sound that falsely pass as real",
    denial="the system makes or alters no pictures, video or sound that falsely pass as real",
    summary="Made or altered image, sound or video that looks or sounds like people, objects, places, bodies or events "
    "and would wrongly be taken for genuine. No bad intent and no publication is needed; consent does not matter.",
    versions=_version(
        system_functions.any_of("image", "audio", "video")
        & guidance(
            key="transparency-guidelines-deep-fakes",
            why="The Act speaks of existing people, objects, places and events. The guidelines add what could "
            "plausibly exist, and leave out small touches to genuine recordings.",
            status=GuidanceStatus.FINAL,
            followed=depiction.is_("passes_as_real", "plausible_invention"),
            ignored=depiction.is_("passes_as_real", "light_edit"),
            cite=_glt(pinpoint="paragraphs 113 to 116"),
        ),
        _aia(pinpoint="Art. 3(60)"),
        _aia(pinpoint="Art. 50(4), first subparagraph"),
    ),
)

text_for_the_public = Definition(
    id="text_for_the_public",
    title="Text that informs the public",
    statement="text made or changed by the system informs the public on matters of public interest",
    denial="no text made or changed by the system informs the public on matters of public interest",
    summary="Text that a system wrote or changed, published in order to inform the public on matters of public "
    "interest. The day of publication counts, not that of writing.",
    versions=_version(
        system_functions.includes("text") & public_interest_text,
        _aia(pinpoint="Art. 50(4), second subparagraph"),
    ),
)

_crime_field = uses.any_of("policing", "fraud", "borders")
_allowed_against_crime = _crime_field & crime_law_use.is_("investigation", "prosecution_only")
PLAINLY_A_MACHINE = CarveOut(
    id="plainly-a-machine",
    title="Plain that a machine is talking",
    when=machine_recognisable.is_("plain_to_everybody")
    | guidance(
        key="transparency-guidelines-professionals",
        why="The Act asks what a reasonably attentive person would notice in the setting. The guidelines read this "
        "narrowly and accept it for tools that trained professionals alone use.",
        status=GuidanceStatus.FINAL,
        followed=machine_recognisable.is_("plain_to_professionals"),
        ignored=NEVER,
        cite=_glt(pinpoint="paragraphs 42 to 45"),
    ),
    cites=(_aia(pinpoint="Art. 50(1)"), _aia(pinpoint="recital 132")),
    removes="The notice, where a reasonably informed and attentive person cannot miss that it is a machine.",
    keeps="The notice wherever children, or elderly, disabled or less literate people can be expected.",
    note="Read narrowly; where the line runs is open.",
)

TALKS_AGAINST_CRIME = CarveOut(
    id="interaction-against-crime",
    title="Interaction allowed by law against crime",
    when=_allowed_against_crime,
    cites=(_aia(pinpoint="Art. 50(1)"),),
    removes="The notice, for uses that a law allows, with safeguards, to detect, prevent, investigate or prosecute "
    "crime.",
    keeps="The notice for every other use.",
    lost_when=(
        CarveOut(
            id="open-for-reporting-crime",
            title="The public reports crime with it",
            when=public_reports_crime,
            cites=(_aia(pinpoint="Art. 50(1)"),),
        ),
    ),
)

ALLOWED_AGAINST_CRIME = CarveOut(
    id="authorised-against-crime",
    title="Allowed by law against crime",
    when=_allowed_against_crime,
    cites=(_aia(pinpoint="Art. 50(2)"), _aia(pinpoint="Art. 50(4)")),
    removes="Marks and labels, for uses that a law allows to detect, prevent, investigate or prosecute crime.",
    keeps="Marks and labels for every other use.",
)

WATCHES_AGAINST_CRIME = CarveOut(
    id="recognition-against-crime",
    title="Recognition allowed by law against crime",
    when=_crime_field & crime_law_use.is_("investigation"),
    cites=(_aia(pinpoint="Art. 50(3)"),),
    removes="The notice, where a law allows the use, with safeguards, to detect, prevent or investigate crime.",
    keeps="The notice for every other use; to prosecute crime is not among the named aims.",
)

ASSISTIVE_EDITING = CarveOut(
    id="standard-editing",
    title="Help with standard editing",
    when=marking_exceptions.includes("standard_editing") & _nothing_else_to_mark,
    cites=(_aia(pinpoint="Art. 50(2)"),),
    removes="Marking, as far as the system only helps with ordinary editing.",
    keeps="Marking of whatever else it generates, such as summaries.",
)

UNCHANGED_INPUT = CarveOut(
    id="input-not-substantially-changed",
    title="Input not substantially changed",
    when=marking_exceptions.any_of("unchanged_input", "translation") & _nothing_else_to_mark,
    cites=(_aia(pinpoint="Art. 50(2)"),),
    removes="Marking, as far as what the user put in, and its meaning, stay essentially the same.",
    keeps="Marking of new or substantially altered content.",
)

REVIEWED_TEXT = CarveOut(
    id="reviewed-text",
    title="Text reviewed, with editorial responsibility",
    when=text_review.is_("reviewed_with_named_responsibility"),
    cites=(_aia(pinpoint="Art. 50(4), second subparagraph"),),
    removes="The label, where people review the text and a person or firm holds editorial responsibility.",
    keeps="The label where only one of the two is there.",
)

notice_due = direct_interaction & ~PLAINLY_A_MACHINE.when & ~(TALKS_AGAINST_CRIME.when & ~public_reports_crime)
mark_due = generates_content & ~ASSISTIVE_EDITING.when & ~UNCHANGED_INPUT.when & ~_allowed_against_crime
recognises_people = emotion_recognition | biometric_categorisation
exposure_notice_due = recognises_people & ~WATCHES_AGAINST_CRIME.when
label_due = (deep_fake | (text_for_the_public & ~REVIEWED_TEXT.when)) & ~_allowed_against_crime

transparency_system = Definition(
    id="transparency_system",
    title="System under the transparency duties",
    statement="the system falls under the transparency duties of Article 50",
    denial="the system falls under no transparency duty of Article 50",
    summary="Deals with people who may not notice, makes content that needs a mark or a label, or recognises emotions "
    "or groups from bodies. The licence and the risk class do not matter.",
    versions=_version(
        notice_due | mark_due | exposure_notice_due | label_due,
        _aia(pinpoint="Art. 50(1)"),
        _aia(pinpoint="Art. 50(2)"),
        _aia(pinpoint="Art. 50(3)"),
        _aia(pinpoint="Art. 50(4)"),
    ),
)
