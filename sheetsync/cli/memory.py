"""The commands of what is remembered: `sync`, `history`, `rollover`, `forget`."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.program import folder_option, json_option, open_job, print_json, today_option
from sheetsync.errors import UsageError

if TYPE_CHECKING:
    from sheetsync.daily import Job
    from sheetsync.model import Remembered


@click.command()
@folder_option
@today_option
@json_option
@click.option("--accept", is_flag=True, help="Take the plan for truth however it changed.")
def sync(folder: Path, today: datetime | None, as_json: bool, accept: bool) -> None:
    """Remember the plan as it stands; show what changed."""
    from sheetsync import daily
    from sheetsync.cli.changes import changes_data
    from sheetsync.plan.change_words import changes_words
    from sheetsync.words.terms import day_words, plural

    with open_job(folder, today, writes=True) as job:
        reading = daily.sync(job, accept=accept)
    if as_json:
        print_json(changes_data(reading))
        return
    if reading.before is None:
        count = len(reading.rows)
        click.echo(f"Запомнен {count} {plural(count, 'пункт', 'пункта', 'пунктов')}.")
        return
    words = changes_words(reading.changes) or ("изменений нет",)
    click.echo(f"С прошлого раза, {day_words(reading.before.taken.date())}:")
    for line in words:
        click.echo(f"  {line}")


@click.command()
@click.argument("what", nargs=-1, metavar="[ROW | link A B]")
@folder_option
@click.option(
    "--as-of",
    "day",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Show the agenda of a past day.",
)
@click.option("--proof", is_flag=True, help="Show how ROW was read, and every letter on it.")
@json_option
def history(
    what: tuple[str, ...], folder: Path, day: datetime | None, proof: bool, as_json: bool
) -> None:
    """Tell what changed, or how a past day stood.

    Without ROW, of late; with a ROW of the sheet, one measure's life; `link A B` says that the
    measure that was given the number B is A, or new where both are the same.
    """
    with open_job(folder, None) as job:
        if what[:1] == ("link",):
            _link(job, what[1:])
        elif day:
            _agenda(job, day, as_json=as_json)
        elif len(what) == 1 and what[0].isdecimal():
            (_proof if proof else _life)(job, int(what[0]), as_json=as_json)
        elif not what and not proof:
            _lately(job)
        else:
            raise UsageError(
                "Укажите номер строки таблицы («sheetsync history 14»), день (--as-of 2021-05-04) "
                "или «link A B» с номерами из замечания."
            )


def _lately(job: "Job") -> None:
    from sheetsync.daily import lately
    from sheetsync.plan.change_words import changes_words
    from sheetsync.words.terms import day_words

    for day, changes in lately(job):
        click.echo(f"{day_words(day)}:")
        for line in changes_words(changes):
            click.echo(f"  {line}")


def _agenda(job: "Job", day: datetime, *, as_json: bool) -> None:
    from sheetsync.cli.agenda import agenda_data, print_agenda
    from sheetsync.daily import as_of

    agenda = as_of(job, day.date())
    if as_json:
        print_json(agenda_data(agenda, agenda.items))
    else:
        print_agenda(agenda, agenda.items)


def _life(job: "Job", row: int, *, as_json: bool) -> None:
    from sheetsync.plan.change_words import measure_life_words

    life = job.store.life(job.name, _known(job, row).identity)
    if as_json:
        print_json([{"seen": seen, **line._asdict()} for seen, line in life])
        return
    for line in measure_life_words(life):
        click.echo(line)


def _proof(job: "Job", row: int, *, as_json: bool) -> None:
    from sheetsync.cli.proof import print_proof, proof_data
    from sheetsync.daily.proof import proof

    found = proof(job, _known(job, row))
    if as_json:
        print_json(proof_data(found))
    else:
        print_proof(found)


def _known(job: "Job", row: int) -> "Remembered":
    """The measure that stood in that row at the last run."""
    last = job.store.last(job.name)
    known = [each for each in last.rows if each.line.row == row] if last else []
    if not known:
        raise UsageError(
            f"В строке {row} нет пункта, который был бы записан при последнем запуске."
        )
    return known[0]


def _link(job: "Job", pair: tuple[str, ...]) -> None:
    if len(pair) != 2 or not all(word.isdecimal() for word in pair):
        raise UsageError("Нужны два номера из замечания: sheetsync history link A B.")
    job.store.link(job.name, int(pair[0]), int(pair[1]))
    click.echo("Записано. Со следующего запуска это один и тот же пункт.")


@click.command()
@folder_option
@click.option("--year", type=int, required=True, help="The year of the next plan.")
@click.argument(
    "target", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]", required=False
)
def rollover(folder: Path, year: int, target: Path | None) -> None:
    """Make DIR for the next year's plan; this one's past stays."""
    from sheetsync.new_plan import roll_over

    here = folder.resolve()
    target = target or here.with_name(f"{here.name}-{year}")
    config = roll_over(folder, target, year=year)
    click.echo(
        f"Папка {target} готова: план {year} года, лист «{config.settings.plan.tab}» книги "
        f"{config.workbook}.\nКогда лист появится, запустите  sheetsync run -C {target}\n"
        f"Прошлое прежнего плана:  sheetsync history -C {folder}"
    )


@click.command()
@click.argument("address")
@folder_option
def forget(address: str, folder: Path) -> None:
    """Remove an ADDRESS from what is remembered."""
    with open_job(folder, None, writes=True) as job:
        forgotten = job.store.forget(address)
    click.echo(f"Адрес {address} удалён из памяти: текстов с ним было {forgotten.texts}.")
    click.echo(
        f"Без адреса остались: снимков плана {forgotten.snapshots}, пунктов "
        f"{forgotten.measures}. Отправленные письма, departments.toml и таблица не изменены."
    )
    for copy in forgotten.copies:
        click.echo(f"Адрес может стоять в старой копии, удалите её сами: {copy}")
