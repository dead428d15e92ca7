"""What a run did, in one line for people and as JSON for machines."""

from collections.abc import Sequence
from typing import Any

import click

from sheetsync.cli.agenda import agenda_data
from sheetsync.cli.letters import letter_data
from sheetsync.cli.program import print_json
from sheetsync.daily import Report
from sheetsync.model import Agenda, Letter, State
from sheetsync.words.terms import plural
from sheetsync.workbooks.base import Written


def print_report(report: Report, seconds: float) -> None:
    """«План 2021: 24 пункта, 3 просрочено …; 2 письма (2 отправлено); сводка записана. 1,4 с»."""
    duration = f"{seconds:.1f}".replace(".", ",")
    shown = written_words(report.written) if report.written else "сводка не записана"
    click.echo(f"{_plan_words(report.agenda)}; {_letters_words(report)}; {shown}. {duration} с")


def print_rehearsal(agenda: Agenda, letters: Sequence[Letter], *, as_json: bool) -> None:
    """What a run would do."""
    if as_json:
        data = agenda_data(agenda, agenda.items)
        print_json({**data, "letters": [letter_data(letter) for letter in letters]})
        return
    click.echo(f"{_plan_words(agenda)}. Проба: ничего не отправлено и не записано.")
    for letter in letters:
        click.echo(f"  {letter.digest.address}: {letter.subject}")


def report_data(report: Report, seconds: float) -> dict[str, Any]:
    """The whole report as plain data."""
    written = report.written
    return {
        **agenda_data(report.agenda, report.agenda.items),
        "findings": len(report.agenda.plan.findings),
        "letters": [
            {**letter_data(d.letter), "sent": d.sent, "error": d.error or None}
            for d in report.deliveries
        ],
        "workbook": written and {"place": written.place, "changed": written.changed},
        "problems": [str(problem) for problem in report.problems],
        "seconds": round(seconds, 3),
    }


def written_words(written: Written) -> str:
    """What became of the tabs."""
    if written.beside:
        return f"сводка записана рядом, в «{written.place}»: {written.reason.rstrip('.')}"
    return "сводка записана" if written.changed else "сводка без изменений"


def _plan_words(agenda: Agenda) -> str:
    states = list(agenda.states().values())
    total, late, due = len(states), states.count(State.OVERDUE), states.count(State.DUE)
    measures = plural(total, "пункт", "пункта", "пунктов")
    return f"План {agenda.plan.year}: {total} {measures}, {late} просрочено, {due} скоро"


def _letters_words(report: Report) -> str:
    total = len(report.deliveries)
    if not total:
        return "писем нет"
    sent = sum(delivery.sent for delivery in report.deliveries)
    failed = sum(bool(delivery.error) for delivery in report.deliveries)
    parts = [f"{sent} отправлено"] if sent else []
    parts += [f"{failed} не отправлено"] if failed else []
    parts += [f"{total - sent - failed} отправлено раньше"] if total > sent + failed else []
    return f"{total} {plural(total, 'письмо', 'письма', 'писем')} ({', '.join(parts)})"
