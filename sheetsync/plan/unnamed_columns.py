"""Fields that no header names, where the cells leave no doubt: what people are only told of."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sheetsync.model import CellValue, Doubt
from sheetsync.model.frozen import frozen, frozen_positional
from sheetsync.plan.cells import cell_at, cell_text, column_texts, is_blank
from sheetsync.plan.deed_columns import holds_marks
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.header_rows import looked_into
from sheetsync.plan.likely_columns import NEARLY_ALL, TELLS, is_mostly, only_candidate
from sheetsync.plan.shared_parties import says_when_and_who, shared_party
from sheetsync.words.cleaning import tidy
from sheetsync.words.column_periods import in_units
from sheetsync.words.headers import HeaderRole, header_is_about, says
from sheetsync.words.headings import dated_heading, heading_period
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import reads_as_time
from sheetsync.words.places import PIECES, asks_for_place
from sheetsync.words.tables import is_item_number, is_mark, party_named, reads_as_party
from sheetsync.words.titles import plans_measures

_FAR_MORE = 1.5  # how much longer the words of measures are than those of what they are done to
_WORD = pattern(r"[^\W\d_]{3}")
_CODE = pattern(r"[^\W\d_]{1,5}[-. ]{,2}\d[\d.]*")  # "MS1", «А-2», «п. 4.2»: what it is called by


@frozen
class Unnamed:
    """What stands in for columns that no header names, and which are `missing` still.

    `party` answers for all rows of a table without a column of parties, "" if the heading of each
    section does, or `nobody`; `shared` is a column that says when and who. `likely` are those of
    the `columns` that are to be accepted.
    """

    missing: list[str]
    columns: dict[str, int] = dataclasses.field(default_factory=dict)
    likely: Mapping[str, str] = dataclasses.field(default_factory=dict)
    party: str = ""
    nobody: bool = False
    shared: bool = False

    def doubts(self) -> Iterator[tuple[int, Doubt]]:
        """What people are told of them, by column."""
        for name, column in self.columns.items():
            if self.shared and name == "responsible":
                continue  # its header says so
            header = self.likely.get(name, "")
            code = f"{name}-likely" if header else f"{name}-assumed"
            yield column, Doubt(code=code, quote=header)


@frozen_positional
class Taken:
    """The columns of fields, those of deadlines by any name, and how their cells tell times.

    `codes` mark months; `unit` is what numbers count where one column holds deadlines.
    """

    columns: Mapping[str, int]
    codes: Collection[str] = ()
    unit: str = ""

    @property
    def days(self) -> list[int]:
        """The columns of deadlines."""
        return [column for name, column in self.columns.items() if name.startswith("deadline")]

    def is_dated(self, text: str) -> bool:
        """A time, or a mark, code or number in a column of months."""
        if is_mark(text) or text.isdigit() or text in self.codes:
            return True
        return reads_as_time(in_units(text, self.unit, english=False) if self.unit else text)

    def begins_dated(self, text: str) -> bool:
        """The same, with whatever stands behind it: «2 мая, парк Победы»."""
        return self.is_dated(text) or self.is_dated(PIECES.split(text)[0])


def unnamed(head: HeaderInSheet, *, taken: Taken, missing: list[str]) -> Unnamed:
    """What can be told from the cells of the `missing` fields; all `taken` columns are known."""
    found = dict(_assumed_columns(head, fields=taken, missing=missing))
    shared = "responsible" in missing and says_when_and_who(head, taken.columns.get("deadline"))
    if shared:
        found["responsible"] = taken.columns["deadline"]
    left = [name for name in missing if name not in found]
    if "deadline" in left and _dated_sections(head):
        left.remove("deadline")
    party = shared_party(head) if "responsible" in left else None
    if party is not None:
        left.remove("responsible")
    known = dataclasses.replace(taken, columns={**taken.columns, **found})
    nobody = left == ["responsible"] and _names_nobody(head, known)
    likely: dict[str, str] = {}
    if len(left) == 1 and not nobody:
        # One field alone, and one column alone for it: all others are named.
        column = only_candidate(head, left[0], fields=known.columns)
        if column is not None:
            found[left[0]], likely[left[0]] = column, tidy(head.rows.whole(column))
    return Unnamed(
        missing=[] if nobody or likely else left,
        columns=found,
        likely=likely,
        party=party or "",
        nobody=nobody,
        shared=shared,
    )


def _names_nobody(head: HeaderInSheet, known: Taken) -> bool:
    """Whether it surely is a plan, by its measures' header and their days, and has no more columns.

    A list of devices has a «Наименование» and a date, too, but none on which it is held, no title
    «План мероприятий» and no codes of works below months, which one of people may have. A column
    with anybody's name in it may be that of who answers.
    """
    fields = known.columns
    if "measure" not in fields:
        return False
    header, column = head.rows.whole(fields["measure"]), fields["measure"]
    works = known.codes and not is_mostly(head.filled(column), _is_party, fewest=1)
    held = any(says(head.rows.whole(column), HeaderRole.HELD) for column in known.days)
    named = held or "measure" in (head.words.whole(header), header_is_about(header))
    named = named or any(map(plans_measures, head.rows.titles))
    if not (works or named):
        return False
    others = (c for c in head.free(fields) if not _is_beside(head.rows.whole(c)))
    if any(head.filled(column, _is_party) for column in others):
        return False
    cells = (head.filled(column) for column in known.days)
    return bool(works) or any(is_mostly(texts, known.begins_dated, fewest=2) for texts in cells)


def _is_beside(header: str) -> bool:
    """A header that says itself that its column names nobody."""
    roles = HeaderRole.PLACE, HeaderRole.NO_DEADLINE, HeaderRole.UNIT_OF_TIME, HeaderRole.HOURS
    return says(header, *roles, HeaderRole.NO_PARTY)


def _assumed_columns(
    head: HeaderInSheet, *, fields: Taken, missing: Iterable[str]
) -> Iterator[tuple[str, int]]:
    """The missing fields with columns that hold them beyond doubt: what people are only told of.

    A column without a header cannot be proposed, as there is nothing to write into columns.toml.
    What is to be done may be any words, but beside deadlines that are read the first column of
    words is it: no date hangs on it.
    """
    bare = [c for c in range(len(head.grid.rows[head.rows.last])) if c not in head.rows.texts]
    # «Председатель комиссии» over names is a post, and whoever holds it answers.
    free = (c for c in head.free(fields.columns) if not looked_into(head.rows, c))
    posts = [c for c in free if reads_as_party(head.rows.whole(c))]
    helper = fields.columns.get("helper")  # «Кто привлекается», where nobody else is
    for field, tell in TELLS.items():
        if field in missing:
            among = (*bare, *reversed(posts)) if field == "responsible" else bare
            likely = (c for c in among if is_mostly(head.filled(c), tell))
            column = next(likely, helper if field == "responsible" else None)
            if column is not None:
                yield field, column
    dated = any(head.filled(c, fields.is_dated) for c in fields.days)
    if "measure" in missing:
        told = dated and not _counts(head, fields.days)
        column = _measures(head, fields) if told else _inspected(head, fields)
        if column is not None:
            yield "measure", column


def _inspected(head: HeaderInSheet, fields: Taken) -> int | None:
    """The column of what is looked into: «до 6» below it needs the month of a tab to be a day."""
    free = (c for c in head.free(fields.columns) if says(head.rows.whole(c), HeaderRole.INSPECTED))
    return next((c for c in free if is_mostly(head.filled(c), is_prose, fewest=1)), None)


def _counts(head: HeaderInSheet, days: Sequence[int]) -> bool:
    """Whether only numbers that are no days stand below periods: 110 people of «I кв.»."""
    texts = [text for column in days for text in head.filled(column)]
    return len(days) > 1 and all(map(str.isdigit, texts)) and any(int(one) > 31 for one in texts)


def _measures(head: HeaderInSheet, fields: Taken) -> int | None:
    free = head.free(fields.columns)
    number = fields.columns.get("number")
    # "Item" heads numbers in some tables, and what is to be done in others, as beside «№».
    if number is not None:
        alike = [c for c in head.rows.texts if head.words.whole(head.rows.whole(c)) == "number"]
        free += (c for c in alike if not any(head.filled(c, _has_digit)))
    free = [c for c in free if not holds_marks(head.rows, c)]
    rows = _dated_rows(head, fields)
    texts = {column: column_texts(rows, column) for column in free}
    most = max(map(len, texts.values()), default=0)
    # A kind or a project, «Портал», stands in many rows, or in one cell for many.
    own = [c for c in free if len(texts[c]) >= most * NEARLY_ALL and not _says_again(texts[c])]
    # «Комиссия» is a party's name, or what a column of sittings holds: other words go first. And
    # «К-744» is what a row is called by, or beside numbers what is to be repaired.
    tells = [is_prose, _is_text, *([_has_letter] if number not in (None, *free) else [])]
    for columns in (own, free):
        told = ([c for c in columns if is_mostly(texts[c], tell, fewest=1)] for tell in tells)
        found = next(filter(None, told), None)
        if found:
            return _worded(head, {c: texts[c] for c in found})
    return None


def _worded(head: HeaderInSheet, texts: Mapping[int, Sequence[str]]) -> int:
    """The first column, or one that says far more than «Корпус 1» and is none of places."""
    first = next(iter(texts))
    said = {c: len("".join(t)) for c, t in texts.items() if not asks_for_place(head.rows.whole(c))}
    longest = max(said, key=lambda c: said[c], default=first)
    return longest if said.get(longest, 0) > _FAR_MORE * said.get(first, 0) else first


def _dated_rows(head: HeaderInSheet, fields: Taken) -> list[Sequence[CellValue]]:
    """The first rows that have a deadline: others are of another table."""
    return [
        row
        for row in head.sample
        if any(fields.is_dated(cell_text(cell_at(row, day))) for day in fields.days)
    ]


def _dated_sections(head: HeaderInSheet) -> bool:
    """Whether headings below the header name the times that no column names."""
    for row in head.body:
        filled = [value for value in row if not is_blank(value)]
        heading = filled[0] if len(filled) == 1 else None
        if isinstance(heading, str) and (heading_period(heading) or dated_heading(heading)):
            return True
    return False


def checked_measures(head: HeaderInSheet, matched: dict[str, int]) -> dict[str, int]:
    """The fields; a column of measures whose header is not known may be one of something else.

    «Поручение (п. протокола)» over "п. 1.1" is one of numbers. Times tell nothing: «День знаний» is
    a measure. «Форма отчёта» over «Акт», «Справка», «Акт» tells none beside others that do.
    """
    column = matched.get("measure")
    if column is None or head.words.known(head.rows.whole(column)):
        return matched
    filled = head.filled(column)
    others = [head.filled(c) for c in head.free(matched) if not holds_marks(head.rows, c)]
    marked = holds_marks(head.rows, column) and any(is_mostly(o, is_prose) for o in others)
    if marked or any(tells_more(other, filled) for other in others):
        return {field: c for field, c in matched.items() if field != "measure"}
    if not filled or any(_WORD.search(text) or not _numbers(text) for text in filled):
        return matched
    fields = {"number": column} | {field: c for field, c in matched.items() if field != "measure"}
    # «Пункт» over «1» and «а)», «Принимаемые меры» beside it.
    free = (c for c in head.free(fields) if c != column and head.words.by_meaning)
    other = next((c for c in free if head.words.meant(head.rows.whole(c)) == "measure"), None)
    return fields if other is None else {**fields, "measure": other}


def tells_more(filled: Sequence[str], taken: Sequence[str]) -> bool:
    """Whether cells have words of their own each, where those `taken` for measures tell kinds.

    Of those, half and more say the same as others: «Акт», «Справка», «Акт».
    """
    kinds = 2 * len(set(taken)) <= len(taken)
    own = len(set(filled)) == len(filled) >= len(taken)
    longer = len("".join(filled)) > len("".join(taken))
    return kinds and own and longer and is_mostly(filled, is_prose)


def _numbers(text: str) -> bool:
    return _has_digit(text) or is_item_number(text)


def _says_again(filled: Sequence[str]) -> bool:
    return len(set(filled)) < len(filled) * NEARLY_ALL


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text)) and not (is_mark(text) or reads_as_time(text))


def _is_party(text: str) -> bool:
    return reads_as_party(text) or bool(party_named(text))


def is_prose(text: str) -> bool:
    """Words that are neither a party's, a mark, a time nor a code."""
    return _is_text(text) and not reads_as_party(text)


def _is_text(text: str) -> bool:
    return _has_letter(text) and not _CODE.fullmatch(text)
