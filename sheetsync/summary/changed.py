"""What changed since the last sitting or since the month began, a line a change."""

from collections.abc import Iterator

from sheetsync.model import Cell, CellValue, Change, ChangeKind, Line, Row
from sheetsync.model.language import marked
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import Column, heading, remark, table
from sheetsync.summary.looks import LINK, TEXT
from sheetsync.words.cleaning import tidy
from sheetsync.words.terms import clip

_FIRST, _AT_MOST = 3, 100
_CELL = 60
# What is news to the chair, the most important first: not where a row stands, nor its spelling.
_WORDS = {
    ChangeKind.DONE: marked("done, marked {after}"),
    ChangeKind.DEADLINE: marked("deadline {before} → {after}"),
    ChangeKind.REOPENED: marked("open again, marked {after}"),
    ChangeKind.ADDED: marked("new in the plan"),
    ChangeKind.SPLIT: marked("new in the plan, a part of another measure"),
    ChangeKind.REMOVED: marked("taken out of the plan"),
    ChangeKind.RESPONSIBLE: marked("responsible {before} → {after}"),
    ChangeKind.STATUS: marked("marked {after}, before that {before}"),
    ChangeKind.REWORDED: marked("worded anew"),
    ChangeKind.NOTE: marked("note {after}"),
}
_FIRST_MARK = marked("marked {after}")
_CELLS = {
    ChangeKind.DEADLINE: "deadline",
    ChangeKind.RESPONSIBLE: "responsible",
    ChangeKind.NOTE: "note",
}


def changed(inputs: Inputs) -> Iterator[Row]:
    """The block of the first screen: the first few of them."""
    since = inputs.context.since
    if since is None:
        yield from heading(inputs.gettext("What changed"))
        yield remark(inputs.gettext("The plan is looked at for the first time: nothing yet."))
        return
    found = _news(inputs)
    day = inputs.day(since)
    yield from heading(inputs.gettext("Changed since {day}: {n}", day=day, n=len(found)))
    if not found:
        yield remark(inputs.gettext("Nothing changed."))
        return
    # Without a row of headers: a number, a measure and a sentence need none.
    columns = _columns(inputs, lines=1)
    yield from table(columns, (_line(inputs, *one) for one in found[:_FIRST]))[1:]
    if found[_FIRST:]:
        left = len(found) - _FIRST
        yield remark(inputs.gettext("{n} more: see “All changes” below.", n=left))


def all_changes(inputs: Inputs) -> Iterator[Row]:
    """All of them, where the first screen has no room."""
    found = _news(inputs)
    if not found[_FIRST:] or inputs.context.since is None:
        return
    day = inputs.day(inputs.context.since)
    yield from heading(inputs.gettext("All changes since {day}: {n}", day=day, n=len(found)))
    columns = _columns(inputs, lines=2)
    yield from table(columns, (_line(inputs, *one) for one in found[:_AT_MOST]))
    if found[_AT_MOST:]:
        yield remark(inputs.gettext("{n} more.", n=len(found) - _AT_MOST))


def _news(inputs: Inputs) -> list[tuple[Change, Line]]:
    """Each change that is news with the row it is about: as it is, or as it was before it went."""
    kinds = list(_WORDS)
    found = sorted(
        (change for change in inputs.context.changes if change.kind in _WORDS),
        key=lambda change: kinds.index(change.kind),
    )
    return [(change, line) for change in found if (line := change.after or change.before)]


def changes_in_words(inputs: Inputs) -> Iterator[str]:
    """«п. 6 Провести «круглый стол» – выполнено, отметка «Проведён 22.09»»."""
    for change, line in _news(inputs)[:_AT_MOST]:
        said = f"{inputs.number(line)} {clip(tidy(line.measure), _CELL)}"
        yield f"{said} – {_words(inputs, change)}"


def _columns(inputs: Inputs, *, lines: int) -> tuple[Column, ...]:
    return (
        Column(header=inputs.gettext("No."), look=LINK),
        Column(header=inputs.gettext("Measure"), span=3, lines=1),
        Column(header=inputs.gettext("What changed"), span=7, lines=lines),
    )


def _line(inputs: Inputs, change: Change, line: Line) -> list[CellValue | Cell]:
    where = inputs.link(line) if change.after else Cell(value=inputs.number(line), look=TEXT)
    return [where, tidy(line.measure), _words(inputs, change)]


def _words(inputs: Inputs, change: Change) -> str:
    cell = _CELLS.get(change.kind, "status")
    before, after = (_quoted(inputs, line, cell) for line in (change.before, change.after))
    sentence = _WORDS[change.kind]
    if change.kind is ChangeKind.STATUS and not (change.before and change.before.status):
        sentence = _FIRST_MARK
    said = inputs.gettext(sentence, before=before, after=after)
    if change.was_late:
        said = inputs.gettext("{change}, after it had passed", change=said)
    if change.kind is ChangeKind.DEADLINE:
        said = f"{said}, {inputs.ground(change.ground)}"
    return said


def _quoted(inputs: Inputs, line: Line | None, cell: str) -> str:
    text = getattr(line, cell) if line else ""
    return inputs.quoted(text, _CELL) if text else inputs.gettext("(empty)")
