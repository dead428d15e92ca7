"""The tab «Проверка»: what is wrong in the sheet by kind, where, and what to write instead."""

from collections.abc import Iterator

from sheetsync.model import Area, Cell, CellValue, Finding, Row, Severity, Tab, sheet_row
from sheetsync.model.fitting import fitted
from sheetsync.model.grouping import grouped
from sheetsync.model.language import marked
from sheetsync.summary import looks
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import Column, heading, left_out, table
from sheetsync.words.clipping import clip

KEY = "findings"
_WIDTHS = (26.0, 11.0, 9.0, 30.0, 50.0, 50.0)
_HEADER_ROW = 3
_LINES = 12  # in the summary: all of them stand here
SEVERITY = {
    Severity.ERROR: (marked("error"), looks.LATE_TEXT),
    Severity.WARNING: (marked("please check"), looks.DUE_TEXT),
    Severity.NOTE: (marked("for your information"), looks.TEXT),
}
_COLUMNS = marked("Columns of the plan")
# By how the code of a finding begins; the first that fits, and a test holds that one does.
_KINDS = {
    "deadline-waits": marked("Deadline depends on others"),
    "deadline-empty": marked("No deadline"),
    "deadline-not-understood": marked("Deadline not understood"),
    "deadline-which-year": marked("Deadline outside the year"),
    "deadline-next-year": marked("Deadline outside the year"),
    "deadline-outside": marked("Deadline outside the year"),
    "deadline-years": marked("Deadline outside the year"),
    "deadline-remark": marked("Words beside a deadline"),
    "deadline-other-month": marked("Mistake in a deadline"),
    "deadline-new": marked("Mistake in a deadline"),
    **dict.fromkeys(
        (
            *("deadline-assumed", "deadline-likely", "deadline-other"),
            *("deadline-moved", "deadline-begins", "deadline-end", "deadline-units"),
            *("responsible-assumed", "responsible-likely", "responsible-other", "period"),
            *("cell-required", "cell-repeated"),
        ),
        _COLUMNS,
    ),
    "deadline": marked("Mistake in a deadline"),
    "responsible-empty": marked("No responsible"),
    "responsible": marked("Responsible not known"),
    "no-lead": marked("Nobody to remind"),
    "no-address": marked("No mail address"),
    "progress-partial": marked("Done in part"),
    "progress-postponed": marked("Postponed without a date"),
    "progress": marked("Mark not understood"),
    "done": marked("Mark and deadline do not agree"),
    "merged": marked("Mark not understood"),
    "number": marked("Numbers of measures"),
    "measure": marked("Rows of the plan"),
    "identity": marked("Rows of the plan"),
    "section": marked("Rows of the plan"),
    "row": marked("Rows of the plan"),
    "words": marked("Struck out words"),
    "formula": marked("Formulas"),
    "cell-error": marked("Formulas"),
    "lookup": marked("Formulas"),
    **dict.fromkeys(
        (
            *("plan", "tab", "heading", "ditto", "places", "column", "value", "milestone"),
            *("mark", "status", "lead"),
        ),
        marked("The sheet as a whole"),
    ),
}


def findings_tab(inputs: Inputs, *, fixed: tuple[Finding, ...] = ()) -> Tab:
    """The findings of the plan as of a day, the worst first, each with a link to its cell.

    `fixed` are those of the run before that are none any more, with their present rows.
    """
    groups = [*_kind_rows(inputs)]
    name = inputs.gettext("Check")
    rows = (*_head_rows(inputs), *groups)
    filtered = Area(top=_HEADER_ROW, left=1, bottom=len(rows), right=len(_WIDTHS))
    return Tab(
        key=KEY,
        title=name,
        year_title=inputs.period_title(name),
        rows=(*rows, *_fixed_rows(inputs, fixed)),
        widths=_WIDTHS,
        frozen_rows=_HEADER_ROW,
        color="8A5A00" if groups else "1B6E3C",
        # Without rows there is nothing to choose from.
        filtered=filtered if groups else None,
        footer=inputs.as_of,
    )


def clarify(inputs: Inputs) -> Iterator[Row]:
    """The findings that keep a measure from being followed, the worst first."""
    serious = (Severity.ERROR, Severity.WARNING)
    to_clear = [finding for finding in inputs.plan.findings if finding.severity in serious]
    if not to_clear:
        return
    columns = (
        Column(header=inputs.gettext("Cell"), look=looks.LINK),
        Column(header=inputs.gettext("What is wrong"), span=6),
        Column(header=inputs.gettext("What to do"), span=7),
    )
    remarks = inputs.ngettext("{n} remark", "{n} remarks", len(to_clear))
    yield from heading(inputs.gettext("To be cleared up: {remarks}", remarks=remarks))
    # Of a whole tab each is told by itself: it has no number to stand with others.
    alike = grouped(to_clear, lambda f: (*inputs.finding(f), "" if f.row else f.tab))
    shown = [*alike.values()][:_LINES]
    yield from table(columns, (_alike(inputs, findings) for findings in shown))
    left = len(to_clear) - sum(map(len, shown))
    yield from left_out(inputs, left, marked("{n} more: see the tab “Check”."))


def _alike(inputs: Inputs, findings: list[Finding]) -> list[CellValue | Cell]:
    """The first of equal findings, with the numbers of the others."""
    finding, *others = findings
    said, advice = inputs.finding(finding)
    column, number = finding.column or "A", clip(finding.number, 20)
    cell = f"{column}{sheet_row(finding.row)}" if finding.row else ""
    where = inputs.gettext("no. {number}", number=number) if number else cell
    # A finding about a whole tab has row 0, to which no link can lead.
    shown = inputs.way(where, column, finding.row) if cell else Cell(look=looks.LINK)
    words = " · ".join(filter(None, (finding.tab, said)))
    if others and finding.row:
        same = inputs.gettext("The same: {names}.", names=inputs.some_numbers(others))
        words = f"{words} {same}"
    return [shown, words, advice]


def _head_rows(inputs: Inputs) -> Iterator[Row]:
    count = len(inputs.plan.findings)
    title = inputs.gettext("Plan check: no remarks")
    if count:
        title = inputs.ngettext("Plan check: {n} remark", "Plan check: {n} remarks", count)
    stamp = Cell(value=inputs.as_of, look=looks.STAMP)
    yield Row(cells=(Cell(value=title, look=looks.TITLE, span=5), stamp), height=26)
    how = inputs.gettext("Please correct the plan itself; this tab is updated by the next check.")
    kinds = _by_kind(inputs)
    if len(kinds) > 1:  # of hundreds of remarks nobody sees the kinds by scrolling
        how = f"{how}\n{'; '.join(f'{name}: {len(of_kind)}' for name, of_kind in kinds.items())}"
    yield fitted(Row(cells=(Cell(value=how, look=looks.QUIET, span=len(_WIDTHS)),)), _WIDTHS)
    headers = (
        *(inputs.gettext("Kind"), inputs.gettext("Severity"), inputs.gettext("No.")),
        *(inputs.gettext("Cell"), inputs.gettext("What is wrong"), inputs.gettext("What to do")),
    )
    yield Row(cells=tuple(Cell(value=words, look=looks.HEADER) for words in headers))


def _by_kind(inputs: Inputs) -> dict[str, list[Finding]]:
    """The findings by the name of their kind, in the order of the worst of each."""
    order, kinds = list(Severity), list(_KINDS.values())
    found = grouped(inputs.plan.findings, _kind_of)

    def place(kind: str) -> tuple[int, int]:
        return min(order.index(one.severity) for one in found[kind]), kinds.index(kind)

    return {inputs.gettext(kind): found[kind] for kind in sorted(found, key=place)}


def _kind_rows(inputs: Inputs) -> Iterator[Row]:
    for name, of_kind in _by_kind(inputs).items():
        title = f"{name}: {len(of_kind)}"
        yield Row(cells=(Cell(value=title, look=looks.GROUP, span=len(_WIDTHS)),))
        for finding in of_kind:
            word, look = SEVERITY[finding.severity]
            yield _finding_line(inputs, finding, name, Cell(value=inputs.gettext(word), look=look))


def _kind_of(finding: Finding) -> str:
    return next(name for begin, name in _KINDS.items() if finding.code.startswith(begin))


def _fixed_rows(inputs: Inputs, findings: tuple[Finding, ...]) -> Iterator[Row]:
    if findings:
        title = inputs.gettext("Put right since the last time: {n}", n=len(findings))
        yield Row(height=12)
        yield Row(cells=(Cell(value=title, look=looks.HEADING, span=len(_WIDTHS)),), height=20)
    for finding in findings:
        word = Cell(value=inputs.gettext("put right"), look=looks.DONE_TEXT)
        *cells, _ = _finding_line(inputs, finding, inputs.gettext(_kind_of(finding)), word).cells
        yield Row(cells=(*cells, Cell(look=looks.TEXT)))


def _finding_line(inputs: Inputs, finding: Finding, kind: str, word: Cell) -> Row:
    row, column = sheet_row(finding.row), finding.column
    where = inputs.gettext("row {row}", row=row) if row else inputs.gettext("tabs")
    if column:
        # The letter finds the cell, and the header tells whether somebody has moved it since.
        where = f"{column}{row} {inputs.quoted(finding.header, 40)}"
    where = " · ".join(filter(None, (finding.tab, where)))
    there = (
        inputs.way(where, column or "A", finding.row) if row else Cell(value=where, look=looks.TEXT)
    )
    number = finding.number
    sentence, advice = inputs.finding(finding)
    return Row(
        cells=(
            Cell(value=kind, look=looks.TEXT),
            word,
            Cell(
                value=inputs.gettext("no. {number}", number=number) if number else None,
                look=looks.TEXT,
            ),
            there,
            Cell(value=sentence, look=looks.TEXT),
            Cell(value=advice, look=looks.TEXT),
        )
    )
