"""The command `schedule`: the daily run in this computer's scheduler."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.offers import pointed
from sheetsync.cli.program import folder_option
from sheetsync.cli.terminal import tell
from sheetsync.errors import ConfigError
from sheetsync.languages import _

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
    help="Show the definition for systemd, cron, launchd, windows, kubernetes, "
    "github-actions or docker-compose.",
)
def schedule(folder: Path, act: str | None, kind: str | None) -> None:
    """Run every day at the time that [job] names.

    Without an option it shows what --install would define in this computer's own scheduler.
    """
    from sheetsync.config import load_config
    from sheetsync.ops.schedule import SCHEDULERS, usual
    from sheetsync.ops.schedule.files import FILES

    config = load_config(folder)
    task = _task(config)
    if kind and kind in FILES:
        click.echo(FILES[kind](task), nl=False)
        return
    chosen = SCHEDULERS[kind or usual()]()
    if act is None:
        click.echo(chosen.text(task), nl=False)
    else:
        _act_on(act, chosen, task)
    if act != "remove":
        _warn_of_password(config)


def _task(config: "Config") -> "Task":
    from sheetsync.ops.schedule.task import Task

    at = config.settings.job.at
    if at is None:
        raise ConfigError(
            'sheetsync.toml: [job] does not say when to run. Write, for example, at = "10:00".'
        )
    zone = config.settings.plan.timezone
    # A scheduler starts what it runs in a folder of its own.
    return Task(folder=config.folder.resolve(), at=at, zone=zone)


def _act_on(act: str, chosen: "Scheduler", task: "Task") -> None:
    title = _(chosen.title)
    when = _("every day at {at:%H:%M} ({zone})", at=task.at, zone=task.zone)
    if act == "install":
        place = chosen.install(task)
        words = _(
            "{title}: the run {when} is installed: {place}", title=title, when=when, place=place
        )
        hints = (_(chosen.hint) if chosen.hint else "", _("To check: sheetsync schedule --show"))
        click.echo(pointed("\n".join(filter(None, (words, *hints)))))
    elif act == "remove":
        removed = _("is removed") if chosen.remove(task) else _("was not installed")
        tell("{title}: the run {removed}.", title=title, removed=removed)
    else:
        click.echo(pointed(_state_words(chosen, task, when)))


def _state_words(chosen: "Scheduler", task: "Task", when: str) -> str:
    title, state = _(chosen.title), chosen.state(task)
    if state is None:
        return _(
            "{title}: no run is installed. To install one: sheetsync schedule --install",
            title=title,
        )
    return _(
        "{title}: the run {when}: {place}\n\n{words}",
        title=title,
        when=when,
        place=state.place,
        words=state.words,
    )


def _warn_of_password(config: "Config") -> None:
    """Warn if the password is in the environment only, which a scheduler does not pass on."""
    mail = config.settings.mail
    if mail.server and not mail.password_file:
        tell(
            "sheetsync: the mail password comes from the environment, and a scheduler "
            "has another one. Write it to a file and name that in [mail] password_file.",
            err=True,
        )
