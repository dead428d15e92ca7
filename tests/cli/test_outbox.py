"""The letters in the ledger, as the administrator sees them."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sheetsync.model import LetterState
from sheetsync.state.store import open_store
from tests.cli.conftest import Call, data
from tests.state.rows import Once

NOW = datetime(2021, 5, 4, 12, tzinfo=ZoneInfo("Europe/Moscow"))
TODAY = ("--today", "2021-05-04")


def mark(folder: Path, state: LetterState) -> int:
    """Give the first letter that state; returns its number."""
    with open_store(folder / "sheetsync.db") as store:
        letter = Once(store).filed("plan")[0]
        Once(store).note_states({letter.id: (state, "связь прервана", 1)}, now=NOW)
    return letter.id


def test_where_all_was_written_there_is_nothing_to_list(made: Path, call: Call) -> None:
    words = call("outbox", "list", "-C", made).stdout
    assert words == "Ничего не ждёт. Записано в файлы, сервер не назван: 4.\n"


def test_what_was_written_is_listed_on_request(made: Path, call: Call) -> None:
    lines = call("outbox", "list", "-C", made, "--all").stdout.splitlines()
    assert sum("записано" in line for line in lines) == 4
    assert max(map(len, lines)) <= 80


def test_a_letter_is_shown_with_its_text(made: Path, call: Call) -> None:
    (first, *_) = data(call("outbox", "list", "-C", made, "--all", "--json"))
    shown = call("outbox", "show", str(first["id"]), "-C", made).stdout
    assert f"Message-ID: {first['message_id']}" in shown
    assert "План мероприятий на 2021 год" in shown


@pytest.mark.parametrize(("option", "state"), [("--sent", "sent"), ("--resend", "pending")])
def test_a_person_settles_what_is_unknown(
    folder: Path, call: Call, option: str, state: str
) -> None:
    number = mark(folder, LetterState.UNKNOWN)
    assert call("outbox", "resolve", str(number), option, "-C", folder, *TODAY).exit_code == 0
    assert data(call("outbox", "show", str(number), "-C", folder, "--json"))["state"] == state


def test_what_is_to_go_again_is_told_when(folder: Path, call: Call) -> None:
    number = mark(folder, LetterState.UNKNOWN)
    told = call("outbox", "resolve", str(number), "--resend", "-C", folder, *TODAY).stdout
    assert "со следующим запуском сегодня" in told
    assert f"sheetsync outbox retry -C {folder}" in " ".join(told.split())


def test_what_is_sent_again_is_the_same_letter(folder: Path, call: Call) -> None:
    mark(folder, LetterState.PENDING)
    (file,) = (folder / "outbox" / "new").glob("*introductory.info@example.org.eml")
    before = file.read_bytes()
    file.unlink()
    words = call("outbox", "retry", "-C", folder, *TODAY).stdout
    assert words == "Записано в файлы: 1, сервер не назван.\n"
    assert file.read_bytes() == before


def test_an_old_letter_is_not_sent_again(folder: Path, call: Call) -> None:
    number = mark(folder, LetterState.UNKNOWN)
    result = call(
        "outbox", "resolve", str(number), "--resend", "-C", folder, "--today", "2021-05-05"
    )
    assert (result.exit_code, "следующее письмо" in result.stderr) == (2, True)


def test_what_is_known_needs_no_settling(folder: Path, call: Call) -> None:
    number = mark(folder, LetterState.REJECTED)
    result = call("outbox", "resolve", str(number), "--sent", "-C", folder)
    assert (result.exit_code, "решать нечего" in result.stderr) == (2, True)


def test_of_a_letter_whose_fate_is_unknown_it_asks_for_that(folder: Path, call: Call) -> None:
    number = mark(folder, LetterState.UNKNOWN)
    result = call("outbox", "resolve", str(number), "--mended", "-C", folder)
    assert (result.exit_code, "--sent или --resend" in result.stderr) == (2, True)


def test_two_fates_at_once_are_refused_in_russian(made: Path, call: Call) -> None:
    result = call("outbox", "resolve", "1", "--sent", "--mended", "-C", made)
    assert result.exit_code == 2
    assert "укажите что-то одно: --sent, --resend или --mended" in result.stderr


def test_a_number_that_no_letter_has_is_refused(made: Path, call: Call) -> None:
    result = call("outbox", "show", "999", "-C", made)
    assert (result.exit_code, "outbox list" in result.stderr) == (2, True)


def test_the_proof_of_a_measure_names_every_letter_on_it(made: Path, call: Call) -> None:
    shown = call("history", "2", "--proof", "-C", made).stdout
    assert "правило «месяц»" in shown
    assert "org@example.org  записано в файл, никому не послано" in shown
    assert "отправлено" not in shown
    assert ".introductory.org@example.org.eml" in shown
    assert "<introductory.20210504." in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_proof_of_a_measure_as_data(made: Path, call: Call) -> None:
    found = data(call("history", "2", "--proof", "--json", "-C", made))
    assert (found["number"], found["deadline"]["rule"]) == ("2", "месяц")
    assert {letter["to"] for letter in found["letters"]} == {"org@example.org"}
    assert all(letter["stages"] for letter in found["letters"])


@pytest.mark.parametrize("option", ["--docx", "--pdf"])
def test_a_page_without_a_proof_is_refused(
    made: Path, tmp_path: Path, call: Call, option: str
) -> None:
    page = tmp_path / "page"
    result = call("history", "14", option, page, "-C", made)
    assert (result.exit_code, "--proof" in result.stderr, result.stdout) == (2, True, "")
    assert not page.exists()


def test_a_proof_is_of_one_row(made: Path, call: Call) -> None:
    assert call("history", "--proof", "-C", made).exit_code == 2
