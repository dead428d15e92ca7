"""What measures have from rows above: items from the measure that they are parts of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sheetsync.model import Doubt, Line
from sheetsync.model.frozen import frozen
from sheetsync.plan.findings import Remark
from sheetsync.words.clipping import clip
from sheetsync.words.numerals import is_roman
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import names_only_year
from sheetsync.words.tables import is_item_number, item_mark, party_named

_PATH = pattern(r"\d{1,4}(?:\.\d{1,4})*")
_ASIDE = pattern(r"\s*\([^)]*\)")
_SHOWN = 100  # characters of a parent's words behind those of its item


@frozen
class Hierarchy:
    """The measures of a table, and the rows that only head others, with what was assumed."""

    lines: tuple[Line, ...]
    headings: tuple[Line, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class _Node:
    line: Line
    own: Line  # as the row has it, before anything is inherited
    item: bool = False  # it has an item's mark, whether or not it has a parent
    children: list["_Node"] = field(default_factory=list)
    parent: "_Node | None" = None


def may_be_item(line: Line) -> bool:
    """Whether the row may be an item of another, or a heading of others: a quick look."""
    number, text = line.number, line.measure
    return (
        not (line.deadline and line.responsible) or not number.isdigit() or not text[:1].isalpha()
    )


def with_parents(
    lines: Sequence[Line], *, dashed: dict[int, set[str]], numbered: bool
) -> Hierarchy:
    """Give each item what it leaves blank and its parent has; a parent of nothing else is none.

    `dashed` are the cells, by row and field, that hold a dash for the words above them: of a
    heading they say that there is nothing. `numbered` is true where a column holds numbers.
    """
    roots = _tree(lines, numbered=numbered)
    if not any(node.parent or node.children for node in roots):
        return Hierarchy(lines=_answered(lines))
    headings, kept = [], []
    remarks: list[Remark] = []
    for node in roots:
        if node.children:
            node.line = _undashed(node.line, dashed.get(node.line.row, set()))
        if node.parent:
            node.line = _inherited(node.line, node.parent.line)
        if _only_heads(node):
            headings.append(node.line)
            remarks += (
                Remark(node.line.row, Doubt(code="heading-dated", quote=said), name)
                for name in ("deadline", "responsible")
                if (said := getattr(node.own, name))
                and all(getattr(child.own, name) for child in node.children)
            )
            # Nobody is asked about a heading: a mark beside it would be lost without a word.
            if node.line.status:
                doubt = Doubt(code="heading-marked", quote=node.line.status)
                remarks.append(Remark(node.line.row, doubt))
        else:
            kept.append(node.line)
    return Hierarchy(lines=_answered(kept), headings=tuple(headings), remarks=tuple(remarks))


def _tree(lines: Sequence[Line], *, numbered: bool) -> list[_Node]:
    """The rows in their order, each with its parent: an earlier row of its section."""
    nodes: list[_Node] = []
    paths: dict[tuple[str, ...], _Node] = {}  # of the numbers still open
    last: _Node | None = None  # the last that had a number of its own
    lettered: _Node | None = None
    section = None
    for line in lines:
        if line.section != section:
            section, last, lettered, paths = line.section, None, None, {}
        node = _Node(line, line)
        covered = last is not None and line.number == last.own.number  # one cell for all
        mark, words = _mark(line._replace(number="") if covered else line)
        if is_roman(mark) and (last is None or is_roman(last.own.number)):
            mark = ""  # V goes on from IV, though one letter alone is an item's as a rule
        path = _path(mark)
        if path:
            above = (paths[path[:n]] for n in range(len(path) - 1, 0, -1) if path[:n] in paths)
            parent = None if covered and _beside(path, last) else next(above, None)
            # A number that comes again closes its old items: what follows belongs to the new row.
            paths = {known: one for known, one in paths.items() if known[: len(path)] != path}
            paths[path] = node
            last, lettered = node, None
        elif mark and last and not last.item:
            parent = lettered or last if mark[0] == "-" else last
            lettered = lettered if mark[0] == "-" else node
        else:
            parent, node.item = None, bool(mark)
            if line.number or line.measure:
                last, lettered = node, None
        if parent:
            parent.children.append(node)
            node.parent = parent
            own = (
                {"mark": mark, "words": words} if numbered else {"mark": "", "words": line.measure}
            )
            node.line = _named_item(line, parent, **own)
        nodes.append(node)
    return nodes


def _beside(path: tuple[str, ...], last: _Node | None) -> bool:
    """Below one merged number, «1.2 Форум» goes on from «1.1 Школа», whose number is 1."""
    before = _path(item_mark(last.own.measure)[0]) if last else ()
    return bool(before) and before[:-1] == path[:-1]


def _mark(line: Line) -> tuple[str, str]:
    """The mark of an item, from its number or, where it has none, from its words."""
    if _PATH.fullmatch(line.number):
        return line.number, line.measure
    if line.number:
        return (line.number if is_item_number(line.number) else ""), line.measure
    return item_mark(line.measure)


def _path(mark: str) -> tuple[str, ...]:
    return tuple(mark.split(".")) if _PATH.fullmatch(mark) else ()


def _named_item(line: Line, parent: _Node, *, mark: str, words: str) -> Line:
    """The item's line under a number and with words by which it is known without its parent."""
    number = line.number
    if mark and not _path(mark):
        own = f" ({len(parent.children)})" if mark.startswith("-") else f", {mark}"
        number = f"{parent.line.number}{own}".lstrip(" ,")
    elif mark:
        number = mark
    above = _ASIDE.sub("", parent.own.measure).rstrip(" :;.–-")
    said = f"{words} ({clip(above, _SHOWN)})" if words and above else words
    return line._replace(number=number, measure=said)


def _inherited(line: Line, parent: Line) -> Line:
    return line._replace(
        deadline=line.deadline or parent.deadline,
        responsible=line.responsible or parent.responsible,
    )


def _answered(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Rows that name nobody have whoever their heading says: «Слёты (отв. методист)».

    A row without a measure may be a heading that was not known for one: then nobody knows.
    """
    unsure = {line.section for line in lines if not line.measure}
    return tuple(
        line
        if line.responsible or line.section in unsure
        else line._replace(responsible=party_named(line.section))
        for line in lines
    )


def _undashed(line: Line, fields: set[str]) -> Line:
    """A heading's dashes say that it has no deadline and no parties of its own."""
    return line._replace(deadline="", responsible="") if len(fields) > 1 else line


def _only_heads(node: _Node) -> bool:
    """It has nothing of its own to be done: what it lacks its items have, or it only lists them."""
    line, items = node.line, [child.own for child in node.children]
    if not items:
        return False
    if not (line.deadline or line.responsible):
        return True
    dated = all(item.deadline for item in items)
    if not line.deadline:
        return dated
    # A colon announces a list: its day is that of the items which have none. Beside items that
    # all have one it may be that of the whole after its parts, but «в течение года» is theirs.
    if node.own.measure.endswith(":") and (not dated or names_only_year(line.deadline)):
        return True
    return not line.responsible and all(item.responsible for item in items)
