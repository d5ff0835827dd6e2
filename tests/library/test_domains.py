"""Fields of use: each leads to rules and questions that exist, and into a description that begins with it."""

import pytest
from django.test import Client

from apps.library.atlas import atlas_of
from apps.library.domains import ALWAYS, DOMAINS, WITHOUT_DOMAIN, shown_domains
from apps.library.regulators import UK_FIELDS, shown_fields
from apps.profiles.models import Profile
from apps.profiles.uses import GROUPS, TASKS
from apps.rules.law import load

BOOK = load()
USES = {option.key for option in BOOK.facts["uses"].options}  # type: ignore[attr-defined]


def test_every_rule_and_question_of_a_field_is_in_the_rulebook() -> None:
    rules = set(BOOK.definitions) | set(BOOK.obligations)
    assert not [(d.key, r) for d in DOMAINS for r in d.rules if r not in rules]
    assert not [(d.key, q) for d in DOMAINS for q in d.questions if q not in BOOK.facts]
    assert not [key for key in ALWAYS if key not in BOOK.facts]
    assert len(shown_domains(atlas_of(BOOK))) == len(DOMAINS)


def test_every_use_has_a_field_and_a_group() -> None:
    assert {use for domain in DOMAINS for use in domain.uses} | WITHOUT_DOMAIN == USES
    assert sorted(key for _, keys in GROUPS for key in keys) == sorted(USES)


def test_the_questions_on_tasks_belong_to_uses_that_exist() -> None:
    assert {fact for fact in BOOK.facts if fact.endswith("_tasks")} == set(TASKS)
    assert not [use for uses in TASKS.values() for use in uses if use not in USES]


def test_the_page_names_every_field_and_starts_a_description(client: Client) -> None:
    page = client.get("/rulebook/domains/").content.decode()
    for domain in DOMAINS:
        assert f'id="{domain.key}"' in page
    assert "/describe/?uses=hiring" in page


def test_every_british_field_leads_to_its_instruments(client: Client) -> None:
    keys = {domain.key for domain in DOMAINS}
    assert not [(field.key, one) for field in UK_FIELDS for one in field.domains if one not in keys]
    assert {one for field in UK_FIELDS for one in field.domains} == keys
    page = client.get("/rulebook/domains/").content.decode()
    for row in shown_fields(atlas_of(BOOK)):
        assert row.instruments
        assert f'id="uk-{row.field.key}"' in page
        assert all(one.url in page for one in row.instruments)


@pytest.mark.django_db
def test_a_description_can_begin_with_a_use(client: Client) -> None:
    assert 'value="hiring"' in client.get("/describe/?uses=hiring&uses=nonsense").content.decode()
    client.post("/describe/", {"title": "CV ranker", "uses": ["hiring", "nonsense"]})
    assert Profile.objects.get().answers["uses"]["value"] == ["hiring"]
