"""The command `simulate`."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.letters import letter_data
from sheetsync.cli.program import DAY, folder_option, json_option, open_job, print_json, warn
from sheetsync.cli.terminal import table_lines, tell, under_way
from sheetsync.errors import UsageError
from sheetsync.languages import _, first_quoted
from sheetsync.model import CellValue, Digest

if TYPE_CHECKING:
    from sheetsync.daily.job import Job
    from sheetsync.daily.simulation import Marks

_BAR = 40  # columns that the longest bar takes


@click.command()
@folder_option
@click.option("--from", "first", type=DAY, help="By default the plan's first day.")
@click.option("--to", "last", type=DAY, help="By default a month after its end.")
@click.option(
    "--marks",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What staff will write: a table of date, number and status text.",
)
@json_option
def simulate(
    folder: Path, first: date | None, last: date | None, marks: Path | None, as_json: bool
) -> None:
    """Show in advance how many letters go to whom.

    Nothing is sent or stored; --json shows each letter. With --marks the status column begins
    empty and is filled by FILE.
    """
    from sheetsync.daily.readiness import ended_words

    with open_job(folder, first) as job:
        ended = ended_words(job) if first else ""
        written = read_marks(marks) if marks else None
        digests = digests_of(job, first, last, marks=written)
        silent = job.config.roster.without_address
    if as_json:
        print_json([letter_data(digest, job) for digest in digests])
    elif ended:
        warn(ended)
    else:
        _print_letters(digests)
        if silent:
            names = first_quoted(silent, 5)
            tell("Not counted, for there is no mailbox yet: {names}.", names=names, wrap=True)


def digests_of(
    job: "Job", first: date | None, last: date | None, *, marks: "Marks | None" = None
) -> list[Digest]:
    """All letters of those days, by default of the plan's period; none after it is over."""
    from sheetsync.daily import plan_table
    from sheetsync.daily.readiness import is_over
    from sheetsync.daily.simulation import SimulatedDays
    from sheetsync.daily.simulation import simulate as simulated

    period = job.config.settings.plan.period
    span = SimulatedDays(first=first or period.starts, last=last or period.closed)
    if span.last < span.first:
        raise click.BadParameter(_("the last day is before the first one"), param_hint="--to")
    # The job's day is the first one only where that is named: else it is any day of any year.
    if first and is_over(job):
        return []
    if span.first <= period.closed:
        span = SimulatedDays(first=span.first, last=min(span.last, period.closed))
    digests = []
    days = (span.last - span.first).days + 1
    with under_way(_("Going through the days"), steps=days) as at:
        for digest in simulated(job.config, plan_table(job), span, marks=marks):
            digests.append(digest)
            at((digest.today - span.first).days)
    return digests


def read_marks(path: Path) -> "Marks":
    """By day, by number, the text that stands in the status column from that day on.

    The first row may name the columns. Raises UsageError for a row that has no date or number,
    WorkbookError where the file cannot be read.
    """
    from sheetsync.workbooks.tables import read_table_file

    marks: defaultdict[date, dict[str, str]] = defaultdict(dict)
    for index, row in enumerate(read_table_file(path).rows, start=1):
        # A line of a text file ends with its last cell: a mark that is taken back has none.
        day, number, status = (*row, None, None, None)[:3]
        when = _day_in(day)
        if not any(row) or (when is None and index == 1):
            continue
        if when is None or number is None:
            raise UsageError(
                "{path}, row {index}: a date, the number of a measure and a mark are "
                "needed, such as “2021-02-08”, “13”, “Plan approved”.",
                path=path,
                index=index,
            )
        marks[when][str(number).strip().rstrip(".")] = "" if status is None else str(status)
    return marks


def _day_in(value: CellValue) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(str(value).strip(), form).date()  # noqa: DTZ007 - a civil day
        except ValueError:
            continue
    return None


def _print_letters(digests: Sequence[Digest]) -> None:
    """A line an address with its letters month by month, then how busy each month is."""
    if not digests:
        tell("No letters.")
        return
    count = Counter((digest.address, month_of(digest.today)) for digest in digests)
    print_months(count)
    click.echo()
    months = sorted({month for _address, month in count})
    load = Counter(month_of(digest.today) for digest in digests)
    for month in months:
        # A month with a single letter still shows.
        bar = "█" * max(1, round(_BAR * load[month] / max(load.values())))
        click.echo(f"{month}  {bar} {load[month]}")
    tell(
        "\nLetters in all: {count}, addresses: {count2}.",
        count=len(digests),
        count2=len({address for address, _month in count}),
    )


def print_months(count: Counter[tuple[str, str]]) -> None:
    """A line a name with its letters month by month, the busiest first."""
    months = sorted({month for _name, month in count})
    total: Counter[str] = Counter()
    for (name, _month), letters in count.items():
        total[name] += letters
    busiest = sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = [
        (name, *(f"{count[name, month] or '·':>2}" for month in months), f"{letters:>3}")
        for name, letters in busiest
    ]
    # Without the year: a column would be three letters wider, and 80 hold twelve months.
    header = ("", *(month[-2:] for month in months), _("total"))
    click.echo("\n".join(table_lines(header, rows, whole=range(1, len(header)))))


def month_of(day: date) -> str:
    """The month of a day as "2026-01", which sorts as months do."""
    return f"{day:%Y-%m}"
