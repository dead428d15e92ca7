"""What all commands share: exit codes, the common options, JSON."""

import inspect
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from datetime import date
from functools import partial
from importlib import import_module
from itertools import pairwise
from operator import methodcaller
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from sheetsync.cli.offers import named, pointed
from sheetsync.cli.output import watched
from sheetsync.cli.terminal import wrapped
from sheetsync.errors import SheetsyncError, worst_code
from sheetsync.languages import _, reader_language, speaking
from sheetsync.resources import data_path

if TYPE_CHECKING:
    from sheetsync.daily import Job


class _Day(click.DateTime):
    """Says what a day looks like by an example; click would show the pattern, %Y-%m-%d."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The date of "2026-05-12" or "2026-5-12"; click's own way would import `strptime`."""
        try:
            year, month, day = str(value).split("-")
            if not (str(value).isascii() and len(year) == len("2026") and len(month + day) <= 4):
                raise ValueError
            return date(int(year), int(month), int(day))
        except ValueError:
            self.fail(
                _("“{value}” is not a day; write it like 2026-05-12.", value=value), param, ctx
            )

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return _("YYYY-MM-DD")


class _Place(click.Path):
    """A path, which help calls FILE or DIR, not PATH."""

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return _("FILE") if self.file_okay else _("DIR")


# Types of options and arguments.
DAY = _Day(formats=["%Y-%m-%d"])
FILE = _Place(path_type=Path, dir_okay=False)
FOLDER = _Place(path_type=Path, file_okay=False)
YEAR = click.IntRange(1990, 2100)  # as `[plan] year` has it

_ISO = methodcaller("isoformat")  # of a day or a moment
_SENTENCE = 500  # characters: no command's sentence is that long

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Any_Command = TypeVar("_Any_Command", bound=click.Command)


class Program(click.Group):
    """Lists commands in the order of use and turns our errors into sentences and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands as they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of ours ends it with its own exit code."""
        with _sentences(ctx):
            return super().invoke(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name in the reader's language, None where there is none."""
        command = super().get_command(ctx, cmd_name)
        return command and _translated(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, each with its whole sentence; click would cut it to a line."""
        with formatter.section(_("Commands")):
            formatter.write_dl(self._described(ctx))

    def _described(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        for name in self.list_commands(ctx):
            if command := self.get_command(ctx, name):
                yield name, command.get_short_help_str(limit=_SENTENCE)


def _translated(command: _Any_Command) -> _Any_Command:
    """A copy whose help is in the reader's language."""
    # A copy, for the commands are made once and a process may speak to readers of two languages.
    command = copy(command)
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    sentences = [" ".join(paragraph.split()) for paragraph in paragraphs]
    command.help = "\n\n".join(map(_, sentences))
    command.options_metavar = command.options_metavar and _("[OPTIONS]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("COMMAND [ARGS]...")
    command.params = [copy(param) for param in command.params]
    for param in command.params:
        param.metavar = param.metavar and _(param.metavar)
        if isinstance(param, click.Option) and param.help:
            param.help = _(param.help)
    return command


class LazyProgram(Program):
    """A program that imports a command when it is called for, and none to list them.

    `lazy` says by name where each stands, "module:function" within `sheetsync.cli`, and in a line
    what it does.
    """

    def __init__(
        self, *arguments: Any, lazy: Mapping[str, tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of use."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None where there is none."""
        if cmd_name not in self._lazy:
            return None
        module, _, function = self._lazy[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(f"sheetsync.cli.{module}"), function)
        return _translated(command)

    def main(self, args: Sequence[str] | None = None, *others: Any, **options: Any) -> Any:
        """Run it in the reader's language, which also words mistakes on the command line."""
        words = sys.argv[1:] if args is None else list(args)
        with speaking(reader_language(_folder_in(words))):
            return super().main(args, *others, **options)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """As every command, in the reader's language; in colour unless NO_COLOR is set."""
        extra.setdefault("color", False if os.environ.get("NO_COLOR") else None)  # no-color.org
        return click.Group.make_context(_translated(self), info_name, args, parent, **extra)

    def _described(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        return ((name, _(line)) for name, (_where, line) in self._lazy.items())


def _folder_in(args: Sequence[str]) -> Path:
    """The folder that -C names, else the current one; of `demo` the one its plan is taken from."""
    # Its help is about no plan yet.
    if args[:1] == ["demo"] and not {"-h", "--help"} & set(args):
        return data_path("config")
    # click takes -CDIR as well as -C DIR; a -C at the very end is click's to refuse.
    for word, following in pairwise([*args, "."]):
        if word.startswith("-C"):
            return Path(word[2:] or following)
    return Path()


@contextmanager
def _sentences(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except SheetsyncError as error:
        warn(error)
        ctx.exit(error.exit_code)


def folder_option(command: _Command) -> _Command:
    """-C DIR, the folder that holds sheetsync.toml."""
    return _in_folder(help="Folder with sheetsync.toml; the current one by default.")(command)


def fleet_option(command: _Command) -> _Command:
    """-C DIR, the folder that holds fleet.toml."""
    return _in_folder(help="Folder with fleet.toml or plans/; the current one by default.")(command)


def _named_folder(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    """Remember the folder for the commands that messages offer, if -C named it."""
    if ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE:
        named(value, ctx)
    return value


_in_folder = partial(click.option, "-C", "folder", type=FOLDER, default=".", callback=_named_folder)


def today_option(command: _Command) -> _Command:
    """--today, the day to take for the present one."""
    return click.option(
        "--today", type=DAY, callback=_near_a_plan, help="Take this day for today."
    )(command)


def _near_a_plan(ctx: click.Context, param: click.Parameter, value: date | None) -> date | None:
    """Refuse a year that no plan can have: it would overflow the calendar."""
    # Those of `YEAR`, and one more: a plan is run for a month after its end.
    if value and not 1990 <= value.year <= 2101:
        raise click.BadParameter(_("the year must be from 1990 to 2101"), ctx, param)
    return value


def json_option(command: _Command) -> _Command:
    """--json, data for other programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def plan_options(command: _Command) -> _Command:
    """-C, --today and --json, which most commands take."""
    return folder_option(today_option(json_option(command)))


def fleet_options(command: _Command) -> _Command:
    """-C, --today and --json, as `plan_options` of a fleet."""
    return fleet_option(today_option(json_option(command)))


def open_job(
    folder: Path, today: date | None, *, writes: bool = False
) -> AbstractContextManager["Job"]:
    """The plan of a folder now, or at this hour of `today`; locked if it `writes`.

    A failure of Google's is reported within 20 s.
    """
    # Here: it brings the whole daily side along, which -h and a mistyped option do without.
    from sheetsync.daily.job import opened_job

    return opened_job(folder, today, writes=writes)


def warn(words: object, *, about: Path | None = None) -> None:
    """Print a sentence to stderr; the commands that it offers get the folder `about`.

    Without one they get the folder that the reader has named.
    """
    said = pointed(f"sheetsync: {words}", about)
    if watched(err=True):
        said = "\n".join(wrapped(line) for line in said.splitlines())
    click.echo(said, err=True)


def warn_of(problems: Iterable[SheetsyncError]) -> None:
    """Print each problem to stderr, in a line of its own."""
    for problem in problems:
        warn(problem)


def fail_for(problems: Sequence[SheetsyncError]) -> None:
    """Print the problems that did not stop the work and exit with the code of the worst, if any."""
    warn_of(problems)
    if problems:
        sys.exit(worst_code(problem.exit_code for problem in problems))


def print_json(data: Any, *, indent: int | None = 2) -> None:
    """Data on stdout, in one line without an indent; days are ISO 8601."""
    # In letters: escaped, each Cyrillic one would be six signs that nobody can read.
    click.echo(json.dumps(data, ensure_ascii=False, indent=indent, default=_ISO))
