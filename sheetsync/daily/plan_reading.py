"""Reads the plan of a job and compares it with its past: who is who, what changed."""

from collections.abc import Sequence

from sheetsync.config import Config
from sheetsync.daily.gathering import load_history
from sheetsync.daily.job import Job
from sheetsync.daily.moved import moves_of
from sheetsync.daily.plan_context import context_of, line_reader_of, party_test
from sheetsync.errors import ColumnMissing, NoPlanTable
from sheetsync.history.changes import changes, new_words
from sheetsync.history.doubts import in_doubt, open_doubts
from sheetsync.history.history import History
from sheetsync.history.identity import IdentityDoubt, identify
from sheetsync.model import Agenda, Change, Grid, KnownRow, Meaning, Move, Snapshot, State
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Message
from sheetsync.plan.agenda import PlanPast, agenda_of_rows, agenda_of_snapshot
from sheetsync.plan.findings import doubt_message
from sheetsync.plan.gone_tabs import gone_tabs, read_instead, tab_gone
from sheetsync.plan.guard import losses, tabs_lost
from sheetsync.plan.other_year import other_year
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.plan.tabs import read_tabs


@frozen
class Reading:
    """The plan as it stands, beside its past; `reasons` speak against believing it."""

    table: PlanTable
    agenda: Agenda
    history: History
    rows: tuple[KnownRow, ...]
    changes: tuple[Change, ...]
    reasons: tuple[Message, ...]
    doubts: tuple[IdentityDoubt, ...]
    moves: tuple[Move, ...]

    @property
    def in_doubt(self) -> frozenset[int]:
        """The measures of which nobody knows yet whether they are gone, new or one another."""
        return in_doubt(self.history, self.rows, self.doubts)

    @property
    def new_words(self) -> frozenset[int]:
        """The measures with a word that is not remembered yet."""
        measures = self.agenda.plan.measures
        blank = Meaning.BLANK
        marked = {measure.row for measure in measures if measure.progress.meaning is not blank}
        return new_words(self.changes, self.rows, self.history.last_rows, marked=marked)

    @property
    def last(self) -> Snapshot | None:
        """The newest snapshot."""
        return self.history.last


def read(job: Job) -> Reading:
    """Read the plan tab once and understand it as of the job's day; nothing is stored yet.

    Raises WorkbookError or PlanError where there is no plan to read.
    """
    return reading_of(job, plan_table(job), load_history(job))


def plan_table(job: Job) -> PlanTable:
    """The rows of the plan's tab, or of its tabs. Raises WorkbookError or PlanError."""
    settings = job.config.settings.plan
    grids: Sequence[Grid] = (
        (job.workbook.read(settings.one_tab),)
        if settings.tabs is None
        else job.workbook.read_all(settings.tabs)
    )
    try:
        return table_of(grids, job.config)
    except (NoPlanTable, ColumnMissing) as error:
        # What stands on a tab that took the plan's place need not be mended.
        with job.store.reading() as records:
            gone = gone_tabs(records.last(job.name), grids)
        raise tab_gone(gone, grids) if gone else error from None


def table_of(grids: Sequence[Grid], config: Config) -> PlanTable:
    """The rows of the tabs that the settings name. Raises PlanError where they are no plan."""
    settings = config.settings.plan
    if settings.tabs is None:
        return read_table(grids[0], config.column_rules)
    return read_tabs(
        grids,
        config.column_rules,
        period=settings.period,
        is_party=party_test(config),
        all_of_them=not settings.tabs,
    )


def reading_of(job: Job, table: PlanTable, history: History) -> Reading:
    """The plan of that table, compared with the newest snapshot."""
    context, last = context_of(job.config), history.last
    # A row's number holds its tab's place: without this, tabs in another order look rewritten.
    history = history.in_tabs([one.tab for one in (table, *table.tabs)])
    before = history.last
    identified = identify(
        history.last_rows, table.lines, next_identity=history.next_identity, links=history.links
    )
    doubts = tuple(open_doubts(history, identified.rows))
    past = PlanPast(last=before, since=history.since, doubts=doubts)
    agenda, held = agenda_of_rows(table, identified.rows, past, context, today=job.today)
    then = agenda_of_snapshot(before, context, today=job.today) if before else None
    lost = losses(agenda.plan, held, before, then.plan) if before and then else ()
    return Reading(
        table=table,
        agenda=agenda,
        history=history,
        rows=held.rows,
        changes=_changes(job, before, then, held.rows),
        reasons=(
            *_other_year(job, table, before),
            *(_other_tab_read(table, last) if lost else ()),
            *lost,
            *(tabs_lost(last, held.rows) if last else ()),
        ),
        doubts=identified.doubts,
        moves=moves_of(job, agenda, held.rows, history),
    )


def _other_tab_read(table: PlanTable, last: Snapshot | None) -> tuple[Message, ...]:
    """The remark that another tab was read, so that the plan seems to have lost much, or ()."""
    gone = () if table.tabs else gone_tabs(last, [table.grid])
    return (read_instead(gone, table.tab),) if gone else ()


def _changes(
    job: Job, before: Snapshot | None, then: Agenda | None, rows: tuple[KnownRow, ...]
) -> tuple[Change, ...]:
    if before is None or then is None:
        return ()
    late_rows = {i.measure.row for i in then.items if i.state is State.OVERDUE}
    late = frozenset(row.identity for row in before.rows if row.line.row in late_rows)
    progress = line_reader_of(job.config, today=job.today).progress
    return changes(before.rows, rows, progress=progress, late=late)


def _other_year(job: Job, table: PlanTable, before: Snapshot | None) -> tuple[Message, ...]:
    """Why a plan is not believed that is called another year's and was never read as this one's.

    A tab that the settings name was chosen by a person.
    """
    settings = job.config.settings.plan
    doubt = other_year(table, settings.period)
    known = before is not None and before.year == settings.year
    if doubt is None or settings.tab or known:
        return ()
    return (doubt_message(doubt),)
