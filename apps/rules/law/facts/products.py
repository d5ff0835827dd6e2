"""Physical products and devices: which product law covers them, what the AI part does, and who assesses the product."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Grade, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

product_laws = Choices(
    key="product_laws",
    section="use",
    presupposes=("system_roles", "system_method", "system_union_links", "uses"),
    label="product laws of Annex I",
    ask="Which of these is the product that the AI is, or is part of?",
    help="Choose the kinds for which the AI matters; leave empty only if none fits. Wi-Fi in a car or machine alone "
    "does not make it radio equipment. The declaration of conformity or the type approval names the laws. Software "
    "alone can be a medical device.",
    why="AI inside a product under these laws can be high-risk, and the kind decides which rules then apply.",
    evidence="declaration of conformity, type approval, instructions",
    yes_example="Software that reads X-rays for doctors: a medical device",
    no_example="A web shop's chat assistant: none",
    options=(
        Option("toys", "a toy", "Made for children to play with, also if not for that alone."),
        Option("recreational_craft", "a pleasure boat or water scooter", "Also their engines and parts."),
        Option("lifts", "a lift", "Also safety components for lifts."),
        Option("explosive_atmospheres", "equipment for explosive surroundings", "Plants with gas, vapour or dust."),
        Option("radio", "radio equipment", "Whatever sends or receives by radio: Wi-Fi, Bluetooth, mobile networks."),
        Option("pressure", "pressure equipment", "Vessels, boilers, pipes and their safety fittings."),
        Option("cableways", "a cableway", "Cable cars, chairlifts, funiculars."),
        Option("ppe", "personal protective equipment", "Helmets, harnesses, masks, protective clothing."),
        Option("gas", "an appliance burning gas", "Cookers, heaters and the like, and their fittings."),
        Option("medical", "a medical device", "For diagnosis, treatment, monitoring or prediction of disease."),
        Option("ivd", "an in-vitro diagnostic device", "Tests on samples taken from the body."),
        Option("aviation_security", "civil-aviation security equipment", "Screening of passengers, bags and cargo."),
        Option("two_three_wheelers", "a two- or three-wheeled vehicle or quad"),
        Option("agricultural_vehicles", "an agricultural or forestry vehicle"),
        Option("marine", "marine equipment", "Carried on ships under a Member State's flag."),
        Option("rail", "part of the railway system", "Trains, signalling, track and their parts."),
        Option("motor_vehicles", "a motor vehicle or trailer", "Cars, buses, lorries, and systems or parts for them."),
        Option("vehicle_safety", "a vehicle's driver-assistance or safety system", "Lane keeping, emergency braking."),
        Option("aviation", "a drone or other unmanned aircraft", "With engines, propellers, parts, remote control."),
        Option("machinery", "machinery", "Robots, machine tools, and safety components for machines."),
    ),
    cite=_aia(pinpoint="Annex I"),
)

product_function = Choices(
    key="product_function",
    section="use",
    presupposes=("product_laws",),
    label="what the AI does for the product",
    ask="What does the AI do for the product, and what happens when it fails?",
    help="Choose all that fit. Think of wrong results and of no result at all. Pick the last only if nothing the AI "
    "does has to do with safety.",
    why="Only the product itself and parts that matter for safety can be high-risk.",
    evidence="risk analysis, failure analysis, description of functions",
    yes_example="Stops the lift when the door is blocked: prevents harm, and its failure can hurt people",
    no_example="Suggests songs in a connected toy: comfort only",
    options=(
        Option("is_product", "the AI is the product itself", "For example diagnostic software sold as a device."),
        Option("prevents_harm", "meant to prevent or limit harm", "To the life or health of people, or to property."),
        Option("failure_hurts_people", "people can be hurt when it fails"),
        Option("failure_damages_property", "property can be damaged when it fails"),
        Option(
            "comfort_only",
            "help, comfort, efficiency or quality control alone",
            "User assistance, performance, service, automation or quality checks with no part in safety.",
        ),
    ),
    cite=_aia(pinpoint="Art. 3(14)"),
)

product_assessment = Choice(
    key="product_assessment",
    section="use",
    presupposes=("product_laws",),
    label="who must assess the product",
    ask="Who must assess the product before it may be sold, under the product law?",
    help="Ask whoever handles its approval; never guess from the device class. Answer for the laws "
    "you chose, the strictest if they differ. Describe two products under different laws in separate profiles.",
    why="Only products that need an outside assessment for safety reasons make their AI high-risk.",
    evidence="conformity-assessment route, notified body's certificate, type-approval certificate",
    yes_example="A notified body certifies the medical device: outside assessment for safety",
    no_example="The maker declares conformity alone: self-declared",
    options=(
        Option(
            "third_party_safety",
            "an outside body, for health and safety",
            "A notified body, type-approval authority or other independent assessor.",
        ),
        Option(
            "third_party_unless_standards",
            "an outside body, unless harmonised standards are followed",
            "The law lets the maker assess alone when it applies the standards in full.",
        ),
        Option(
            "third_party_other_risks",
            "an outside body, for other risks alone",
            "For example radio spectrum, or electromagnetic disturbance that threatens nobody's health.",
        ),
        Option("self_declared", "the maker alone"),
    ),
    cite=_aia(pinpoint="Art. 6(1)(b)"),
    rigidity=Rigidity.HARD,
)
