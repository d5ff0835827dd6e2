"""What is supplied beside a model or inside a system: software, devices, services, open source, platforms."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Cite, Flag, Grade, Option, Rigidity

_cra = partial(Cite, instrument="CRA", grade=Grade.S)
_dsa = partial(Cite, instrument="DSA", grade=Grade.M)

digital_product = Choice(
    key="digital_product",
    section="market",
    presupposes=("development", "system_roles"),
    label="software or device supplied",
    ask="What do others get from you in the European Union: software or a connected device, a service, or a bare "
    "model?",
    help="If several fit, take the first and describe the others in profiles of their own. An app with its own online "
    "part is software, not only a service. Earning includes a price, support people must pay for, a platform around "
    "it, and use of people's data beyond security, compatibility and interoperability.",
    why="Cybersecurity and product-liability law look at what is supplied, and treat unpaid open source differently.",
    evidence="distribution list, price list, licence, statutes",
    yes_example="A phone app with a subscription: software supplied as a business",
    no_example="A chat page in the browser and nothing to install: a service only",
    options=(
        Option(
            "commercial_product",
            "our software or device, supplied as a business",
            "Paid or free; open source too if you earn with it.",
        ),
        Option(
            "others_product",
            "somebody else's software or device that we import, sell or represent",
            "Under its maker's name and as it is; with your name on it, or changed substantially, it is yours.",
        ),
        Option(
            "free_open_source",
            "our free and open-source software, outside any business",
            "The source is open, anyone may use, change and pass it on, and you earn nothing from it.",
        ),
        Option(
            "open_source_by_firm",
            "free and open-source software that our business gives away",
            "As above, but part of what a company does; still without earning from it.",
        ),
        Option(
            "steward",
            "open-source software of a community that we look after",
            "A legal person that lastingly supports open-source software meant for commercial use, without being its "
            "maker.",
        ),
        Option("service_only", "an online service, with nothing to install", "Not even an app for it."),
        Option(
            "weights_only",
            "model weights or data alone, without software",
            "Open weights that earn nothing: take the answer on free and open-source software.",
        ),
        Option(
            "no",
            "nothing of the kind reaches the Union",
            "Also if you as a private person give it away outside any business, source not open.",
        ),
    ),
    cite=_cra(pinpoint="Art. 3(1)", grade=Grade.M),
    rigidity=Rigidity.MEDIUM,
)

runs_designated_platform = Flag(
    key="runs_designated_platform",
    section="use",
    presupposes=("system_union_links",),
    label="runs the very large platform or search engine",
    statement="the organisation runs the platform or search engine designated as very large",
    denial="somebody else runs the platform or search engine designated as very large",
    ask="Do you run that platform or search engine yourself?",
    help="No if you only supply a system that it uses.",
    why="The duties for very large platforms fall on whoever runs them.",
    evidence="designation decision, terms of use",
    yes_example="A company with a designated search engine that answers in chat form",
    no_example="A start-up whose captioning tool a designated video platform uses",
    cite=_dsa(pinpoint="Art. 33"),
)
