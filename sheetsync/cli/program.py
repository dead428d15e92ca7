"""What all commands share: exit codes, the common options, JSON."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sheetsync.errors import SheetsyncError

if TYPE_CHECKING:
    from sheetsync.config import Config
    from sheetsync.workbooks.base import Workbook

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Program(click.Group):
    """Lists commands in the order of use and turns our errors into sentences and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands as they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of ours ends it with its own exit code."""
        with _sentences(ctx):
            return super().invoke(ctx)


@contextmanager
def _sentences(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except SheetsyncError as error:
        click.echo(f"sheetsync: {error}", err=True)
        ctx.exit(error.exit_code)


def folder_option(command: _Command) -> _Command:
    """-C DIR, the folder that holds sheetsync.toml."""
    return click.option(
        "-C",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        default=".",
        metavar="DIR",
        help="Folder with sheetsync.toml; the current one by default.",
    )(command)


def today_option(command: _Command) -> _Command:
    """--today, the day to take for the present one."""
    return click.option(
        "--today",
        type=click.DateTime(formats=["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="Take this day for today.",
    )(command)


def json_option(command: _Command) -> _Command:
    """--json, data for other programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def open_plan(folder: Path, today: datetime | None) -> tuple["Config", "Workbook", datetime]:
    """The folder's configuration and workbook, and the time of this run in the plan's zone."""
    from zoneinfo import ZoneInfo

    from sheetsync.config import load_config
    from sheetsync.workbooks.xlsx import XlsxWorkbook

    config = load_config(folder)
    now = datetime.now(ZoneInfo(config.settings.plan.timezone))
    if today:
        now = datetime.combine(today.date(), now.timetz())
    return config, XlsxWorkbook(config.workbook, today=now.date()), now


def print_json(data: Any) -> None:
    """Data on stdout; days are ISO 8601."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=_iso))


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no JSON")
