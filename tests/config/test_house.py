"""The house rules that a reader relies on: small files, short functions, nothing of one machine."""

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_FILE = 500
MEDIAN_FUNCTION = 8
LONGEST_FUNCTION = 60  # for 99 of 100
# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = "|".join(
    [
        r"pypi\." + "org",
        r"files\.python" + "hosted",
        r"registry\." + "npmjs",
        r"deb\." + "debian",
        r"cdn\." + "jsdelivr",
        "unpkg" + r"\.com",
    ]
)
MACHINE = re.compile(rf"(?<![\w.$}}-])/(?:{'|'.join(['work', 'root', 'home'])})/[\w.-]+|{REGISTRIES}")


def tracked(root: Path, *patterns: str) -> list[Path]:
    """The files that git keeps (with those about to be added), as long as they exist."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.splitlines()
    return [root / name for name in names if (root / name).is_file()]


def functions(root: Path) -> Iterator[tuple[int, str]]:
    """Length and place of every function of the apps; docstrings do not count, nor do decorators."""
    for path in tracked(root, "apps/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
                assert body[-1].end_lineno
                header = node.body[0].lineno - node.lineno
                yield (
                    header + body[-1].end_lineno - body[0].lineno + 1,
                    f"{path.relative_to(root)}:{node.lineno} {node.name}",
                )


def test_no_source_file_is_longer_than_a_reader_can_hold(root: Path) -> None:
    sources = tracked(root, "*.py", "*.html", "*.css", "*.js", "*.sh")
    long = {
        str(path.relative_to(root)): count
        for path in sources
        if (count := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_functions_are_short(root: Path) -> None:
    lengths = sorted(functions(root), reverse=True)
    assert statistics.median(length for length, _ in lengths) <= MEDIAN_FUNCTION
    longest_allowed = len(lengths) // 100
    assert [f"{length} {place}" for length, place in lengths[longest_allowed:] if length > LONGEST_FUNCTION] == []


def test_nothing_names_a_machine_or_a_package_registry(root: Path) -> None:
    found = []
    for path in tracked(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(root)}: {match.group()}" for match in MACHINE.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    ["/" + "work/main", "see /" + "root/.cache", "(/" + "home/ada)", "https://" + "pypi" + ".org/simple"],
)
def test_the_search_for_machine_names_finds_them(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize("line", ["/usr/bin/chromium", "/var/lib/remit", "templates/home/page.html", "../root/x"])
def test_the_search_for_machine_names_leaves_others_alone(line: str) -> None:
    assert not MACHINE.search(line)


def test_locks_hold_a_hash_for_every_package_and_no_address(root: Path) -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (root / name).read_text()
        packages = re.findall(r"^[a-z0-9].*?==.*?(?=^[a-z0-9]|\Z)", text, flags=re.MULTILINE | re.DOTALL)
        assert len(packages) > 30
        assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []
        assert "://" not in text


def test_the_tests_lock_holds_what_serving_needs_at_the_same_versions(root: Path) -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9][^\\\s]*==[^\\\s]*", (root / name).read_text(), flags=re.MULTILINE))

    assert pins("requirements.lock") - pins("requirements-dev.lock") == set()


def test_each_python_line_gets_its_django(root: Path) -> None:
    pins = re.findall(
        r"^django==(\S+) ; python_full_version (\S+) '3\.12'", (root / "requirements.lock").read_text(), re.MULTILINE
    )
    assert [(version.split(".")[0], bound) for version, bound in pins] == [("5", "<"), ("6", ">=")]
