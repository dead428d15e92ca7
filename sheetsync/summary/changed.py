"""What changed since the last sitting or since the month began, a line a change."""

from collections.abc import Iterator

from sheetsync.model import Cell, CellValue, Change, ChangeKind, Line, Row
from sheetsync.model.language import marked
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import Column, heading, left_out, table
from sheetsync.summary.looks import LINK, TEXT
from sheetsync.words.cleaning import tidy
from sheetsync.words.clipping import clip, differing

_FIRST, _AT_MOST = 3, 100  # on the first screen, and in the block below it
_CELL = 60
# What is news to the chair, the most important first: not where a row stands, nor its spelling.
NEWS = {
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


def changed(inputs: Inputs) -> Iterator[Row]:
    """The block on the first screen: the first few changes; empty after a first run."""
    since = inputs.context.since
    if since is None:
        return
    news = _news_lines(inputs)
    day = inputs.day(since)
    if not news:
        yield from heading(inputs.gettext("Nothing has changed since {day}", day=day))
        return
    yield from heading(inputs.gettext("Changed since {day}: {n}", day=day, n=len(news)))
    # Without a row of headers: a number, a measure and a sentence need none.
    columns = _columns(inputs, lines=1)
    yield from table(columns, (_change_line(inputs, *one) for one in news[:_FIRST]))[1:]
    yield from left_out(inputs, len(news) - _FIRST, marked("{n} more: see “All changes” below."))


def all_changes(inputs: Inputs) -> Iterator[Row]:
    """All of them, where the first screen has no room."""
    found = _news_lines(inputs)
    if not found[_FIRST:] or inputs.context.since is None:
        return
    day = inputs.day(inputs.context.since)
    yield from heading(inputs.gettext("All changes since {day}: {n}", day=day, n=len(found)))
    columns = _columns(inputs, lines=2)
    yield from table(columns, (_change_line(inputs, *one) for one in found[:_AT_MOST]))
    yield from left_out(inputs, len(found) - _AT_MOST)


def _news_lines(inputs: Inputs) -> list[tuple[Change, Line]]:
    """Each change that is news with the row it is about: as it is, or as it was before it went."""
    kinds = list(NEWS)
    found = sorted(
        (change for change in inputs.context.changes if change.kind in NEWS),
        key=lambda change: kinds.index(change.kind),
    )
    return [(change, line) for change in found if (line := change.after or change.before)]


def changes_in_words(inputs: Inputs) -> Iterator[str]:
    """«п. 6 Провести «круглый стол» – выполнено, отметка «Проведён 22.09»»."""
    for change, line in _news_lines(inputs)[:_AT_MOST]:
        said = f"{inputs.number_and_tab(line)} {clip(tidy(line.measure), _CELL)}"
        yield f"{said} – {change_words(inputs, change)}"


def _columns(inputs: Inputs, *, lines: int) -> tuple[Column, ...]:
    return (
        Column(header=inputs.gettext("No."), look=LINK),
        Column(header=inputs.gettext("Measure"), span=6, lines=lines, apart=inputs.apart),
        Column(header=inputs.gettext("What changed"), span=7, lines=lines),
    )


def _change_line(inputs: Inputs, change: Change, line: Line) -> list[CellValue | Cell]:
    # A row that is gone has no cell in the plan to lead to.
    where = (
        inputs.link(line) if change.after else Cell(value=inputs.number_and_tab(line), look=TEXT)
    )
    return [where, tidy(line.measure), change_words(inputs, change)]


def change_words(inputs: Inputs, change: Change) -> str:
    """What changed, in words of a line, without the measure; of a kind that is news."""
    before, after = (
        getattr(row, change.field) if row and change.field else ""
        for row in (change.before, change.after)
    )
    sentence = NEWS[change.kind]
    if change.kind is ChangeKind.STATUS and not before:
        sentence = _FIRST_MARK
    if "{before}" in sentence:  # long marks often begin alike, and are cut at their end
        before, after = differing(before, after)
    said = inputs.gettext(sentence, before=_quoted(inputs, before), after=_quoted(inputs, after))
    if change.was_late:
        said = inputs.gettext("{change}, after it had passed", change=said)
    if change.kind is ChangeKind.DEADLINE and _is_moved(inputs, change):
        said = f"{said}, {inputs.ground(change.ground)}"
    return said


def _is_moved(inputs: Inputs, change: Change) -> bool:
    """Whether it needs a document: other words for the same days, or a mended slip, do not."""
    since, now = inputs.context.since, change.after
    return now is not None and any(
        move.row == now.row and (since is None or move.day >= since)
        for move in inputs.context.moves
    )


def _quoted(inputs: Inputs, text: str) -> str:
    return inputs.quoted(text, _CELL) if text else inputs.gettext("(empty)")
