"""The command `schedule`: the daily run in this computer's scheduler."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.program import folder_option
from sheetsync.errors import ConfigError

if TYPE_CHECKING:
    from sheetsync.config import Config
    from sheetsync.ops.schedule.task import Scheduler, Task

# Named here, too, lest `--help` import the schedulers; a test holds both lists together.
_KINDS = (
    *("systemd", "cron", "launchd", "windows"),
    *("github-actions", "kubernetes", "docker-compose"),
)


@click.command()
@folder_option
@click.option("--install", "act", flag_value="install", help="Run every day from now on.")
@click.option("--remove", "act", flag_value="remove", help="Run no more by itself.")
@click.option("--show", "act", flag_value="show", help="Say whether and when it runs.")
@click.option(
    "--print",
    "kind",
    type=click.Choice(_KINDS),
    metavar="KIND",
    help=f"Show the definition for {', '.join(_KINDS[:-1])} or {_KINDS[-1]}.",
)
def schedule(folder: Path, act: str | None, kind: str | None) -> None:
    """Run every day at the time that [job] names.

    Without an option it shows what --install would define in this computer's own scheduler.
    """
    from sheetsync.config import load_config
    from sheetsync.ops.schedule.choice import scheduler, usual
    from sheetsync.ops.schedule.files import FILES

    config = load_config(folder)
    task = _task(config)
    if kind and kind in FILES:
        click.echo(FILES[kind](task), nl=False)
        return
    chosen = scheduler(kind or usual())
    if act is None:
        click.echo(chosen.text(task), nl=False)
    else:
        _do(act, chosen, task)
    if act != "remove":
        _warn_of_password(config)


def _task(config: "Config") -> "Task":
    from sheetsync.ops.schedule.task import Task

    at = config.settings.job.at
    if at is None:
        raise ConfigError(
            "sheetsync.toml: в разделе [job] не названо время запуска. "
            'Впишите, например, at = "10:00".'
        )
    zone = config.settings.plan.timezone
    return Task(folder=config.folder.resolve(), at=at, zone=zone)


def _do(act: str, chosen: "Scheduler", task: "Task") -> None:
    when = f"каждый день в {task.at:%H:%M} ({task.zone})"
    if act == "install":
        place = chosen.install(task)
        click.echo(f"{chosen.title}: запуск {when} записан: {place}")
        if chosen.hint:
            click.echo(chosen.hint)
        click.echo("Проверить: sheetsync schedule --show")
    elif act == "remove":
        removed = chosen.remove(task)
        click.echo(f"{chosen.title}: запуск {'убран' if removed else 'и не был записан'}.")
    else:
        state = chosen.state(task)
        if state is None:
            click.echo(f"{chosen.title}: запуск не записан. Записать: sheetsync schedule --install")
            return
        click.echo(f"{chosen.title}: запуск {when}: {state.place}\n\n{state.words}")


def _warn_of_password(config: "Config") -> None:
    """A scheduler does not know what stands in the environment of a terminal."""
    mail = config.settings.mail
    if mail.server and not mail.password_file:
        click.echo(
            "sheetsync: пароль почты берётся из окружения, а у планировщика оно своё. Запишите "
            "пароль в файл и назовите его в [mail] password_file.",
            err=True,
        )
