"""The command `history`: what changed, one measure's life, a past day."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.agenda import agenda_data, line_data, print_agenda
from sheetsync.cli.letters import answer_words, state_words
from sheetsync.cli.program import DAY, FILE, folder_option, json_option, open_job, print_json
from sheetsync.cli.terminal import tell, wrapped
from sheetsync.errors import UsageError
from sheetsync.languages import _, active, moment_in_table, ngettext, quoted
from sheetsync.model import TAB_ROWS, sheet_row

if TYPE_CHECKING:
    from sheetsync.daily import Job
    from sheetsync.daily.linking import Settled
    from sheetsync.daily.proof import Proof
    from sheetsync.model import KnownRow


@click.command()
@click.argument("what", nargs=-1, metavar="[NUMBER | link A B]")
@folder_option
@click.option(
    "--row", type=int, metavar="ROW", help="The measure by its row in the sheet, not by its NUMBER."
)
@click.option("--tab", default="", metavar="TITLE", help="Its tab, where the plan has several.")
@click.option("--as-of", "day", type=DAY, help="Show the agenda of a past day.")
@click.option("--proof", is_flag=True, help="Show how it was read, and every letter on it.")
@click.option(
    "--docx", "target", type=FILE, help="With --proof: a page for people, as a Word document."
)
@click.option(
    "--pdf",
    "printed",
    type=FILE,
    help="With --proof: the same as a PDF, where LibreOffice is installed.",
)
@json_option
def history(
    what: tuple[str, ...],
    *,
    folder: Path,
    row: int | None,
    tab: str,
    day: date | None,
    proof: bool,
    target: Path | None,
    printed: Path | None,
    as_json: bool,
) -> None:
    """Tell what changed, or how a past day stood.

    Without NUMBER, of late; with a NUMBER of the plan, one measure's life; `link A B` says that
    the measure to which a finding gave the number B is A, or new where both are the same, which
    also takes a link back. They are no numbers of the plan.
    """
    if (target or printed) and not proof:
        raise UsageError("--docx and --pdf go with --proof only.")
    with open_job(folder, None) as job:
        if what[:1] == ("link",):
            _settle_link(job, what[1:])
        elif day:
            _show_agenda(job, day, as_json=as_json)
        elif (len(what) == 1) is (row is None):
            known = _in_row(job, row, tab) if row else _numbered(job, what[0], tab)
            if documents := [each for each in (target, printed) if each]:
                _write_proof(job, known, documents)
            else:
                (_show_proof if proof else _show_life)(job, known, as_json=as_json)
        elif not what and not proof:
            _show_changes(job)
        else:
            raise UsageError(
                "Give the number of a measure (“sheetsync history 14”), a row of the "
                "sheet (--row 17), a day (--as-of 2021-05-04) or “link A B” with the "
                "numbers from the finding."
            )


def _show_changes(job: "Job") -> None:
    from sheetsync.daily import lately
    from sheetsync.history.change_words import changes_words

    found = list(lately(job))
    if not found:
        tell("Nothing in the plan has changed of late.")
    for day, changes in found:
        click.echo(f"{active().day(day)}:")
        for line in changes_words(changes, active()):
            click.echo(wrapped(f"  {line}"))


def _show_agenda(job: "Job", day: date, *, as_json: bool) -> None:
    from sheetsync.daily import as_of

    agenda = as_of(job, day)
    if as_json:
        print_json(agenda_data(agenda, agenda.items))
    else:
        print_agenda(agenda, agenda.items)


def _show_life(job: "Job", known: "KnownRow", *, as_json: bool) -> None:
    from sheetsync.daily.moved import times_moved
    from sheetsync.daily.past_days import life_of
    from sheetsync.history.change_words import measure_life_words

    life, began = life_of(job, known)
    if as_json:
        print_json([{"seen": seen, **line_data(line)} for seen, line in life])
        return
    for line in measure_life_words(life, active(), moves=times_moved(job, life), began=began):
        click.echo(wrapped(line))


def _show_proof(job: "Job", known: "KnownRow", *, as_json: bool) -> None:
    from sheetsync.daily.proof import proof

    found = proof(job, known)
    if as_json:
        print_json(_proof_data(found))
    else:
        _print_proof(found)


def _print_proof(found: "Proof") -> None:
    """What its row says and how it was read, then a paragraph a letter."""
    from sheetsync.daily.proof import written_cells
    from sheetsync.words.cleaning import tidy
    from sheetsync.words.clipping import clip
    from sheetsync.words.deadline_explained import explain_deadline

    line = found.line
    tell("no. {number}  {clip}", number=line.number, clip=clip(line.measure, 160), wrap=True)
    tell("Deadline “{text}”", text=found.deadline.text)
    click.echo(wrapped(f"    {explain_deadline(found.deadline, active())}"))
    for called, words in written_cells(line, but=("number", "measure", "deadline")):
        click.echo(wrapped(f"{_(called).capitalize()} {quoted(clip(tidy(words), 160))}"))
    count = len(found.letters)
    if not count:
        tell("There were no letters about this measure.")
        return
    click.echo(ngettext("{n} letter:", "{n} letters:", count))
    for letter, told in found.letters:
        # Once each: a letter may tell several dates of a measure, all in one stage.
        stages = ", ".join(dict.fromkeys(notification.stage for notification in told))
        when = moment_in_table(letter.changed)
        click.echo(wrapped(f"{when}  {letter.recipient}  {state_words(letter)}  ({stages})"))
        click.echo(f"    {letter.message_id}")
        click.echo(wrapped(f"    {answer_words(letter)}"))


def _proof_data(found: "Proof") -> dict[str, Any]:
    from sheetsync.words.deadline_explained import explain_deadline
    from sheetsync.words.rule_names import rule_said

    line, deadline = found.line, found.deadline
    return {
        **line_data(line),
        "deadline": {
            "text": deadline.text,
            "kind": str(deadline.kind),
            "due": deadline.due,
            "rule": rule_said(deadline.rule, active()),
            "explanation": explain_deadline(deadline, active()),
        },
        "letters": [
            {
                "date": letter.day,
                "kind": letter.kind,
                "address": letter.address,
                "to": letter.recipient,
                "state": str(letter.state),
                "scope": letter.scope,
                "message_id": letter.message_id,
                "reply": letter.reply,
                "changed": letter.changed,
                "stages": [notification.stage for notification in told],
            }
            for letter, told in found.letters
        ],
    }


def _write_proof(job: "Job", known: "KnownRow", documents: list[Path]) -> None:
    from sheetsync.daily.proof import write_proof

    for target in documents:
        write_proof(job, known, target)
        click.echo(target)


def _last_rows(job: "Job", tab: str) -> "tuple[KnownRow, ...]":
    from sheetsync.daily.past_days import last_rows

    rows = last_rows(job, tab)
    if not rows:
        raise UsageError("Nothing is recorded yet: run sheetsync run first.")
    return rows


def _in_row(job: "Job", row: int, tab: str) -> "KnownRow":
    """The measure that stood in that row of the sheet at the last run."""
    known = [each for each in _last_rows(job, tab) if sheet_row(each.line.row) == row]
    if not known:
        raise UsageError("Row {row} held no measure at the last run.", row=row)
    if len(known) > 1:
        raise UsageError(
            "Several tabs have a measure in row {row}. Give its tab: --tab TITLE.", row=row
        )
    return known[0]


def _numbered(job: "Job", number: str, tab: str) -> "KnownRow":
    """The measure with that number in the plan at the last run."""
    # The plan's table keeps numbers without the dot that people put behind them.
    wanted = number.strip().rstrip(".").casefold()
    known = [each for each in _last_rows(job, tab) if each.line.number.casefold() == wanted]
    if len(known) == 1:
        return known[0]
    if not known and not number.isdecimal():
        raise UsageError("There was no measure {number} at the last run.", number=number)
    if not known:
        raise UsageError(
            "There was no measure {number} at the last run. If this is a row of the "
            "sheet, use sheetsync history --row {number}.",
            number=number,
        )
    if len({each.line.row // TAB_ROWS for each in known}) > 1:
        raise UsageError(
            "The number {number} stands on several tabs. Give its own: --tab TITLE.", number=number
        )
    rows = ", ".join(str(sheet_row(each.line.row)) for each in known)
    raise UsageError(
        "The number {number} stands in several rows: {rows}. Give the row: sheetsync "
        "history --row {row}.",
        number=number,
        rows=rows,
        row=sheet_row(known[0].line.row),
    )


def _settle_link(job: "Job", pair: tuple[str, ...]) -> None:
    from sheetsync.daily.linking import link, not_asked

    numbers = [int(word) for word in pair if word.isdecimal()]
    if not len(pair) == len(numbers) == 2:
        raise not_asked()
    _tell_settled(link(job, *numbers), numbers[1])


def _tell_settled(settled: "Settled", b: int) -> None:
    """Print which measure the row is from now on, and how to take that back."""
    from sheetsync.words.clipping import clip

    row = clip(settled.row.measure, 60)
    if settled.former:
        tell(
            "Recorded. From the next run on it is the same measure: “{former}” is now “{row}”.",
            former=clip(settled.former.measure, 60),
            row=row,
            wrap=True,
        )
        command = f"sheetsync history link {b} {b}"
        tell("To take it back: {command}", command=command, wrap=True)
    elif settled.undone:
        tell("Taken back. From the next run on “{row}” is a new measure.", row=row, wrap=True)
    elif settled.asked:
        tell("Recorded. From the next run on it is a new measure: “{row}”.", row=row, wrap=True)
    else:
        tell("“{row}” is not in doubt: there is nothing to settle.", row=row, wrap=True)
