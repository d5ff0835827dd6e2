"""Where in the United States something is done, and how a model or system reaches people there."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Day, Grade, Number, Option, Rigidity

_tfaia = partial(Cite, instrument="US-CA-TFAIA", grade=Grade.P)

us_states = Choices(
    key="us_states",
    section="market",
    label="links to the United States",
    ask="In which parts of the United States do you do business, offer it, use it, or decide about people?",
    help="Choose every state that fits, paid or free. A public download or website that people across the country can "
    "use is nationwide. Leave empty only if nothing of it touches the United States.",
    why="State laws reach those who do business in the state, offer something there or decide about people there. "
    "One answer settles all states.",
    evidence="sales regions, download terms, user locations, places of work of staff and applicants",
    yes_example="Weights on a public hub that anyone can download: nationwide",
    no_example="A tool sold and used in France alone: none",
    options=(
        Option("nationwide", "nationwide", "All states. Also when you cannot tell states apart."),
        Option("al", "Alabama"),
        Option("az", "Arizona"),
        Option("ar", "Arkansas"),
        Option("ca", "California"),
        Option("co", "Colorado"),
        Option("ct", "Connecticut"),
        Option("de", "Delaware"),
        Option("fl", "Florida"),
        Option("ga", "Georgia"),
        Option("hi", "Hawaii"),
        Option("id", "Idaho"),
        Option("il", "Illinois"),
        Option("in", "Indiana"),
        Option("ia", "Iowa"),
        Option("ky", "Kentucky"),
        Option("me", "Maine"),
        Option("md", "Maryland"),
        Option("mn", "Minnesota"),
        Option("mt", "Montana"),
        Option("ne", "Nebraska"),
        Option("nv", "Nevada"),
        Option("nh", "New Hampshire"),
        Option("nj", "New Jersey"),
        Option("ny", "New York State or City"),
        Option("ok", "Oklahoma"),
        Option("or", "Oregon"),
        Option("ri", "Rhode Island"),
        Option("tn", "Tennessee"),
        Option("tx", "Texas"),
        Option("ut", "Utah"),
        Option("vt", "Vermont"),
        Option("va", "Virginia"),
        Option("wa", "Washington State"),
        Option("elsewhere", "another state or territory", "Federal law alone is worked out for these."),
    ),
    cite=_tfaia(pinpoint="22757.11"),
)

us_release = Choice(
    key="us_release",
    section="market",
    presupposes=("us_states", "development"),
    label="who outside the organisation can get the model",
    ask="Who outside your organisation can use, copy or change the model?",
    help="Take the widest circle. Free and open releases count like sales; an app or an API counts as use.",
    why="Reports on powerful models and on training data are due when others get the model, not while it stays inside.",
    evidence="download page, API terms, evaluation contracts",
    yes_example="Weights under Apache-2.0 on a public hub: customers or anybody",
    no_example="Weights given to a red team under contract: only people who help to develop or evaluate it",
    options=(
        Option("offered", "customers or anybody", "By app, API, licence, download or inside a product."),
        Option("evaluators", "only people who help to develop or evaluate it"),
        Option("researchers", "only people who research it", "Beyond developing and evaluating it."),
        Option("inside", "nobody"),
    ),
    cite=_tfaia(pinpoint="22757.11(e)"),
)

us_release_on = Day(
    key="us_release_on",
    section="market",
    presupposes=("us_states", "development", "us_release"),
    label="day of its latest new or substantially changed version",
    ask="When did its latest new or substantially changed version become available to others?",
    help="Re-training or fine-tuning that changes what it can do counts. Give the planned day if it lies ahead.",
    why="Duties at release look at versions from a certain day on.",
    evidence="release notes, change log",
    yes_example="Released in 2024, re-trained and released again on 3 March 2026: the latter",
    no_example="A new colour scheme of the chat page: no new version",
    cite=_tfaia(pinpoint="22757.12(c)"),
    rigidity=Rigidity.FIXED,
)

us_monthly_users = Number(
    key="us_monthly_users",
    section="market",
    presupposes=("us_states", "system_roles", "system_functions", "us_generator_reach", "us_content_limits"),
    label="monthly users of the generating system",
    ask="How many people use or visit the system in a month?",
    help="Worldwide, unless you only know a part. A range is fine. If people run public weights themselves, let the "
    "range reach up to as many as may do so: whether they count is disputed. Downloads are not people.",
    why="Some states start the marking of generated pictures, sound and video above a million users a month.",
    evidence="usage statistics",
    yes_example="1.2 million visitors in March: 1200000",
    no_example="1.2 million downloads of the weights by some 300,000 people: not 1200000",
    cite=Cite(instrument="US-WA-HB1170", pinpoint="s. 1", grade=Grade.P),
    unit="users",
    maximum=1e10,
    integer=True,
)
