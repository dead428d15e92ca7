"""A rehearsal on a day on which no letters go says so, and shows those of the next one."""

import json
from pathlib import Path

import pytest

from tests.daily.conftest import Plan

SATURDAY, HOLIDAY, NEXT = "2021-05-15", "2021-05-10", "2021-05-17"
TO = {f"{name}@example.org" for name in ("info", "org", "specialists", "umc")}


@pytest.mark.parametrize(("day", "next_day"), [(SATURDAY, "17 мая"), (HOLIDAY, "11 мая")])
def test_a_dry_run_names_the_next_day_and_its_letters(plan: Plan, day: str, next_day: str) -> None:
    words = " ".join(plan.run(day, "--dry-run").stdout.split())
    assert "писем не бывает: день нерабочий" in words
    assert f"Следующий день писем – {next_day} 2021 г." in words
    assert all(f"{to}: План 2021: первое письмо" in words for to in TO)
    report = json.loads(plan.run(day, "--dry-run", "--json").stdout)
    assert {letter["to"] for letter in report["letters"]} == TO
    assert {letter["date"] for letter in report["letters"]} != {day}


def test_a_digest_shows_the_letters_of_that_day(plan: Plan, tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    words = " ".join(
        plan.call("digest", "--today", SATURDAY, "--preview", str(letters)).stdout.split()
    )
    assert "17 мая 2021 г., понедельник. Показаны его письма." in words
    assert "никому не о чем писать" not in words
    assert "17 мая 2021 г." in (letters / "index.html").read_text(encoding="utf-8")
    assert {file.stem for file in letters.glob("*.eml")} == TO
    shown = json.loads(plan.call("digest", "--today", SATURDAY, "--json").stdout)
    assert shown == json.loads(plan.call("digest", "--today", NEXT, "--json").stdout)


def test_a_digest_looks_for_the_next_day_that_has_some(plan: Plan) -> None:
    plan.run("2021-05-11")
    words = " ".join(plan.call("digest", "--today", "2021-05-12").stdout.split())
    assert "Сегодня, 12 мая 2021 г., среда, писать никому не о чем." in words
    shown = json.loads(plan.call("digest", "--today", "2021-05-12", "--json").stdout)
    (day,) = {letter["date"] for letter in shown}
    runs = {f"2021-05-{one}": plan.run(f"2021-05-{one}", "--json") for one in range(12, 19)}
    wrote = {one: json.loads(run.stdout)["letters"] for one, run in runs.items()}
    assert [one for one, letters in wrote.items() if letters] == [day]


def test_before_the_plan_is_adopted_the_day_is_named_too(plan: Plan) -> None:
    plan.set("plan", "adopted = 2021-05-22")
    words = " ".join(plan.run("2021-05-12", "--dry-run").stdout.split())
    assert "план ещё не принят. Следующий день писем – 24 мая 2021 г., понедельник" in words


def test_a_run_on_a_day_off_names_the_next_day(plan: Plan) -> None:
    words = plan.run(SATURDAY, "-v").stdout
    assert "писем нет, следующий день писем – 17 мая" in words
    assert not (plan.folder / "outbox").exists()


def test_nothing_is_sent_on_a_day_off_on_request_either(plan: Plan) -> None:
    words = plan.call("digest", "--send", "--today", SATURDAY).stdout
    assert "Следующий" in words
    assert "Показаны" not in words
    assert not (plan.folder / "outbox").exists()


def test_a_preview_takes_the_place_of_an_older_one_and_of_nothing_else(
    plan: Plan, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    plan.call("digest", "--today", "2021-05-11", "--preview", str(folder))
    (folder / "notes.txt").write_text("mine")
    (folder / "chair@example.org.txt").write_text("mine, too")
    plan.run("2021-05-11")
    plan.call("digest", "--today", "2021-05-12", "--preview", str(folder))
    left = {file.name for file in folder.iterdir()}
    assert left >= {"notes.txt", "chair@example.org.txt", "index.html"}
    # Those of 18 May, the next day that has some.
    assert {file.stem for file in folder.glob("*.eml")} == {"org@example.org", "umc@example.org"}


def test_a_page_of_somebody_else_is_left_alone(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>Наш сайт</title>", encoding="utf-8")
    result = plan.call("digest", "--today", "2021-05-11", "--preview", str(tmp_path))
    assert (result.exit_code, "чужой файл index.html" in result.stderr) == (2, True)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<title>Наш сайт</title>"
    assert not list(tmp_path.glob("*.eml"))
