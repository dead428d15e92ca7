"""What a run did, in one line for people and as JSON for machines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.agenda import agenda_data
from sheetsync.cli.letters import EARLIER, RESULTS, hold_data, letter_data, no_letters_note
from sheetsync.cli.output import watched
from sheetsync.cli.program import print_json, warn
from sheetsync.cli.terminal import beside, tell, wrapped
from sheetsync.daily import MailingReport, Rehearsal, Report
from sheetsync.errors import SheetsyncError
from sheetsync.languages import _, active, decimal, ngettext
from sheetsync.model import Agenda, LetterState, State, StoredLetter
from sheetsync.model.language import marked
from sheetsync.workbooks.base import Traffic, Written

if TYPE_CHECKING:
    from sheetsync.daily.job import Job

_IN_FILES = {LetterState.WRITTEN, EARLIER[LetterState.WRITTEN]}


def print_report(report: Report, seconds: float) -> None:
    """«План 2021: 24 пункта, просрочено 3 …; 5 писем (4 отправлено …); сводка записана. 1,4 с».

    In one line for a log, in one a part for whoever is watching.
    """
    duration = decimal(seconds)
    shown = written_words(report.written) if report.written else _("the summary is not written")
    plan, letters = _plan_words(report.mailing.agenda), letters_words(report.mailing)
    letters += _resting_words(report.mailing.resting)
    asked = _traffic_words(report.traffic) if report.traffic else ""
    new_line = "\n" if watched() else ""
    sentence = marked("{plan}; {letters}; {shown}. {asked}{duration} s")
    if report.written and report.written.beside:  # which the remark says, and why
        sentence = marked("{plan}; {letters}. {asked}{duration} s")
    said = _(
        sentence,
        plan=plan,
        letters=f"{new_line}{letters}",
        shown=f"{new_line}{shown}",
        asked=asked,
        duration=duration,
    )
    first, *others = said.split("\n")
    click.echo(first.rstrip())
    for part in others:
        click.echo(beside(" " * 4, part))


def print_rehearsal(rehearsal: Rehearsal, job: "Job", *, as_json: bool) -> None:
    """What a run would do."""
    agenda = rehearsal.agenda
    if as_json:
        letters = [letter_data(digest, job) for digest in rehearsal.decision.digests]
        holds = [hold_data(hold) for hold in rehearsal.decision.holds]
        print_json({**agenda_data(agenda, agenda.items), "letters": letters, "holds": holds})
        return
    tell(
        "{plan_words}. Rehearsal: nothing was sent or written.",
        plan_words=_plan_words(agenda),
        wrap=True,
    )
    if rehearsal.instead:
        click.echo(wrapped(no_letters_note(rehearsal.instead, shown=bool(rehearsal.mail.letters))))
    for letter in rehearsal.mail.letters:
        click.echo(wrapped(f"  {letter.address}: {letter.rendered.subject}"))
    if not rehearsal.mail.letters:
        tell("No letters: there is nothing to write about.")


def report_data(report: Report, job: "Job", seconds: float) -> dict[str, Any]:
    """The whole report as plain data.

    `letters` are those that this run composed, `ledger` all of the day as they now stand there.
    """
    mailing, written = report.mailing, report.written
    states = {(letter.kind, letter.address): letter for letter in mailing.letters}
    letters = [
        {**letter_data(digest, job), **_result_data(states.get((digest.kind, digest.address)))}
        for digest in mailing.decision.digests
    ]
    return {
        **agenda_data(mailing.agenda, mailing.agenda.items),
        "findings": len(mailing.agenda.plan.findings),
        "letters": letters,
        "holds": [hold_data(hold) for hold in mailing.decision.holds],
        "ledger": [_filed_data(letter) for letter in mailing.letters],
        "resting": list(mailing.resting),
        "traffic": report.traffic and asdict(report.traffic),
        "workbook": written and _workbook_data(written),
        "problems": [str(problem) for problem in report.problems],
        "seconds": round(seconds, 3),
    }


def _workbook_data(written: Written) -> dict[str, Any]:
    return {
        "place": written.place,
        "changed": written.changed,
        "beside": written.beside,
        "since": written.since,
        "remark": written.remark,
    }


def _filed_data(letter: StoredLetter) -> dict[str, Any]:
    return {
        "id": letter.id,
        "date": letter.day,
        "kind": letter.kind,
        "address": letter.address,
        "to": letter.recipient,
        **_result_data(letter),
    }


def _result_data(letter: StoredLetter | None) -> dict[str, Any]:
    if letter is None:
        return {"state": None, "reply": None}
    return {"state": str(letter.state), "reply": letter.reply}


def written_words(written: Written) -> str:
    """Whether the tabs were written, which were renamed, and what is missing from them."""
    shown = _("the summary is written") if written.changed else _("the summary is unchanged")
    moved = ", ".join(
        _("“{title}” is now “{new}”", title=title, new=new) for title, new in written.taken
    )
    shown = f"{shown} ({moved})" if moved else shown
    return (
        _("{shown}; missing {listed}", shown=shown, listed=", ".join(written.missing))
        if written.missing
        else shown
    )


def remark(written: Written, problems: Sequence[SheetsyncError]) -> None:
    """Warn of what was unusual about writing our tabs, unless one of the problems says it."""
    told = any(str(problem).startswith(written.remark) for problem in problems)
    if written.remark and not told:
        warn(written.remark)


def _traffic_words(traffic: Traffic) -> str:
    count = traffic.requests
    return ngettext("{n} request to the sheet, ", "{n} requests to the sheet, ", count)


def _plan_words(agenda: Agenda) -> str:
    counts = agenda.counts()
    total, late, due = sum(counts.values()), counts[State.OVERDUE], counts[State.DUE_SOON]
    measures = ngettext("{n} measure", "{n} measures", total)
    return _(
        "Plan {year}: {measures}, {late} overdue, {due} due soon",
        year=agenda.plan.period.label,
        measures=measures,
        late=late,
        due=due,
    )


def _resting_words(addresses: Sequence[str]) -> str:
    listed = ", ".join(addresses)
    return _(", refused by the mailbox: {listed}", listed=listed) if listed else ""


def letters_words(mailing: MailingReport) -> str:
    """The day's letters counted by outcome; those of an earlier run are counted apart."""
    total = len(mailing.letters)
    if not total:
        next_day = ""
        if mailing.letters_next > mailing.agenda.today:
            day = active().day_short(mailing.letters_next)
            next_day = _(", the next day of letters is {day_short}", day_short=day)
        return _("no letters{next_day}", next_day=next_day)
    tried = {result.letter.id for result in mailing.results}
    counts = Counter(
        EARLIER.get(letter.state, letter.state) if letter.id not in tried else letter.state
        for letter in mailing.letters
    )
    letters = ngettext("{n} letter", "{n} letters", total)
    if mailing.outbox and len(counts) == 1 and counts.keys() <= _IN_FILES:
        (result,) = counts
        return _(
            "{letters} {results} to {outbox}, no server is named",
            letters=letters,
            results=_(RESULTS[result]),
            outbox=mailing.outbox,
        )
    parts = [f"{counts[key]} {_(words)}" for key, words in RESULTS.items() if counts[key]]
    if mailing.outbox:
        parts.append(_("folder {outbox}, no server is named", outbox=mailing.outbox))
    return f"{letters} ({', '.join(parts)})"
