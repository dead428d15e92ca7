"""Says changes in Russian: a plan's like a diff, one measure's as its life."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import TypeAlias

from sheetsync.model import Change, ChangeKind, Line, sheet_row
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.terms import clip, day_words, plural

_CELL = 60
_TITLE = 70
# A first snapshot, or a plan that was written anew, is told by its count.
_ADDED_ONE_BY_ONE = 10
# What is said of all rows in one line, or not at all.
_TOGETHER = (ChangeKind.MOVED, ChangeKind.RENUMBERED, ChangeKind.RETYPED)
_Moves: TypeAlias = list[tuple[Line, Line]]
# A plan that was sorted and numbered anew has as many runs as rows: they are counted, not listed.
_RUNS = 4


def changes_words(found: tuple[Change, ...]) -> tuple[str, ...]:
    """One line a measure, "+" for a new one and "-" for one that is gone.

    Renumbering, moving and corrections of letters follow, each in one line for all rows.
    """
    parents = {change.identity: change.before for change in found if change.before}
    added = sum(change.kind is ChangeKind.ADDED for change in found)
    many = added > _ADDED_ONE_BY_ONE
    silent = (*_TOGETHER, ChangeKind.ADDED) if many else _TOGETHER
    told = [change for change in found if change.kind not in silent]
    # Changes come in the order of rows: those of one measure are neighbours already.
    lines = [
        _measure_words(list(of_one), parents)
        for _, of_one in groupby(told, key=lambda change: change.identity)
    ]
    return (*lines, *_added_words(added if many else 0), *_together_words(found))


def measure_life_words(
    life: tuple[tuple[datetime, Line], ...], *, began: date | None = None
) -> tuple[str, ...]:
    """What happened to one measure: its row as each snapshot had it, the oldest first.

    The first line says how it began, each other what changed on a day, the last how often its
    deadline was moved; days on which nothing changed are left out. The times know their zone.
    `began` is the day of the plan's first snapshot: what stood in it may be older.
    """
    if not life:
        return ()
    taken, first = life[0]
    since = "до " if taken.date() == began else ""
    lines = [f"{since}{day_words(taken.date())}: {_title(first)}{_beginning(first)}"]
    moves = 0
    for (_, was), (when, now) in pairwise(life):
        said = list(_life_words(was, now))
        moves += _differs(was.deadline, now.deadline)
        if said:
            lines.append(f"{day_words(when.date())}: {'; '.join(said)}")
    if moves:
        times = plural(moves, "раз", "раза", "раз")
        lines.append(f"Срок переносили {moves} {times}.")
    return tuple(lines)


def _beginning(line: Line) -> str:
    parts = (f"срок {_quote(line.deadline)}", f"ответственные {_quote(line.responsible)}")
    status = f", отметка {_quote(line.status)}" if line.status else ""
    return f", {', '.join(parts)}{status}"


def _life_words(was: Line, now: Line) -> Iterator[str]:
    if was.number != now.number:
        yield f"номер {_quote(was.number)} → {_quote(now.number)}"
    if was.section != now.section:
        yield f"раздел {_between(was.section, now.section)}"
    if _differs(was.measure, now.measure):
        yield _text_words(was, now)
    if _differs(was.deadline, now.deadline):
        yield f"срок {_between(was.deadline, now.deadline)}"
    if _differs(was.responsible, now.responsible):
        yield f"ответственные {_between(was.responsible, now.responsible)}"
    if _differs(was.status, now.status):
        yield _mark_words("отметка", was.status, now.status)
    if _differs(was.note, now.note):
        yield _mark_words("примечание", was.note, now.note)


def _measure_words(of_one: list[Change], parents: dict[int, Line]) -> str:
    first = of_one[0]
    was, now = first.before, first.after
    if now is None:
        return f"- {_title(was)}" if was else ""
    if was is None:
        part = f" ({_part_of(first, parents)})" if first.kind is ChangeKind.SPLIT else ""
        return f"+ {_title(now)}, срок {_quote(now.deadline)}{part}"
    before = "" if was.number == now.number else f" (был {_name(was)})"
    said = "; ".join(_edit_words(change, was, now, parents=parents) for change in of_one)
    return f"{_name(now)}{before}: {said}"


def _edit_words(change: Change, was: Line, now: Line, *, parents: dict[int, Line]) -> str:
    match change.kind:
        case ChangeKind.DEADLINE:
            return f"срок {_between(was.deadline, now.deadline)}{_circumstances(change)}"
        case ChangeKind.RESPONSIBLE:
            return f"ответственные {_between(was.responsible, now.responsible)}"
        case ChangeKind.REWORDED:
            return _text_words(was, now)
        case ChangeKind.DONE:
            return f"выполнен, отметка {_quote(now.status)}"
        case ChangeKind.REOPENED:
            return f"снова открыт, {_mark_words('отметка', was.status, now.status)}"
        case ChangeKind.STATUS:
            return _mark_words("отметка", was.status, now.status)
        case ChangeKind.NOTE:
            return _mark_words("примечание", was.note, now.note)
    return _part_of(change, parents)


def _circumstances(change: Change) -> str:
    said = ["после просрочки"] if change.was_late else []
    said += [f"основание: {change.ground}"] if change.ground else []
    return f" ({', '.join(said)})" if said else ""


def _part_of(change: Change, parents: dict[int, Line]) -> str:
    whole = parents.get(change.parent) if change.parent is not None else None
    return f"часть {_name(whole, 'прежнего п.')}" if whole else "часть другого пункта"


def _added_words(count: int) -> Iterator[str]:
    if count:
        yield f"+ {count} {plural(count, 'новый пункт', 'новых пункта', 'новых пунктов')}"


def _together_words(found: tuple[Change, ...]) -> Iterator[str]:
    def lines(kind: ChangeKind) -> list[tuple[Line, Line]]:
        return [(c.before, c.after) for c in found if c.kind is kind and c.before and c.after]

    yield from _renumbered_words(lines(ChangeKind.RENUMBERED))
    yield from _moved_words(lines(ChangeKind.MOVED))
    retyped = len(lines(ChangeKind.RETYPED))
    if retyped:
        where = plural(retyped, "пункте", "пунктах", "пунктах")
        yield f"без изменения смысла исправлены ячейки в {retyped} {where}"


def _name(line: Line, prefix: str = "п.") -> str:
    return f"{prefix} {line.number}" if line.number else f"строка {sheet_row(line.row)}"


def _title(line: Line | None) -> str:
    return f"{_name(line)} {_quote(clip(tidy(line.measure), _TITLE))}" if line else ""


def _quote(text: str) -> str:
    return f"«{clip(tidy(text), _CELL)}»" if text else "(пусто)"


def _between(was: str, now: str) -> str:
    was, now = differing(was, now)
    return f"{_quote(was)} → {_quote(now)}"


def differing(before: str, after: str) -> tuple[str, str]:
    """Both, without the words that they have in common at either end where they are long."""
    if max(len(before), len(after)) <= _CELL:
        return before, after
    was, now = tidy(before).split(), tidy(after).split()
    shorter = min(len(was), len(now))
    start = next((i for i in range(shorter) if was[i] != now[i]), shorter)
    rest = shorter - start
    # Only in what is left: a word that was doubled would else be cut off from both ends.
    end = next((i for i in range(rest) if was[-1 - i] != now[-1 - i]), rest)
    head, tail = ("… " if start else ""), (" …" if end else "")
    texts = (" ".join(words[start : len(words) - end]) for words in (was, now))
    one, other = (f"{head}{text}{tail}" for text in texts)
    return one, other


def _text_words(was: Line, now: Line) -> str:
    return f"текст {_between(was.measure, now.measure)}"


def _mark_words(what: str, was: str, now: str) -> str:
    # «Отметка» is feminine and «примечание» neuter: the participle agrees.
    if not now:
        return f"{what} {_quote(was)} снята" if what == "отметка" else f"{what} {_quote(was)} снято"
    return f"{what} {_between(was, now)}" if was else f"{what} {_quote(now)}"


def _differs(was: str, now: str) -> bool:
    return fold(was) != fold(now)


def _renumbered_words(moves: _Moves) -> Iterator[str]:
    """«перенумерованы 23 пункта: 1–23 стали 2–24»; `moves` are rows with their old and new line."""
    if not moves:
        return
    runs = _runs(moves)
    heading = _counted(len(moves), "перенумерован", "перенумерованы", "перенумеровано")
    listed = f": {', '.join(map(_run_words, runs))}" if len(runs) <= _RUNS else ""
    yield f"{heading}{listed}"


def _moved_words(moves: _Moves) -> Iterator[str]:
    """How many rows went to another section, and how many to another place among the others."""
    sections = sum(was.section != now.section for was, now in moves)
    if sections:
        yield f"в другом разделе теперь {sections} {plural(sections, 'пункт', 'пункта', 'пунктов')}"
    rows = [now.row for _, now in sorted(moves, key=lambda move: move[0].row)]
    # A row dragged to the top shifts all below it: only what had to be moved is counted.
    displaced = len(rows) - _longest_rising(rows)
    if displaced:
        yield _counted(displaced, "переставлен", "переставлены", "переставлено")


def _counted(count: int, one: str, few: str, many: str) -> str:
    noun = plural(count, "пункт", "пункта", "пунктов")
    return f"{plural(count, one, few, many)} {count} {noun}"


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
    return all(_next(a.number) == b.number for a, b in zip(last, move, strict=True))


def _next(number: str) -> str:
    """1 → 2, 3.9 → 3.10; "" where the number does not end in digits."""
    level, dot, last = number.rpartition(".")
    return f"{level}{dot}{int(last) + 1}" if last.isdecimal() else ""


def _run_words(run: _Moves) -> str:
    became = "стал" if len(run) == 1 else "стали"
    return f"{_span(run, 0)} {became} {_span(run, 1)}"


def _span(run: _Moves, side: int) -> str:
    first, last = run[0][side].number or "без номера", run[-1][side].number
    return first if len(run) == 1 else f"{first}–{last}"


def _longest_rising(rows: list[int]) -> int:
    """The length of the longest rising subsequence: so many rows need not have been moved."""
    # Patience sorting: a plan that is sorted anew moves every row, and pairs would be too many.
    tails: list[int] = []
    for row in rows:
        at = bisect_left(tails, row)
        tails[at : at + 1] = [row]
    return len(tails)
