"""AI Act, Article 5(1)(a) to (h): the bans of 2025, each worked out from what a system does and where it is used.

Lines that the Commission's guidelines draw stand as `guidance`, what remains unsettled as `contested`.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Definition,
    Expr,
    Grade,
    GuidanceStatus,
    Reading,
    Version,
    contested,
    guidance,
)
from apps.rules.law.eu.ai_act.chapter_1_biometrics import (
    CHAPTERS_1_AND_2_FROM,
    biometric_categorisation,
    emotion_recognition,
    live_identification,
)
from apps.rules.law.facts.body import (
    body_findings,
    category_purpose,
    emotion_reason,
    emotion_subjects,
    live_search_aim,
    live_search_safeguards,
    public_place,
)
from apps.rules.law.facts.practices import (
    crime_prediction_basis,
    crime_prediction_for,
    face_source,
    faces_searchable,
    influence_effect,
    influence_harm,
    practices,
    rated_who,
    rating_basis,
    rating_effects,
    rating_over_time,
    weakness_ground,
    weakness_use,
)
from apps.rules.law.facts.system import system_roles
from apps.rules.law.facts.use import users, uses

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_guidelines = partial(guidance, status=GuidanceStatus.FINAL)
_glp = partial(Cite, instrument="GLP", grade=Grade.O)

not_taken_as_lawful = guidance(
    key="assume-not-prohibited",
    why="you take the system to fall under no ban",
    status=GuidanceStatus.ASSUMPTION,
    followed=ALWAYS,
    ignored=NEVER,
    cite=_aia(pinpoint="Art. 5(1)"),
)


def _banned(
    point: str, title: str, does: str, summary: str, when: Expr, *cites: Cite, unless: tuple[CarveOut, ...] = ()
) -> Definition:
    """A ban in force since 2 February 2025. `does` completes "the system …"."""
    here = _aia(pinpoint=f"Art. 5(1)({point})")
    return Definition(
        id=f"banned_5_1_{point}",
        title=title,
        statement=f"the system {does}, as Article 5(1)({point}) bans",
        denial=f"the system does nothing that Article 5(1)({point}) bans",
        summary=summary,
        versions=(
            Version(
                since=CHAPTERS_1_AND_2_FROM,
                when=not_taken_as_lawful & when,
                cites=(here, *cites),
                unless=unless,
            ),
        ),
    )


significant_harm = influence_harm.is_("serious") | contested(
    key="significant-harm",
    why="Points (a) and (b) need significant harm. Where it begins is not fixed; guidelines weigh how grave, lasting "
    "and widespread it is.",
    a=Reading("real harm of uncertain weight is significant", influence_harm.is_("uncertain")),
    b=Reading("only plainly serious harm is significant", NEVER),
    cites=(_aia(pinpoint="Art. 5(1)(a)"), _glp(pinpoint="paragraphs 86 to 92")),
)

banned_5_1_a = _banned(
    "a",
    "Manipulation",
    "manipulates people to their serious harm",
    "Works below awareness, or by manipulation or deception on purpose; people can no longer judge freely, decide as "
    "they otherwise would not, and significant harm follows or is likely. Meaning to do so is not needed.",
    practices.includes("hidden_influence")
    & _guidelines(
        key="bans-guidelines-manipulation",
        why="The guidelines leave out techniques that people choose knowingly.",
        followed=influence_effect.is_("impairs_judgement"),
        ignored=influence_effect.is_("impairs_judgement", "chosen_by_user"),
        cite=_glp(pinpoint="paragraphs 127 to 134"),
    )
    & significant_harm,
)

protected_weakness = weakness_ground.any_of("age", "disability", "hardship") | contested(
    key="specific-situation",
    why="Besides age and disability, point (b) names a specific social or economic situation without saying how "
    "special it has to be.",
    a=Reading("passing situations such as loneliness are enough", weakness_ground.includes("situation")),
    b=Reading("only situations such as extreme poverty or belonging to a minority count", NEVER),
    cites=(_aia(pinpoint="Art. 5(1)(b)"),),
)

banned_5_1_b = _banned(
    "b",
    "Exploiting weaknesses",
    "exploits people's weakness to their serious harm",
    "Makes use of weakness through age, disability or a special social or economic situation, so that people act "
    "differently and significant harm follows or is likely.",
    practices.includes("targets_weakness")
    & protected_weakness
    & _guidelines(
        key="bans-guidelines-exploitation",
        why="The guidelines do not treat an unwanted side effect on a weak group as exploiting it.",
        followed=weakness_use.is_("exploits"),
        ignored=weakness_use.is_("exploits", "side_effect"),
        cite=_glp(pinpoint="section on Art. 5(1)(b)"),
    )
    & significant_harm,
)

banned_5_1_c = _banned(
    "c",
    "Social scoring",
    "scores people socially to their disadvantage",
    "Rates people over a period by how they behave or what they are like, and the rating brings disadvantages in an "
    "unrelated setting, or ones that are unjustified or out of proportion. Public and private bodies alike.",
    practices.includes("rates_people")
    & rated_who.is_("people")
    & rating_over_time
    & _guidelines(
        key="bans-guidelines-scoring",
        why="The guidelines leave out marks that people give each other, as long as nothing is combined or analysed.",
        followed=rating_basis.any_of("social_behaviour", "personal_traits"),
        ignored=rating_basis.any_of("social_behaviour", "personal_traits", "plain_ratings"),
        cite=_glp(pinpoint="paragraph 174"),
    )
    & rating_effects.any_of("unrelated_setting", "disproportionate"),
    _aia(pinpoint="recital 31"),
)

banned_5_1_d = _banned(
    "d",
    "Predicting individual crime from profiles",
    "predicts from profile or character alone that people will commit crimes",
    "Assesses how likely a person is to offend from profiling or personality alone. Support for a human judgement that "
    "rests on verified facts of a crime is outside, and so are places and companies.",
    practices.includes("predicts_crime")
    & crime_prediction_basis.is_("profile_or_traits_alone")
    & _guidelines(
        key="bans-guidelines-crime-prediction",
        why="The guidelines leave out firms that protect themselves in the ordinary course, without a public task.",
        followed=crime_prediction_for.is_("authorities"),
        ignored=ALWAYS,
        cite=_glp(pinpoint="paragraphs 207 to 211"),
    ),
)

banned_5_1_e = _banned(
    "e",
    "Gathering faces in bulk",
    "builds or grows a face-recognition collection from bulk images",
    "Builds or enlarges a collection for recognising faces by gathering images from the internet or surveillance "
    "cameras without aiming at particular people.",
    practices.includes("collects_faces")
    & face_source.is_("bulk_internet_or_cctv")
    & _guidelines(
        key="bans-guidelines-faces",
        why="The guidelines leave out collections by which nobody can be recognised, such as training images.",
        followed=faces_searchable,
        ignored=ALWAYS,
        cite=_glp(pinpoint="paragraph 235"),
    ),
)

MEDICAL_OR_SAFETY = CarveOut(
    id="emotions-medical-or-safety",
    title="Emotions read for medical or safety reasons",
    when=_guidelines(
        key="bans-guidelines-medical-reason",
        why="The guidelines do not count watching over stress or well-being as a medical reason.",
        followed=emotion_reason.is_("medical", "safety"),
        ignored=emotion_reason.is_("medical", "safety", "wellbeing"),
        cite=_glp(pinpoint="paragraphs 256 to 260"),
    ),
    cites=(_aia(pinpoint="Art. 5(1)(f)"),),
    removes="The ban on reading emotions at work and in education.",
    keeps="The high-risk duties and the duty to inform the people concerned.",
)

banned_5_1_f = _banned(
    "f",
    "Reading emotions at work or in education",
    "reads emotions at work or in education",
    "Infers feelings or intentions of people at work, applicants, pupils or students from their bodies, without a "
    "medical or safety reason.",
    _guidelines(
        key="bans-guidelines-emotions",
        why="Point (f) does not speak of body data; the guidelines read it so and leave out mere words.",
        followed=emotion_recognition,
        ignored=emotion_recognition | body_findings.includes("emotions_in_text"),
        cite=_glp(pinpoint="paragraph 251"),
    )
    & (
        emotion_subjects.any_of("staff_or_applicants", "students")
        | contested(
            key="staff-recorded-too",
            why="The guidelines leave out tools aimed at customers, with safeguards. How far that goes when staff are "
            "recorded too is not settled.",
            a=Reading("staff who are recorded too are protected", emotion_subjects.includes("staff_in_passing")),
            b=Reading("a tool kept to customers is outside", NEVER),
            cites=(_aia(pinpoint="Art. 5(1)(f)"), _glp(pinpoint="paragraphs 254, 255 and 265 to 270")),
        )
    ),
    unless=(MEDICAL_OR_SAFETY,),
)

LAWFUL_DATA_SETS = CarveOut(
    id="lawful-biometric-data-sets",
    title="Labelling or filtering lawful data sets",
    when=category_purpose.is_("labels_lawful_data_sets"),
    cites=(_aia(pinpoint="Art. 5(1)(g)"),),
    removes="The ban on inferring beliefs or orientation, for ordering biometric data obtained lawfully.",
    keeps="Data-protection law.",
)

POLICE_CATEGORISATION = CarveOut(
    id="police-categorisation",
    title="Sorting biometric data in law enforcement",
    when=category_purpose.is_("law_enforcement"),
    cites=(_aia(pinpoint="Art. 5(1)(g)"),),
    removes="The ban on inferring beliefs or orientation, for sorting biometric data in police work.",
    keeps="The high-risk duties and data-protection law for the police.",
)

banned_5_1_g = _banned(
    "g",
    "Inferring beliefs or orientation from bodies",
    "infers people's race, beliefs, union membership or orientation from their bodies",
    "Sorts individual people by their body data to conclude race, politics, union membership, religion, philosophy, "
    "sex life or orientation. Age, gender, health and ethnic origin as such are not on this list.",
    biometric_categorisation & body_findings.includes("beliefs_or_orientation"),
    unless=(LAWFUL_DATA_SETS, POLICE_CATEGORISATION),
)

PERMITTED_LIVE_SEARCH = CarveOut(
    id="permitted-live-search",
    title="Strictly necessary live searches with all safeguards",
    when=live_search_aim.any_of("victims_or_missing", "imminent_threat", "serious_crime_suspect")
    & ~live_search_aim.includes("other")
    & live_search_safeguards.includes("national_law")
    & live_search_safeguards.includes("impact_assessment_registered")
    & live_search_safeguards.includes("prior_authorisation")
    & live_search_safeguards.includes("identity_only")
    & live_search_safeguards.includes("notified")
    & live_search_safeguards.includes("human_decision"),
    cites=tuple(
        _aia(pinpoint=pinpoint)
        for pinpoint in (
            "Art. 5(1)(h)(i)",
            "Art. 5(1)(h)(ii)",
            "Art. 5(1)(h)(iii)",
            "Art. 5(2)",
            "Art. 5(3)",
            "Art. 5(4)",
            "Art. 5(5)",
            "Annex II",
        )
    ),
    removes="The ban, for searches with one of the three aims under national law, each assessed, registered, approved, "
    "limited, notified and judged by people.",
    keeps="The ban for any other aim, and as soon as one safeguard is missing.",
)

live_identification_for_law_enforcement = Definition(
    id="live_identification_for_law_enforcement",
    title="Live identification in public for law enforcement",
    statement="you identify people live in public for law enforcement",
    denial="you do not identify people live in public for law enforcement",
    summary="Using real-time remote biometric identification in physical places open to the public, by a "
    "law-enforcement authority or on its behalf.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=system_roles.includes("deployer")
            & live_identification
            & public_place
            & (users.includes("law_enforcement") | uses.includes("policing")),
            cites=(
                _aia(pinpoint="Art. 5(1)(h)"),
                _aia(pinpoint="Art. 3(42)"),
                _aia(pinpoint="Art. 3(44)"),
                _aia(pinpoint="Art. 3(46)"),
            ),
        ),
    ),
)

banned_5_1_h = _banned(
    "h",
    "Live identification in public outside the exceptions",
    "is used to identify people live in public for law enforcement",
    "Live identification in places open to the public for law enforcement, unless one of three aims makes it strictly "
    "necessary and every safeguard is kept. Only the use is banned, not making such a system.",
    live_identification_for_law_enforcement,
    unless=(PERMITTED_LIVE_SEARCH,),
)
