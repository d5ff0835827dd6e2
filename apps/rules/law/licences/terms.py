"""The words in which licences are written down: each a closed list, so that licences can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from apps.rules.engine import Cite, Grade


class Worded(StrEnum):
    """A value with the words a reader sees."""

    words: str

    def __new__(cls, value: str, words: str = "") -> Self:
        """Keep the words beside the value."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.words = words
        return made


class Family(Worded):
    """Who wrote the licence, or what kind it is. The order is the order of the library."""

    PERMISSIVE = "permissive", "Permissive"
    COPYLEFT = "copyleft", "Copyleft"
    CONTENT = "content", "Content, data and model-purpose"
    RAIL = "rail", "Responsible AI (RAIL)"
    META = "meta", "Meta"
    GOOGLE = "google", "Google"
    ALIBABA = "alibaba", "Alibaba"
    DEEPSEEK = "deepseek", "DeepSeek"
    MISTRAL = "mistral", "Mistral AI"
    TII = "tii", "Technology Innovation Institute"
    COHERE = "cohere", "Cohere"
    NVIDIA = "nvidia", "NVIDIA"
    APPLE = "apple", "Apple"
    XAI = "xai", "xAI"
    MOONSHOT = "moonshot", "Moonshot AI"
    MINIMAX = "minimax", "MiniMax"
    ZHIPU = "zhipu", "Zhipu / Z.ai"
    IMAGE = "image", "Image, video and 3D"
    KOREAN = "korean", "Korean makers"
    OTHER = "other", "Others, hosted only, none"


class Osi(Worded):
    """Where the text stands on the list of the Open Source Initiative."""

    APPROVED = "approved", "approved"
    NOT_APPROVED = "not_approved", "not approved"
    NOT_REVIEWED = "not_reviewed", "not reviewed, on the last evidence"
    TEXT_ONLY = "text_only", "the text is approved, what is added to it is not"
    NO_LICENCE = "no_licence", "there is no licence text to approve"


class Verdict(Worded):
    """Whether the licence is free and open-source in the sense of Article 53(2) of the AI Act."""

    YES = "yes", "yes"
    LEANS_YES = "leans_yes", "contested, leans yes"
    CONTESTED = "contested", "contested"
    LEANS_NO = "leans_no", "contested, leans no"
    NO = "no", "no"

    @property
    def passes(self) -> bool | None:
        """True or False; None where readings differ, which is to be planned for as not passing."""
        return {Verdict.YES: True, Verdict.NO: False}.get(self)


class Freedom(Worded):
    """How far one of the four rights goes."""

    FULL = "Y", "for everybody"
    LIMITED = "C", "with limits"
    NONE = "N", "not given"


class Commercial(Worded):
    """What the licence says about commercial use, before anything is known about the user."""

    YES = "yes", "allowed"
    THRESHOLD = "threshold", "depends on figures"
    CONDITIONAL = "conditional", "depends on what is done with it"
    CONTRACT = "contract", "see the contract"
    NO = "no", "not allowed"


class Metric(Worded):
    """A figure that a licence counts."""

    MAU_BEFORE_RELEASE = (
        "mau_in_month_before_model_release",
        "monthly active users of all products, affiliates included, in the calendar month before the model's release",
    )
    GROUP_MAU = (
        "group_monthly_active_users",
        "monthly active users of all products, affiliates included, last calendar month",
    )
    PRODUCT_MAU = "product_monthly_active_users", "monthly active users of the product with the model in it"
    UNIQUE_USERS = "monthly_unique_users", "unique users in a month"
    DAILY_USERS = "daily_active_users", "daily active users"
    GROUP_YEAR = "group_annual_revenue_usd", "yearly revenue of the company with its affiliates"
    ENTITY_YEAR = "entity_annual_revenue_usd", "yearly revenue of the legal entity"
    GROUP_MONTH = "group_revenue_last_month_usd", "worldwide revenue of the company or employer's group, last month"
    ROLLING_YEAR = "rolling_12_month_revenue_usd", "revenue with affiliates in any 12 months in a row"
    PRODUCT_MONTH = "product_monthly_revenue_usd", "revenue of the product in a month"
    PRODUCT_ARR = "product_annual_recurring_revenue_usd", "yearly recurring revenue of the product"
    YEAR_BEFORE_RMB = "previous_year_revenue_rmb", "revenue in the calendar year before, affiliates included"
    YEAR_IN_2019_USD = "annual_revenue_in_2019_usd", "yearly revenue in dollars of 2019"
    ATTRIBUTABLE_YEAR = "attributable_annual_revenue_usd", "yearly revenue earned with the model"
    STAFF = "staff", "employees and contractors"


class Unit(Worded):
    """What a figure is counted in."""

    USERS = "users", "users"
    PEOPLE = "people", "people"
    USD = "USD", "US dollars"
    RMB = "RMB", "renminbi"


class Operator(Worded):
    """How a figure must stand to the amount for the threshold to be reached."""

    ABOVE = ">", "more than"
    FROM = ">=", "at least"


class Tested(Worded):
    """When the figure counts."""

    AT_RELEASE = "at_release", "once, at the model's release; later growth does not matter"
    CONTINUOUS = "continuous", "all the time"


class Trait(Worded):
    """A yes-or-no fact about the user or the use that a licence asks for."""

    MODEL_SERVICE = "is_maas_business", "you sell access to models (model as a service)"
    WORK_ASSISTANT = "is_ai_assistant_business", "your business is an AI assistant for office work or coding"
    HOSTS_FOR_OTHERS = "offers_hosted_model_to_third_parties", "you host the model for others, or share its API"
    OFFERS_TO_OTHERS = "makes_available_to_third_parties", "you make the model or its derivatives available to others"
    SERVES_MODIFIED = "serves_modified_version", "people outside use your changed version over a network"
    INTERNAL_ONLY = "internal_use_only", "you use it inside your organisation only"
    VIA_PARTNER = "through_licensor_or_partner", "you use it through the licensor or a certified partner"
    PUBLIC_AUTHORITY = "is_public_authority", "you are a public authority, or act for one"
    IMAGE_BUSINESS = "core_business_is_image_generation", "your core business is making or editing images"
    COMPETES = "competes_with_licensor", "you offer what competes with the licensor"
    SOFTWARE_PROVIDER = "is_software_or_cloud_provider", "you are a provider of software or cloud services"
    NON_PROFIT = "is_non_profit", "you are a non-profit organisation"
    NON_COMMERCIAL = "purpose_is_non_commercial", "you only test it or do non-commercial research"
    MULTIMODAL = "model_is_multimodal", "the model takes or makes more than text"
    REGISTERED = "has_registered", "you have registered with the licensor"
    APPROVED = "has_approval", "the licensor has approved your use"
    CLINICAL = "clinical_use", "it is used to diagnose or treat people"
    HEALTH_AUTHORISED = "has_health_authorisation", "the health regulator has authorised that"
    WITHIN_GRANT = "within_additional_use_grant", "your use is within the additional grant of this text"
    FORBIDDEN_USE = "is_forbidden_use", "your use is on the licence's list of forbidden uses"


class Effect(Worded):
    """What happens when a threshold or gate is reached."""

    LICENCE = "licence", "a licence from the licensor is needed"
    PAID = "paid_licence", "a paid licence is needed"
    ENDS = "ends", "the licence ends; another one is needed"
    REVIEW = "review", "the licensor must approve first"
    NOT_COVERED = "not_covered", "the licence does not cover it"
    ROYALTY = "royalty", "a royalty is due"
    DISPLAY = "display", "the model's name must be shown"
    REGISTER = "register", "registration is due"
    NOTICE = "notice", "notice to the licensor is due"
    PUBLISH = "publish", "source or weights must be offered"
    CONTRACT = "contract", "the provider's contract applies"

    @property
    def bars(self) -> bool:
        """Whether the use is not allowed under this licence alone."""
        return self in {Effect.LICENCE, Effect.PAID, Effect.ENDS, Effect.REVIEW, Effect.NOT_COVERED}


class Limit(Worded):
    """How the licence limits what the model may be used for."""

    NONE = "none", "no limit"
    LAW = "law", "the law only"
    LIST = "list", "a list of forbidden uses"
    NON_COMMERCIAL = "non_commercial", "non-commercial purposes only"
    RESEARCH = "research", "research only"
    UNKNOWN = "unknown", "not known"


class Keep(Worded):
    """Whether a fine-tune may stay private."""

    YES = "yes", "yes"
    WITHIN = "within", "yes, for what the licence allows"
    NOT_ONLINE = "not_online", "not if outsiders use it over a network"
    NO = "no", "no"
    NO_WEIGHTS = "no_weights", "there are no weights to keep"
    UNKNOWN = "unknown", "not known"


class Owe(Worded):
    """What is owed with what is passed on."""

    NOTICE = "notice", "licence and notices"
    CHANGES = "changes", "say what was changed"
    CREDIT = "credit", "credit to the authors"
    NAME = "name", "a name that begins as the licence says"
    DISPLAY = "display", "a line shown to users"
    FLOW_DOWN = "flow_down", "the same limits in every further agreement"
    SAME_LICENCE = "same_licence", "the same licence for derivatives"
    SOURCE = "source", "source, or the derived model itself"
    DOCUMENT = "document", "documentation of equal quality"
    REPORT = "report", "a report on the derivative"
    NO_SHARING = "no_sharing", "derivatives may not be passed on"


class When(Worded):
    """What sets off what is owed."""

    PASSED_ON = "passed_on", "when passed on"
    HOSTED = "hosted", "when passed on or hosted for others"
    NETWORK = "network", "when outsiders use it over a network"
    USED = "used", "when used"


class Train(Worded):
    """Whether outputs may train other models."""

    YES = "yes", "yes"
    CONDITIONS = "conditions", "yes, with conditions for the model trained"
    NON_COMMERCIAL = "non_commercial", "for non-commercial purposes only"
    NO = "no", "no"
    UNKNOWN = "unknown", "not known"


class Patents(Worded):
    """What the licence says about patents."""

    GRANTED = "granted", "granted"
    SILENT = "silent", "no express grant"
    EXCLUDED = "excluded", "not granted"
    UNKNOWN = "unknown", "not known"


class Ending(Worded):
    """What ends the rights, beside a breach."""

    PATENT_SUIT = "patent_suit", "suing over patents in the materials"
    COPYRIGHT_SUIT = "copyright_suit", "suing over copyright in the materials"
    IP_SUIT = "ip_suit", "suing over rights in the materials or outputs"
    GUARDRAIL = "guardrail", "removing a safety guardrail"
    SCALE = "scale", "growing above the figure"
    DELETE = "delete", "when it ends for breach, model and derivatives must be deleted"


class Code(StrEnum):
    """The kinds of clause that count against a licence, D0 to D15."""

    D0 = "D0"
    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    D5 = "D5"
    D6 = "D6"
    D7 = "D7"
    D8 = "D8"
    D9 = "D9"
    D10 = "D10"
    D11 = "D11"
    D12 = "D12"
    D13 = "D13"
    D14 = "D14"
    D15 = "D15"


class Weight(Worded):
    """What a clause does to the verdict."""

    LOSES = "loses", "not free and open-source"
    CONTESTED = "contested", "contested"
    LEANS_NO = "leans_no", "contested, leans no"


@dataclass(frozen=True, kw_only=True)
class Disqualifier:
    """A kind of clause, what it does to the verdict, and why."""

    code: Code
    title: str
    weight: Weight
    basis: str
    cites: tuple[Cite, ...]


def _counts(code: Code, title: str, weight: Weight, basis: str, *pinpoints: str) -> Disqualifier:
    return Disqualifier(code=code, title=title, weight=weight, basis=basis, cites=tuple(_cite(p) for p in pinpoints))


def _cite(pinpoint: str) -> Cite:
    instrument = "GL" if pinpoint.startswith("section") else "AIA"
    return Cite(instrument=instrument, pinpoint=pinpoint, grade=Grade.P)


_L, _C, _N = Weight.LOSES, Weight.CONTESTED, Weight.LEANS_NO
_ART, _USE, _MONEY = "Art. 53(2)", "section 4.2.1", "section 4.2.2"
_EXAMPLE, _OWN = "An example of the Commission's guidelines.", "Own conclusion; no official example."

DISQUALIFIERS: Final[dict[Code, Disqualifier]] = {
    found.code: found
    for found in (
        _counts(Code.D0, "no weights, or no licence", _L, "The article asks for public weights under a licence.", _ART),
        _counts(Code.D1, "non-commercial or research use only", _L, _EXAMPLE, _USE),
        _counts(Code.D2, "model or changed model may not be passed on", _L, _EXAMPLE, _USE),
        _counts(
            Code.D3,
            "limits above a number of users or an amount of revenue",
            _L,
            "A number of users is an example of the guidelines; for revenue the same holds, by their example of two "
            "licences.",
            _USE,
            _MONEY,
        ),
        _counts(Code.D4, "a separate licence for certain uses or businesses", _L, _EXAMPLE, _USE),
        _counts(
            Code.D5,
            "people of certain countries are shut out",
            _L,
            "Access may not discriminate unfairly. Lost where the Union is shut out; contested otherwise.",
            _USE,
        ),
        _counts(Code.D6, "no derivatives", _L, "The article asks for a right to change.", _ART),
        _counts(Code.D7, "a price or royalty", _L, "What is provided against a price has no benefit.", "recital 103"),
        _counts(
            Code.D8,
            "a list of forbidden uses, wider than narrow safety terms",
            _C,
            "Only narrow and proportionate safety terms are tolerated; where long lists stand is open.",
            _USE,
        ),
        _counts(Code.D9, "no training or improving of other models", _N, f"Not a safety term. {_OWN}", _USE),
        _counts(
            Code.D10,
            "licensor may change the policy, restrict from afar, or ask for the latest version",
            _C,
            _OWN,
            _USE,
        ),
        _counts(
            Code.D11,
            "a name or brand must be shown",
            _C,
            "Credit is allowed. A duty that starts at a scale is contested; any other is harmless.",
            "recital 102",
            _USE,
        ),
        _counts(Code.D12, "registration, application or notice before commercial use", _N, _OWN, _USE),
        _counts(
            Code.D13,
            "rights end when a safeguard is removed",
            _C,
            "May count as a safety term, but limits change. Own conclusion.",
            _USE,
        ),
        _counts(
            Code.D14,
            "share-alike that reaches software beside the model",
            _C,
            "Identical or comparable terms are allowed; how far they may reach is open. Own conclusion.",
            "recital 102",
        ),
        _counts(Code.D15, "no reverse engineering", _C, f"Touches study and change. {_OWN}", _ART),
    )
}
