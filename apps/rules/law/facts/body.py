"""What a system takes from people's bodies, what it finds out from that, and where: biometrics by observable facts.

The words of the Act (biometric data, emotion recognition, remote identification) are worked out from these answers.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Flag, Grade, Option

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

body_findings = Choices(
    key="body_findings",
    section="behaviour",
    presupposes=("system_functions",),
    label="what it finds out about people",
    ask="What does it find out about people from their bodies or behaviour?",
    help="Choose everything it works out, also on the way to something else and also when only a score is shown. A "
    "smile as such is a visible expression; concluding that somebody is happy is an emotion.",
    why="Each kind of conclusion has its own rule, from no rule at all to a ban.",
    evidence="list of outputs and intermediate values, marketing text",
    yes_example="A camera that tells angry from calm callers: emotions",
    no_example="A camera that only counts heads: that somebody is there",
    options=(
        Option("identifies_among_many", "who somebody is, among many people on file"),
        Option("confirms_identity", "whether somebody is who they claim to be", "One face against one passport."),
        Option(
            "emotions",
            "emotions, moods or intentions",
            "Also boredom, stress, burnout, low spirits or the wish to deceive.",
        ),
        Option("physical_state", "physical states", "Pain, fatigue, drowsiness, drunkenness; no feelings."),
        Option(
            "visible_expression",
            "plainly visible expressions or gestures",
            "A smile, a raised hand, a whisper, with no conclusion about feelings or intentions.",
        ),
        Option("age_gender", "age or gender"),
        Option(
            "protected_traits",
            "ethnic origin, health, disability or genes",
            "If it amounts to race, choose that as well.",
        ),
        Option(
            "beliefs_or_orientation",
            "race, politics, union, religion, philosophy, sex life or orientation",
            "Sorting by skin colour, or into Black, white and Asian, is race.",
        ),
        Option("other_groups", "other groups", "Hair or eye colour, style, body measures, tattoos as such."),
        Option("presence_only", "only that somebody is there", "Counting, motion, number of people."),
        Option("emotions_in_text", "emotions from words alone", "From what people write or say, not from the body."),
    ),
    cite=_aia(pinpoint="Art. 3(39)"),
)

active_involvement = Flag(
    key="active_involvement",
    section="behaviour",
    presupposes=("body_findings",),
    label="people take part knowingly in being identified",
    statement="everyone identified takes part actively, knowing it",
    denial="people are identified without taking an active part",
    ask="Does everyone it identifies take an active, knowing part, such as stepping up to a reader?",
    help="Walking past a camera is not taking part, even where a sign tells people about it.",
    why="Identifying people without their doing makes it remote identification.",
    evidence="description of the capture point and what people do there",
    yes_example="A visitor holds a finger on the gate's reader",
    no_example="Cameras match faces of passers-by in a station",
    cite=_aia(pinpoint="Art. 3(41)"),
)

identification_time = Choice(
    key="identification_time",
    section="behaviour",
    presupposes=("body_findings", "active_involvement"),
    label="when people are identified",
    ask="When does it identify people: while it records them, or later?",
    help="A short delay counts as live.",
    why="The ban on police use concerns live identification; searches in recordings have duties of their own.",
    evidence="system architecture, latency figures",
    yes_example="Faces in a crowd are matched within seconds: live",
    no_example="Last week's footage is searched for a suspect: later",
    options=(
        Option("live", "live, or after a short delay"),
        Option("later", "later, in recordings made before"),
        Option("both", "both"),
    ),
    cite=_aia(pinpoint="Art. 3(42)"),
)

public_place = Flag(
    key="public_place",
    section="use",
    presupposes=("body_findings", "active_involvement", "identification_time"),
    label="in places open to the public",
    statement="people are identified in physical places that the public can enter",
    denial="people are identified only in places the public cannot enter, or online",
    ask="Does this happen in a physical place that an open group of people can enter?",
    help="Streets, shops, stations, stadiums; a ticket or an age check does not make a place private. Not: online "
    "rooms, prisons, lines of border control, workplaces and factories with access for named people only.",
    why="The ban on live identification for police purposes covers such places only.",
    evidence="list and plan of places of use",
    yes_example="A football stadium with tickets",
    no_example="The passport-control line at an airport",
    cite=_aia(pinpoint="Art. 3(44)"),
)

targeted_search = Flag(
    key="targeted_search",
    section="use",
    presupposes=("identification_time",),
    label="targeted search for a suspect or convict",
    statement="recordings are searched for a particular person suspected or convicted of a crime",
    denial="recordings are not searched for a particular suspect or convict",
    ask="Is it used to search recordings for a particular person who is suspected or convicted of a crime?",
    help="Say yes also if this is only one of its uses. Searching all passers-by without a case is no targeted search.",
    why="The police then need an authorisation, and must report on each use.",
    evidence="search orders, case numbers",
    yes_example="Footage of a robbery is searched for one named suspect",
    no_example="A shop checks its own recordings for staff errors",
    cite=_aia(pinpoint="Art. 26(10)"),
)

emotion_subjects = Choices(
    key="emotion_subjects",
    section="use",
    presupposes=("body_findings",),
    label="whose emotions are read",
    ask="Whose emotions, moods or intentions does it read?",
    help="Choose all that fit. If you sell it, choose everyone it is meant or advertised for. "
    "People at work count as staff whatever they do, drivers and freelancers included.",
    why="Reading emotions at work and in education is banned, save for medical or safety reasons.",
    evidence="deployment description, terms that limit use",
    yes_example="A tool that rates how cheerful cashiers look: staff",
    no_example="A tool that hears whether callers grow impatient: customers",
    options=(
        Option(
            "staff_or_applicants", "staff, freelancers, volunteers or applicants", "Anyone at work or looking for it."
        ),
        Option(
            "students", "pupils, students or people applying for a place", "Schools, universities, vocational training."
        ),
        Option(
            "staff_in_passing",
            "staff or students who are only recorded along with others",
            "The tool is meant for customers or visitors.",
        ),
        Option("customers", "customers"),
        Option("patients", "patients"),
        Option("drivers", "private drivers or passengers"),
        Option("users_themselves", "the users themselves, for themselves"),
        Option("public", "passers-by or audiences"),
    ),
    cite=_aia(pinpoint="Art. 5(1)(f)"),
)

emotion_reason = Choice(
    key="emotion_reason",
    section="use",
    presupposes=("emotion_subjects",),
    label="why emotions are read",
    ask="For what reason does it read the emotions of people at work or in education?",
    help="Medical means diagnosis, treatment or a disability aid. Safety means protecting life and health, not "
    "property. If there are several reasons, choose the one furthest from care and safety.",
    why="Only medical and safety reasons lift the ban.",
    evidence="medical or safety justification, certificate of the device",
    yes_example="An aid that helps autistic staff read faces: medical",
    no_example="Checking whether staff are in a good mood: another reason",
    options=(
        Option("medical", "medical", "Diagnosis, therapy, an aid for a disability."),
        Option("safety", "safety of life and health"),
        Option("wellbeing", "stress, burnout or general well-being", "Watching over it without medical treatment."),
        Option("other", "another reason", "Performance, service quality, honesty, marketing."),
    ),
    cite=_aia(pinpoint="Art. 5(1)(f)"),
)

category_ancillary = Flag(
    key="category_ancillary",
    section="behaviour",
    presupposes=("body_findings",),
    label="sorting only as an inseparable extra of another service",
    statement="sorting people is only a minor extra that another service cannot technically do without",
    denial="sorting people is a purpose or function of its own",
    ask="Is sorting people by their body only a minor extra that another commercial service cannot work without, for "
    "technical reasons?",
    help="It must be useless on its own and must not be a way around the rules.",
    why="Such an extra is no biometric categorisation.",
    evidence="technical note on why the service fails without it",
    yes_example="A try-on filter that fits glasses to the face",
    no_example="A shop camera that estimates visitors' age for statistics",
    cite=_aia(pinpoint="Art. 3(40)"),
)

category_purpose = Choice(
    key="category_purpose",
    section="use",
    presupposes=("body_findings", "category_ancillary"),
    label="what the sorting serves",
    ask="What is the sorting into groups by beliefs, orientation, race or union used for?",
    help="If it serves several ends, choose the first that fits; police work alone is the third, even about individual "
    "people. Mere totals of groups, with nobody sorted individually, are labelling.",
    why="Inferring such things about individual people is banned; ordering lawfully obtained data sets is not.",
    evidence="purpose description, record of how the data set was obtained",
    yes_example="Guessing a visitor's religion from the face: about individual people",
    no_example="Balancing a licensed set of photos by skin colour: labelling",
    options=(
        Option("about_individuals", "saying something about individual people"),
        Option("labels_lawful_data_sets", "labelling or filtering data sets obtained lawfully"),
        Option("law_enforcement", "sorting biometric data in police work"),
    ),
    cite=_aia(pinpoint="Art. 5(1)(g)"),
)

live_search_aim = Choices(
    key="live_search_aim",
    section="use",
    presupposes=("public_place", "identification_time"),
    label="what the live search is for",
    ask="What are the live searches for?",
    help="Choose every aim they serve. Serious crimes are those on the Act's list that can bring four years in prison "
    "or more.",
    why="Three aims can justify live identification by the police; anything else is banned.",
    evidence="request forms, deployment orders",
    yes_example="Finding one abducted child: victims or missing people",
    no_example="Watching a square in case somebody wanted walks by: other",
    options=(
        Option(
            "victims_or_missing",
            "particular victims or missing people",
            "Abduction, trafficking, sexual exploitation; people who have gone missing.",
        ),
        Option(
            "imminent_threat",
            "a concrete threat to life or physical safety, or a terrorist attack",
            "Specific, grave and about to happen; for terrorism, genuine and present or foreseeable.",
        ),
        Option("serious_crime_suspect", "a suspect of a listed serious crime"),
        Option("other", "anything else", "General surveillance, lesser offences, keeping order."),
    ),
    cite=_aia(pinpoint="Art. 5(1)(h)"),
)

live_search_safeguards = Choices(
    key="live_search_safeguards",
    section="safety",
    presupposes=("live_search_aim",),
    label="safeguards for live searches",
    ask="Which of these hold for every live search?",
    help="Choose only what is always kept, each use included.",
    why="Without all of them even a permitted aim does not lift the ban.",
    evidence="national provision, impact assessment, authorisations, notifications",
    yes_example="A judge approves each search beforehand: prior authorisation",
    no_example="One general approval for a year: not that",
    options=(
        Option("national_law", "national law allows it for this aim"),
        Option(
            "impact_assessment_registered",
            "fundamental-rights assessment made and system registered",
            "In urgency, registered without undue delay afterwards.",
        ),
        Option(
            "prior_authorisation",
            "approved by a court or independent authority",
            "In urgency, asked for within 24 hours; all data deleted if refused.",
        ),
        Option(
            "identity_only",
            "strictly needed, and only confirms the identity of the person sought",
            "Limited in time, area and people.",
        ),
        Option("notified", "each use notified to market-surveillance and data-protection authorities"),
        Option("human_decision", "no adverse decision on the match alone"),
    ),
    cite=_aia(pinpoint="Art. 5(2)"),
)
