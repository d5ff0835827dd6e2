"""What the model is: who made it, from how much compute, what comes out, how general it is."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Day, Flag, Grade, Number, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

development = Choice(
    key="development",
    section="model",
    label="who made the model",
    ask="Who made the model, and whose name does it carry?",
    help="Answer for the organisation you describe. Calling an API, writing prompts, adding documents for the model to "
    "look up, or hosting does not change a model.",
    why="Duties on models fall on the one who makes a model, or has it made, and offers it under its own name.",
    evidence="development contract, model card, licence",
    yes_example="You pay a lab to train a model and publish it under your brand: made for you",
    no_example="You run a hub where others upload their models: made by others, unchanged",
    options=(
        Option("own", "made by us, offered under our name", "Trained by your own organisation."),
        Option("commissioned", "made for us, offered under our name", "Someone else trained it on your behalf."),
        Option("for_client", "made by us for somebody else", "Your client offers it under its name."),
        Option("consortium_lead", "made by a consortium that we coordinate"),
        Option("consortium_member", "made by a consortium that another member coordinates"),
        Option("changed", "made by others, changed by us", "For example fine-tuned, not on the maker's behalf."),
        Option(
            "unchanged",
            "made by others, used or hosted unchanged",
            "Also when you build a product on it, or when no model is in play beyond somebody else's.",
        ),
        Option(
            "group",
            "made by another company of our group, used unchanged",
            "A general-purpose model of the same undertaking, in a product or service of yours.",
        ),
        Option(
            "kept_out",
            "made by others who ruled out the Union, offered there by us all the same",
            "Only if the maker plainly excluded distribution and use in the Union, also inside other products.",
        ),
        Option("represented", "made by others whom we represent in the Union", "You hold the maker's written mandate."),
    ),
    cite=_aia(pinpoint="Art. 3(3)"),
    rigidity=Rigidity.HARD,
)

training_compute = Number(
    key="training_compute",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
    ),
    label="training compute",
    ask="How much compute went into training that changed the model's parameters?",
    help="Count pre-training, fine-tuning and reinforcement learning. Leave out evaluations, failed experiments and "
    "the making of training data. For a run that is not finished give the planned figure. An estimate within about 30 "
    "% is enough; a range is fine.",
    why="Above 10^23 operations official guidance expects a general-purpose model; above 10^25 the law presumes "
    "systemic risk.",
    evidence="training logs, hardware hours, or parameters x tokens x 6",
    yes_example="70 billion parameters on 15 trillion tokens: about 6.3e24",
    no_example="Adding the compute of a separate grading model: leave it out",
    cite=_gl(pinpoint="Annex A.1"),
    rigidity=Rigidity.FIXED,
    unit="FLOP",
)

other_counted_compute = Number(
    key="other_counted_compute",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
    ),
    label="further compute counted for systemic risk",
    ask="How much further compute counts only towards systemic risk?",
    help="Making synthetic training data that is not public, discarded samples included, and the training of weights "
    "you started from, merged or averaged. Write 0 if there was none. Public synthetic data, evaluations, parent "
    "models of a distillation and helper models stay out.",
    why="The 10^25 line looks at all compute that built the model's abilities, not only at parameter updates.",
    evidence="data-generation logs, base model's documentation",
    yes_example="100 samples made, 10 kept: count the making of all 100",
    no_example="Samples made by somebody else and freely downloadable: leave them out",
    cite=_gl(pinpoint="Annex A.1"),
    rigidity=Rigidity.FIXED,
    unit="FLOP",
)

planned_compute = Number(
    key="planned_compute",
    section="model",
    presupposes=("training_course",),
    label="compute planned in total",
    ask="How much compute will count for this model once all training now planned is done?",
    help="Include what has been spent, all kinds counted for systemic risk.",
    why="The duty to notify starts when it is known that the line will be crossed, before training ends.",
    evidence="training plan, compute allocation",
    yes_example="Budget approved for a run of 2.3e25: write 2.3e25",
    no_example="An idea without allocated hardware: leave it out",
    cite=_aia(pinpoint="Art. 52(1)"),
    rigidity=Rigidity.MEDIUM,
    unit="FLOP",
)

parameters = Number(
    key="parameters",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
    ),
    label="number of parameters",
    ask="How many parameters does the model have?",
    help="All of them, not only those active at one step.",
    why="From a billion on, the recitals see generality even where the compute is below the official line.",
    evidence="configuration file, model card",
    yes_example="3.8 billion: write 3.8e9",
    no_example="A mixture of experts with 13 billion active of 47 billion: write 4.7e10",
    cite=_aia(pinpoint="recital 98"),
    rigidity=Rigidity.HARD,
    unit="parameters",
    maximum=1e18,
)

self_supervised_at_scale = Flag(
    key="self_supervised_at_scale",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
    ),
    label="large-scale self-supervised training",
    statement="the model was trained on a large amount of data by self-supervision",
    denial="the model was not trained on a large amount of data by self-supervision",
    ask="Did the model learn from a large amount of raw data by predicting parts of it?",
    help="Predicting the next word of web text is self-supervision. Learning from labelled or captioned examples, or "
    "only by playing games, is not.",
    why="Together with a billion parameters it is the recitals' sign of a general model.",
    evidence="training report",
    yes_example="Next-word prediction on trillions of words",
    no_example="Pictures paired with captions",
    cite=_aia(pinpoint="recital 98"),
    rigidity=Rigidity.FIXED,
)

generates = Choices(
    key="generates",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
    ),
    label="what the model generates",
    ask="What comes out of the model?",
    help="Choose all that fit, whatever the input. Program code counts as text. Leave empty for scores, forecasts, "
    "moves in a game and the like.",
    why="The official line for general-purpose models looks at language, pictures from text and video from text.",
    evidence="model card, interface description",
    yes_example="A song generator that sings lyrics: music and speech",
    no_example="A chess engine: nothing on the list",
    options=(
        Option("text", "text or program code"),
        Option("speech", "spoken or sung language"),
        Option("images_from_text", "images made from a text description"),
        Option("video_from_text", "video made from a text description"),
        Option("images_otherwise", "images made otherwise", "For example enlarged or recoloured pictures."),
        Option("video_otherwise", "video made otherwise"),
        Option("music_or_sound", "music or sound without words"),
        Option("other", "other new content", "For example shapes in three dimensions, molecules, made-up records."),
    ),
    cite=_gl(pinpoint="section 2.1"),
    rigidity=Rigidity.HARD,
)

task_range = Choice(
    key="task_range",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
    ),
    label="range of tasks",
    ask="How many different kinds of task does the model do well?",
    help="Think of what it can do, not only of what you sell it for. A model that writes, summarises, translates and "
    "answers questions does many. One that makes any picture people describe does many, too.",
    why="A narrow model is not a general-purpose model, whatever its size.",
    evidence="evaluation results over different kinds of task",
    yes_example="A chat model trained on broad web text: many",
    no_example="A model that only writes down speech: one",
    options=(
        Option("one", "one task"),
        Option("few", "a small family of closely related tasks"),
        Option("many", "a wide range of different tasks"),
    ),
    cite=_aia(pinpoint="Art. 3(63)"),
    rigidity=Rigidity.HARD,
)

unusually_general = Flag(
    key="unusually_general",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
    ),
    label="as general as models above the official line",
    statement="the model is as general as models above the official line",
    denial="the model is not as general as models above the official line",
    ask="Does the model do as wide a range of tasks as well as models above 10^23 operations do?",
    help="Matters when the compute is not known or is at most 10^23 operations, or when the model generates neither "
    "language nor pictures or video from text.",
    why="Such a model can exceptionally count as general-purpose although it misses the official line.",
    evidence="benchmark comparison with larger general models",
    yes_example="A small model that matches much larger ones across very different benchmarks",
    no_example="A small chat model that is clearly weaker than large ones",
    cite=_gl(pinpoint="section 2.1"),
    rigidity=Rigidity.HARD,
    assumed=True,
)

integrable = Flag(
    key="integrable",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
    ),
    label="can be built into other products",
    statement="the model can be built into a variety of products",
    denial="the model cannot be built into a variety of products",
    ask="Can the model be built into different kinds of products or services?",
    help="By download, by API or in any other way; it need not have happened yet.",
    why="Part of the definition in the law; used when the official line of the guidelines is switched off.",
    evidence="interface description, integration guide",
    yes_example="An API that any product can call",
    no_example="A model wired into one machine's controller",
    cite=_aia(pinpoint="Art. 3(63)"),
)

matches_most_advanced = Flag(
    key="matches_most_advanced",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
    ),
    label="as capable as the most advanced models",
    statement="the model's abilities match or exceed those of the most advanced models",
    denial="the model's abilities stay below those of the most advanced models",
    ask="Does the model match or beat the most capable models on the market?",
    help="Compare at the time you answer, on the benchmarks usual for the strongest general models.",
    why="Such abilities make systemic risk even below 10^25 operations of compute.",
    evidence="evaluation against current leading models",
    yes_example="First or second place across the usual frontier benchmarks",
    no_example="Best among models that fit on a laptop",
    cite=_aia(pinpoint="Art. 51(1)(a)"),
    rigidity=Rigidity.HARD,
)

training_course = Choices(
    key="training_course",
    section="model",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
    ),
    label="what came before and what comes after in training",
    ask="Does the training of this model begin before it or go on after it?",
    help="Leave empty if it was trained from scratch and no more training is planned.",
    why="A new version can count as the same model and keep the later date of the first; planned training can bring "
    "the duty to notify forward.",
    evidence="training lineage in the model card, training plan",
    yes_example="A reasoning model trained further from your last base model: a new version",
    no_example="A new base model trained from scratch, and finished: neither",
    options=(
        Option(
            "earlier_version",
            "it is a new version of an earlier model of yours",
            "It starts from the same large training run, for example by fine-tuning, distilling, compressing or "
            "merging.",
        ),
        Option("more_planned", "more training is planned", "Or a run is not finished yet."),
    ),
    cite=_gl(pinpoint="section 2.2"),
    rigidity=Rigidity.FIXED,
)

lineage_placed_on = Day(
    key="lineage_placed_on",
    section="model",
    presupposes=("training_course",),
    label="day the first version came to the Union market",
    ask="When did the first version of that model come to the Union market?",
    help="The first version from the same large training run.",
    why="Models on the market before 2 August 2025 have until 2 August 2027.",
    evidence="release notes",
    yes_example="Base model released on 24 December 2024: that day",
    no_example="The day on which training began: not this day",
    cite=_aia(pinpoint="Art. 111(3)"),
    rigidity=Rigidity.FIXED,
)
