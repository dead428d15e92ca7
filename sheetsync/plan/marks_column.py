"""The column of marks where none has a header that is known: told by its header and its cells."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sheetsync.model import (
    CellValue,
    Deadline,
    DeadlineKind,
    Doubt,
    Meaning,
    Measure,
    Occurrence,
    PlanPeriod,
)
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import cell_at, cell_text, column_texts, is_blank
from sheetsync.plan.header_rows import SAMPLE
from sheetsync.plan.likely_columns import NEARLY_ALL
from sheetsync.plan.mark_parts import headed_alike, mark_parts
from sheetsync.words.days import LATER
from sheetsync.words.headers import HeaderRole, says, without_number
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import YEAR
from sheetsync.words.progress import read_progress
from sheetsync.words.signs import TICKS
from sheetsync.words.tables import (
    DAYS,
    answers,
    begins_mark,
    is_day_of,
    is_either_mark,
    is_no_mark,
    names_day,
    tells_deed,
    without_day_before,
)

_DAY = pattern(rf"(?P<day>{DAYS})(?:[ T]\d\d?:\d\d(?::\d\d)?)?")
_ENOUGH = 2  # marks under a header that says nothing of them
_PAST_DAYS = HeaderRole.LAST_TIME, HeaderRole.OTHER_DAYS
_TITLE = 3  # words that columns of one title have in common: «Отметка о выполнении»
_LONGEST_MARK = 4  # words of one that is nothing else
_LAST_DAY = date(LATER, 12, 31)
_DUE = Deadline(
    text="",
    kind=DeadlineKind.DATE,
    rule="",
    due=_LAST_DAY,
    occurrences=(Occurrence(due=_LAST_DAY),),
)
_VERDICTS = (Meaning.DONE, Meaning.DONE_PART, Meaning.POSTPONED, Meaning.CANCELLED)


@frozen
class MarksColumn:
    """The column, from 0, and whether it is read as marks or only looks like them."""

    column: int
    read: bool
    doubt: Doubt


def marks_in(
    unread: dict[int, str], fields: Mapping[str, int], body: Sequence[Sequence[CellValue]]
) -> MarksColumn | None:
    """The column of marks where no header names one; `unread` may be it, by their headers.

    Where one does, that column alone if it may not be read; `body` are the rows below the header.
    """
    if "status" in fields:
        return _of_parts(fields["status"], unread) or _beside_blank(unread, fields, body)
    taken = {column for field, column in fields.items() if field != "note"}
    # Where no column is for marks, people write them under «Примечание».
    note = fields.get("note")
    others = {
        column: text
        for column, text in unread.items()
        if column not in taken and (column == note or not says(text, *_PAST_DAYS))
    }
    return find_marks(others, body, due=unread.get(fields.get("deadline", -1), ""))


def _beside_blank(
    unread: dict[int, str], fields: Mapping[str, int], body: Sequence[Sequence[CellValue]]
) -> MarksColumn | None:
    """What looks like marks beside a column of them in which nobody has written anything."""
    if not all(is_blank(cell_at(row, fields["status"])) for row in body):
        return None
    free = {c: text for c, text in unread.items() if c not in fields.values() and text}
    others = {c: text for c, text in free.items() if not says(text, *_PAST_DAYS)}
    found = find_marks(others, body)
    if found is None:
        return None
    cells = (cell_text(cell_at(row, found.column)) for row in body)
    worded = [text for text in cells if any(map(str.isalpha, text))]
    if sum(map(begins_mark, worded)) < _ENOUGH:  # shares alone may be of anything
        return None
    doubt = Doubt(code="status-blank", quote=others[found.column])
    return MarksColumn(column=found.column, read=False, doubt=doubt)


def find_marks(
    headers: dict[int, str], body: Sequence[Sequence[CellValue]], *, due: str = ""
) -> MarksColumn | None:
    """Which of these columns holds the marks; `body` are the rows below the header.

    Where a header or the cells leave no doubt it is read, and a note says so; where they only hint
    at it, a question does. None where nothing looks like marks. Beside «Срок ответа», the header of
    what is `due`, «Дата ответа» is one of marks.
    """
    ours = ((column, text) for column, text in headers.items() if not _is_of_before(text, due))
    judged = (_judged(column, text, body, due=due) for column, text in ours)
    found = [one for one in judged if one]
    # Several columns of signs alike, «1-4 классы», «5-9 классы», tell whom a measure is for.
    named = [one for one in found if one.read or says(headers[one.column], HeaderRole.LIKELY_MARK)]
    found = named if len(found) - len(named) > 1 else found
    # «Январь факт», «Февраль факт»: none of them tells how the whole measure stands.
    read = [one.column for one in found if one.read]
    parted = mark_parts(min(read, default=None), headers)
    facts = [] if parted else [headers[column].split() for column in read]
    if len(facts) > 1 and all(len(words) > 1 and words[-1:] == facts[0][-1:] for words in facts):
        found = [_unread(one.column, headers[one.column]) for one in found]
    return min(found, key=lambda one: (not one.read, one.column), default=None)


def _is_of_before(header: str, due: str) -> bool:
    """«Срок в 2025 году (факт)» beside «Срок в 2026 году»: what was done then marks nothing now."""
    years, own = YEAR.findall(header), YEAR.findall(due)
    return bool(years and own) and max(years) < min(own)


def _of_parts(column: int, headers: Mapping[int, str]) -> MarksColumn | None:
    """A column of marks that tells of a part which nobody can date: «Отметка 1» beside another.

    So does each below one title, «Отметка о выполнении» over «Клуб» and «Школа».
    """
    alike = headed_alike(column, headers)
    numbered = [c for c, text in alike.items() if without_number(text)]
    words = headers[column].split()
    below = [c for c, text in alike.items() if text.split()[:_TITLE] == words[:_TITLE]]
    beside = column + 1 in below or column - 1 in below
    parted = (column in numbered and len(numbered) > 1) or (len(words) > _TITLE and beside)
    return _unread(column, headers[column]) if parted and not mark_parts(column, headers) else None


def with_marks(
    fields: Mapping[str, int],
    marks: MarksColumn | None,
    *,
    headers: Mapping[int, str],
    body: Sequence[Sequence[CellValue]],
) -> dict[str, int]:
    """The fields, with that column as the one of marks, or without it where it is not read."""
    if marks and marks.read:
        fields = {field: c for field, c in fields.items() if c != marks.column}
        fields["status"] = marks.column
    elif marks:
        fields = {f: c for f, c in fields.items() if (f, c) != ("status", marks.column)}
    fields = _with_answers(fields, headers, body)
    result = _results(fields, headers, body)
    return {**fields} if result is None else {**fields, "note": result}


def _with_answers(
    fields: Mapping[str, int], headers: Mapping[int, str], body: Sequence[Sequence[CellValue]]
) -> Mapping[str, int]:
    """The fields with «Выполнена» over «Да» for marks, whose day «Дата исполнения» tells."""
    marks = fields.get("status")
    if marks is None or not says(headers[marks], HeaderRole.DAY_DONE):
        return fields
    free = (c for c, text in headers.items() if c not in fields.values() and _asks_done(text))
    texts = {column: column_texts(body, column) for column in free}
    told = [c for c, said in texts.items() if said and all(map(_is_answer, said))]
    return {**fields, "status": told[0]} if len(told) == 1 else fields


def _asks_done(header: str) -> bool:
    return says(header, HeaderRole.MARK) and not says(header, HeaderRole.DAY_DONE)


def _is_answer(text: str) -> bool:
    return answers(text) or is_either_mark(text)


def _results(
    fields: Mapping[str, int], headers: Mapping[int, str], body: Sequence[Sequence[CellValue]]
) -> int | None:
    """The column «Результат», read as notes where that of marks has days alone, «Факт».

    So «перенесено на ноябрь» beside a blank cell is asked about.
    """
    marks = fields.get("status")
    if marks is None or "note" in fields or not says(headers[marks], HeaderRole.DAY_DONE):
        return None
    said = (c for c, text in headers.items() if says(text, HeaderRole.LIKELY_MARK))
    free = (c for c in said if c not in fields.values())
    return next((c for c in free if any(_is_mark(cell_at(row, c)) for row in body)), None)


def day_done_column(
    fields: Mapping[str, int], dates: Collection[int | None], headers: Mapping[int, str]
) -> int | None:
    """The column that only tells the day on which a measure was done, beside that of marks."""
    free = (column for column in headers if column not in {*fields.values(), *dates})
    # What was begun on a day, or meant to be done, is not done.
    open_yet = HeaderRole.FIRST_DAY, HeaderRole.INTENDED
    ends = (c for c in free if not says(headers[c], *open_yet))
    done = (c for c in ends if says(headers[c], HeaderRole.DAY_DONE))
    return next(done, None) if "status" in fields else None


def with_day_done(mark: str, value: CellValue) -> str:
    """A mark with the day of its own column, where it names none itself.

    Where there is no mark, whatever that column says of the measure is one: «25.09», «выполнено».
    """
    day = cell_text(value)
    # Programs write the time of a deed, too: «19.01.2026 16:20:11».
    named = _DAY.fullmatch(day)
    day = named["day"] if named else day
    dated = isinstance(value, date) or named
    if not mark:
        return "" if is_no_mark(day) else day
    if not dated or names_day(mark):
        return mark
    return f"{mark} {day}" if begins_mark(mark) else f"{day}, {mark}"  # «акт № 3»


def is_mark_of(text: str, measure: Measure, period: PlanPeriod) -> bool:
    """Whether words of another column are plainly a mark: «выполнено», «24.04 направлена», «+»."""
    worded = any(map(str.isalpha, text)) and len(text.split()) <= _LONGEST_MARK
    said = without_day_before(text)
    if not (worded or said in TICKS) or not (_is_mark(said) or tells_deed(said)):
        return False
    read = read_progress(text, deadline=measure.deadline, today=period.ends, period=period)
    return read.meaning in _VERDICTS


def misplaced(measure: Measure, period: PlanPeriod) -> Iterator[Doubt]:
    """Marks in the note or behind a name, where the status column has none."""
    if measure.progress.meaning is not Meaning.BLANK:
        return
    if is_mark_of(measure.line.note, measure, period):
        yield Doubt(code="mark-in-note", quote=measure.line.note)
    for party in measure.responsibles.parties:
        # «Филиалы выполнено»: nobody is called so.
        mark = next((w for w in _tails(party.text) if is_mark_of(w, measure, period)), "")
        if mark:
            yield Doubt(code="mark-in-responsible", quote=mark)


def _tails(name: str) -> tuple[str, ...]:
    return name, *name.split()[1:][-1:]


def _judged(
    column: int, header: str, body: Sequence[Sequence[CellValue]], *, due: str
) -> MarksColumn | None:
    # «Объём, факт» says how much, «Выполнение, план» what was meant to be.
    if says(header, HeaderRole.AMOUNT, HeaderRole.INTENDED):
        return None
    cells = (cell_at(row, column) for row in body)
    values = [value for value in cells if not is_blank(value)]
    plain = says(header, HeaderRole.MARK, HeaderRole.DAY_DONE) or is_day_of(header, due)
    likely = says(header, HeaderRole.LIKELY_MARK)
    texts = map(cell_text, values)
    told = ((plain and answers(text)) or (likely and tells_deed(text)) for text in texts)
    marks = sum(_is_mark(value) or deed for value, deed in zip(values, told, strict=True))
    if says(header, HeaderRole.SHARE_DONE):  # there every number is one
        marks = len(values)
    # A «Выполнено» that nobody has filled yet is where the marks will come. Half of them are
    # enough under such a header: the other cells are remarks.
    enough = (plain and not values) or ((plain or likely) and marks and marks * 2 >= len(values))
    enough = enough or (plain and _are_understood(values[:SAMPLE]))
    if enough and not says(header, HeaderRole.FIRST_DAY):  # what was begun is not done
        return MarksColumn(
            column=column, read=True, doubt=Doubt(code="status-assumed", quote=header)
        )
    many = marks >= _ENOUGH and marks >= len(values) * NEARLY_ALL
    if many or (values and (plain or likely)):
        return _unread(column, header)
    return None


def _are_understood(values: Sequence[CellValue]) -> bool:
    """Whether half of the cells say how something stands, in whatever words: «14 из 22»."""
    read = (read_progress(cell_text(one), deadline=_DUE, today=_LAST_DAY).meaning for one in values)
    return 2 * sum(meaning is not Meaning.UNCLEAR for meaning in read) >= len(values)


def _unread(column: int, header: str) -> MarksColumn:
    doubt = Doubt(code="status-unfound", quote=header)
    return MarksColumn(column=column, read=False, doubt=doubt)


def _is_mark(value: CellValue) -> bool:
    return isinstance(value, date | bool) or begins_mark(cell_text(value))
