"""Other Union acts that Remit points to without working them out: what they are and since when they apply."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Cite, Force, Grade, Instrument, State, Status


def _act(
    id_: str,
    title: str,
    short: str,
    number: str,
    enforcer: str,
    url: str,
    summary: str,
    published_on: date,
    applies_from: date,
    pinpoint: str,
    grade: Grade,
    force: Force = Force.REGULATION,
) -> Instrument:
    """An act that applies from one day on; `pinpoint` and `grade` say where that day stands and how it was checked."""
    cite = Cite(instrument=id_, pinpoint=pinpoint, grade=grade)
    return Instrument(
        id=id_,
        title=title,
        short=short,
        jurisdiction="EU",
        force=force,
        number=number,
        enforcer=enforcer,
        url=url,
        summary=summary,
        published_on=published_on,
        status=(Status(on=applies_from, state=State.IN_FORCE, note="applies", cite=cite, published_on=published_on),),
        sources=(cite,),
    )


_ELI = "http://data.europa.eu/eli/"
_MARKET = "national market surveillance authorities"
_DEVICES = "national device authorities, notified bodies"

MDR = _act(
    "MDR",
    "Regulation (EU) 2017/745 on medical devices",
    "Medical Devices Regulation",
    "Regulation (EU) 2017/745",
    _DEVICES,
    f"{_ELI}reg/2017/745/oj",
    "Software with a medical purpose is a device. Its class decides whether a notified body must look at it. A change "
    "proposed as COM(2025) 1023 is pending.",
    date(2017, 5, 5),
    date(2021, 5, 26),
    "Art. 123(2)",
    Grade.M,
)

IVDR = _act(
    "IVDR",
    "Regulation (EU) 2017/746 on in vitro diagnostic medical devices",
    "In Vitro Diagnostics Regulation",
    "Regulation (EU) 2017/746",
    _DEVICES,
    f"{_ELI}reg/2017/746/oj",
    "Covers tests on samples from the human body and the software for them, by class.",
    date(2017, 5, 5),
    date(2022, 5, 26),
    "Art. 113(2)",
    Grade.M,
)

MACHINERY = _act(
    "MACHINERY",
    "Regulation (EU) 2023/1230 on machinery",
    "Machinery Regulation",
    "Regulation (EU) 2023/1230",
    _MARKET,
    f"{_ELI}reg/2023/1230/oj",
    "Replaces Directive 2006/42/EC on 20 January 2027. Safety parts that go on learning need outside assessment. Since "
    "27 July 2026 machinery stands in Section B of Annex I of the AI Act, so its own rules take up the requirements.",
    date(2023, 6, 29),
    date(2027, 1, 20),
    "Art. 54",
    Grade.S,
)

VEHICLES = _act(
    "VEHICLES",
    "Regulations (EU) 2018/858 and (EU) 2019/2144 on approval and safety of motor vehicles, and sister acts",
    "Vehicle approval law",
    "Regulations (EU) 2018/858, (EU) 2019/2144 and others",
    "national approval authorities",
    f"{_ELI}reg/2018/858/oj",
    "Type approval of cars, two-wheelers, tractors, rail and ships. These acts stand in Section B of Annex I of the AI "
    "Act and are to take up its requirements.",
    date(2018, 6, 14),
    date(2020, 9, 1),
    "Art. 91",
    Grade.M,
)

AVIATION = _act(
    "AVIATION",
    "Regulation (EU) 2018/1139 on civil aviation",
    "Aviation Safety Regulation",
    "Regulation (EU) 2018/1139",
    "European Union Aviation Safety Agency, national authorities",
    f"{_ELI}reg/2018/1139/oj",
    "Certification of aircraft, parts, drones and air traffic systems. Amended by the Digital Omnibus on AI.",
    date(2018, 8, 22),
    date(2018, 9, 11),
    "Art. 141",
    Grade.M,
)

TOYS = _act(
    "TOYS",
    "Directive 2009/48/EC on the safety of toys",
    "Toy Safety Directive",
    "Directive 2009/48/EC",
    _MARKET,
    f"{_ELI}dir/2009/48/oj",
    "Safety of toys, smart ones included. A new regulation will replace it; its day was not checked.",
    date(2009, 6, 30),
    date(2011, 7, 20),
    "Art. 54",
    Grade.M,
    Force.STATUTE,
)

PWD = _act(
    "PWD",
    "Directive (EU) 2024/2831 on improving working conditions in platform work",
    "Platform Work Directive",
    "Directive (EU) 2024/2831",
    "national labour and data protection authorities",
    f"{_ELI}dir/2024/2831/oj",
    "Rules for apps that direct platform workers, self-employed ones included in large part: banned data, openness, "
    "human oversight, review of decisions. Works through national law, due by 2 December 2026 and not checked.",
    date(2024, 11, 11),
    date(2026, 12, 2),
    "Art. 29",
    Grade.S,
    Force.STATUTE,
)

CREDIT = _act(
    "CREDIT",
    "Directive (EU) 2023/2225 on credit agreements for consumers",
    "Consumer Credit Directive",
    "Directive (EU) 2023/2225",
    "national financial supervisors",
    f"{_ELI}dir/2023/2225/oj",
    "Which data may decide on consumer credit, and a right to have people look at automated checks. Works through "
    "national law, which was not checked.",
    date(2023, 10, 30),
    date(2026, 11, 20),
    "Art. 48",
    Grade.M,
    Force.STATUTE,
)

POLITICAL_ADS = _act(
    "POLITICAL-ADS",
    "Regulation (EU) 2024/900 on the transparency and targeting of political advertising",
    "Political Advertising Regulation",
    "Regulation (EU) 2024/900",
    "national authorities for media, elections and data protection",
    f"{_ELI}reg/2024/900/oj",
    "Labels and records for political adverts, and limits on aiming them at people with their data.",
    date(2024, 3, 20),
    date(2025, 10, 10),
    "Art. 30",
    Grade.M,
)

CONSUMER = _act(
    "CONSUMER",
    "Directive 2005/29/EC on unfair commercial practices",
    "Consumer law",
    "Directive 2005/29/EC and others",
    "national consumer authorities and courts",
    f"{_ELI}dir/2005/29/oj",
    "Bars misleading and pressing practices towards consumers, whatever technique is used. Works through national law.",
    date(2005, 6, 11),
    date(2007, 12, 12),
    "Art. 19",
    Grade.M,
    Force.STATUTE,
)

EQUALITY = _act(
    "EQUALITY",
    "Directives 2000/43/EC, 2000/78/EC, 2004/113/EC and 2006/54/EC on equal treatment",
    "Equality law",
    "Directives 2000/43/EC, 2000/78/EC, 2004/113/EC, 2006/54/EC",
    "national equality bodies and courts",
    f"{_ELI}dir/2000/78/oj",
    "Bars direct and indirect discrimination at work and in goods and services, by machine as by hand. Works through "
    "national law.",
    date(2000, 7, 19),
    date(2003, 12, 2),
    "Directive 2000/78/EC, Art. 18",
    Grade.M,
    Force.STATUTE,
)

NIS2 = _act(
    "NIS2",
    "Directives (EU) 2022/2555 on cybersecurity and (EU) 2022/2557 on the resilience of critical entities",
    "NIS2 and CER",
    "Directives (EU) 2022/2555 and (EU) 2022/2557",
    "national cybersecurity and resilience authorities",
    f"{_ELI}dir/2022/2555/oj",
    "Risk management and incident reports of essential and important entities, and resilience of designated critical "
    "entities. Work through national law.",
    date(2022, 12, 27),
    date(2024, 10, 18),
    "Directive (EU) 2022/2555, Art. 41",
    Grade.M,
    Force.STATUTE,
)

NATIONAL = _act(
    "NATIONAL",
    "National acts beside the AI Act",
    "National AI law",
    "",
    "named by each Member State",
    "",
    "Member States name authorities, set penalties for what Article 99(4) does not list, and add rules of their own. "
    "Seen in secondary sources only: Germany (in force 29 July 2026, Bundesnetzagentur) and Italy (Law 132/2025, in "
    "force 10 October 2025).",
    date(2025, 9, 25),
    date(2025, 10, 10),
    "Italy, Law 132/2025",
    Grade.S,
    Force.STATUTE,
)
