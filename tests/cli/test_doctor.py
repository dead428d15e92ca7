"""The probe as an administrator runs it, against the emulator over loopback."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.languages import _
from sheetsync.probe.questions import Question
from sheetsync.probe.words import ANSWERS, QUESTIONS
from tests.cli.conftest import Call, data
from tests.sheets_emulator import Emulator
from tests.workbooks.keys import write_key

BOOK = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"
ADDRESS = f"https://docs.google.com/spreadsheets/d/{BOOK}/edit#gid=0"


@pytest.fixture
def emulator(
    served: tuple[Emulator, str],
    private_key: rsa.RSAPrivateKey,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Emulator:
    """Google on this machine, with one spreadsheet; the folder names the key to it."""
    emulator, base = served
    emulator.reset()
    emulator.seed("План", file_id=BOOK)
    monkeypatch.setenv("SHEETSYNC_GOOGLE_API", base)
    write_key(folder / "key.json", private_key, base)
    settings = folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('# google_key = ""', 'google_key = "key.json"'), "utf-8")
    return emulator


def titles(emulator: Emulator) -> list[str]:
    return [sheet.title for sheet in emulator.world.book(BOOK).sheets]


def test_probe_reports_on_every_question(emulator: Emulator, folder: Path, call: Call) -> None:
    result = call("doctor", "-C", folder, "--probe", ADDRESS, "--yes")
    assert (result.exit_code, result.stderr) == (0, "")
    places = [result.stdout.index(_(title)[:40]) for title in QUESTIONS.values()]
    assert all(one < other for one, other in pairwise(places))
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert result.stdout.endswith("Вкладка «Проба sheetsync» убрана.\n")
    assert titles(emulator) == ["Лист1"]


def test_probe_prints_json(emulator: Emulator, folder: Path, call: Call) -> None:
    told = data(call("doctor", "-C", folder, "--probe", BOOK, "--yes", "--json"))
    assert told == {
        "spreadsheet": BOOK,
        "tab": "Проба sheetsync",
        "locale": "ru_RU",
        "found": [
            {
                "question": "row_metadata_after_sort",
                "answer": "stays_in_its_place",
                "facts": {"rows": "а б в", "marked": "1"},
            },
            {
                "question": "strict_rule_and_update_cells",
                "answer": "accepted",
                "facts": {"length": "10"},
            },
            {
                "question": "strict_rule_and_user_entered",
                "answer": "accepted",
                "facts": {"length": "10"},
            },
            {
                "question": "text_of_50001_characters",
                "answer": "refused",
                "facts": {
                    "status": "400",
                    "message": "Invalid requests[0].updateCells: Your input contains more than "
                    "the maximum of 50000 characters in a single cell.",
                },
            },
            {
                "question": "ru_dates_user_entered",
                "answer": "date_day_first",
                "facts": {
                    "01.02.2026": "46054 DATE dd.mm.yyyy",
                    "1.2.26": "1.2.26 TEXT",
                    "01.02": "01.02 TEXT",
                    "1 февраля 2026": "1 февраля 2026 TEXT",
                    "2026-02-01": "46054 DATE yyyy-mm-dd",
                    "01.02.2026 14:30": "01.02.2026 14:30 TEXT",
                },
            },
            {"question": "column_mark_put_on_again", "answer": "accepted", "facts": {}},
            {"question": "guard_of_a_deleted_column", "answer": "refused", "facts": {}},
            {
                "question": "requests_of_sheetsync",
                "answer": "accepted",
                "facts": {"taken": "34"},
            },
            {"question": "headers_of_429", "answer": "not_seen", "facts": {}},
        ],
    }


def test_tab_is_named_before_it_is_made(emulator: Emulator, folder: Path, call: Call) -> None:
    result = call("doctor", "-C", folder, "--probe", BOOK, stdin="n\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "«Проба sheetsync»" in result.stderr
    assert "Ничего не сделано." in result.stderr
    assert [logged.line for logged in emulator.log if "pdate" in logged.line] == []


def test_consent_leaves_json_whole(emulator: Emulator, folder: Path, call: Call) -> None:
    result = call("doctor", "-C", folder, "--probe", BOOK, "--json", stdin="y\n")
    assert json.loads(result.stdout)["tab"] == "Проба sheetsync"


def test_without_an_answer_nothing_is_done(emulator: Emulator, folder: Path, call: Call) -> None:
    result = call("doctor", "-C", folder, "--probe", BOOK)
    assert (result.exit_code, "--yes" in result.stderr) == (2, True)
    assert titles(emulator) == ["Лист1"]


def test_failed_question_is_told_after_the_others(
    emulator: Emulator, folder: Path, call: Call
) -> None:
    emulator.fail("reset_after", "pdate", skip=4)
    result = call("doctor", "-C", folder, "--probe", BOOK, "--yes")
    assert (result.exit_code, "Не удалось проверить: 1." in result.stderr) == (4, True)
    assert "проверить не удалось." in result.stdout
    assert titles(emulator) == ["Лист1"]


def test_another_machine_is_no_emulator(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHEETSYNC_GOOGLE_API", "http://example.org")
    assert call("doctor", "-C", folder, "--probe", BOOK, "--yes").exit_code == 3


@pytest.mark.parametrize("question", Question)
def test_every_question_has_words(question: Question) -> None:
    assert QUESTIONS[question]
    assert all(words.endswith((".", "!")) for words in ANSWERS[question].values())


def test_answers_are_saved_without_names(
    emulator: Emulator, folder: Path, call: Call, tmp_path: Path
) -> None:
    place = tmp_path / "answers"
    result = call("doctor", "-C", folder, "--probe", ADDRESS, "--yes", "--save", place)
    assert (result.exit_code, f"{place}" in result.stderr) == (0, True)
    (file,) = place.iterdir()
    text = file.read_text(encoding="utf-8")
    assert (BOOK in text, "iam.gserviceaccount" in text, "addChart" in text) == (False, False, True)
    assert titles(emulator) == ["Лист1"]


def test_saving_needs_a_spreadsheet_to_probe(call: Call, tmp_path: Path) -> None:
    result = call("doctor", "--save", tmp_path)
    assert (result.exit_code, "--probe" in result.stderr) == (2, True)
