"""California AI Transparency Act: duties of makers, licensees, platforms, download sites and makers of cameras."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import CarveOut, Deadline, Definition, Obligation, StepKind, Topic, Version, When
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.us_content import us_licensing, us_platforms
from apps.rules.law.us.california.ai_transparency_act import (
    ASSISTIVE_ENDS,
    CAPTURE_FROM,
    DELAYED,
    FIRST_PLANNED,
    OPERATIVE,
    PENALTY,
    PENALTY_ONCE,
    PLATFORMS_FROM,
    REWRITTEN,
    SIGNED,
    ca_assistive,
    ca_covered_provider,
    ca_entertainment,
    ca_hosting_platform,
    ca_large_online_platform,
    ca_licensee,
    ca_minor_modification,
    ca_video_games,
    read,
    reported,
)
from apps.rules.law.us.common import does, in_state

_COVERED = in_state("ca") & ca_covered_provider
_LICENSES_OUT = _COVERED & us_licensing.includes("out")
_CONTENT = (ca_video_games, ca_minor_modification)


def _old(pinpoint: str) -> tuple[Version, ...]:
    """The form of SB 942: first planned for January 2026, moved to 2 August, ended on 29 September 2026."""

    def form(since: date, known: date, until: date | None = None, replaced: date | None = None) -> Version:
        return Version(
            since=since,
            until=until,
            when=_COVERED,
            cites=(reported(pinpoint=f"{pinpoint} (SB 942)"),),
            unless=(ca_entertainment,),
            published_on=known,
            replaced_on=replaced,
            note="Old form: only makers with more than 1,000,000 monthly visitors or users.",
        )

    return (
        form(FIRST_PLANNED, SIGNED, replaced=DELAYED),
        form(OPERATIVE, DELAYED, replaced=REWRITTEN),
        form(OPERATIVE, REWRITTEN, until=REWRITTEN),
    )


def _new(pinpoint: str, condition: Definition | None = None) -> tuple[Version, ...]:
    """The form of SB 1000; the exception for aids ends with 2028."""
    when = _LICENSES_OUT if condition is None else in_state("ca") & condition

    def form(since: date, until: date | None, *unless: CarveOut) -> Version:
        cites = (read(pinpoint=pinpoint),)
        return Version(since=since, until=until, when=when, cites=cites, unless=unless, published_on=REWRITTEN)

    return form(REWRITTEN, ASSISTIVE_ENDS, *_CONTENT, ca_assistive), form(ASSISTIVE_ENDS, None, *_CONTENT)


def _provider(
    number: str,
    title: str,
    must: str,
    versions: tuple[Version, ...],
    deadline: Deadline,
    evidence: str,
    *rows: Row,
    penalty: str = PENALTY,
    who: str = "maker of a generating system",
    note: str = "",
) -> Obligation:
    return Obligation(
        id=number,
        title=title,
        must=must,
        who=who,
        topic=Topic.TRANSPARENCY,
        versions=versions,
        deadline=deadline,
        evidence=evidence,
        penalty_note=penalty,
        steps=steps(number, *rows, cite=read),
        note=note,
    )


_NOW = Deadline(kind=When.CONTINUOUS, text="Since 30 September 2026; large makers since 2 August 2026.")

detection_tool = _provider(
    "CA-AITA-2-a",
    "Offer a free tool that checks content",
    "Offer the public a free tool that says whether pictures, sound or video were made or altered by your system, and "
    "shows the provenance data it finds.",
    (*_old("22757.2(a)"), *_new("22757.2(a), (e)", ca_covered_provider)),
    _NOW,
    "address of the tool, API documentation",
    ("free", "Offer it to everybody, free of charge.", "22757.2(a)", When.CONTINUOUS, "public address"),
    ("inputs", "Accept an upload or a link.", "22757.2(a)", When.CONTINUOUS, "screens"),
    ("api", "Let others call it by an API or a like interface.", "22757.2(a)", When.CONTINUOUS, "API documentation"),
    ("output", "Show the system's provenance data found in content.", "22757.2(a)", When.CONTINUOUS, "sample results"),
    (
        "people",
        "Show no data about people, unless a notice has asked for their express consent.",
        "22757.2(a)",
        When.CONTINUOUS,
        "sample results, consent notice",
    ),
    (
        "others",
        "Use somebody else's tool if it does all this.",
        "22757.2(e)",
        When.CONTINUOUS,
        "contract",
        StepKind.OPTION,
    ),
)

tool_data = _provider(
    "CA-AITA-2-bcd",
    "Run the checking tool with little data",
    "Collect feedback on how well the tool works, keep the data it takes to a minimum, and do not make access depend "
    "on more personal data than needed.",
    (*_old("22757.2(b)-(d)"), *_new("22757.2(b)-(d)", ca_covered_provider)),
    _NOW,
    "feedback channel, privacy notes",
    ("feedback", "Collect feedback on efficacy and use it.", "22757.2(b)", When.CONTINUOUS, "feedback log"),
    ("minimum", "Keep no more data than the check needs.", "22757.2(c)", When.CONTINUOUS, "retention settings"),
    ("access", "Ask for no needless personal data before use.", "22757.2(d)", When.CONTINUOUS, "sign-up page"),
)

latent_disclosure = _provider(
    "CA-AITA-3-a",
    "Hide a lasting mark in generated content",
    "Put a mark that machines can read, and that is permanent or extraordinarily hard to remove, into every picture, "
    "sound or video your system creates or alters more than slightly, as far as technically feasible.",
    (*_old("22757.3(b)"), *_new("22757.3(a)(1)-(4)", ca_covered_provider)),
    _NOW,
    "sample manifests, watermark and removal tests",
    ("name", "State the maker's name.", "22757.3(a)", When.CONTINUOUS, "field list"),
    ("system", "State the system's name and version.", "22757.3(a)", When.CONTINUOUS, "field list"),
    ("time", "State time and date.", "22757.3(a)", When.CONTINUOUS, "field list"),
    ("id", "Give a unique identifier.", "22757.3(a)", When.CONTINUOUS, "field list"),
    (
        "created-or-altered",
        "Say whether content was created or altered (since 30 September 2026).",
        "22757.3(a)",
        When.CONTINUOUS,
        "field list",
    ),
    ("tool", "Let your checking tool read the mark.", "22757.3(a)", When.CONTINUOUS, "round-trip test"),
    ("standards", "Follow standards in common use.", "22757.3(a)", When.CONTINUOUS, "conformity test"),
    ("lasting", "Make it extraordinarily hard to remove or falsify.", "22757.3(a)", When.CONTINUOUS, "removal tests"),
    (
        "assistive",
        "From 2029: if the system is an aid for people with disabilities, say so in the mark.",
        "22757.3(a)",
        When.CONTINUOUS,
        "field list",
    ),
    (
        "feasible",
        "Relief: no mark is due where it is not technically feasible; keep the reasons.",
        "22757.3(a)",
        When.ON_EVENT,
        "feasibility memo",
        StepKind.RELIEF,
    ),
    note="Not settled: whether a maker of open weights can ensure marks that users can strip, whether C2PA metadata "
    "alone is hard enough to remove, what a latent mark is (no longer defined), whether public bodies are meant. "
    "Applying a stylistic filter counts as altering. One tracker reports a suit under the First Amendment; nothing "
    "confirms it.",
)

_LICENCE = "maker that licenses its generating system to others"

tell_licensees = _provider(
    "CA-AITA-3-b1",
    "Tell licensees of their duties",
    "When you license the system, tell the licensee which duties about marks come with it. On the words this includes "
    "a public licence.",
    _new("22757.3(b)(1)"),
    Deadline(kind=When.ON_EVENT, text="At the time of licensing."),
    "licence notice, NOTICE file beside the weights",
    who=_LICENCE,
)

act_on_licensees = _provider(
    "CA-AITA-3-b2",
    "Act when a licensee strips the marks",
    "Once you know that an identifiable licensee changed the system so that it no longer complies, end the licence or "
    "send the licensee a notice.",
    _new("22757.3(b)(2)"),
    Deadline(kind=When.ON_EVENT, text="Within 72 hours of finding out."),
    "notice or termination, with times",
    (
        "no-watch",
        "Relief: you need not go looking for such licensees.",
        "22757.3(b)(5)",
        When.ON_EVENT,
        "",
        StepKind.RELIEF,
    ),
    who=_LICENCE,
)

licensee_answers = _provider(
    "CA-AITA-3-b3",
    "Restore the marks after a notice",
    "After such a notice restore compliance, or stop using and offering the system and its copies, and report to the "
    "licensor which of the two you did.",
    _new("22757.3(b)(3)", ca_licensee),
    Deadline(kind=When.ON_EVENT, text="Within 96 hours of receiving the notice."),
    "report to the licensor",
    (
        "fix",
        "Restore marks, or stop using and offering it.",
        "22757.3(b)(3)",
        When.ON_EVENT,
        "release, shutdown record",
    ),
    ("report", "Report which of the two was done.", "22757.3(b)(3)", When.ON_EVENT, "report"),
    penalty=PENALTY_ONCE,
    who="licensee of a generating system",
)

report_licensees = _provider(
    "CA-AITA-3-b4",
    "Report a silent licensee",
    "If the licensee does not report, or reports that nothing was put right, report the licensee to the Attorney "
    "General.",
    _new("22757.3(b)(4)"),
    Deadline(kind=When.ON_EVENT, text="After the licensee's 96 hours have passed."),
    "report to the Attorney General",
    who=_LICENCE,
)

no_false_aid = _provider(
    "CA-AITA-3-d",
    "Do not pass the system off as an aid for people with disabilities",
    "Do not claim falsely that the system serves as assistive technology.",
    (
        Version(
            since=REWRITTEN,
            when=_COVERED,
            cites=(read(pinpoint="22757.3(d), 22757.4.1"),),
            unless=(ca_video_games,),
            published_on=REWRITTEN,
        ),
    ),
    Deadline(kind=When.CONTINUOUS, text="Throughout."),
    "product file that shows the purpose",
    penalty="$50,000 per violation, each day anew, until the end of 2028. No private action.",
)

visible_label = _provider(
    "CA-AITA-2026-manifest",
    "Offer users a visible label (old form)",
    "Offer users the option of a visible label in pictures, sound or video that the system makes or alters.",
    _old("22757.3(a)"),
    Deadline(kind=When.CONTINUOUS, text="From 2 August to 29 September 2026."),
    "screens with the option",
    note="Ended on 30 September 2026. A case begun before cannot go on if the new text allows the conduct.",
)

licence_revocation = _provider(
    "CA-AITA-2026-licence",
    "Bind licensees and revoke licences (old form)",
    "Bind licensees by contract to keep the system able to place marks, and revoke the licence after learning that "
    "one has removed that ability.",
    tuple(
        Version(
            since=v.since,
            until=v.until,
            when=_COVERED & us_licensing.includes("out"),
            cites=v.cites,
            unless=v.unless,
            published_on=v.published_on,
            replaced_on=v.replaced_on,
        )
        for v in _old("22757.3(c)")
    ),
    Deadline(kind=When.ON_EVENT, text="Revoke within 96 hours of learning of it."),
    "licence clause, revocation with times",
    ("contract", "Put the duty into the licence.", "22757.3(c) (SB 942)", When.BEFORE_MARKET, "licence clause"),
    ("revoke", "Revoke within 96 hours of learning of removal.", "22757.3(c) (SB 942)", When.ON_EVENT, "revocation"),
    who=_LICENCE,
    note="Ended on 30 September 2026; today's 96 hours are the licensee's time to answer. A case begun before cannot "
    "go on if the new text allows the conduct.",
)

platform_marks = _provider(
    "CA-AITA-31",
    "Find, show and keep marks in content (California platforms)",
    "Detect provenance data and digital signatures in what you distribute, show users whether they are there and what "
    "made the content, let users inspect them, and do not knowingly strip them.",
    (
        Version(
            since=PLATFORMS_FROM,
            when=in_state("ca") & ca_large_online_platform,
            cites=(read(pinpoint="22757.3.1 (AB 853)"),),
            published_on=DELAYED,
            replaced_on=REWRITTEN,
        ),
        Version(
            since=PLATFORMS_FROM,
            when=in_state("ca") & ca_large_online_platform,
            cites=(read(pinpoint="22757.3.1 (AB 853)"), reported(pinpoint="22757.3.1 (AB 2713)")),
            published_on=REWRITTEN,
        ),
    ),
    Deadline(kind=When.CONTINUOUS, text="From 1 January 2027."),
    "screens, tests of the upload pipeline",
    (
        "detect",
        "Find marks and signatures that follow standards; data associated with the content count too (AB 2713).",
        "22757.3.1(a)",
        When.CONTINUOUS,
        "detector tests",
    ),
    ("show", "Show whether they are there, and the system or device.", "22757.3.1(a)", When.CONTINUOUS, "screens"),
    (
        "inspect",
        "Let users inspect them: on the page, by download with the data attached, or by a link.",
        "22757.3.1(a)",
        When.CONTINUOUS,
        "screens",
    ),
    (
        "keep",
        "Do not knowingly strip them, as far as technically feasible.",
        "22757.3.1(b)",
        When.CONTINUOUS,
        "pipeline tests",
    ),
    who="large online platform",
    note="AB 2713 changes this section from the same day; its final wording was not seen (not verified since "
    "2026-10-07).",
)

hosting = _provider(
    "CA-AITA-32",
    "Do not host generators that place no marks",
    "Do not knowingly offer for download the code or weights of a system that does not place the marks the act asks "
    "for.",
    (
        Version(
            since=PLATFORMS_FROM,
            when=in_state("ca") & ca_hosting_platform,
            cites=(read(pinpoint="22757.3.2(a)"),),
            published_on=DELAYED,
        ),
    ),
    Deadline(kind=When.CONTINUOUS, text="From 1 January 2027."),
    "intake check, log of takedowns",
    ("intake", "Ask makers whether their system places marks.", "22757.3.2(a)", When.AT_PLACING, "intake form"),
    ("act", "Stop offering a system once you know it does not.", "22757.3.2(a)", When.ON_EVENT, "takedown log"),
    penalty=PENALTY_ONCE,
    who="site or app that offers code or weights for download",
    note="On its words a maker's own download page is reached. Systems that produce text alone need place no marks.",
)

capture_devices = _provider(
    "CA-AITA-33",
    "Let cameras and recorders mark what they record (California)",
    "Give buyers the option of a hidden mark in what the device records, and switch it on by default.",
    (
        Version(
            since=CAPTURE_FROM,
            when=in_state("ca") & does("platforms") & us_platforms.includes("capture_devices"),
            cites=(read(pinpoint="22757.3.3"),),
            published_on=DELAYED,
        ),
    ),
    Deadline(kind=When.BEFORE_MARKET, text="Devices first produced for sale on or after 1 January 2028."),
    "firmware specification",
    who="maker of cameras, phones or recorders",
)
