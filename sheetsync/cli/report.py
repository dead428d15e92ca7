"""What a run did, in one line for people and as JSON for machines."""

from collections import Counter
from dataclasses import asdict
from typing import Any

import click

from sheetsync.cli.agenda import agenda_data
from sheetsync.cli.letters import hold_data, letter_data
from sheetsync.cli.program import print_json
from sheetsync.daily import Mail, Report, Told
from sheetsync.digest.situation import Decision
from sheetsync.model import Agenda, Filed, LetterState, State
from sheetsync.words.terms import plural
from sheetsync.workbooks.base import Traffic, Written

_EARLIER = "earlier"
_FATES: dict[str, str] = {
    LetterState.SENT: "отправлено",
    _EARLIER: "отправлено раньше",
    LetterState.PENDING: "ждёт",
    LetterState.SENDING: "ждёт",
    LetterState.DEFERRED: "отложено",
    LetterState.DATA: "неизвестно, дошло ли",
    LetterState.UNKNOWN: "неизвестно, дошло ли",
    LetterState.REJECTED: "не принято",
    LetterState.EXPIRED: "не отправлено вовремя",
}


def print_report(report: Report, seconds: float) -> None:
    """«План 2021: 24 пункта, 3 просрочено …; 5 писем (4 отправлено …); сводка записана. 1,4 с»."""
    duration = f"{seconds:.1f}".replace(".", ",")
    shown = written_words(report.written) if report.written else "сводка не записана"
    plan, letters = _plan_words(report.told.agenda), _letters_words(report.told)
    asked = _traffic_words(report.traffic) if report.traffic else ""
    click.echo(f"{plan}; {letters}; {shown}. {asked}{duration} с")


def print_rehearsal(agenda: Agenda, decided: Decision, mail: Mail, *, as_json: bool) -> None:
    """What a run would do."""
    if as_json:
        print_json({**agenda_data(agenda, agenda.items), **_decision_data(decided)})
        return
    click.echo(f"{_plan_words(agenda)}. Проба: ничего не отправлено и не записано.")
    for letter in mail.letters:
        click.echo(f"  {letter.address}: {letter.rendered.subject}")


def report_data(report: Report, seconds: float) -> dict[str, Any]:
    """The whole report as plain data.

    `letters` are those that this run composed, `ledger` all of the day as they now stand there.
    """
    told, written = report.told, report.written
    states = {(letter.kind, letter.address): letter for letter in told.letters}
    letters = [
        {**letter_data(digest), **_fate_data(states.get((digest.kind, digest.address)))}
        for digest in told.decision.digests
    ]
    return {
        **agenda_data(told.agenda, told.agenda.items),
        "findings": len(told.agenda.plan.findings),
        **_decision_data(told.decision),
        "letters": letters,
        "ledger": [_filed_data(letter) for letter in told.letters],
        "traffic": report.traffic and asdict(report.traffic),
        "workbook": written and {"place": written.place, "changed": written.changed},
        "problems": [str(problem) for problem in report.problems],
        "seconds": round(seconds, 3),
    }


def _decision_data(decided: Decision) -> dict[str, Any]:
    return {
        "letters": [letter_data(digest) for digest in decided.digests],
        "holds": [hold_data(hold) for hold in decided.holds],
    }


def _filed_data(letter: Filed) -> dict[str, Any]:
    return {
        "id": letter.id,
        "date": letter.day,
        "kind": str(letter.kind),
        "to": letter.address,
        **_fate_data(letter),
    }


def _fate_data(letter: Filed | None) -> dict[str, Any]:
    if letter is None:
        return {"state": None, "reply": None}
    return {"state": str(letter.state), "reply": letter.reply}


def written_words(written: Written) -> str:
    """What became of the tabs."""
    if written.beside:
        return f"сводка записана рядом, в «{written.place}»: {written.reason.rstrip('.')}"
    shown = "сводка записана" if written.changed else "сводка без изменений"
    moved = ", ".join(f"«{title}» теперь «{new}»" for title, new in written.taken)
    shown = f"{shown} ({moved})" if moved else shown
    return f"{shown}; нет {', '.join(written.missing)}" if written.missing else shown


def _traffic_words(traffic: Traffic) -> str:
    count = traffic.requests
    return f"{count} {plural(count, 'обращение', 'обращения', 'обращений')} к таблице, "


def _plan_words(agenda: Agenda) -> str:
    states = list(agenda.states().values())
    total, late, due = len(states), states.count(State.OVERDUE), states.count(State.DUE)
    measures = plural(total, "пункт", "пункта", "пунктов")
    return f"План {agenda.plan.year}: {total} {measures}, {late} просрочено, {due} скоро"


def _letters_words(told: Told) -> str:
    """The day's letters by what became of them, those of an earlier run apart."""
    total = len(told.letters)
    if not total:
        return "писем нет"
    tried = {fate.letter.id for fate in told.fates}
    counts = Counter(
        _EARLIER if letter.state is LetterState.SENT and letter.id not in tried else letter.state
        for letter in told.letters
    )
    parts = [f"{counts[key]} {words}" for key, words in _FATES.items() if counts[key]]
    return f"{total} {plural(total, 'письмо', 'письма', 'писем')} ({', '.join(parts)})"
