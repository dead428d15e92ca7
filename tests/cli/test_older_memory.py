"""After an upgrade what is only read says the same; the first command to write carries it over."""

from pathlib import Path

import pytest

from sheetsync.state.schema import FIRST, VERSION
from tests.cli.conftest import Call, data
from tests.state.older import Older

LOOKS = [
    ("history",),
    ("history", "14"),
    ("history", "14", "--proof", "--json"),
    ("history", "--as-of", "2021-05-04"),
    ("status", "--json"),
    ("overdue", "--json", "--today", "2021-05-04"),
    ("validate", "--today", "2021-05-04"),
    ("outbox", "--json"),
    ("run", "--dry-run", "--today", "2021-05-11"),
]


@pytest.fixture
def older(folder: Path) -> Older:
    found = Older(folder / "sheetsync.db")
    found.age()
    return found


def test_who_only_looks_is_told_the_same(call: Call, made: Path, folder: Path) -> None:
    before = [_said(call, made, words) for words in LOOKS]
    older = Older(folder / "sheetsync.db")
    older.age()
    assert [_said(call, folder, words) for words in LOOKS] == before
    assert older.version() == FIRST


def _said(call: Call, folder: Path, words: tuple[str, ...]) -> tuple[int, str]:
    result = call(*words, "-C", folder)
    return result.exit_code, result.output.replace(str(folder), "")


@pytest.mark.parametrize(
    "words",
    [
        ("run", "--today", "2021-05-05"),
        ("sync", "--today", "2021-05-05"),
        ("forget", "hr@example.org"),
        ("history", "link", "14", "14"),
    ],
)
def test_the_first_that_writes_carries_it_over(
    call: Call, folder: Path, older: Older, words: tuple[str, ...]
) -> None:
    assert call(*words, "-C", folder).exit_code == 0
    assert older.version() == VERSION


def test_a_checkup_says_so_until_then(call: Call, folder: Path, older: Older) -> None:
    ((level, words),) = _memory(call, folder)
    assert level == "attention"
    assert "прежней версией программы. Следующий запуск переведёт её в новый вид" in words
    assert older.version() == FIRST
    assert call("run", "-C", folder, "--today", "2021-05-05").exit_code == 0
    assert _memory(call, folder) == [("ok", str(folder / "sheetsync.db"))]


def test_a_checkup_says_once_that_it_is_too_new(call: Call, folder: Path) -> None:
    Older(folder / "sheetsync.db").run("UPDATE sheetsync_version SET version_num = 99")
    ((level, words),) = _memory(call, folder)
    assert level == "problem"
    assert "Обновите программу: pip install" in words


def _memory(call: Call, folder: Path) -> list[tuple[str, str]]:
    """What a check-up says of the memory, in whichever part: each level and its words."""
    checks = data(call("doctor", "-C", folder, "--json"))["checks"]
    said = [(check["level"], check["words"]) for check in checks if "амят" in check["words"]]
    own = [(check["level"], check["words"]) for check in checks if check["part"] == "память"]
    return said or own
