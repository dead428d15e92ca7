"""What a person has settled about the words of a plan is kept, shown and used."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call, data


def _explained(call: Call, folder: Path, what: str, text: str) -> str:
    return call("explain", what, text, "--year", "2021", "-C", folder).stdout


def test_a_settled_deadline_is_read_by_its_own_rule(folder: Path, call: Call) -> None:
    words = "по-соседски"
    explained = _explained(call, folder, "deadlines", words)
    assert f'wordings add -C {folder} "{words}"' in explained
    call("wordings", "add", words, "--as", "ежеквартально до 10 числа", "-C", folder)
    explained = _explained(call, folder, "deadlines", "По-соседски.")
    assert "10 апреля, 10 июля, 10 октября" in explained
    assert "правило «принятая фраза: «ежеквартально до 10 числа»»" in explained


def test_a_proof_reads_a_settled_deadline_as_the_letters_do(folder: Path, call: Call) -> None:
    words = "в течение года"
    call("wordings", "add", words, "--as", "до 15 мая", "-C", folder)
    proof = data(call("history", "12", "--proof", "--json", "-C", folder))
    assert (proof["deadline"]["text"], proof["deadline"]["due"]) == (words, "2021-05-15")


def test_a_deadline_can_be_settled_to_have_no_date(folder: Path, call: Call) -> None:
    call("wordings", "add", "как всегда", "--as", "open", "-C", folder)
    assert "даты нет" in _explained(call, folder, "deadlines", "как всегда")


def test_a_status_is_settled_too(folder: Path, call: Call) -> None:
    call("wordings", "add", "у юристов", "--as", "в работе", "--status", "-C", folder)
    assert "в работе" in _explained(call, folder, "progress", "У юристов")


def test_what_is_settled_is_listed_and_forgotten(folder: Path, call: Call) -> None:
    call("wordings", "add", "как всегда", "--as", "open", "-C", folder)
    assert "«как всегда» = «open»" in call("wordings", "list", "-C", folder).stdout
    assert call("wordings", "remove", "Как всегда", "-C", folder).exit_code == 0
    assert "как всегда" not in call("wordings", "list", "-C", folder).stdout
    assert call("wordings", "remove", "как всегда", "-C", folder).exit_code == 2


def test_a_status_is_forgotten_without_saying_that_it_is_one(folder: Path, call: Call) -> None:
    call("wordings", "add", "у юристов", "--as", "в работе", "--status", "-C", folder)
    assert call("wordings", "remove", "у юристов", "-C", folder).exit_code == 0
    assert "у юристов" not in call("wordings", "list", "-C", folder).stdout


def test_of_two_meanings_only_the_one_that_is_named_is_forgotten(folder: Path, call: Call) -> None:
    call("wordings", "add", "у юристов", "--as", "в работе", "--status", "-C", folder)
    call("wordings", "add", "у юристов", "--as", "open", "-C", folder)
    assert call("wordings", "remove", "у юристов", "-C", folder).exit_code == 0
    listed = call("wordings", "list", "-C", folder).stdout
    assert listed == "отметка о выполнении: «у юристов» = «в работе»\n"


@pytest.mark.parametrize("words", ["когда-нибудь", "до 31 июня", ""])
def test_a_meaning_that_is_not_understood_settles_nothing(
    folder: Path, call: Call, words: str
) -> None:
    result = call("wordings", "add", "как всегда", "--as", words, "-C", folder)
    assert result.exit_code == 2
    assert not (folder / "wordings.toml").exists()


def test_a_file_that_does_not_fit_is_said(folder: Path, call: Call) -> None:
    (folder / "wordings.toml").write_text("[deadline]\n", encoding="utf-8")
    result = call("validate", "-C", folder)
    assert result.exit_code == 3
    assert "wordings.toml" in result.stderr


def test_terms_of_the_settings_are_read(folder: Path, call: Call) -> None:
    settings = folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    terms = '\n[calendar.terms]\n"I четверть" = [2021-09-01, 2021-10-31]\n'
    settings.write_text(text + terms, encoding="utf-8")
    assert "31 октября 2021" in _explained(call, folder, "deadlines", "в 1 четверти")


def test_a_file_that_does_not_fit_is_said_where_there_is_no_plan_yet(
    tmp_path: Path, call: Call
) -> None:
    (tmp_path / "wordings.toml").write_text("deadline = [\n", encoding="utf-8")
    result = call("explain", "deadlines", "апрель", "-C", tmp_path)
    assert result.exit_code == 3
    assert "wordings.toml" in result.stderr
