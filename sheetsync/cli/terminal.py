"""What a terminal shows: paragraphs and tables that fit it, and a sign that work is under way.

Rich measures wide characters and draws; it is imported where a table is printed or work lasts.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

import click

from sheetsync.cli.offers import glued, pointed, unglued
from sheetsync.cli.output import watched
from sheetsync.languages import _

if TYPE_CHECKING:
    from rich.progress import Progress

WIDTH = 80
_MOST = 500  # characters of a cell that are looked at: it may hold 32,767


def tell(sentence: str, /, *, err: bool = False, wrap: bool = False, **fields: object) -> None:
    """Print a sentence in the reader's language with its fields filled in, wrapped if `wrap`.

    The commands that it offers get the folder that the reader has named.
    """
    told = _(sentence, **fields)
    click.echo(wrapped(told) if wrap else pointed(told), err=err)


def wrapped(text: str, *, indent: str = "    ") -> str:
    """The text in lines of at most 80 columns, all but the first indented."""
    return "\n".join(_wrapped_lines(text, WIDTH, indent=indent))


def _wrapped_lines(text: str, columns: int, *, indent: str = "") -> list[str]:
    from textwrap import wrap  # a run that is well says nothing

    # Commands, paths and addresses are copied: a break within one would tear it.
    lines = wrap(
        glued(pointed(text)),
        columns,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return [unglued(line) for line in lines]


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((WIDTH, 24)).columns


def cut(text: str, columns: int) -> str:
    """The text in one line of at most so many columns, ended by "…" where it is cut."""
    from rich.text import Text

    line = Text(" ".join(text[:_MOST].split()))
    line.truncate(columns, overflow="ellipsis")
    return line.plain


def table_lines(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, whole: Sequence[int] = ()
) -> list[str]:
    """The header and each row as a line that fits the terminal.

    The columns `whole` keep their width; of the others, the widest gives way first.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # The lines go to click, which alone decides about colour.
    console = Console(width=width(), color_system=None, legacy_windows=False)
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for number in range(len(header)):
        table.add_column(no_wrap=number in whole)
    for row in (header, *rows):
        # As `Text`, for in a plain string rich reads square brackets as its markup.
        cells = (" ".join(cell[:_MOST].split()) for cell in row)
        table.add_row(*(Text(cell, no_wrap=True, overflow="ellipsis") for cell in cells))
    with console.capture() as captured:
        console.print(table)
    return [line.rstrip() for line in captured.get().splitlines()]


@contextmanager
def under_way(words: str, *, steps: int | None = None) -> Iterator[Callable[[int], None]]:
    """Show progress on stderr, if that is a terminal, once the block has run for a second.

    Yields a function that takes how many of the `steps` are done.
    """
    if not watched(err=True):
        yield lambda _done: None
        return
    sign = _Sign(words, steps)
    timer = Timer(1, sign.show)
    timer.daemon = True  # an exit waits for nothing
    timer.start()
    try:
        yield sign.at
    finally:
        timer.cancel()
        # Or the sign may begin after `hide` and stay.
        timer.join()
        sign.hide()


class _Sign:
    """A line on stderr that disappears when the work is done."""

    def __init__(self, words: str, steps: int | None) -> None:
        self._words, self._steps, self._done = words, steps, 0
        self._progress: Progress | None = None

    def show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        bar = [BarColumn()] if self._steps else []
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            *bar,
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,  # ours may be a stream that outlives a full disk
            redirect_stderr=False,
        )
        self._progress.start()
        self._progress.add_task(self._words, total=self._steps, completed=self._done)

    def at(self, done: int) -> None:
        self._done = done
        if self._progress and self._progress.tasks:
            self._progress.update(self._progress.tasks[0].id, completed=self._done)

    def hide(self) -> None:
        if self._progress:
            self._progress.stop()


def padded(text: str, columns: int) -> str:
    """The text padded with spaces to that many columns."""
    from rich.cells import cell_len

    return text + " " * (columns - cell_len(text))


def beside(margin: str, words: str) -> str:
    """The margin, which may be coloured, and the words beside it in lines that fit 80 columns."""
    from rich.cells import cell_len

    left = cell_len(click.unstyle(margin))
    lines = _wrapped_lines(words, WIDTH - left)
    return margin + f"\n{' ' * left}".join(lines or [""])
