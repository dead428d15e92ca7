"""Findings for rows that may be new or former measures, until a person settles it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sheetsync.history.history import History
from sheetsync.history.identity import IdentityDoubt
from sheetsync.model import Doubt, Finding, KnownRow, Line, Plan
from sheetsync.model.language import Message, each_and, gettext_lazy, joined, marked
from sheetsync.plan.findings import Remark, finding, worst_first
from sheetsync.words.clipping import clip


def open_doubts(history: History, rows: Iterable[KnownRow]) -> Iterator[Remark]:
    """What the past has left in doubt about the rows of now."""
    lines = {row.identity: row.line for row in rows}
    for identity, named in history.doubts.items():
        # A row that is gone since has no cell that could be asked about.
        if identity in lines:
            # Their last words, wherever they stand: candidates are gone from the newest snapshot.
            known = {each: history.life(each)[-1][1] for each in named}
            yield Remark(lines[identity].row, _identity_doubt(lines[identity], identity, known))


def in_doubt(
    history: History, rows: Iterable[KnownRow], new: Iterable[IdentityDoubt]
) -> frozenset[int]:
    """The identities in doubt: rows that nobody has settled, and the lost ones they may be."""
    present = {row.identity for row in rows}
    asked = {**history.doubts}
    asked |= {one.identity: tuple(row.identity for row in one.candidates) for one in new}
    open_now = {identity: named for identity, named in asked.items() if identity in present}
    gone = {each for named in open_now.values() for each in named} - present
    return frozenset(open_now) | gone


def with_new_doubts(plan: Plan, doubts: Iterable[IdentityDoubt]) -> Plan:
    """The plan with the doubts of this reading, once it is remembered: then they can be settled."""
    found = (_doubt_finding(plan, doubt) for doubt in doubts)
    return replace(plan, findings=worst_first((*plan.findings, *found)))


def _doubt_finding(plan: Plan, new: IdentityDoubt) -> Finding:
    row, number = new.line.row, new.line.number
    known = {row.identity: row.line for row in new.candidates}
    doubt = _identity_doubt(new.line, new.identity, known)
    return finding(doubt, row=row, number=number, columns=plan.columns_of(row))


def _identity_doubt(line: Line, identity: int, candidates: Mapping[int, Line]) -> Doubt:
    """Who it may be, and the command that settles it."""
    names = (
        gettext_lazy("no. {number} “{words}”", number=was.number, words=clip(was.measure, 60))
        for was in candidates.values()
    )
    return Doubt(
        code="identity-doubt",
        quote=clip(line.measure, 60),
        hint=each_and(names),
        advice=joined("; ", _commands(identity, candidates)),
    )


def _commands(identity: int, candidates: Mapping[int, Line]) -> Iterator[Message]:
    sentence = marked("If it is the former no. {number}, run {command}")
    for candidate, was in candidates.items():
        command = f"sheetsync history link {candidate} {identity}"
        yield Message(sentence=sentence, values=(("number", was.number), ("command", command)))
        sentence = marked("if it is the former no. {number}, run {command}")
    # A link to itself settles the doubt and changes nothing.
    command = f"sheetsync history link {identity} {identity}"
    yield gettext_lazy(
        "if it is a new item, {command}. The numbers in the commands are the program's own, "
        "not the plan's.",
        command=command,
    )
