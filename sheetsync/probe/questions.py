"""What Google's documentation leaves open, asked of a real account on a scratch tab."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Any

import requests
from gspread.exceptions import APIError

from sheetsync.errors import SheetsyncError
from sheetsync.model.frozen import frozen, frozen_positional
from sheetsync.probe.rehearsal import rehearse
from sheetsync.probe.scratch import Scratch
from sheetsync.workbooks.google.client import SheetsClient
from sheetsync.workbooks.google.column_requests import OwnColumn, guard, prove
from sheetsync.workbooks.google.errors import translated
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.google.troubles import words_of
from sheetsync.workbooks.values import serial

_KEY = "sheetsync-probe"
# One more than a cell of Google Sheets holds (https://support.google.com/drive/answer/37603).
_LONG = 50_001
_SAMPLES = ("01.02.2026", "1.2.26", "01.02", "1 февраля 2026", "2026-02-01", "01.02.2026 14:30")
_VALUE = "rowData.values(userEnteredValue,userEnteredFormat.numberFormat)"


class Question(StrEnum):
    """What is asked, in the order in which it is."""

    ROW_METADATA = "row_metadata_after_sort"
    STRICT_TYPED_DATA = "strict_rule_and_update_cells"
    STRICT_TYPED_IN = "strict_rule_and_user_entered"
    LONG_TEXT = "text_of_50001_characters"
    DATES = "ru_dates_user_entered"
    COLUMN_MARK = "column_mark_put_on_again"
    COLUMN_GUARD = "guard_of_a_deleted_column"
    SENT = "requests_of_sheetsync"
    QUOTA = "headers_of_429"


class Answer(StrEnum):
    """What was found; which of these can be depends on the question."""

    TRAVELS = "travels_with_its_row"
    STAYS = "stays_in_its_place"
    LOST = "lost"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    CHANGED = "stored_otherwise"
    DAY_FIRST = "date_day_first"
    MONTH_FIRST = "date_month_first"
    TEXT = "text"
    OTHER = "other"
    SEEN = "seen"
    NOT_SEEN = "not_seen"
    SKIPPED = "skipped"
    FAILED = "failed"


@frozen
class Found:
    """The answer to a question; `facts` are what it rests on, as Google gave them."""

    question: Question
    answer: Answer
    facts: Mapping[str, str] = field(default_factory=dict)


@frozen_positional
class _Outcome:
    answer: Answer
    facts: Mapping[str, str] = field(default_factory=dict)


def watch_429(client: SheetsClient) -> list[Mapping[str, str]]:
    """A list that takes the headers of every 429 from now on; none is provoked."""
    seen: list[Mapping[str, str]] = []

    def look(response: requests.Response, *_args: object, **_kwargs: object) -> None:
        if response.status_code == 429:
            seen.append(dict(response.headers))

    # A hook sees each answer, those that the client then tries again included.
    client.session.hooks["response"].append(look)
    return seen


def probe(scratch: Scratch, refusals: list[Mapping[str, str]]) -> Iterator[Found]:
    """Each question in turn, on a tab that exists; one that fails does not stop the others."""
    for question, ask in _QUESTIONS.items():
        try:
            with translated(scratch.place, scratch.account):
                outcome = ask(scratch)
        except SheetsyncError as error:
            outcome = _Outcome(Answer.FAILED, _why(error))
        yield Found(question=question, answer=outcome.answer, facts=outcome.facts)
    # Last of all: by now every question has had its chance to meet a refusal.
    last = refusals[-1] if refusals else {}
    answer = Answer.SEEN if refusals else Answer.NOT_SEEN
    yield Found(question=Question.QUOTA, answer=answer, facts=last)


def _why(error: SheetsyncError) -> Mapping[str, str]:
    cause = error.__cause__
    status = {"status": str(cause.response.status_code)} if isinstance(cause, APIError) else {}
    return {"error": str(error), **status}


def _row_metadata(scratch: Scratch) -> _Outcome:
    """A mark on the first of three rows, which a sort makes the last."""
    # One project measured that marks travel with a sorted row, another that they are lost.
    row = {"sheetId": scratch.id, "dimension": "ROWS", "startIndex": 0, "endIndex": 1}
    mark = {
        "metadataKey": _KEY,
        "metadataValue": "в",
        "visibility": "DOCUMENT",
        "location": {"dimensionRange": row},
    }
    order = [{"dimensionIndex": 0, "sortOrder": "ASCENDING"}]
    scratch.write(0, 0, "в", "б", "а")
    scratch.batch({"createDeveloperMetadata": {"developerMetadata": mark}})
    scratch.batch({"sortRange": {"range": scratch.area(0, 0, height=3), "sortSpecs": order}})
    data = scratch.look("A1:A3", f"{_VALUE},rowMetadata.developerMetadata.metadataKey")
    rows = [_shown(data, number) for number in range(3)]
    tags = [size.get("developerMetadata", ()) for size in data.get("rowMetadata", ())]
    keys = [[tag.get("metadataKey") for tag in some] for some in tags]
    marked = [n for n, some in enumerate(keys, 1) if _KEY in some]
    facts = {"rows": " ".join(rows), "marked": " ".join(map(str, marked))}
    if rows != ["а", "б", "в"]:
        return _Outcome(Answer.OTHER, facts)
    answers = {(): Answer.LOST, (1,): Answer.STAYS, (3,): Answer.TRAVELS}
    return _Outcome(answers.get(tuple(marked), Answer.OTHER), facts)


def _strict(scratch: Scratch, row: int, write: Callable[..., None]) -> _Outcome:
    """Whether a write is refused where a strict rule allows only two words."""
    # Google is silent on it, and the test that gspread has for it sends a malformed body.
    words = [{"userEnteredValue": word} for word in ("да", "нет")]
    rule = {"condition": {"type": "ONE_OF_LIST", "values": words}, "strict": True}
    scratch.batch({"setDataValidation": {"range": scratch.area(row, 1), "rule": rule}})
    return _tried(scratch, f"B{row + 1}", "может быть", lambda text: write(row, 1, text))


def _tried(scratch: Scratch, cell: str, text: str, write: Callable[[str], None]) -> _Outcome:
    """Whether a text is refused, and if not, whether it is what the cell then holds."""
    try:
        write(text)
    except APIError as error:
        if error.response.status_code != 400:
            raise
        facts = {"status": "400", "message": words_of(error.response)}
        return _Outcome(Answer.REFUSED, facts)
    held = _shown(scratch.look(cell, _VALUE), 0)
    answer = Answer.ACCEPTED if held == text else Answer.CHANGED
    return _Outcome(answer, {"length": str(len(held))})


def _dates(scratch: Scratch) -> _Outcome:
    """What becomes of days as Russians type them; the first sample gives the answer."""
    # Typed text is read by the spreadsheet's locale: 01.02 is a number to an American one.
    if scratch.locale != "ru_RU":
        return _Outcome(Answer.SKIPPED, {"locale": scratch.locale})
    scratch.type_in(0, 3, *_SAMPLES)
    data = scratch.look(f"D1:D{len(_SAMPLES)}", _VALUE)
    facts = {sample: _stored(_cell(data, n)) for n, sample in enumerate(_SAMPLES)}
    value = _cell(data, 0).get("userEnteredValue", {})
    days = {
        serial(date(2026, 2, 1), epoch_1904=False): Answer.DAY_FIRST,
        serial(date(2026, 1, 2), epoch_1904=False): Answer.MONTH_FIRST,
    }
    if "numberValue" in value:
        return _Outcome(days.get(value["numberValue"], Answer.OTHER), facts)
    return _Outcome(Answer.TEXT if "stringValue" in value else Answer.OTHER, facts)


def _column_mark(scratch: Scratch) -> _Outcome:
    """Whether a column's mark proves where it stands: `column_requests.prove` rests on this."""
    columns = [_column(scratch, index, number=1) for index in (0, 1)]
    scratch.batch(prove(columns[0])[1], guard(columns[0], 0))
    at_its_place, elsewhere = (_is_refused(scratch, prove(column)) for column in columns)
    if at_its_place:
        return _Outcome(Answer.REFUSED)
    return _Outcome(Answer.ACCEPTED if elsewhere else Answer.CHANGED)


def _column_guard(scratch: Scratch) -> _Outcome:
    """Whether a column's guard proves that it exists: `column_requests.prove` rests on this too."""
    # The last column: no cell of another question moves when it goes.
    column = _column(scratch, 4, number=2)
    scratch.batch(prove(column)[1], guard(column, 0))
    scratch.batch({"deleteDimension": {"range": column.span}})
    return _Outcome(Answer.REFUSED if _is_refused(scratch, prove(column)) else Answer.ACCEPTED)


def _column(scratch: Scratch, index: int, *, number: int) -> OwnColumn:
    # Ids of our choice: Google answers a repeated one by an error, never by a second mark.
    tag_id = scratch.id ^ number
    return OwnColumn(sheet_id=scratch.id, index=index, tag_id=tag_id, name="probe", warning="probe")


def _is_refused(scratch: Scratch, requests: Requests) -> bool:
    try:
        scratch.batch(*requests)
    except APIError as error:
        if error.response.status_code != 400:
            raise
        return True
    return False


def _sent(scratch: Scratch) -> _Outcome:
    """Whether Google takes every kind of request that we send; each refusal is a fact."""
    taken, refused = rehearse(scratch)
    answer = Answer.REFUSED if refused else Answer.ACCEPTED
    return _Outcome(answer, {"taken": str(taken), **refused})


def _stored(cell: Mapping[str, Any]) -> str:
    """Such as "46054 DATE dd.mm.yyyy" or "1.2.26 TEXT"."""
    value = cell.get("userEnteredValue", {})
    kind = cell.get("userEnteredFormat", {}).get("numberFormat", {})
    words = [*map(str, value.values()), kind.get("type", ""), kind.get("pattern", "")]
    return " ".join(filter(None, [*words, "TEXT" if "stringValue" in value else ""]))


def _shown(data: Mapping[str, Any], row: int) -> str:
    return str(_cell(data, row).get("userEnteredValue", {}).get("stringValue", ""))


def _cell(data: Mapping[str, Any], row: int) -> Mapping[str, Any]:
    """The cell of a row of one column; rows without any are left out of answers."""
    rows = data.get("rowData", ())
    cells = rows[row].get("values", ()) if row < len(rows) else ()
    found: Mapping[str, Any] = cells[0] if cells else {}
    return found


_QUESTIONS: Mapping[Question, Callable[[Scratch], _Outcome]] = {
    Question.ROW_METADATA: _row_metadata,
    Question.STRICT_TYPED_DATA: lambda scratch: _strict(scratch, 0, scratch.write),
    Question.STRICT_TYPED_IN: lambda scratch: _strict(scratch, 1, scratch.type_in),
    Question.LONG_TEXT: lambda scratch: _tried(
        scratch, "C1", "я" * _LONG, lambda text: scratch.write(0, 2, text)
    ),
    Question.DATES: _dates,
    Question.COLUMN_MARK: _column_mark,
    Question.COLUMN_GUARD: _column_guard,
    Question.SENT: _sent,
}
