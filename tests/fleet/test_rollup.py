"""How all plans stand beside each other."""

from datetime import date
from pathlib import Path

import pytest

from sheetsync.fleet.record import Record, RecordRow, record_of
from sheetsync.fleet.rollup import RunHistory, by_region, roll_up, shared_measures
from sheetsync.model import State
from tests.fleet.conftest import DAY, Call, run

TODAY = date(2021, 5, 11)


def record(plan: str, *rows: RecordRow, late: int = 0, read: bool = True) -> Record:
    states: dict[str, int] = {}
    for row in rows:
        states[row.state] = states.get(row.state, 0) + 1
    problems = () if read else ("таблица закрыта",)
    return Record(
        plan=plan,
        day=str(TODAY),
        read=read,
        states=states,
        worst_days=late,
        rows=rows,
        problems=problems,
    )


def row(text: str, state: State = State.DONE, number: str = "1") -> RecordRow:
    return RecordRow(number=number, text=text, state=state, late_days=0)


def known(found: Record) -> RunHistory:
    return RunHistory(newest=found, good=found if found.read else None, before=None)


def test_what_needs_help_comes_first() -> None:
    late = record("поздний", row("а", State.OVERDUE), late=40)
    later = record("самый поздний", row("а", State.OVERDUE), late=90)
    plans = {
        "в срок": known(record("в срок", row("а"))),
        "поздний": known(late),
        "самый поздний": known(later),
        "закрытый": known(record("закрытый", read=False)),
        "на паузе": RunHistory(newest=late, good=late, before=None, paused=""),
    }
    names = [line.plan for line in roll_up(TODAY, plans).lines]
    assert names == ["закрытый", "самый поздний", "поздний", "в срок", "на паузе"]


def test_figures_of_a_plan() -> None:
    now = record("п", row("а"), row("б"), row("в", State.OVERDUE), row("г", State.UPCOMING))
    before = record("п", row("а"))
    (line,) = roll_up(TODAY, {"п": RunHistory(newest=now, good=now, before=before)}).lines
    assert (line.total, line.done, line.overdue, line.kept, line.moved) == (4, 2, 1, 67, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Обновить банк данных резерва", "обновить банк  данных резерва."),
        ("Обновить банк данных резерва", "Обновить банк данных резервва"),
    ],
)
def test_slips_of_the_pen_are_one_measure(one: str, other: str) -> None:
    records = [record("а", row(one)), record("б", row(one)), record("в", row(other, State.OVERDUE))]
    (found,), doubts = shared_measures(records)
    assert (found.plans, found.done, found.late) == (3, 2, ("в",))
    assert doubts == ()


def test_another_wording_is_a_doubt_and_never_added_up() -> None:
    text = "Обновить банк данных кадрового резерва"
    records = [record(name, row(text)) for name in "абв"]
    records.append(record("г", row(f"{text} на всех предприятиях отрасли", State.OVERDUE)))
    (found,), (doubt,) = shared_measures(records)
    assert (found.plans, found.late) == (3, ())
    assert (doubt.one, doubt.other) == (text, records[-1].rows[0].text)


def test_another_measure_of_the_number_is_no_doubt() -> None:
    records = [record(name, row("Провести совещание председателей")) for name in "абв"]
    records.append(record("г", row("Купить спортивный инвентарь")))
    assert shared_measures(records)[1] == ()


def test_another_number_is_another_measure() -> None:
    records = [record(n, row("Провести слёт", number=str(i))) for i, n in enumerate("абв")]
    assert shared_measures(records) == ((), ())


def test_regions_add_their_plans_up() -> None:
    plans = {}
    for name, region in (("а", "Юг"), ("б", "Юг"), ("в", "Север")):
        one = record(name, row("x"), row("y", State.OVERDUE))
        one = record_of(one.as_json().replace('"region":""', f'"region":"{region}"'))
        plans[name] = known(one)
    assert by_region(roll_up(TODAY, plans).lines) == [("Юг", 2, 2), ("Север", 1, 1)]


def test_a_page_is_a_file_without_scripts(call: Call, fleet: Path, tmp_path: Path) -> None:
    run(call, fleet)
    (fleet / "plans" / "Юг").rename(fleet / "plans" / "Юг & Ко")
    result = call("fleet", "status", "-C", fleet, "--today", DAY, "--html", tmp_path / "page")
    assert result.exit_code == 0
    page = (tmp_path / "page" / "index.html").read_text(encoding="utf-8")
    assert "Юг &amp; Ко" in page
    assert "<script" not in page
    assert "http" not in page


def test_a_workbook_for_the_chair_is_made(call: Call, fleet: Path) -> None:
    file = fleet / "fleet.toml"
    text = file.read_text("utf-8").replace("[fleet]\n", '[fleet]\nsummary = "свод.xlsx"\n')
    file.write_text(text, encoding="utf-8")
    assert run(call, fleet)["code"] == 0
    from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

    grid = XlsxWorkbook(fleet / "свод.xlsx", today=TODAY).read("Планы")
    cells = {value for line in grid.rows for value in line}
    assert {"Север", "Юг"} <= cells


def test_a_name_that_is_no_workbooks_is_not_made(call: Call, fleet: Path) -> None:
    file = fleet / "fleet.toml"
    text = file.read_text("utf-8").replace("[fleet]\n", '[fleet]\nsummary = "свод"\n')
    file.write_text(text, encoding="utf-8")
    assert "свод" in run(call, fleet)["err"]
    assert not (fleet / "свод").exists()
