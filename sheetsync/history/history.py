"""All that is remembered of a plan, as one value that a day is decided from."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from itertools import chain, count

from sheetsync.model import (
    TAB_ROWS,
    Change,
    KnownRow,
    Life,
    Line,
    PastLetter,
    Snapshot,
    SnapshotHead,
    StoredLetter,
    aliases,
    sheet_row,
)
from sheetsync.model.frozen import frozen


@frozen
class History:
    """A plan's past as of one moment, as a run finds it that begins on that day.

    `taken` lists all snapshots, oldest first; `snapshots` holds by serial those that the day needs
    (see `serials_needed`), with what people said of their rows since. `lives` holds the measures
    whose rows were worded in several ways, `redated` those whose deadlines were; `since` is the day
    on which a measure's present status was first seen, `word_days` that of its last word. `letters`
    are those of all scopes, in the order of their filing. `mended` says by address since when it
    takes letters again. `gone` has by identity the last words of rows that stand no more, and the
    day of the first snapshot without them. `token` is "" for a plan that is not known yet.
    """

    token: str = ""
    next_identity: int = 1
    taken: tuple[SnapshotHead, ...] = ()
    snapshots: Mapping[int, Snapshot] = field(default_factory=dict)
    links: tuple[tuple[int, int], ...] = ()
    doubts: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    since: Mapping[int, date] = field(default_factory=dict)
    lives: Mapping[int, Life] = field(default_factory=dict)
    redated: frozenset[int] = frozenset()
    letters: tuple[StoredLetter, ...] = ()
    word_days: Mapping[int, date] = field(default_factory=dict)
    mended: Mapping[str, date] = field(default_factory=dict)
    gone: Mapping[int, tuple[date, Line]] = field(default_factory=dict)

    @property
    def last_rows(self) -> tuple[KnownRow, ...]:
        """The rows of the newest snapshot, none where there is none."""
        return self.last.rows if self.last else ()

    @property
    def last(self) -> Snapshot | None:
        """The newest snapshot."""
        return self.snapshots[self.taken[-1].serial] if self.taken else None

    def letters_in(self, scope: str) -> tuple[StoredLetter, ...]:
        """The letters that count in that scope."""
        return tuple(letter for letter in self.letters if letter.scope == scope)

    def before(self, day: date) -> Snapshot | None:
        """The newest snapshot of an earlier day."""
        return self.snapshots.get(_newest_by(self.taken, day - timedelta(days=1)))

    def as_of(self, day: date) -> Snapshot | None:
        """The newest snapshot taken on or before a day that was asked for."""
        return self.snapshots.get(_newest_by(self.taken, day))

    def days(self, *, told: bool | None = None, scope: str | None = None) -> tuple[date, ...]:
        """The days of snapshots, oldest first: of runs (`told`), of those of a scope, or of all."""
        wanted = (
            each.day
            for each in self.taken
            if told in (None, each.told) and scope in (None, each.scope)
        )
        return tuple(dict.fromkeys(wanted))

    def began(self, today: date) -> date:
        """The day of the first snapshot: what stands in the sheet then may be older."""
        return self.taken[0].day if self.taken else today

    def in_tabs(self, tabs: Sequence[str]) -> "History":
        """The same with the rows of all snapshots counted as the plan's `tabs` stand now."""
        # Most plans have one tab: their past is taken as it is.
        if len(tabs) < 2 and not any(one.tabs for one in self.snapshots.values()):
            return self
        found = {serial: _in_tabs(one, tabs) for serial, one in self.snapshots.items()}
        return replace(self, snapshots=found)

    def life(self, identity: int) -> Life:
        """Each content of a measure in turn, oldest first; of one that never changed, the last."""
        if identity in self.lives:
            return self.lives[identity]
        last = self.last
        # What never changed has no life stored: its one wording is in the newest snapshot.
        rows = self.last_rows
        return tuple((last.taken, row.line) for row in rows if last and row.identity == identity)

    def last_words(self, changed: Iterable[Change]) -> dict[int, Line]:
        """By identity the words with which rows stood last that are gone since a snapshot."""
        newest = {row.identity: row.line for row in self.last_rows}
        found: dict[int, Line] = {}
        for change in changed:
            if change.after is None and change.before:
                life = self.life(change.identity)
                words = life[-1][1] if life else change.before
                found[change.identity] = newest.get(change.identity, words)
        return found

    def aliases(self, row: KnownRow) -> frozenset[int]:
        """All identities whose past is the row's own: linked ones, and what it was split from."""
        if not self.links and row.parent is None:
            return frozenset({row.identity})
        own = aliases(row.identity, self.links)
        return own if row.parent is None else own | aliases(row.parent, self.links)


def _in_tabs(snapshot: Snapshot, tabs: Sequence[str]) -> Snapshot:
    """A tab is known by its title; what has another one now, by the order of those that are left.

    Rows of tabs that are gone come after all others.
    """
    there = {title.casefold(): place for place, title in enumerate(tabs)}
    before = [there.get(title.casefold()) for title in snapshot.tabs or (snapshot.tab,)]
    free = chain((place for place in range(len(tabs)) if place not in before), count(len(tabs)))
    places = [next(free) if place is None else place for place in before]
    several = tuple(tabs) if len(tabs) > 1 else ()
    if places == list(range(len(places))):
        return replace(snapshot, tabs=several)
    rows = (
        replace(row, line=line._replace(row=places[line.row // TAB_ROWS] * TAB_ROWS + own))
        for row in snapshot.rows
        for line, own in [(row.line, sheet_row(row.line.row))]
    )
    known = sorted(rows, key=lambda row: row.line.row)
    return replace(snapshot, rows=tuple(known), tabs=several)


def _newest_by(taken: Iterable[SnapshotHead], day: date) -> int:
    """The serial of the newest snapshot of that day or an earlier one, 0 where there is none."""
    # The clock may have been set back between two runs: the order is that of the serials.
    return max((each.serial for each in taken if each.day <= day), default=0)


def last_before(sittings: Iterable[date], today: date) -> date | None:
    """The day of the newest sitting that is over."""
    return max((day for day in sittings if day < today), default=None)


def look_backs(
    taken: Sequence[SnapshotHead], sittings: Iterable[date], *, today: date
) -> tuple[date, ...]:
    """The days since which a reader is told what changed: the first of which anything is known.

    They are the last sitting's, the last one of the month before, and that of the first snapshot.
    """
    month = today.replace(day=1) - timedelta(days=1)
    days = (last_before(sittings, today), month, taken[0].day if taken else None)
    return tuple(day for day in days if day and day < today)


def serials_needed(
    taken: tuple[SnapshotHead, ...],
    letters: Sequence[StoredLetter],
    *,
    today: date,
    days: Collection[date],
) -> set[int]:
    """The snapshots that a day is decided from.

    They are the newest one, the newest of an earlier day, the newest by each of `days`, and those
    that the newest letters of each address were composed from, or count their news from.
    """
    # What today's letters told is left out where they are to be seen afresh.
    earlier = (letter for letter in letters if letter.day < today)
    by_day = (_newest_by(taken, day) for day in (today - timedelta(days=1), *days))
    last = taken[-1].serial if taken else 0
    # `_newest_by` answers 0 where there is none, and no snapshot has that serial.
    needed = {last, *by_day, *serials_told(letters), *serials_told(earlier)}
    return needed & {each.serial for each in taken}


def serials_told(letters: Iterable[PastLetter]) -> set[int]:
    """The snapshots that each address's newest letter was composed from, or counts its news from.

    A lost letter told nobody anything: what its reader knows is in the one before it.
    """
    newest = {letter.address: letter for letter in letters if not letter.state.lost}.values()
    kept_back = chain.from_iterable(letter.kept_back().values() for letter in newest)
    return {*kept_back, *(letter.snapshot for letter in newest)}
