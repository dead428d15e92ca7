"""Findings for rows of which nobody has said yet whether they are new."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sheetsync.history.history import History
from sheetsync.history.identity import IdentityDoubt
from sheetsync.model import Doubt, Finding, Line, Plan, Remembered
from sheetsync.model.language import Message, each_and, gettext_lazy, joined, marked
from sheetsync.plan.findings import finding, worst_first
from sheetsync.words.terms import clip


def with_open_doubts(plan: Plan, history: History, rows: Iterable[Remembered]) -> Plan:
    """The plan with the doubts that its past has left open."""
    lines = {row.identity: row.line for row in rows}
    candidates = {
        # Their last words, wherever they stand: candidates are gone from the newest snapshot.
        identity: {each: history.life(each)[-1][1] for each in named}
        for identity, named in history.doubts.items()
        # A row that is gone since has no cell that could be asked about.
        if identity in lines
    }
    return _with(plan, lines, candidates)


def with_new_doubts(plan: Plan, doubts: Iterable[IdentityDoubt]) -> Plan:
    """The plan with the doubts of this reading, once it is remembered: then they can be settled."""
    found = list(doubts)
    lines = {doubt.identity: doubt.line for doubt in found}
    return _with(
        plan,
        lines,
        {doubt.identity: {row.identity: row.line for row in doubt.candidates} for doubt in found},
    )


def _with(
    plan: Plan, lines: Mapping[int, Line], candidates: Mapping[int, Mapping[int, Line]]
) -> Plan:
    found = (
        _finding(plan, lines[identity], identity, known) for identity, known in candidates.items()
    )
    return replace(plan, findings=worst_first((*plan.findings, *found)))


def _finding(plan: Plan, line: Line, identity: int, candidates: Mapping[int, Line]) -> Finding:
    """Who it may be, and the command that settles it."""
    names = (
        gettext_lazy("no. {number} “{words}”", number=was.number, words=clip(was.measure, 60))
        for was in candidates.values()
    )
    doubt = Doubt(
        code="identity-doubt",
        quote=clip(line.measure, 60),
        hint=each_and(names),
        advice=joined("; ", _commands(identity, candidates)),
    )
    return finding(doubt, row=line.row, number=line.number, columns=plan.columns_of(line.row))


def _commands(identity: int, candidates: Mapping[int, Line]) -> Iterator[Message]:
    sentence = marked("If it is the former no. {number}, run {command}")
    for candidate, was in candidates.items():
        command = f"sheetsync history link {candidate} {identity}"
        yield Message(sentence=sentence, values=(("number", was.number), ("command", command)))
        sentence = marked("if it is the former no. {number}, run {command}")
    # A link to itself settles the doubt and changes nothing.
    command = f"sheetsync history link {identity} {identity}"
    yield gettext_lazy("if it is a new item, {command}.", command=command)
