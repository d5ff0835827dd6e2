"""`manage.py assess`: what it prints, where it writes, and how it refuses."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from apps.rules import law
from tests.profiles.small_law import small_book

PROFILE = """\
title: Weights on a hub
facts:
  development: own
  activity: business
  seat: us
  union_ways: [hub]
  generates: [text]
  training_compute: {low: 2.0e+24, high: 4.0e+24}
  weights_public: yes
  placed_on: 2026-03-02
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE)
    return path


def printed(*arguments: Any) -> str:
    out = io.StringIO()
    call_command("assess", *map(str, arguments), stdout=out)
    return out.getvalue()


def refusal(*arguments: Any) -> tuple[str, int]:
    with pytest.raises(CommandError) as caught:
        printed(*arguments)
    return str(caught.value), caught.value.returncode


def run(*arguments: Any, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "manage.py", "assess", *map(str, arguments)]
    settings = {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.run(
        command, cwd=root, input=stdin, capture_output=True, env={**os.environ, **settings, **(env or {})}, check=False
    )


# -- what it prints ----------------------------------------------------------------------------------------------------


def test_json_is_what_the_api_answers(profile: Path) -> None:
    dates = {"as_of": "2026-11-23", "known_on": "2026-07-01"}
    told = json.loads(
        printed(
            profile,
            "--format",
            "json",
            "--as-of",
            dates["as_of"],
            "--known-on",
            dates["known_on"],
            "--jurisdictions",
            "eu,uk",
        )
    )
    body = {
        "profile": {"title": told["profile"]["title"], "facts": told["profile"]["facts"]},
        "jurisdictions": ["eu", "uk"],
    }
    answer = Client().post("/api/v1/evaluate", json.dumps(body | dates), content_type="application/json")
    assert told == answer.json()
    assert told["profile"]["facts"]["training_compute"]["value"] == {"low": 2e24, "high": 4e24}


def test_known_on_takes_only_law_published_by_then(profile: Path) -> None:
    # Regulation (EU) 2026/1744 was published on 24 July 2026.
    before, after = (
        json.loads(printed(profile, "--format", "json", "--as-of", "2026-11-23", "--known-on", day))
        for day in ("2026-07-23", "2026-07-24")
    )
    assert before["known_on"] == "2026-07-23"
    assert before["findings"] != after["findings"]
    assert before["fingerprint"] == after["fingerprint"]


def test_the_text_names_duties_with_pinpoint_reason_and_questions(profile: Path) -> None:
    text = printed(profile, "--as-of", "2026-11-23")
    assert text.startswith("Weights on a hub\n")
    assert "As of 23 November 2026" in text
    assert "[EU-AIA-53-1-c]" in text
    assert "EU AI Act, Art. 53(1)(c)" in text
    assert "Why: " in text
    assert "NEXT QUESTIONS" in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_a_jurisdiction_without_law_is_never_an_empty_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = small_book()  # its law is that of the Union alone
    monkeypatch.setattr(law, "load", lambda: book)
    sold = tmp_path / "sold.yaml"
    sold.write_text("title: Sold\nfacts:\n  sold: yes\n")
    text = " ".join(printed(sold, "--jurisdictions", "uk").split())
    assert "Not covered yet: the United Kingdom." in text
    assert "duties may well apply" in text


def test_days_before_any_law_are_said_to_hold_none(profile: Path) -> None:
    text = printed(profile, "--as-of", "2000-01-01", "--jurisdictions", "eu")
    assert "holds no duty that was published by then" in " ".join(text.split())


def test_a_profile_may_come_through_a_pipe() -> None:
    done = run("-", "--format", "json", "--as-of", "2026-11-23", stdin=PROFILE.encode())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["profile"]["title"] == "Weights on a hub"


def test_text_is_utf_8_whatever_the_locale(profile: Path) -> None:
    profile.write_text(PROFILE.replace("Weights", "Gewichte für"))
    done = run(profile, env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    assert "Gewichte für" in done.stdout.decode()


# -- where it writes ---------------------------------------------------------------------------------------------------


def test_out_writes_the_whole_file_and_leaves_nothing_beside_it(profile: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old")
    printed(profile, "--format", "json", "--out", target)
    assert json.loads(target.read_text())["profile"]["title"] == "Weights on a hub"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["profile.yaml", "report.json"]


def test_a_refused_profile_leaves_the_old_report_alone(profile: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old")
    profile.write_text("facts: {nonsense: 1}")
    refusal(profile, "--out", target)
    assert target.read_text() == "old"


def test_out_follows_a_link_and_spares_devices(profile: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    printed(profile, "--format", "json", "--out", link)
    assert link.is_symlink()
    assert real.read_text().startswith("{")
    printed(profile, "--out", "/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_out_refuses_a_folder_a_missing_folder_and_the_profile(profile: Path, tmp_path: Path) -> None:
    assert refusal(profile, "--out", tmp_path) == (f"{tmp_path} is a folder. Name a file in it.", 1)
    assert "does not exist. Make it" in refusal(profile, "--out", tmp_path / "no" / "report.txt")[0]
    assert "is the profile itself" in refusal(profile, "--out", profile)[0]
    assert profile.read_text() == PROFILE


def test_out_says_why_it_cannot_be_written(profile: Path) -> None:
    message, status = refusal(profile, "--out", "/proc/report.txt")
    assert "cannot be written" in message
    assert status == 1


# -- how it refuses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--as-of", "2026-13-01", "--as-of: '2026-13-01' is not a day of the calendar."),
        ("--known-on", "soon", "--known-on: 'soon' is not a date."),
        ("--jurisdictions", "eu,mars", "There is no jurisdiction 'MARS'. Choose from EU, US, UK, INT, or a state"),
        ("--format", "docx", "there is no format 'docx'. Choose text, json, pdf, html."),
        ("--format", "pdf", "Add --out report.pdf."),
    ],
)
def test_an_option_that_cannot_be_used_is_refused_by_name(profile: Path, option: str, value: str, said: str) -> None:
    message, status = refusal(profile, option, value)
    assert said in message
    assert status == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("weights_publik: yes", "line 3: There is no fact 'weights_publik'. Did you mean weights_public"),
        ("weights_public: maybe", "line 3: weights_public is yes or no"),
        ("training_compute: .nan", "line 3: training_compute"),
        ("training_compute: .inf", "line 3: training_compute"),
        ("training_compute: -5", "line 3: training_compute"),
        ("training_compute: 1e300", "line 3: training_compute"),
        ("seat: eu\n  seat: us", "line 4: seat is given twice."),
    ],
)
def test_a_fact_that_cannot_be_used_is_refused_with_its_line(profile: Path, line: str, said: str) -> None:
    profile.write_text(f"title: Wrong\nfacts:\n  {line}\n")
    message, status = refusal(profile)
    assert said in message
    assert status == 1


@pytest.mark.parametrize("make", ["missing", "folder", "binary", "empty", "huge"])
def test_a_file_that_cannot_be_read_is_refused_without_a_traceback(tmp_path: Path, make: str) -> None:
    path = tmp_path / "profile.yaml"
    if make == "folder":
        path.mkdir()
    elif make != "missing":
        path.write_bytes({"binary": b"\xff\x00\xfe", "empty": b"", "huge": b"#" * 400_000}[make])
    done = run(path)
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert str(path).encode() in done.stderr


def test_wrong_usage_exits_with_2() -> None:
    assert run().returncode == 2
    assert run("a.yaml", "--nonsense").returncode == 2


def test_a_reader_that_leaves_early_is_no_error(profile: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    command = f"{sys.executable} manage.py assess {profile} --format json | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=root,
        capture_output=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""


# -- what it reads -----------------------------------------------------------------------------------------------------


CARD = "---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\npipeline_tag: text-generation\n---\n# Nimbus\n"


def read_from(path: Path) -> tuple[dict[str, Any], str]:
    """The profile that was decided, and what was said on the way."""
    out, err = io.StringIO(), io.StringIO()
    call_command("assess", str(path), "--format", "json", "--jurisdictions", "eu", stdout=out, stderr=err)
    return json.loads(out.getvalue())["profile"], err.getvalue()


def test_a_model_card_is_decided_and_what_was_read_is_said_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(CARD)
    profile, said = read_from(path)
    assert (profile["title"], profile["licence"], profile["base_licence"]) == ("Nimbus", "apache-2.0", "llama3.1")
    assert profile["facts"]["generates"]["origin"] == "imported"
    assert "development" not in profile["facts"], "what is only possible is not taken"
    for line in ("read as Hugging Face model card", "possible, not taken: development", "look at base_model"):
        assert f"{path}: {line}" in said


def test_an_assessment_that_was_printed_is_read_again_and_says_nothing(profile: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.json"
    path.write_text(printed(profile, "--format", "json", "--jurisdictions", "eu"))
    first, said = read_from(profile)
    assert said == ""
    assert read_from(path) == (first, "")
