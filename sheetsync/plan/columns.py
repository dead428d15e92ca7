"""Finds the header row and tells which column holds which field (config/columns.toml)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace

from sheetsync.errors import ColumnMissing, NoPlanTable
from sheetsync.model import FIELDS, Columns, Doubt, Grid, Synonyms
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import column_letter
from sheetsync.plan.deadline_columns import (
    ONE_COLUMN,
    DeadlineColumns,
    dated_sections,
    doubted_columns,
    with_dates,
)
from sheetsync.plan.header_rows import HeaderRows, header_rows, single_row
from sheetsync.plan.header_words import (
    NO_LAST_DAY,
    HeaderWords,
    due_rank,
    is_deadline,
)
from sheetsync.plan.likely_columns import LikelyColumn, likely_columns, proposal
from sheetsync.plan.marks_column import day_done_column, find_marks
from sheetsync.words.tables import is_leading, is_watching, is_working


@frozen
class Header:
    """Where the header stands: `index` and `last` are its rows, `fields` its columns, all from 0.

    `texts` are the fields' headers, `parts` the same row by row, `others` the headers of columns
    that are no field of a plan by themselves, `own` those of them that columns.toml names. `dates`
    are the columns of a deadline that has several, `day_done` tells the day of a mark that stands
    elsewhere. `doubts` are about columns.
    """

    index: int
    last: int
    fields: dict[str, int]
    texts: dict[str, str]
    parts: dict[str, tuple[str, ...]]
    others: dict[int, str]
    dates: DeadlineColumns = ONE_COLUMN
    doubts: tuple[tuple[int, Doubt], ...] = ()
    own: Mapping[str, int] = field(default_factory=dict)
    day_done: int | None = None

    def differs(self, other: "Header") -> bool:
        """Whether its columns hold other things than those below the other header."""
        mine, theirs = ((one.fields, one.dates, one.own, one.day_done) for one in (self, other))
        return mine != theirs

    def ditto_columns(self) -> tuple[tuple[str, int], ...]:
        """The fields, with their columns, in which a sign may stand for the words above it."""
        own = ((field, c) for field, c in self.fields.items() if field != "number")
        parts = (("deadline", column) for column in self.dates.parts.values())
        return tuple((f, c) for f, c in (*own, *parts) if c not in self.dates.periods)

    def columns(self) -> Columns:
        """The same for people: the sheet's own row number and column letters."""
        known = {**self.fields, **self.own}
        letters = {field: column_letter(column) for field, column in known.items()}
        own = {field: self.others[column] for field, column in self.own.items()}
        spread = [self.others[column] for column in self.dates.spread]
        shown = {"deadline": ", ".join(dict.fromkeys(spread))} if spread else {}
        return Columns(row=self.index + 1, letters=letters, headers=self.texts | own | shown)


def find_header(grid: Grid, synonyms: dict[str, Synonyms]) -> Header:
    """The first row, with the rows of parts below it, that names at least two required fields.

    Only where no row does by the headers that are known, those count that speak of a field.
    Raises NoPlanTable where there is no such row, ColumnMissing where it lacks a required field.
    """
    words = HeaderWords.of(synonyms)
    try:
        return _header(grid, words, synonyms)
    except (NoPlanTable, ColumnMissing) as missing:
        try:
            return _header(grid, replace(words, by_meaning=True), synonyms)
        except (NoPlanTable, ColumnMissing):
            raise missing from None


def _header(grid: Grid, words: HeaderWords, synonyms: dict[str, Synonyms]) -> Header:
    required = [field for field in FIELDS if synonyms[field].required]
    unfinished: ColumnMissing | None = None
    for index, row in enumerate(grid.rows):
        if not any(isinstance(value, str) and words.knows(value) for value in row):
            continue
        rows = _best_rows(grid, index, words=words, required=required)
        if rows and len(_named(rows, words, required)) >= 2:
            return _checked(grid, index, rows, words=words, synonyms=synonyms)
        if rows and unfinished is None:
            unfinished = _all_likely(grid, index, words=words, synonyms=synonyms)
    if unfinished:
        raise unfinished
    looked_for = "; ".join(f"«{synonyms[field].headers[0]}»" for field in required)
    raise NoPlanTable(
        f"На листе «{grid.title}» нет строки с заголовками плана. Нужны столбцы {looked_for} "
        "(годятся и похожие названия): проверьте лист и заголовки или дополните columns.toml."
    )


def later_header(grid: Grid, index: int, synonyms: dict[str, Synonyms]) -> Header | None:
    """The header of a further table that begins in that row, None where none does.

    Words of a measure may begin like a header: two have to be known as a whole here, or all.
    Raises ColumnMissing where the table below it lacks a required field.
    """
    words = HeaderWords.of(synonyms)
    required = [field for field in FIELDS if synonyms[field].required]
    rows = _best_rows(grid, index, words=words, required=required)
    if rows is None:
        return None
    whole = {words.whole(text) for texts in rows.texts.values() for text in texts}
    if len(whole.intersection(required)) < 2 and len(_named(rows, words, required)) < len(required):
        return None
    return _checked(grid, index, rows, words=words, synonyms=synonyms)


def _best_rows(
    grid: Grid, index: int, *, words: HeaderWords, required: list[str]
) -> HeaderRows | None:
    """The header that begins in that row, one row or several; None where none does."""
    alone = single_row(grid, index)
    named = len(_named(alone, words, required))
    if not named:
        return None
    deeper = header_rows(grid, index)
    if deeper.last == index or len(_named(deeper, words, required)) < named:
        return alone
    # A title line may begin like a header; the row below it is one without it.
    below = single_row(grid, index + 1)
    title = named < 2 and len(_named(below, words, required)) >= len(
        _named(deeper, words, required)
    )
    return alone if title else deeper


def _named(rows: HeaderRows, words: HeaderWords, required: list[str]) -> list[str]:
    found = match_headers(rows, words)
    return [field for field in required if field in found]


def match_headers(rows: HeaderRows, words: HeaderWords) -> dict[str, int]:
    """Which column of a header holds which field: whole headers first, then beginnings."""
    found: dict[str, int] = {}
    for tell in (words.whole, words.beginning):
        for _, column, name in sorted(_told(rows, words, tell)):
            if name not in found and column not in found.values():
                found[name] = column
    if words.by_meaning:
        _add_by_meaning(rows, words, found)
    return _with_due_day(rows, words, _with_leading_party(rows, found))


def _told(
    rows: HeaderRows, words: HeaderWords, tell: Callable[[str], str]
) -> Iterator[tuple[int, int, str]]:
    """The columns with the field that they hold, and how far down its list the header stands.

    Of «Вид деятельности» and «Содержание» side by side, the second is what is to be done.
    """
    for column, texts in rows.texts.items():
        # The parts of a title alone, "Срок" under «Исполнение», or with it, or the title.
        spelled = (" ".join(texts), texts[-1], texts[0])
        text = next(filter(tell, dict.fromkeys(spelled)), "")
        if text:
            yield words.place(text), column, tell(text)


def _add_by_meaning(rows: HeaderRows, words: HeaderWords, found: dict[str, int]) -> None:
    for column in rows.texts:
        field = "" if column in found.values() else words.meant(rows.whole(column))
        if field and field not in found:
            found[field] = column


def _with_leading_party(rows: HeaderRows, found: dict[str, int]) -> dict[str, int]:
    """Beside «Исполнители», «Ответственный за исполнение» is the one who answers.

    Who only watches over it is no party where anybody else is named.
    """
    named = found.get("responsible")
    if named is None:
        return found
    free = [c for c in rows.texts if c not in found.values() or c == found.get("helper")]
    header = rows.texts[named][-1]
    if is_watching(header):
        others = (c for c in free if is_working(rows.texts[c][-1]) or is_leading(rows.texts[c][-1]))
        other = next((c for c in others if not is_watching(rows.texts[c][-1])), None)
        kept = {field: c for field, c in found.items() if c not in (named, other)}
        return found if other is None else {**kept, "responsible": other}
    if not is_working(header):
        return found
    leading = next((c for c in free if is_leading(rows.texts[c][-1])), None)
    if leading is None or is_watching(rows.texts[leading][-1]):
        return found
    return {**found, "responsible": leading, "helper": named}


def _with_due_day(rows: HeaderRows, words: HeaderWords, found: dict[str, int]) -> dict[str, int]:
    """The same, with a better deadline where it is missing or a beginning: the end is what is due.

    A column of marks by its header, «Дата выполнения», is the deadline where there is no other.
    """
    there = found.get("deadline")
    if there is not None and due_rank(rows.whole(there)) < NO_LAST_DAY:
        return found
    taken = {column for field, column in found.items() if field != "status"}
    days = [c for c in rows.texts if c not in taken and _tells_days(rows.whole(c), words)]
    if there is not None:
        days = [c for c in days if due_rank(rows.whole(c)) < NO_LAST_DAY]
    if not days:
        return found
    due = min(days, key=lambda c: (due_rank(rows.whole(c)), c == found.get("status"), c))
    return {**{f: c for f, c in found.items() if c != due}, "deadline": due}


def _tells_days(header: str, words: HeaderWords) -> bool:
    return is_deadline(header) or words.beginning(header, "deadline") == "deadline"


def _checked(
    grid: Grid,
    index: int,
    rows: HeaderRows,
    *,
    words: HeaderWords,
    synonyms: dict[str, Synonyms],
) -> Header:
    matched = match_headers(rows, words)
    own = {field: column for field, column in matched.items() if field not in FIELDS}
    fields, dates = with_dates(rows, {f: c for f, c in matched.items() if f not in own})
    texts = {column: rows.whole(column) for column in rows.texts}
    missing = [f for f in FIELDS if synonyms[f].required and f not in fields]
    if "deadline" in missing and words.by_meaning and dated_sections(grid, rows.last):
        missing.remove("deadline")
    if missing:
        likely = likely_columns(grid, rows, fields=fields, missing=missing, words=words)
        raise _column_missing(rows, index, lacking=synonyms[missing[0]], likely=likely)
    marks = None
    if "status" not in fields:
        taken = {*fields.values(), *own.values(), *dates.spread, dates.begins}
        unknown = {c: text for c, text in texts.items() if c not in taken}
        note = {fields["note"]: texts[fields["note"]]} if "note" in fields else {}
        marks = find_marks(unknown | note, grid.rows[rows.last + 1 :])
    if marks and marks.read:
        fields = {f: c for f, c in fields.items() if c != marks.column} | {"status": marks.column}
    marked = ((marks.column, marks.doubt),) if marks else ()
    return Header(
        index=index,
        last=rows.last,
        fields=fields,
        texts={field: texts[column] for field, column in fields.items()},
        parts={field: rows.texts[column] for field, column in fields.items()},
        others={
            c: text for c, text in texts.items() if c in dates.spread or c not in fields.values()
        },
        dates=dates,
        doubts=(*doubted_columns(grid, rows, fields | own, dates), *marked),
        own=own,
        day_done=_day_done(fields, dates, texts),
    )


def _day_done(fields: dict[str, int], dates: DeadlineColumns, texts: dict[int, str]) -> int | None:
    taken = {*fields.values(), *dates.spread, dates.begins}
    free = {column: text for column, text in texts.items() if column not in taken}
    return day_done_column(free) if "status" in fields else None


def _all_likely(
    grid: Grid, index: int, *, words: HeaderWords, synonyms: dict[str, Synonyms]
) -> ColumnMissing | None:
    """A row that names one field heads the plan where the cells below tell all the others."""
    rows = single_row(grid, index)
    fields = match_headers(rows, words)
    missing = [f for f in FIELDS if synonyms[f].required and f not in fields]
    likely = likely_columns(grid, rows, fields=fields, missing=missing, words=words)
    if len(likely) < len(missing):
        return None
    return _column_missing(rows, index, lacking=synonyms[missing[0]], likely=likely)


def _column_missing(
    rows: HeaderRows, index: int, *, lacking: Synonyms, likely: dict[str, LikelyColumn]
) -> ColumnMissing:
    shown = "; ".join(f"«{rows.whole(column)}»" for column in rows.texts)
    proposed = "".join(proposal(field, one) for field, one in likely.items())
    return ColumnMissing(
        f"В строке {index + 1} нет столбца «{lacking.headers[0].capitalize()}». "
        f"Найдены заголовки: {shown}. {proposed}"
        f"Назовите нужный столбец одним из слов: {', '.join(lacking.headers[:4])}.",
        likely={field: one.header for field, one in likely.items()},
    )
