"""What the commands of `fleet` print: progress, the day in one line, the table of plans."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from sheetsync.cli.terminal import table_lines, wrapped
from sheetsync.languages import _, decimal
from sheetsync.model import LetterState
from sheetsync.model.language import marked

if TYPE_CHECKING:
    from sheetsync.fleet.day import Outcome
    from sheetsync.fleet.entries import Entry
    from sheetsync.fleet.record import Record
    from sheetsync.fleet.rollup import Rollup

_SHARED_SHOWN = 5  # measures that several plans are late with
_STATES = {
    LetterState.SENT: marked("sent"),
    LetterState.WRITTEN: marked("written to files"),
    LetterState.PENDING: marked("waiting"),
    LetterState.DEFERRED: marked("put off by the server"),
    LetterState.REJECTED: marked("refused"),
    LetterState.UNKNOWN: marked("unknown whether they arrived"),
}


def progress_words(shows: bool) -> Callable[["Record", int], None]:
    """What tells of each plan as it is done, on stderr, where somebody looks."""

    def told(record: "Record", left: int) -> None:
        if shows:
            words = record.problems[0] if record.problems else _("{n} s", n=decimal(record.seconds))
            click.echo(
                _("{plan}: {words} ({n} left)", plan=record.plan, words=words, n=left), err=True
            )

    return told


def outcome_data(outcome: "Outcome") -> dict[str, object]:
    """A day of the fleet as plain data: a record a plan, the letters by address."""
    return {
        "plans": [record.shown() for record in outcome.records.values()],
        "paused": [entry.name for entry in outcome.resting],
        "letters": [
            {"address": p.address, "plans": p.plans, "state": p.state, "reply": p.reply}
            for p in outcome.posts
        ],
        "problems": [str(problem) for problem in outcome.problems],
    }


def outcome_words(outcome: "Outcome") -> str:
    """One line: plans done and failed, letters by what became of them."""
    records = outcome.records.values()
    done = sum(record.read for record in records)
    failed = len(outcome.records) - done
    parts = [_("Plans: {n}, done {done}", n=len(outcome.records), done=done)]
    parts += [_("not read: {n}", n=failed)] if failed else []
    parts += [_("earlier today: {n}", n=outcome.earlier)] if outcome.earlier else []
    parts += [_("resting: {n}", n=len(outcome.resting))] if outcome.resting else []
    states = Counter(post.state for post in outcome.posts)
    named = [f"{_(words)} {states[state]}" for state, words in _STATES.items() if states[state]]
    letters = f" ({', '.join(named)})" if named else ""
    count = _("letters: {n}", n=len(outcome.posts))
    return f"{', '.join(parts)}; {count}{letters}"


def print_rollup(rollup: "Rollup") -> None:
    """The table of plans, what several are late with, and the sum."""
    from sheetsync.fleet.rollup_tab import read_words, totals

    names = ("Plan", "Total", "Done", "Overdue", "Days late", "Read")
    header = [_(name) for name in names]
    rows = [
        (
            line.plan,
            *map(_number, (line.total, line.done, line.overdue, line.worst_days)),
            read_words(line),
        )
        for line in rollup.lines
    ]
    for line in table_lines(header, rows, whole=(1, 2, 3, 4)):
        click.echo(line)
    late = [each for each in rollup.shared if each.late]
    for each in late[:_SHARED_SHOWN]:
        click.echo(
            wrapped(
                _(
                    "“{text}”: done in {done} of {plans}, late in {n}: {names}",
                    text=each.text,
                    done=each.done,
                    plans=each.plans,
                    n=len(each.late),
                    names="; ".join(each.late),
                )
            )
        )
    click.echo(totals(rollup))


def _number(value: int) -> str:
    return str(value) if value else ""


def entry_data(entry: "Entry", last: object) -> dict[str, object]:
    """A plan of the list as plain data."""
    return {
        "plan": entry.name,
        "folder": str(entry.folder),
        "region": entry.region,
        "paused": entry.paused,
        "last_run": last,
    }
