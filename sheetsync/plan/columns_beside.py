"""Columns that speak of a field as well as the one that was taken: nobody may lose them untold."""

from collections.abc import Iterator, Mapping

from sheetsync.model import Doubt
from sheetsync.model.language import gettext_lazy
from sheetsync.plan.cells import column_texts
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.header_rows import listed_headers
from sheetsync.plan.header_words import NO_LAST_DAY, due_rank, is_deadline
from sheetsync.plan.likely_columns import NEARLY_ALL
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.plan.unnamed_columns import is_prose
from sheetsync.words.cleaning import fold
from sheetsync.words.headers import HeaderRole, header_is_about, says
from sheetsync.words.hours import is_of_a_day
from sheetsync.words.periods import reads_as_time
from sheetsync.words.plan_period import named_years
from sheetsync.words.venues import order_of

_FEWEST = 3  # cells that are no chance
# What stands beside measures and is none.
_BESIDE = (
    *(HeaderRole.AIM, HeaderRole.AUDIENCE, HeaderRole.PLACE, HeaderRole.UNIT, HeaderRole.CONTACT),
    *(HeaderRole.MARK, HeaderRole.LIKELY_MARK, HeaderRole.NO_DEADLINE, HeaderRole.WATCHES),
)
_UNITS = {"month": gettext_lazy("months"), "quarter": gettext_lazy("quarters")}


def columns_beside(
    head: HeaderInSheet, *, fields: Mapping[str, int], dates: DeadlineColumns
) -> Iterator[tuple[int, Doubt]]:
    """By column, what is to be told of a header whose fields and dates are known."""
    first = next(iter(dates.spread), None)
    if first is not None and (dates.days or dates.amounts):
        yield first, Doubt(code="period-days" if dates.days else "period-amounts", quote="")
    if dates.several:
        headers = [head.rows.whole(column) for column in dates.several]
        yield dates.several[0], Doubt(code="deadline-several", quote=listed_headers(headers))
    if "deadline" in fields and (first is None or dates.parts):
        yield from _of_deadlines(head, fields, dates=dates)
    if "responsible" in fields and order_of(head.rows.texts[fields["responsible"]][-1]):
        yield fields["responsible"], Doubt(code="places-in-column", quote="")
    yield from _of_others(head, fields)


def _of_deadlines(
    head: HeaderInSheet, fields: Mapping[str, int], *, dates: DeadlineColumns
) -> Iterator[tuple[int, Doubt]]:
    """A deadline read from a column of first days, and columns that speak of deadlines as well."""
    there = fields["deadline"]
    header = head.rows.whole(there)
    if dates.begins is not None and due_rank(header) > 0:
        begins = head.rows.whole(dates.begins)
        yield there, Doubt(code="deadline-end-assumed", quote="", hint=begins)
    if says(header, HeaderRole.FIRST_DAY) and not dates.both_days:
        yield there, Doubt(code="deadline-begins", quote=header)
    if dates.unit in _UNITS and is_deadline(header):
        yield there, Doubt(code="deadline-units", quote="", hint=_UNITS[dates.unit])
    # An empty column of other deadlines costs nobody a date, nor does one of hours.
    body = head.body
    known = {*fields.values(), *dates.spread, dates.begins, *dates.moved}
    for column in head.rows.texts.keys() - known:
        other, own = head.rows.whole(column), head.rows.texts[column][-1]
        # «II семестр, конец» beside «I семестр, конец»
        ours = head.rows.texts.get(there, ())
        alike = len(ours) > 1 and own == ours[-1]
        speaks = alike or is_deadline(other)
        speaks = speaks and max(due_rank(other), due_rank(own)) < NO_LAST_DAY
        speaks = speaks and not says(other, HeaderRole.OTHER_DAYS)
        of_hours = says(other, HeaderRole.HOURS)
        # A tab may have a million rows, and most columns beside speak of nothing.
        texts = column_texts(body, column) if speaks or of_hours else []
        if alike and not is_deadline(other):  # «Объём, план» beside «Срок, план» is none
            speaks = speaks and any(map(reads_as_time, texts))
        if of_hours:
            speaks = any(reads_as_time(text) and not is_of_a_day(text) for text in texts)
        if speaks and not all(map(is_of_a_day, texts)):
            yield column, Doubt(code="deadline-other", quote=other, hint=header)


def _of_others(head: HeaderInSheet, fields: Mapping[str, int]) -> Iterator[tuple[int, Doubt]]:
    """Columns that are headed as those of measures or parties that were taken."""
    measures = head.rows.whole(fields["measure"]) if "measure" in fields else ""
    known = head.words.known(measures) == "measure"
    assumed = "measure" in fields and not known and header_is_about(measures) != "measure"
    for column in head.rows.texts.keys() - fields.values():
        header = head.rows.whole(column)
        aside = says(header, HeaderRole.WATCHES, HeaderRole.CONTACT) or named_years(header)
        about = "" if aside else header_is_about(header)
        # Of what is only spoken of, parties alone: a second «Вид работ» is seldom one of measures.
        field = head.words.whole(header) or (about if about == "responsible" else "")
        # The unit that is looked into, beside the one who looks: «Ведущий аудитор».
        party = head.rows.whole(fields["responsible"]) if "responsible" in fields else ""
        if says(header, HeaderRole.UNIT) and not says(party, HeaderRole.UNIT):
            continue
        alike = about == "measure" and _alike(header, measures) and not head.words.known(measures)
        if alike or (assumed and not about and _tells_as_much(head, fields["measure"], column)):
            yield column, Doubt(code="measures-beside", quote="", hint=measures)
        elif field in ("measure", "responsible") and field in fields:
            taken = head.rows.whole(fields[field])
            yield column, Doubt(code=f"{field}-other", quote="", hint=taken)


def _tells_as_much(head: HeaderInSheet, measures: int, column: int) -> bool:
    """Whether cells in as many rows have words of their own: «Культура» beside «Спорт»."""
    if says(head.rows.whole(column), *_BESIDE):
        return False
    own, other = head.filled(measures), head.filled(column)
    many = len(other) >= max(_FEWEST, len(own) * NEARLY_ALL) and len({*other}) == len(other)
    # «Масленица» is a time, too, and «Совет» a party.
    prose = 2 * sum(map(is_prose, other)) > len(other)
    return many and prose and 2 * len("".join(other)) > len("".join(own))


def _alike(header: str, other: str) -> bool:
    """Both begin with one word: «Работа с детьми» beside «Работа с родителями»."""
    return fold(header).split()[:1] == fold(other).split()[:1]
