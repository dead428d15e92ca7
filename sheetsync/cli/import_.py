"""The command `import`, and what it says: what was taken for what, what was not carried over."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.program import FILE
from sheetsync.cli.terminal import under_way, wrapped
from sheetsync.languages import _, activate, ngettext, quoted, reader_language
from sheetsync.model import LeftOut, Unread
from sheetsync.model.language import capital, marked

if TYPE_CHECKING:
    from sheetsync.new_plan import Imported
    from sheetsync.plan.table import PlanTable

_LEFT_OUT = {
    Unread.STRUCK: marked("Struck-out words are left out"),
    Unread.HIDDEN: marked("Hidden text is left out"),
}
_MANY = 12  # words that are quoted one by one


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=FILE,
    default="plan.xlsx",
    show_default=True,
    help="The workbook to make; an existing file is not touched.",
)
def import_file(file: Path, output: Path) -> None:
    """Make a workbook from a plan in a file.

    FILE is .txt, .tsv, .csv, .docx or .xlsx.
    """
    from sheetsync.new_plan import import_plan

    here = Path()  # whose plan may be Russian, as for every command
    activate(reader_language(here, words=str(file)))
    with under_way(_("Reading the file")):
        imported = import_plan(file, output)
    activate(reader_language(here, words=" ".join(imported.table.header.texts.values())))
    _print(imported, output)


def _print(imported: "Imported", target: Path) -> None:
    """One line that says how much, then one for each thing worth knowing."""
    count = len(imported.table.lines)
    measures = ngettext("{n} measure", "{n} measures", count)
    tab = imported.tab
    told = _("{target}: {measures}, tab “{tab}”.", target=target, measures=measures, tab=tab)
    click.echo(wrapped(told))
    for sentence in _sentences(imported):
        click.echo(wrapped(f"{capital(sentence)}."))


def _sentences(imported: "Imported") -> Iterator[str]:
    from sheetsync.cli.findings import recognised
    from sheetsync.plan.other_year import fitted, proposed_period, settings_words

    table = imported.table
    yield recognised(table.header.columns().headers)
    if imported.kept:
        yield _("Kept as they are: {quoted}", quoted=_quoted(imported.kept))
    yield from _left_out(table.grid.left_out)
    yield from _rows(table)
    yield from table.grid.remarks
    if table.grid.others:
        yield _(
            "Of the file's other tabs nothing was taken: {quoted}. A plan on several tabs need not "
            'be imported: begin with init and --tab "*"',
            quoted=_quoted(table.grid.others),
        )
    period = proposed_period(table)
    if period:
        yield _(
            "The title names the plan's period, write into [plan]: {settings}",
            settings=settings_words(fitted(period, table)),
        )


def _left_out(words: Iterable[LeftOut]) -> Iterator[str]:
    for why, sentence in _LEFT_OUT.items():
        said = [one.words for one in words if one.why is why]
        if said:
            yield f"{_(sentence)}: {_quoted(said)}"


def _rows(table: "PlanTable") -> Iterator[str]:
    asides = [one.doubt.quote for one in table.remarks if one.doubt.code == "row-aside"]
    if asides:
        yield _("Not like measures, and left out: {quoted}", quoted=_quoted(asides))
    for _place, doubt in table.header.doubts:
        if doubt.code == "status-unfound":
            yield _("No column of marks was found; “{quote}” looks like one", quote=doubt.quote)


def _quoted(words: Iterable[str]) -> str:
    from sheetsync.words.terms import clip

    said = [quoted(clip(one, 40)) for one in words]
    more = _(" and {count} more", count=len(said) - _MANY) if len(said) > _MANY else ""
    return ", ".join(said[:_MANY]) + more
