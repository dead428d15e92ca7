"""What an account is asked on a scratch tab: each answer it can give, and nothing left behind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from google.auth.credentials import AnonymousCredentials

from sheetsync.errors import WorkbookError
from sheetsync.probe.questions import Answer, Found, Question, probe, watch_429
from sheetsync.probe.scratch import Scratch, choose_scratch, kept
from sheetsync.workbooks.google.client import Patience, SheetsClient
from tests.sheets_emulator import Emulator, people
from tests.sheets_emulator.faults import Fault
from tests.workbooks.books import Rows
from tests.workbooks.sheets import Shared, shared_sheet
from tests.workbooks.test_google import sheet_ids

PLAN: dict[str, Rows] = {"План": [["№", "Мероприятие"], [1, "Собрать отчёты"]]}
WRITE = "pdate"  # :batchUpdate and values:batchUpdateByDataFilter
WRITES = 46
AS_DOCUMENTED = {
    Question.ROW_METADATA: Answer.STAYS,
    Question.STRICT_TYPED_DATA: Answer.ACCEPTED,
    Question.STRICT_TYPED_IN: Answer.ACCEPTED,
    Question.LONG_TEXT: Answer.REFUSED,
    Question.DATES: Answer.DAY_FIRST,
    Question.COLUMN_MARK: Answer.ACCEPTED,
    Question.COLUMN_GUARD: Answer.REFUSED,
    Question.SENT: Answer.ACCEPTED,
    Question.QUOTA: Answer.NOT_SEEN,
}


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    emulator, base = google
    emulator.reset()
    return shared_sheet(emulator, base, PLAN)


def choose(sheet: Shared) -> Scratch:
    clock = sheet.emulator.clock
    patience = Patience(clock=clock, sleep=clock.sleep, chance=max)
    client = SheetsClient(AnonymousCredentials(), base=sheet.base, patience=patience)
    return choose_scratch(client, sheet.id, account="robot@example.org")


@contextmanager
def asked(sheet: Shared) -> Iterator[tuple[Scratch, Iterator[Found]]]:
    """The tab, and the answers as they come."""
    scratch = choose(sheet)
    refusals = watch_429(scratch.client)
    with kept(scratch):
        yield scratch, probe(scratch, refusals)


def ask(sheet: Shared) -> dict[Question, Found]:
    with asked(sheet) as (_, found):
        return {one.question: one for one in found}


def answers(sheet: Shared) -> dict[Question, Answer]:
    return {question: found.answer for question, found in ask(sheet).items()}


def test_every_question_gets_the_answer_that_the_emulator_gives(sheet: Shared) -> None:
    assert answers(sheet) == AS_DOCUMENTED


def test_facts_stand_beside_the_answers(sheet: Shared) -> None:
    found = ask(sheet)
    assert found[Question.ROW_METADATA].facts == {"rows": "а б в", "marked": "1"}
    assert "50000 characters" in found[Question.LONG_TEXT].facts["message"]
    assert found[Question.DATES].facts["01.02.2026"] == "46054 DATE dd.mm.yyyy"


@pytest.mark.parametrize(
    ("skip", "question"),
    [
        (5, Question.STRICT_TYPED_DATA),
        (7, Question.STRICT_TYPED_IN),
        (8, Question.LONG_TEXT),
    ],
)
def test_refusal_is_an_answer(sheet: Shared, skip: int, question: Question) -> None:
    sheet.emulator.fail("400", WRITE, skip=skip)
    found = ask(sheet)
    assert found[question].facts["status"] == "400"
    told = {name: one.answer for name, one in found.items()}
    assert told == {**AS_DOCUMENTED, question: Answer.REFUSED}


def test_failure_is_told_with_the_code_that_came(sheet: Shared) -> None:
    sheet.emulator.fail("503", WRITE, skip=8)
    found = ask(sheet)[Question.LONG_TEXT]
    assert (found.answer, found.facts["status"]) == (Answer.FAILED, "503")


def forget_mark(_tab: int) -> people.Requests:
    lookup = {"developerMetadataLookup": {"metadataKey": "sheetsync-probe"}}
    return [{"deleteDeveloperMetadata": {"dataFilter": lookup}}]


def move_mark(tab: int) -> people.Requests:
    row = {"sheetId": tab, "dimension": "ROWS", "startIndex": 2, "endIndex": 3}
    mark = {"metadataKey": "sheetsync-probe", "location": {"dimensionRange": row}}
    return [*forget_mark(tab), {"createDeveloperMetadata": {"developerMetadata": mark}}]


def put(row: int, column: int, value: dict[str, Any]) -> Callable[[int], people.Requests]:
    def at(tab: int) -> people.Requests:
        start = {"sheetId": tab, "rowIndex": row, "columnIndex": column}
        rows = [{"values": [{"userEnteredValue": value}]}]
        return [{"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}]

    return at


@pytest.mark.parametrize(
    ("question", "edit", "answer"),
    [
        (Question.ROW_METADATA, forget_mark, Answer.LOST),
        (Question.ROW_METADATA, move_mark, Answer.TRAVELS),
        (Question.ROW_METADATA, put(0, 0, {"stringValue": "г"}), Answer.OTHER),
        (Question.STRICT_TYPED_IN, put(1, 1, {"stringValue": "да"}), Answer.CHANGED),
        (Question.DATES, put(0, 3, {"stringValue": "01.02.2026"}), Answer.TEXT),
        (Question.DATES, put(0, 3, {"numberValue": 46024}), Answer.MONTH_FIRST),
        (Question.DATES, put(0, 3, {"numberValue": 1.02}), Answer.OTHER),
    ],
)
def test_other_answers_are_told_apart(
    sheet: Shared, question: Question, edit: Callable[[int], people.Requests], answer: Answer
) -> None:
    told = {}
    with asked(sheet) as (scratch, found):
        for at in Question:
            if at is question:  # what Google did otherwise shows in the look that follows
                sheet.emulator.edit_at(sheet.id, edit(scratch.id), match="GET")
            told[at] = next(found).answer
    assert told == {**AS_DOCUMENTED, question: answer}


def test_a_mark_that_cannot_be_put_on_again_is_told(sheet: Shared) -> None:
    sheet.emulator.fail("400", WRITE, skip=11)
    assert answers(sheet) == {**AS_DOCUMENTED, Question.COLUMN_MARK: Answer.REFUSED}


def test_dates_of_another_locale_are_not_asked_about(sheet: Shared) -> None:
    properties = {"properties": {"locale": "en_US"}, "fields": "locale"}
    sheet.emulator.edit(sheet.id, [{"updateSpreadsheetProperties": properties}])
    found = ask(sheet)[Question.DATES]
    assert (found.answer, found.facts) == (Answer.SKIPPED, {"locale": "en_US"})
    assert sheet.emulator.world.book(sheet.id).locale == "en_US"


def test_headers_of_a_429_are_kept_where_one_happens(sheet: Shared) -> None:
    sheet.emulator.faults.append(Fault("429", WRITE, skip=3, headers={"Retry-After": "7"}))
    found = ask(sheet)
    assert found[Question.QUOTA].answer is Answer.SEEN
    assert found[Question.QUOTA].facts["Retry-After"] == "7"
    assert found[Question.ROW_METADATA].answer is Answer.STAYS


def test_every_request_names_only_the_scratch_tab(sheet: Shared) -> None:
    with asked(sheet) as (scratch, found):
        list(found)
    log = sheet.emulator.log
    writes = [sheet_ids(logged.json()) for logged in log if logged.line.startswith("POST")]
    assert len(writes) == WRITES
    assert set().union(*writes) == {scratch.id}
    ranges = [parse_qs(urlsplit(logged.target).query).get("ranges", []) for logged in log]
    named = {text.rpartition("!")[0] for found in ranges for text in found}
    assert named == {f"'{scratch.title}'"}


def test_staff_tabs_stay_as_they_were(sheet: Shared) -> None:
    before = sheet.emulator.world.book(sheet.id)
    ask(sheet)
    after = sheet.emulator.world.book(sheet.id)
    assert (after.sheets, after.metadata) == (before.sheets, before.metadata)


@pytest.mark.parametrize("skip", [*range(14), 20, 30, WRITES - 1])
@pytest.mark.parametrize("kind", ["503", "reset_after"])
def test_tab_is_removed_whatever_failed(sheet: Shared, kind: str, skip: int) -> None:
    sheet.emulator.fail(kind, WRITE, skip=skip)
    try:
        told = answers(sheet)
    except WorkbookError:
        assert skip == 0  # a tab that could not be made
    else:
        assert sum(answer is Answer.FAILED for answer in told.values()) <= 1
    assert sheet.titles() == ["План"]


@pytest.mark.parametrize("broken", [KeyboardInterrupt, RuntimeError])
def test_tab_is_removed_after_an_interruption(sheet: Shared, broken: type[BaseException]) -> None:
    def breaks_off() -> None:
        with asked(sheet) as (_, found):
            next(found)
            raise broken

    with pytest.raises(broken):
        breaks_off()
    assert sheet.titles() == ["План"]


@pytest.mark.parametrize("match", ["GET", WRITE])
def test_tab_that_cannot_be_removed_is_named(sheet: Shared, match: str) -> None:
    def fails_at_the_end() -> None:
        with asked(sheet) as (_, found):
            list(found)
            sheet.emulator.fail("503", match, times=1000)

    with pytest.raises(WorkbookError, match=r"«Проба sheetsync» не удалось убрать.*удалите её"):
        fails_at_the_end()
    assert sheet.titles() == ["План", "Проба sheetsync"]


def test_tab_of_staff_with_that_title_is_theirs(sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, people.add_tab("Проба sheetsync", 555))
    with asked(sheet) as (scratch, _):
        assert scratch.title == "Проба sheetsync 2"
    assert sheet.titles() == ["План", "Проба sheetsync"]


def test_tab_left_behind_does_not_hinder_the_next_probe(sheet: Shared) -> None:
    first = choose(sheet)
    sheet.emulator.edit(sheet.id, people.add_tab(first.title, first.id))
    assert choose(sheet).id != first.id
    assert answers(sheet) == AS_DOCUMENTED


def test_tab_that_people_swap_is_neither_read_nor_left(sheet: Shared) -> None:
    with asked(sheet) as (scratch, found):
        swap = [*people.rename(scratch.id, "Моё"), *people.add_tab(scratch.title, 555)]
        sheet.emulator.edit(sheet.id, swap)
        told = [one.answer for one in found]
    failed = [Answer.FAILED] * 3
    assert told[:6] == [*failed, Answer.REFUSED, Answer.FAILED, Answer.ACCEPTED]
    assert told[6:] == [Answer.REFUSED, Answer.FAILED, Answer.NOT_SEEN]
    assert sheet.titles() == ["План", "Проба sheetsync"]
    assert sheet.emulator.world.book(sheet.id).titled("Проба sheetsync").lines == []


def test_sheet_that_is_not_shared_names_the_address_to_share_it_with(sheet: Shared) -> None:
    sheet.emulator.world.files[sheet.id].access = "none"
    with pytest.raises(WorkbookError, match=r"robot@example\.org"):
        choose(sheet)
