"""A request that cannot be served gets a page of ours, with the status and the security headers of any other page."""

import pytest
from django.db import connection
from django.test import Client


def assert_own_page(html: str) -> None:
    """The page says where one is and how to go on, and tells nothing of the inside."""
    assert "<h1" in html
    assert 'href="/' in html
    assert "Traceback" not in html


@pytest.mark.django_db
def test_an_unknown_address_gets_the_404_page(client: Client) -> None:
    answer = client.get("/no/such/page")
    assert answer.status_code == 404
    assert_own_page(answer.content.decode())
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_form_without_its_token_gets_the_403_page() -> None:
    answer = Client(enforce_csrf_checks=True).post("/healthz")
    assert answer.status_code == 403
    assert_own_page(answer.content.decode())


def test_a_forged_host_name_gets_the_400_page(client: Client) -> None:
    answer = client.get("/healthz", headers={"host": "forged.example"})
    assert answer.status_code == 400
    assert_own_page(answer.content.decode())
    assert "forged.example" not in answer.content.decode()


def test_a_fault_of_ours_gets_the_500_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(connection, "cursor", broken)
    client.raise_request_exception = False
    answer = client.get("/healthz")
    assert answer.status_code == 500
    assert_own_page(answer.content.decode())
    assert "a fault" not in answer.content.decode()
