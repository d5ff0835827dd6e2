"""What we write as an ML-BOM is one by the published schema of CycloneDX, kept by its authors' library."""

from __future__ import annotations

import json
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from apps.profiles.files import load_example
from apps.profiles.imports.writing import cyclonedx_document
from apps.rules import law
from apps.rules.engine import Answer, Profile
from apps.rules.law.licences import LICENCES

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
VALIDATOR = JsonStrictValidator(SchemaVersion.V1_6)


def violations(profile: Profile) -> list[str]:
    found = VALIDATOR.validate_str(json.dumps(cyclonedx_document(profile, law.load())), all_errors=True)
    return [f"{profile.title}: {error.data.message}" for error in found or ()]


def test_the_validator_sees_a_bill_that_is_none() -> None:
    assert VALIDATOR.validate_str('{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 0}') is not None


def test_every_licence_is_written_as_the_standard_allows() -> None:
    outs = Answer(value=frozenset({"text", "video_from_text"}))
    profiles = [
        Profile(answers={"generates": outs}, title=one, licence=one, base_licence=one) for one in [*LICENCES, ""]
    ]
    assert [text for profile in profiles for text in violations(profile)] == []


def test_every_example_is_written_as_the_standard_allows() -> None:
    files = [*FIXTURES.glob("models/*.yaml"), *FIXTURES.glob("systems/*.yaml")]
    assert len(files) > 20
    examples = [load_example(file.read_bytes(), law.load(), name=file.name)[1] for file in files]
    assert [text for profile in examples for text in violations(profile)] == []
