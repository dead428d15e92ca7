"""A day of several plans: one letter an address, and what fails stays its plan's."""

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from sheetsync.model import LetterState
from sheetsync.ops.lock import held
from sheetsync.state.place import store_path
from sheetsync.state.store import open_store
from tests.fleet.conftest import DAY, Call, letters, run, text_of, workbook_plan


def states(fleet: Path, plan: str) -> list[LetterState]:
    with (
        open_store(store_path(fleet / "plans" / plan)) as store,
        store.reading() as records,
    ):
        return [letter.state for letter in records.filed("plan")]


def test_each_address_gets_one_letter_with_a_part_a_plan(call: Call, fleet: Path) -> None:
    found = run(call, fleet)
    assert found["code"] == 0, found["err"]
    assert [plan["read"] for plan in found["plans"]] == [True, True]
    assert sorted(message["To"].split("<")[-1].rstrip(">") for message in letters(fleet)) == [
        "coordinator@example.org",
        "kadry@example.org",
        "umc@example.org",
    ]
    for message in letters(fleet):
        for kind in ("text/plain", "text/html"):
            text = text_of(message, kind)
            assert text.index("Север") < text.index("Юг")
        assert text_of(message, "text/html").count("<body") == 1


def test_every_plan_knows_what_became_of_its_letters(call: Call, fleet: Path) -> None:
    run(call, fleet)
    for plan in ("Север", "Юг"):
        assert states(fleet, plan) == [LetterState.WRITTEN] * 3


def test_the_record_of_a_plans_run_counts_its_letters(call: Call, fleet: Path) -> None:
    run(call, fleet)
    with open_store(store_path(fleet / "plans" / "Юг")) as store, store.reading() as records:
        (record,) = records.runs("plan", newest=2)
    assert record.figures["letters"] == 3


def test_a_day_is_done_once(call: Call, fleet: Path) -> None:
    run(call, fleet)
    before = [bytes(message) for message in letters(fleet)]
    again = run(call, fleet)
    assert again["code"] == 0
    assert [bytes(message) for message in letters(fleet)] == before
    single = call("run", "-C", fleet / "plans" / "Юг", "--today", "2021-05-11", "--json")
    assert single.exit_code == 0
    assert len(letters(fleet)) == len(before)


def test_plans_of_one_title_send_letters_of_their_own(call: Call, fleet: Path) -> None:
    for name in ("Юг", "Север"):
        roster = f'[[department]]\nname = "УМЦ"\naddresses = ["umc-{name == "Юг"}@example.org"]\n'
        (fleet / "plans" / name / "departments.toml").write_text(roster, encoding="utf-8")
    run(call, fleet)
    ids = [message["Message-ID"] for message in letters(fleet)]
    assert len(ids) == len(set(ids)) == 4


def test_a_plan_that_fails_is_named_and_stops_no_other(call: Call, fleet: Path) -> None:
    run(call, fleet)
    (fleet / "plans" / "Юг" / "plan.xlsx").unlink()
    found = run(call, fleet, day="2021-06-01")
    assert found["code"] == 4
    assert "Юг: " in found["err"]
    assert {plan["plan"]: plan["read"] for plan in found["plans"]} == {"Север": True, "Юг": False}
    newest = [
        m for m in letters(fleet) if "1 Jun 2021" in str(m["Date"]).replace("01 Jun", "1 Jun")
    ]
    assert newest
    assert all("План «Юг» сегодня не прочитан." in text_of(message) for message in newest)


def test_a_failed_plan_is_tried_again(call: Call, fleet: Path) -> None:
    book = fleet / "plans" / "Юг" / "plan.xlsx"
    away = book.rename(book.with_name("elsewhere.xlsx"))
    assert run(call, fleet)["code"] == 4
    away.rename(book)
    again = run(call, fleet)
    assert again["code"] == 0
    # Who had a letter today gets no second one: what it would tell goes on the next letter day.
    assert len(letters(fleet)) == 3
    assert len(run(call, fleet, day="2021-05-12")["plans"]) == 2
    assert set(states(fleet, "Юг")) >= {LetterState.EXPIRED}


def test_bad_settings_are_one_plans(call: Call, fleet: Path) -> None:
    (fleet / "plans" / "Юг" / "sheetsync.toml").write_text("[plan\n", encoding="utf-8")
    found = run(call, fleet)
    assert found["code"] == 3
    assert "название раздела не закрыто" in found["err"]
    assert len(letters(fleet)) == 3


def test_a_paused_plan_is_left_alone(call: Call, fleet: Path) -> None:
    assert call("fleet", "pause", "юг", "-C", fleet, "--note", "отпуск").exit_code == 0
    assert "пауза: отпуск" in call("fleet", "list", "-C", fleet).output
    found = run(call, fleet)
    assert found["paused"] == ["Юг"]
    assert [plan["plan"] for plan in found["plans"]] == ["Север"]
    assert call("fleet", "resume", "Юг", "-C", fleet).exit_code == 0
    assert run(call, fleet)["paused"] == []


def test_a_removed_plan_keeps_its_folder(call: Call, fleet: Path) -> None:
    assert call("fleet", "remove", "Юг", "-C", fleet).exit_code == 0
    assert (fleet / "removed" / "Юг" / "plan.xlsx").exists()
    assert "Юг" not in call("fleet", "list", "-C", fleet).output


def test_nothing_of_a_plan_gets_into_letters_and_tabs_of_others(call: Call, fleet: Path) -> None:
    """Each plan has readers of its own, and a word that stands nowhere else."""
    names = [f"p{number}" for number in range(12)]
    for name in names:
        folder = workbook_plan(fleet, name, canary=f"канарейка{name}ъ")
        roster = "".join(
            f'[[department]]\nname = "{lead}"\naddresses = ["{part}-{name}x@example.org"]\n'
            for lead, part in (("УМЦ", "umc"), ("Отдел кадров", "kadry"))
        )
        (folder / "departments.toml").write_text(roster, encoding="utf-8")
    found = run(call, fleet)
    assert found["code"] == 0
    assert "канарейка" not in found["err"]
    assert "канарейка" not in str(found["letters"])
    own = [m for m in letters(fleet) if "umc-" in m["To"] or "kadry-" in m["To"]]
    assert len(own) == 2 * len(names)
    for message in own:
        name = next(name for name in names if f"-{name}x@" in message["To"])
        whole = text_of(message) + text_of(message, "text/html") + str(message["To"])
        assert f"канарейка{name}ъ" in whole
        assert not [n for n in names if n != name and (f"канарейка{n}ъ" in whole)]
        assert not [n for n in names if n != name and f"-{n}x@" in whole]
    for name in names:
        with ZipFile(fleet / "plans" / name / "plan.xlsx") as book:
            tabs = "".join(book.read(part).decode(errors="replace") for part in book.namelist())
        assert f"канарейка{name}ъ" in tabs
        others = [n for n in names if n != name]
        assert not [n for n in others if f"канарейка{n}ъ" in tabs or f"-{n}x@" in tabs]


@pytest.mark.parametrize(
    ("state", "final"),
    [("data", LetterState.UNKNOWN), ("sent", LetterState.SENT), ("rejected", LetterState.REJECTED)],
)
def test_a_run_that_died_is_made_good_by_the_fleets_word(
    call: Call, fleet: Path, state: str, final: LetterState
) -> None:
    run(call, fleet)
    with sqlite3.connect(fleet / "fleet.db") as database:
        database.execute("UPDATE posts SET state = ?", (state,))
        database.execute("UPDATE drafts SET settled = 0, raw = x'789c030000000001'")
    database.close()
    for file in (fleet / "outbox" / "new").iterdir():
        file.unlink()
    found = run(call, fleet)
    assert found["err"].count("неизвестно, дошло ли письмо") == (3 if state == "data" else 0)
    assert states(fleet, "Юг") == [final] * 3
    assert letters(fleet) == []


def test_a_run_that_begins_after_letters_at_waits_for_all_plans(call: Call, fleet: Path) -> None:
    file = fleet / "fleet.toml"
    text = file.read_text("utf-8").replace("[fleet]\n", '[fleet]\nletters_at = "00:00"\n')
    file.write_text(text, encoding="utf-8")
    found = run(call, fleet)
    assert [sorted(letter["plans"]) for letter in found["letters"]] == [["Север", "Юг"]] * 3


def test_another_run_at_the_same_time_is_refused(call: Call, fleet: Path) -> None:
    with held(fleet / "fleet.lock", now=datetime(2021, 5, 11, tzinfo=UTC)):
        result = call("fleet", "run", "-C", fleet, "--today", "2021-05-11")
    assert result.exit_code == 7


def test_a_plan_has_its_run_in_the_fleet_on_record(call: Call, fleet: Path) -> None:
    run(call, fleet)
    file = store_path(fleet / "plans" / "Юг")
    with open_store(file) as store, store.reading() as records:
        (ran,) = records.runs("plan", newest=9)
    assert (ran.exit_code, ran.figures["measures"]) == (0, 24)


def test_the_letters_of_a_year_are_shown_in_advance(call: Call, fleet: Path) -> None:
    """As the days themselves send them, and one an address however many plans write to it."""
    (fleet / "plans" / "Юг" / "sheetsync.toml").write_text("[plan", encoding="utf-8")
    workbook_plan(fleet, "Запад")
    span = ("--from", DAY, "--to", DAY)
    result = call("fleet", "simulate", "-C", fleet, *span, "--json")
    assert result.exit_code == 3
    assert "Юг" in result.stderr
    found = json.loads(result.stdout)
    assert found["plans"] == [
        {"plan": name, "letters": 3, "months": {"2021-05": 3}} for name in ("Запад", "Север")
    ]
    assert (found["letters"], found["busiest"]) == (3, [{"day": DAY, "letters": 3}])
    shown = call("fleet", "simulate", "-C", fleet, *span).stdout
    assert "всего 3, больше всего 11 мая 2021 г. – 3" in shown
    assert len(run(call, fleet)["letters"]) == 3
