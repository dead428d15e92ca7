"""«Сводка» read as its readers do: numbers that speak of the same are the same, and sum."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.model import DeadlineKind, Department, Meaning, Measure, Move, Papers, Tab
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.chair import _BLOCKS, chair_tab
from sheetsync.summary.layout import COLUMNS
from sheetsync.summary.papers import papers
from tests.builders import (
    APRIL,
    OPEN,
    YEAR_ROUND,
    day,
    deadline,
    inputs,
    measure,
    milestone,
    month,
    plan,
    progress,
)
from tests.rendering.states import STATES, state

WARNINGS = Warnings(workdays=Workdays("RU"))
STAFF = (Department(name="Отдел № 1"), Department(name="Отдел № 2"), None)
WHEN = (
    APRIL,
    YEAR_ROUND,
    OPEN,
    deadline(DeadlineKind.UNREADABLE),
    deadline(DeadlineKind.DATE, day(date(2005, 3, 12))),
    deadline(DeadlineKind.DATE, day(date(2020, 12, 15))),
    deadline(DeadlineKind.LIST, month(2), month(6), month(10)),
    deadline(DeadlineKind.RECURRING, due=date(2021, 12, 31)),
)
# They list what moved and was sent, and what a sitting may ask: no other block counts the same.
NOT_SUMMED = {"changed", "sitting", "changes", "letters"}
_SUMMED = re.compile(r"(?:выполнено|не выполнено|перенесено по документу|без документа) (\d+)")
_COUNTED = re.compile(r"(просрочен|без итога|срок подходит|без свежей отметки)\D* (\d+) пункт")


class Reader:
    """The cells of the tab, row by row, as people see them."""

    def __init__(self, tab: Tab) -> None:
        self.rows: list[list[object]] = []
        for row in tab.rows:
            ends = accumulate(cell.span for cell in row.cells)
            seen = (c.value for c, end in zip(row.cells, ends, strict=True) if end <= COLUMNS)
            self.rows.append([*seen])
        self.blocks = {name: self.rows[area.top - 1 : area.bottom] for name, area in tab.blocks}
        self.read: set[str] = set()

    def block(self, name: str) -> list[list[object]]:
        """Its rows, the heading first; none where it is left out."""
        self.read.add(name)
        return self.blocks.get(f"sheetsync_{name}", [])

    @property
    def cards(self) -> dict[str, int]:
        """The numbers of the first screen by their words."""
        numbers, words = self.block("numbers")[:2]
        return dict(zip(map(str, words), map(int, map(str, numbers)), strict=True))

    @property
    def passed(self) -> tuple[int, str]:
        """How many deadlines have passed, and the sentence about what became of them."""
        sentence = str(self.block("numbers")[2][0])
        found = re.match(r"Сроков наступило (\d+)", sentence)
        return (int(found[1]), sentence) if found else (0, sentence)

    def table(self, name: str) -> list[list[object]]:
        """The lines of measures of a block: they begin with its number."""
        return [r for r in self.block(name) if r and re.match(r"(п\.|строка) ", str(r[0]))]


def number(pattern: str, text: object) -> int:
    found = re.search(pattern, str(text))
    return int(found[1]) if found else 0


def named(words: str) -> int:
    """How many measures a list names: «п. 4–7, 12, ещё 3» are eight."""
    more = number(r"ещё (\d+)", words)
    listed = 0
    for first, last in re.findall(r"(?<![\d№])(\d+)(?:–(\d+))?", re.sub(r", ещё \d+", "", words)):
        listed += int(last or first) - int(first) + 1
    return listed + more


def check(tab: Tab, measures: int) -> Reader:
    """Everything that the tab counts twice, and all that it lists."""
    seen = Reader(tab)
    check_cards(seen, measures)
    check_discipline(seen)
    check_lists(seen)
    check_findings(seen)
    check_questions(seen)
    return seen


def check_cards(seen: Reader, measures: int) -> None:
    total, *others = seen.cards.values()
    assert total == sum(others) == measures
    understood = next(
        str(cell) for row in seen.block("head") for cell in row if "понятен" in str(cell)
    )
    assert number(r": (\d+)", understood) == total - seen.cards.get("срок не понят", 0)
    for words in seen.block("numbers")[3:]:
        for part in str(words[0]).split("; "):
            if part.casefold().startswith(("зависят", "срок не понят")):
                name, _, names = part.partition(": ")
                assert named(names) == seen.cards[name.lower()]


def check_discipline(seen: Reader) -> None:
    passed, sentence = seen.passed
    parts = [int(found) for found in _SUMMED.findall(sentence)]
    assert sum(parts) == passed
    rows = {str(row[0]): row[1:] for row in seen.block("discipline") if len(row) == 11}
    assert bool(passed) == bool(rows)
    if not rows:
        return
    (total,) = (row for name, row in rows.items() if name == "Всего")
    quarters = [row for name, row in rows.items() if "квартал" in name]
    leads = [
        r for name, r in rows.items() if name not in ("Всего", "Кто отвечает", *quarter_names(rows))
    ]
    for row in (total, *quarters, *leads):
        *parts, moved = (int(str(cell or 0)) for cell in row[1:7])
        # What was moved without a document is done or not done where its new day has passed, too.
        assert sum(parts) <= int(str(row[0])) <= sum(parts) + moved
    ahead = number(r"перенесено без документа (\d+)", sentence)
    assert total[0] == sum(int(str(cell or 0)) for cell in total[1:6]) + ahead
    for column in range(7):
        of_leads = sum(int(str(row[column] or 0)) for row in leads)
        assert of_leads == int(str(total[column] or 0))
        if quarters:
            assert sum(int(str(row[column] or 0)) for row in quarters) == of_leads
    assert total[0] == passed
    assert (total[4] or 0) == number(r"не выполнено (\d+)", sentence)
    assert sum(int(str(cell or 0)) for cell in total[1:4]) == number(r"выполнено (\d+)", sentence)
    assert (total[2] or 0) == number(r"с опозданием (\d+)", sentence)


def quarter_names(rows: dict[str, list[object]]) -> Iterator[str]:
    return (name for name in rows if "квартал" in name)


def check_lists(seen: Reader) -> None:
    late = seen.block("late")
    assert bool(late) == bool(seen.cards["просрочено"])
    if late:
        heading = late[0][0]
        more = sum(number(r"^Ещё (\d+):", row[0]) for row in late if row)
        assert number(r": (\d+) пункт", heading) == seen.cards["просрочено"]
        # Of one a measure the heading does not say the same number twice.
        deadlines = number(r", (\d+) срок", heading) or seen.cards["просрочено"]
        assert deadlines == len(seen.table("late")) + more
        assert deadlines == number(r"не выполнено (\d+)", seen.passed[1])
    for name, words in (("waiting", "зависят от других"), ("no_report", "итога нет")):
        rows = seen.block(name)
        if rows:
            assert number(r": (\d+)", rows[0][0]) == seen.cards[words]
    for name in ("near", "moves", "unled", "waiting", "no_report"):
        rows = seen.block(name)
        more = sum(number(r"^Ещё (\d+)", row[0]) for row in rows if row)
        assert number(r": (\d+)\D*$", rows[0][0] if rows else "") == len(seen.table(name)) + more
    by_lead = [row for row in seen.block("leads")[2:] if len(row) > 3 and row[0] != "Кто отвечает"]
    assert sum(int(str(row[1])) for row in by_lead) == sum([*seen.cards.values()][1:])
    assert sum(int(str(row[2] or 0)) for row in by_lead) == seen.cards["просрочено"]
    for row in by_lead:
        assert row[1] == sum(int(str(cell or 0)) for cell in (row[2], *row[4:10]))


def check_findings(seen: Reader) -> None:
    rows = seen.block("clarify")
    lines = [str(row[1]) for row in rows[2:] if len(row) == 3 and row[1] != "Что не так"]
    alike = (re.search(r"То же: (.*)\.$", line) for line in lines)
    more = sum(number(r"^Ещё (\d+)", row[0]) for row in rows if row)
    said = len(lines) + sum(named(found[1]) for found in alike if found) + more
    assert said == number(r": (\d+) замечани", rows[0][0] if rows else "")


def check_questions(seen: Reader) -> None:
    rows, overdue = seen.block("ask"), 0
    groups = [at for at, row in enumerate(rows) if row and _COUNTED.search(str(row[0]))]
    for at in groups:
        words, lines = str(rows[at][0]), 0
        while at + 1 + lines < len(rows) and len(rows[at + 1 + lines]) > 1:
            lines += 1
        counts = _COUNTED.findall(words)
        overdue += number(r"просрочен\D* (\d+) пункт", words)
        listed = re.findall(r"(\d+) пункт\w* \(([^)]*)\)", words)
        for count, names in listed:
            assert named(names) == int(count)
        # What is named by no number has a line.
        assert sum(int(count) for _, count in counts) - sum(int(n) for n, _ in listed) <= lines
    left_out = any("к другим" in str(row[0]) for row in rows if row)
    assert overdue == seen.cards["просрочено"] or (left_out and overdue < seen.cards["просрочено"])


def check_papers(content: Papers) -> None:
    """The same of the papers, whose columns are fewer."""
    total, *others = (number.count for number in content.numbers)
    assert total == sum(others)
    for lead in content.leads:
        assert lead.due == lead.on_time + lead.late + lead.open + lead.moved
    assert sum(lead.open for lead in content.leads) == len(content.all_late)
    for group in content.late_by_lead:
        assert number(r": (\d+) срок", group.name) == len(group.items)


@pytest.mark.parametrize("name", STATES)
def test_what_the_tab_counts_twice_is_the_same(name: str, tmp_path: Path) -> None:
    known, _ = state(name, tmp_path / "plan")
    check(chair_tab(known), len(known.agenda.plan.measures))
    check_papers(papers(known))


def test_each_block_adds_up_or_has_nothing_to_add(tmp_path: Path) -> None:
    known, _ = state("sample", tmp_path / "plan")
    seen = check(chair_tab(known), len(known.agenda.plan.measures))
    unchecked = {*_BLOCKS} - seen.read - NOT_SUMMED
    assert not unchecked, f"Check these by what else counts the same, or say so here: {unchecked}"
    assert {*_BLOCKS} - seen.read == NOT_SUMMED


@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(WHEN),
            st.sampled_from(list(Meaning)),
            st.none() | st.dates(date(2020, 12, 1), date(2022, 2, 1)),
            st.sampled_from(STAFF),
            st.booleans(),
            st.booleans(),
        ),
        max_size=60,
    ),
    on=st.dates(date(2020, 12, 1), date(2022, 2, 1)),
)
def test_whatever_the_plan_its_numbers_agree(rows: list[tuple], on: date) -> None:  # type: ignore[type-arg]
    measures, moves = list[Measure](), list[Move]()
    for at, (when, meaning, fact, lead, parted, moved) in enumerate(rows, start=1):
        parts = (milestone("Север", month(3)), milestone("Юг", month(8))) if parted else ()
        done = progress(meaning, fact)
        one = measure(str(at), when=when, done=done, milestones=parts, lead=lead)
        measures.append(one)
        if moved:
            moves.append(
                Move(
                    row=one.row,
                    times=1,
                    day=on,
                    before="март",
                    after="май",
                    was_late=False,
                    ground="протокол № 3" if at % 2 else "",
                    was_due=date(2021, 3, 31),
                )
            )
    agenda = build_agenda(plan(*measures), today=on, warnings=WARNINGS)
    known = inputs(agenda, moves=tuple(moves))
    check(chair_tab(known), len(measures))
    check_papers(papers(known))


def test_a_plan_that_ended_years_ago_shows_no_quarters_but_its_own() -> None:
    agenda = build_agenda(
        plan(measure("1", when=APRIL)), today=date(2026, 6, 10), warnings=WARNINGS
    )
    block = Reader(chair_tab(inputs(agenda))).block("discipline")
    rows = {str(row[0]): row[1:] for row in block if len(row) == 11}
    assert [*quarter_names(rows)] == [f"{one} квартал" for one in ("I", "II", "III", "IV")]
