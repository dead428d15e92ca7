"""What the commands of `fleet` print: progress, the day in one line, the table of plans."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from sheetsync.cli.letters import RESULTS
from sheetsync.cli.simulate import month_of, print_months
from sheetsync.cli.terminal import table_lines, tell
from sheetsync.languages import _, active, decimal

if TYPE_CHECKING:
    from sheetsync.fleet.day import FleetDay
    from sheetsync.fleet.entries import FleetPlan
    from sheetsync.fleet.record import Record
    from sheetsync.fleet.rollup import Rollup
    from sheetsync.model import Digest

_SHARED_SHOWN = 5  # measures that several plans are late with


def progress_words(shows: bool) -> Callable[["Record", int], None]:
    """A callback that prints each finished plan to stderr, if `shows`."""

    def told(record: "Record", left: int) -> None:
        if shows:
            words = record.problems[0] if record.problems else _("{n} s", n=decimal(record.seconds))
            tell("{plan}: {words} ({n} left)", plan=record.plan, words=words, n=left, err=True)

    return told


def outcome_data(outcome: "FleetDay") -> dict[str, object]:
    """A day of the fleet as plain data: a record a plan, the letters by address."""
    return {
        "plans": [record.shown() for record in outcome.records.values()],
        "paused": [entry.name for entry in outcome.paused],
        "letters": [
            {"address": p.address, "plans": p.plans, "state": p.state, "reply": p.reply}
            for p in outcome.posts
        ],
        "problems": [str(problem) for problem in outcome.problems],
    }


def outcome_words(outcome: "FleetDay") -> str:
    """The day in one line: plans done and failed, letters by what became of them."""
    records = outcome.records.values()
    done = sum(record.read for record in records)
    failed = len(outcome.records) - done
    parts = [_("Plans: {n}, done {done}", n=len(outcome.records), done=done)]
    parts += [_("not read: {n}", n=failed)] if failed else []
    parts += [_("earlier today: {n}", n=outcome.earlier)] if outcome.earlier else []
    parts += [_("resting: {n}", n=len(outcome.paused))] if outcome.paused else []
    states = Counter[str](post.state for post in outcome.posts)
    named = [f"{_(words)} {states[state]}" for state, words in RESULTS.items() if states[state]]
    letters = f" ({', '.join(named)})" if named else ""
    count = _("letters: {n}", n=len(outcome.posts))
    return f"{', '.join(parts)}; {count}{letters}"


def print_rollup(rollup: "Rollup") -> None:
    """The table of plans, what several are late with, and the sum."""
    from sheetsync.fleet.rollup_views import read_words, totals

    names = ("Plan", "Total", "Done", "Overdue", "Days late", "Read")
    header = [_(name) for name in names]
    rows = [
        (
            line.plan,
            *map(_count_cell, (line.total, line.done, line.overdue, line.worst_days)),
            read_words(line),
        )
        for line in rollup.lines
    ]
    for line in table_lines(header, rows, whole=(1, 2, 3, 4)):
        click.echo(line)
    late = [each for each in rollup.shared if each.late]
    for each in late[:_SHARED_SHOWN]:
        tell(
            "“{text}”: done in {done} of {plans}, late in {n}: {names}",
            text=each.text,
            done=each.done,
            plans=each.plans,
            n=len(each.late),
            names="; ".join(each.late),
            wrap=True,
        )
    click.echo(totals(rollup))


def forecast_data(found: Mapping[str, Sequence["Digest"]]) -> dict[str, object]:
    """How many letters each plan would send in each month, and all plans on their busiest day."""
    days = _letters_by_day(found)
    return {
        "plans": [
            {
                "plan": plan,
                "letters": len(digests),
                "months": dict(sorted(Counter(month_of(each.today) for each in digests).items())),
            }
            for plan, digests in found.items()
        ],
        "letters": days.total(),
        "busiest": [{"day": day, "letters": letters} for day, letters in days.most_common(1)],
    }


def print_forecast(found: Mapping[str, Sequence["Digest"]]) -> None:
    """The letters of days ahead as a table."""
    days = _letters_by_day(found)
    if not days:
        tell("No letters.")
        return
    print_months(
        Counter((plan, month_of(each.today)) for plan, digests in found.items() for each in digests)
    )
    day, letters = days.most_common(1)[0]
    tell(
        "One letter an address and day: {count} in all, on the busiest day, {day}, {letters}.",
        count=days.total(),
        day=active().day(day),
        letters=letters,
    )


def _letters_by_day(found: Mapping[str, Sequence["Digest"]]) -> Counter[date]:
    """By day how many letters go: an address gets one, however many plans write to it."""
    went = {(each.today, each.address) for digests in found.values() for each in digests}
    # In order, for of equally busy days `most_common` names the one that was counted first.
    return Counter(day for day, _address in sorted(went))


def _count_cell(value: int) -> str:
    return str(value) if value else ""


def entry_data(entry: "FleetPlan", last: object) -> dict[str, object]:
    """A plan of the list as plain data."""
    return {
        "plan": entry.name,
        "folder": str(entry.folder),
        "region": entry.region,
        "paused": entry.paused,
        "last_run": last,
    }
