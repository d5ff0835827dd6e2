"""How somebody else's model was changed, and what is known about the original."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Flag, Grade, Number, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

base_general_purpose = Flag(
    key="base_general_purpose",
    section="modification",
    label="original is a general-purpose model",
    statement="the original model is a general-purpose AI model",
    denial="the original model is not a general-purpose AI model",
    ask="Was the model you changed a broad model that does many kinds of task?",
    help="Nearly every large language model is. If its maker publishes documentation for general-purpose models, yes.",
    why="Only changing a general-purpose model can make you the maker of one in this way.",
    evidence="original's model card or public training summary",
    yes_example="An open-weight chat model",
    no_example="A classifier for one kind of crop disease",
    cite=_gl(pinpoint="section 3.2"),
    rigidity=Rigidity.FIXED,
)

base_systemic_risk = Flag(
    key="base_systemic_risk",
    section="modification",
    presupposes=("base_general_purpose",),
    label="original has systemic risk",
    statement="the original is a model with systemic risk",
    denial="the original is not a model with systemic risk",
    ask="Does the original model count as one with systemic risk?",
    help="Yes if its maker says so, or if its training took more than 10^25 operations and nothing else is known.",
    why="It changes which compute is compared, and brings the duties for systemic risk along.",
    evidence="original's documentation, the Commission's list once published",
    yes_example="An original trained with 3.8e25 operations",
    no_example="An original trained with 3.4e24 operations",
    cite=_gl(pinpoint="section 3.2.2"),
    rigidity=Rigidity.FIXED,
)

base_compute_known = Flag(
    key="base_compute_known",
    section="modification",
    presupposes=("base_general_purpose", "modification_compute"),
    label="original's compute known or estimable",
    statement="the original's training compute is known or can be estimated",
    denial="the original's training compute is neither known nor can be estimated",
    ask="Do you know the original's training compute, or could you estimate it?",
    help="Parameters times training tokens times six gives an estimate. Answer no only if there is no basis for one.",
    why="Without any figure a fixed fallback takes its place.",
    evidence="original's model card, published estimates",
    yes_example="Parameters and tokens are in the model card",
    no_example="The maker publishes neither size nor data nor hardware",
    cite=_gl(pinpoint="section 3.2"),
    rigidity=Rigidity.FIXED,
)

base_training_compute = Number(
    key="base_training_compute",
    section="modification",
    presupposes=("base_compute_known",),
    label="original's training compute",
    ask="How much compute went into training that changed the original's parameters?",
    help="Counted as for your own model. A range is fine.",
    why="Your change is compared with a third of it.",
    evidence="original's model card, published estimates",
    yes_example="8 billion parameters on 15 trillion tokens: about 7.2e23",
    no_example="Your own fine-tuning run: leave it out here",
    cite=_gl(pinpoint="Annex A.1"),
    rigidity=Rigidity.FIXED,
    unit="FLOP",
)

base_other_counted_compute = Number(
    key="base_other_counted_compute",
    section="modification",
    presupposes=("base_training_compute",),
    label="original's further counted compute",
    ask="How much further compute of the original counts towards systemic risk?",
    help="Private synthetic data and weights that the original itself started from. 0 if there was none.",
    why="For an original with systemic risk the comparison looks at all its counted compute.",
    evidence="original's documentation",
    yes_example="The original learned from text that its maker generated privately: count making it",
    no_example="The original's evaluations: leave them out",
    cite=_gl(pinpoint="Annex A.1"),
    rigidity=Rigidity.FIXED,
    unit="FLOP",
)

modification_compute = Number(
    key="modification_compute",
    section="modification",
    label="compute of the change",
    ask="How much compute did your change take?",
    help="All training in this change. If you changed the model several times, this one only.",
    why="Above a third of the original's compute you normally count as the maker of a model yourself.",
    evidence="training logs, hardware hours",
    yes_example="Continued training of an 11-billion-parameter model on 600 billion tokens: about 4e22",
    no_example="A light adapter trained on a few thousand examples: about 2e19",
    cite=_gl(pinpoint="section 3.2"),
    rigidity=Rigidity.FIXED,
    unit="FLOP",
)

earlier_modification_compute = Number(
    key="earlier_modification_compute",
    section="modification",
    presupposes=("modification_compute",),
    label="compute of your earlier changes",
    ask="How much compute did earlier changes of yours to the same model take?",
    help="Add them up. Write 0 if this is the first.",
    why="Whether several changes are added together is not settled.",
    evidence="training logs",
    yes_example="Three earlier rounds of 1e22 each: 3e22",
    no_example="Changes that others made before you: leave them out",
    cite=_gl(pinpoint="section 3.2"),
    rigidity=Rigidity.FIXED,
    unit="FLOP",
)

modification_methods = Choices(
    key="modification_methods",
    section="modification",
    label="ways the model was changed",
    ask="How did you change the model?",
    help="Choose all that fit. Prompts, retrieval of documents and tools around a model do not change it.",
    why="The official test counts training compute only; joining models takes hardly any.",
    evidence="training or merging recipe",
    yes_example="Weights of two models averaged into one: merged",
    no_example="A long system prompt: none of these",
    options=(
        Option("training", "further training", "Fine-tuning, adapters, continued pre-training and the like."),
        Option("merging", "merging with other models"),
        Option("compression", "compression", "Quantising or pruning."),
    ),
    cite=_gl(pinpoint="section 3.2"),
    rigidity=Rigidity.FIXED,
)

changes_capabilities = Flag(
    key="changes_capabilities",
    section="modification",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
    ),
    label="change alters what the model can do",
    statement="the change noticeably alters how general, how capable or how risky the model is",
    denial="the change does not noticeably alter how general, how capable or how risky the model is",
    ask="Did the change noticeably alter how general, how capable or how risky the model is?",
    help="A new tone or format does not. New languages, much better reasoning or removed safeguards do.",
    why="It is what the test on compute stands for; asked where compute says nothing.",
    evidence="evaluation before and after",
    yes_example="Refusals trained away",
    no_example="Answers now follow a house style",
    cite=_gl(pinpoint="section 3.2"),
    rigidity=Rigidity.HARD,
)

controls_weights = Flag(
    key="controls_weights",
    section="modification",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
    ),
    label="control over the changed weights",
    statement="the organisation holds the changed weights itself",
    denial="the changed weights stay with the original maker",
    ask="Do you hold the changed weights yourself?",
    help="No if you fine-tuned through the maker's service and cannot take the result away.",
    why="Without control over the weights the change may remain the original maker's act.",
    evidence="fine-tuning service terms",
    yes_example="Trained on your own machines from downloaded weights",
    no_example="Tuned through an API, served by the maker only",
    cite=_gl(pinpoint="section 3.2"),
    rigidity=Rigidity.MEDIUM,
)
