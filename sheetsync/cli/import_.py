"""The command `import`, and what it says: what was taken for what, what was not carried over."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.program import FILE
from sheetsync.cli.terminal import tell, under_way, wrapped
from sheetsync.languages import _, activate, first_quoted, ngettext, reader_language
from sheetsync.model import Unread
from sheetsync.model.language import capital, marked

if TYPE_CHECKING:
    from sheetsync.importing import Imported
    from sheetsync.plan.table import PlanTable

_LEFT_OUT = {
    Unread.STRUCK: marked("Struck-out words are left out"),
    Unread.HIDDEN: marked("Hidden text is left out"),
    Unread.BOXED: marked("Text boxes are left out"),
    Unread.FOOTNOTE: marked("Footnotes are left out"),
    Unread.BELOW: marked("What stands below the last table is left out"),
}
_ROWS = ("row-aside", "table-unread", "period-words")
_MANY = 12  # words that are quoted one by one


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
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
    from sheetsync.importing import import_plan

    here = Path()  # whose plan may be Russian, as for every command
    activate(reader_language(here, words=str(file)))
    with under_way(_("Reading the file")):
        imported = import_plan(file, output)
    activate(reader_language(here, words=" ".join(imported.table.header.texts.values())))
    _print_imported(imported, output)


def _print_imported(imported: "Imported", target: Path) -> None:
    """Print how much was imported, then a line for each thing worth knowing."""
    count = len(imported.table.lines)
    measures = ngettext("{n} measure", "{n} measures", count)
    tab = imported.tab
    tell("{target}: {measures}, tab “{tab}”.", target=target, measures=measures, tab=tab, wrap=True)
    for sentence in _sentences(imported):
        click.echo(wrapped(f"{capital(sentence)}."))


def _sentences(imported: "Imported") -> Iterator[str]:
    from sheetsync.cli.findings import recognised
    from sheetsync.plan.other_year import fitted, proposed_period, settings_words

    table = imported.table
    yield recognised(table.header.columns().headers)
    if imported.kept:
        yield _("Kept as they are: {quoted}", quoted=_quoted(imported.kept))
    yield from not_carried_over(table)
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


def not_carried_over(table: "PlanTable") -> Iterator[str]:
    """What a file says that its plan's workbook does not, or not as a measure; for people."""
    from sheetsync.words.asides import is_aside

    told = [
        one
        for one in table.grid.left_out
        if not (one.why is Unread.BELOW and is_aside(one.words))  # who signs
    ]
    for why, sentence in _LEFT_OUT.items():
        said = [one.words for one in told if one.why is why]
        if said:
            yield f"{_(sentence)}: {_quoted(said)}"
    if table.above:
        said = [words for _row, words in table.above]
        yield _("Of what stands above the table, left out: {quoted}", quoted=_quoted(said))
    if table.sentences:
        yield _(
            "Not like headings, and kept as rows by themselves: {quoted}. What of it is a measure, "
            "write into the columns",
            quoted=_quoted(words for _row, words in table.sentences),
        )
    yield from _row_sentences(table)


def _row_sentences(table: "PlanTable") -> Iterator[str]:
    from sheetsync.plan.cells import shown_texts

    told = {code: [one for one in table.remarks if one.doubt.code == code] for code in _ROWS}
    if told["row-aside"]:
        asides = [one.doubt.quote for one in told["row-aside"]]
        yield _("Not like measures, and left out: {quoted}", quoted=_quoted(asides))
    if told["table-unread"]:
        headers = [table.grid.rows[one.row - 1] for one in told["table-unread"]]
        said = (", ".join(shown_texts(row)) for row in headers)
        yield _(
            "Tables that lack a column of a plan, and are left out: {quoted}", quoted=_quoted(said)
        )
    if told["period-words"]:
        words = (f"{one.doubt.quote} ({one.doubt.hint})" for one in told["period-words"])
        yield _("Taken for marks of the whole period: {quoted}", quoted=_quoted(words))
    for _place, doubt in table.header.doubts:
        if doubt.code == "status-unfound":
            yield _("No column of marks was found; “{quote}” looks like one", quote=doubt.quote)


def _quoted(words: Iterable[str]) -> str:
    from sheetsync.words.clipping import clip

    return first_quoted([clip(one, 40) for one in words], _MANY)
