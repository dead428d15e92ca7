"""Says changes in words: a plan's like a diff, one measure's as its life."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import TypeAlias

from sheetsync.model import PLAN_FIELDS, Change, ChangeKind, Line, sheet_row
from sheetsync.model.language import Language, marked
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.clipping import clip, differing

_CELL = 60
_TITLE = 70
# A first snapshot, or a plan that was written anew, is told by its count.
_ADDED_ONE_BY_ONE = 10
# What is said of all rows in one line, or not at all.
_TOGETHER = (ChangeKind.MOVED, ChangeKind.RENUMBERED, ChangeKind.RETYPED)
_Moves: TypeAlias = list[tuple[Line, Line]]
# A plan that was sorted and numbered anew has as many runs as rows: they are counted, not listed.
_RUNS = 4
# What became of a cell, by the part of the line.
_CHANGED = {
    "section": marked("section {before} → {after}"),
    **{field.name: field.changed for field in PLAN_FIELDS if not field.into},
}
# The two that come and go; of any other, an empty cell is news.
_CAME = {"status": marked("marked {after}"), "note": marked("note {after}")}
_WENT = {"status": marked("mark {before} removed"), "note": marked("note {before} removed")}


def changes_words(changes: tuple[Change, ...], language: Language) -> tuple[str, ...]:
    """One line a measure, "+" for a new one and "-" for one that is gone.

    Renumbering, moving and corrections of letters follow, each in one line for all rows.
    """
    parents = {change.identity: change.before for change in changes if change.before}
    added = sum(change.kind is ChangeKind.ADDED for change in changes)
    many = added > _ADDED_ONE_BY_ONE
    silent = (*_TOGETHER, ChangeKind.ADDED) if many else _TOGETHER
    told = [change for change in changes if change.field or change.kind not in silent]
    # Changes come in the order of rows: those of one measure are neighbours already.
    lines = [
        _measure_words(list(of_one), parents, language)
        for _, of_one in groupby(told, key=lambda change: change.identity)
    ]
    if many:
        lines.append(language.ngettext("+ {n} new item", "+ {n} new items", added).format(n=added))
    return (*lines, *_together_words(changes, language))


def measure_life_words(
    life: tuple[tuple[datetime, Line], ...],
    language: Language,
    *,
    moves: int = 0,
    began: date | None = None,
) -> tuple[str, ...]:
    """What happened to one measure: its row as each snapshot had it, the oldest first.

    The first line says how it began, each other what changed on a day, the last that its deadline
    was moved `moves` times; days on which nothing changed are left out. The times know their zone.
    `began` is the day of the plan's first snapshot: what stood in it may be older.
    """
    if not life:
        return ()
    taken, first = life[0]
    since = language.day(taken.date())
    if taken.date() == began:
        since = language.gettext("before {day}").format(day=since)
    lines = [f"{since}: {_row_title(first, language)}, {_beginning(first, language)}"]
    for (_, was), (when, now) in pairwise(life):
        said = list(_life_words(was, now, language))
        if said:
            lines.append(f"{language.day(when.date())}: {'; '.join(said)}")
    if moves:
        times = language.ngettext(
            "The deadline was moved {n} time.", "The deadline was moved {n} times.", moves
        )
        lines.append(times.format(n=moves))
    return tuple(lines)


def _beginning(line: Line, language: Language) -> str:
    said = language.gettext("deadline {deadline}, responsible {responsible}").format(
        deadline=_quoted_cell(line.deadline, language),
        responsible=_quoted_cell(line.responsible, language),
    )
    return f"{said}, {_cell_words('status', '', line.status, language)}" if line.status else said


def _life_words(was: Line, now: Line, language: Language) -> Iterator[str]:
    for field in _CHANGED:
        before, after = getattr(was, field), getattr(now, field)
        # A number and a heading are compared to the letter: they are nobody's spelling.
        same = before == after if field in ("number", "section") else not _differs(before, after)
        if not same:
            yield _cell_words(field, before, after, language)


def _measure_words(of_one: list[Change], parents: dict[int, Line], language: Language) -> str:
    first = of_one[0]
    was, now = first.before, first.after
    if now is None:
        return f"- {_row_title(was, language)}" if was else ""
    if was is None:
        part = f" ({_part_of(first, parents, language)})" if first.kind is ChangeKind.SPLIT else ""
        added = language.gettext("+ {measure}, deadline {deadline}").format(
            measure=_row_title(now, language), deadline=_quoted_cell(now.deadline, language)
        )
        return f"{added}{part}"
    said = "; ".join(
        _part_of(change, parents, language)
        if change.kind is ChangeKind.SPLIT
        else _edit_words(change, was, now, language)
        for change in of_one
    )
    return f"{_row_name(now, language)}{_former_name(was, now, language)}: {said}"


def _former_name(was: Line, now: Line, language: Language) -> str:
    if was.number == now.number:
        return ""
    if not was.number:
        return language.gettext(" (had no number)")
    return language.gettext(" (was {item})").format(item=_row_name(was, language))


def _edit_words(change: Change, was: Line, now: Line, language: Language) -> str:
    match change.kind:
        case ChangeKind.DONE:
            mark = _cell_words("status", "", now.status, language)
            return language.gettext("is done, {mark}").format(mark=mark)
        case ChangeKind.REOPENED:
            mark = _cell_words("status", was.status, now.status, language)
            return language.gettext("is open again, {mark}").format(mark=mark)
    field = change.field
    said = _cell_words(field, getattr(was, field), getattr(now, field), language)
    return f"{said}{_circumstances(change, language)}" if field == "deadline" else said


def _circumstances(change: Change, language: Language) -> str:
    said = [language.gettext("after it had passed")] if change.was_late else []
    if change.ground:
        said.append(language.gettext("ground: {ground}").format(ground=change.ground))
    return f" ({', '.join(said)})" if said else ""


def _part_of(change: Change, parents: dict[int, Line], language: Language) -> str:
    whole = parents.get(change.parent) if change.parent is not None else None
    if whole and whole.number:
        return language.gettext("a part of the former no. {number}").format(number=whole.number)
    return language.gettext("a part of another item")


def _together_words(changes: tuple[Change, ...], language: Language) -> Iterator[str]:
    def lines(kind: ChangeKind) -> list[tuple[Line, Line]]:
        found = (c for c in changes if c.kind is kind and not c.field)
        return [(c.before, c.after) for c in found if c.before and c.after]

    yield from _renumbered_words(lines(ChangeKind.RENUMBERED), language)
    yield from _moved_words(lines(ChangeKind.MOVED), language)
    retyped = len(lines(ChangeKind.RETYPED))
    if retyped:
        corrected = language.ngettext(
            "cells of {n} item corrected, which means the same",
            "cells of {n} items corrected, which mean the same",
            retyped,
        )
        yield corrected.format(n=retyped)


def _row_name(line: Line, language: Language) -> str:
    if line.number:
        return language.gettext("no. {number}").format(number=line.number)
    return language.gettext("row {row}").format(row=sheet_row(line.row))


def _row_title(line: Line, language: Language) -> str:
    return f"{_row_name(line, language)} {_quoted_cell(clip(tidy(line.measure), _TITLE), language)}"


def _quoted_cell(text: str, language: Language) -> str:
    if not text:
        return language.gettext("(empty)")
    return language.gettext("“{words}”").format(words=clip(tidy(text), _CELL))


def _cell_words(field: str, was: str, now: str, language: Language) -> str:
    """What became of a cell: it came, it went, or it is another one."""
    sentence = _CHANGED[field]
    if field in _CAME and not now:
        sentence = _WENT[field]
    elif field in _CAME and not was:
        sentence = _CAME[field]
    else:
        was, now = differing(was, now)
    return language.gettext(sentence).format(
        before=_quoted_cell(was, language), after=_quoted_cell(now, language)
    )


def _differs(was: str, now: str) -> bool:
    return fold(was) != fold(now)


def _renumbered_words(moves: _Moves, language: Language) -> Iterator[str]:
    """«перенумерованы 23 пункта: 1–23 стали 2–24»; `moves` are rows with their old and new line."""
    if not moves:
        return
    runs = _runs(moves)
    heading = language.ngettext("{n} item renumbered", "{n} items renumbered", len(moves))
    words = (_run_words(run, language) for run in runs)
    listed = f": {', '.join(words)}" if len(runs) <= _RUNS else ""
    yield f"{heading.format(n=len(moves))}{listed}"


def _moved_words(moves: _Moves, language: Language) -> Iterator[str]:
    """How many rows went to another section, and how many to another place among the others."""
    sections = sum(was.section != now.section for was, now in moves)
    if sections:
        elsewhere = language.ngettext(
            "{n} item is in another section now", "{n} items are in another section now", sections
        )
        yield elsewhere.format(n=sections)
    rows = [now.row for _, now in sorted(moves, key=lambda move: move[0].row)]
    # A row dragged to the top shifts all below it: only what had to be moved is counted.
    displaced = len(rows) - _longest_rising(rows)
    if displaced:
        moved = language.ngettext("{n} item put elsewhere", "{n} items put elsewhere", displaced)
        yield moved.format(n=displaced)


def _runs(moves: _Moves) -> list[_Moves]:
    """Neighbouring rows whose numbers follow each other, before and now."""
    runs: list[_Moves] = []
    for move in sorted(moves, key=lambda move: move[0].row):
        if runs and _follows(runs[-1][-1], move):
            runs[-1].append(move)
        else:
            runs.append([move])
    return runs


def _follows(last: tuple[Line, Line], move: tuple[Line, Line]) -> bool:
    return all(_next_number(a.number) == b.number for a, b in zip(last, move, strict=True))


def _next_number(number: str) -> str:
    """1 → 2, 3.9 → 3.10; "" where the number does not end in digits."""
    level, dot, last = number.rpartition(".")
    return f"{level}{dot}{int(last) + 1}" if last.isdecimal() else ""


def _run_words(run: _Moves, language: Language) -> str:
    one, many = marked("{before} is now {after}"), marked("{before} are now {after}")
    return language.gettext(one if len(run) == 1 else many).format(
        before=_number_span(run, 0, language), after=_number_span(run, 1, language)
    )


def _number_span(run: _Moves, side: int, language: Language) -> str:
    numbers = (run[0][side].number, run[-1][side].number)
    first, last = (number or language.gettext("without a number") for number in numbers)
    return first if len(run) == 1 else f"{first}–{last}"


def _longest_rising(rows: list[int]) -> int:
    """The length of the longest rising subsequence: so many rows need not have been moved."""
    # Patience sorting: a plan that is sorted anew moves every row, and pairs would be too many.
    tails: list[int] = []
    for row in rows:
        at = bisect_left(tails, row)
        tails[at : at + 1] = [row]
    return len(tails)
