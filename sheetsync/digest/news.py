"""What happened to a reader's measures since the letter before (`help policy`: Letters)."""

from collections.abc import Iterable, Iterator
from datetime import date

from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import (
    OFF,
    Change,
    ChangeKind,
    Line,
    Meaning,
    News,
    NewsKind,
    Notification,
    Role,
)
from sheetsync.model.ledger import kept_back
from sheetsync.words.cleaning import fold

_KINDS = {
    ChangeKind.DEADLINE: NewsKind.DEADLINE,
    ChangeKind.DONE: NewsKind.DONE,
    ChangeKind.REOPENED: NewsKind.REOPENED,
}
# What a co-executor is told of (`help policy`: Who is responsible).
_FOR_HELPERS = (NewsKind.DEADLINE, NewsKind.CANCELLED)
_CALLS = (NewsKind.LED, NewsKind.DEADLINE, NewsKind.SPLIT, NewsKind.GIVEN_UP)


def news_of(inputs: PolicyInput, *, address: str, departments: Iterable[str]) -> tuple[News, ...]:
    """The news for an address that serves those departments; none before its first letter."""
    names = frozenset(departments)
    changes = tuple(_changes_to_tell(inputs, address))
    splits = _splits(inputs, changes, names)
    others = (change for change in changes if not _is_of(change, splits))
    told = (news for change in others for news in _news_from(inputs, change, names))
    return (*splits.values(), *told)


def _changes_to_tell(inputs: PolicyInput, address: str) -> Iterator[Change]:
    """What changed since the address's newest letter, and what that one kept back."""
    newest = inputs.history.newest(address)
    if newest is None:
        return
    since = newest.kept_back()
    for serial in sorted({newest.snapshot, *since.values()}):
        for change in inputs.memory.changes.get(serial, ()):
            counted = since.get(change.identity, newest.snapshot) == serial
            # Nobody is told for a fact what a person was only asked about.
            if counted and change.identity not in inputs.memory.in_doubt:
                yield change


def signs_of_doubt(inputs: PolicyInput, address: str) -> tuple[Notification, ...]:
    """What a letter of today has to remember of the news that it keeps back."""
    newest = inputs.history.newest(address)
    if newest is None:
        return ()
    known = newest.kept_back()
    doubtful = sorted(inputs.memory.in_doubt)
    return tuple(kept_back(each, known.get(each, newest.snapshot)) for each in doubtful)


def calls_for_letter(inputs: PolicyInput, news: News) -> bool:
    """A new lead or a moved deadline does, once it has stood in two runs on different days.

    What the department itself wrote into the status is no news to it, nor who has a measure now
    that was settled.
    """
    if news.role is not Role.LEAD or news.kind not in _CALLS or news.after is None:
        return False
    if news.kind is NewsKind.GIVEN_UP and _is_settled(inputs, news):
        return False
    if news.kind is NewsKind.DEADLINE and not _is_moved(news, news.after):
        return False
    duty = ("measure", "deadline", "responsible")
    return any(_same_cells(line, news.after, *duty) for line in inputs.memory.yesterday.values())


def calls_who_has_nothing_open(inputs: PolicyInput, news: News) -> bool:
    """What was taken out does, too, where no other letter would ever tell it."""
    if news.kind is not NewsKind.REMOVED or news.role is not Role.LEAD:
        return calls_for_letter(inputs, news)
    stood_yesterday = news.before in inputs.memory.yesterday.values()
    return not stood_yesterday and not _is_settled(inputs, news)


def _is_settled(inputs: PolicyInput, news: News) -> bool:
    line = news.after or news.before
    return line is not None and inputs.reader.meaning(line) in (Meaning.DONE, *OFF)


def _is_moved(news: News, now: Line) -> bool:
    """To another day, by the deadline's own cell."""
    is_same_day = news.due is not None and news.due == news.was_due
    return not is_same_day and not _same_cells(news.before, now, "deadline")


def _same_cells(one: Line | None, other: Line, *cells: str) -> bool:
    if one is None:
        return False
    return all(fold(getattr(one, cell)) == fold(getattr(other, cell)) for cell in cells)


def _news_from(inputs: PolicyInput, change: Change, names: frozenset[str]) -> Iterator[News]:
    kind = _news_kind(inputs, change)
    # A number of the letter before may be another measure's by now.
    before = inputs.memory.last_words.get(change.identity, change.before)
    # Who led it then knows it as theirs, who led it last does so, too.
    led = any(line and inputs.reader.lead(line) in names for line in (change.before, before))
    lead = inputs.reader.lead(change.after) if change.after else ""
    leads = lead in names
    if kind is NewsKind.LED and led != leads:
        kind, role = (NewsKind.LED if leads else NewsKind.GIVEN_UP), Role.LEAD
    elif kind in (None, NewsKind.LED):
        return
    elif led or leads:
        role = Role.LEAD
    elif kind in _FOR_HELPERS and _helps(inputs, change, names):
        role = Role.HELPER
    else:
        return
    was_due, due = _days_of_move(inputs, change) if kind is NewsKind.DEADLINE else (None, None)
    yield News(
        kind=kind,
        identity=change.identity,
        role=role,
        before=before,
        after=change.after,
        lead=lead,
        moves=inputs.times_moved.get(change.after.row, 0) if change.after else 0,
        was_due=was_due,
        due=due,
    )


def _days_of_move(inputs: PolicyInput, change: Change) -> tuple[date | None, date | None]:
    """The last day before and now; of several days the one that the status has put off."""
    before, after = change.before, change.after
    was = inputs.reader.due(before) if before else None
    now = inputs.reader.due(after) if after else None
    if before and after and now and _same_cells(before, after, "deadline"):
        put_off = inputs.reader.meaning(before) is Meaning.POSTPONED
        was = was if put_off else inputs.put_off.get((after.row, now), was)
    return was, now


def _splits(
    inputs: PolicyInput, changes: tuple[Change, ...], names: frozenset[str]
) -> dict[int, News]:
    """The measures of theirs that were split, by identity."""
    edited = {change.identity: change for change in changes if change.before}
    parts: dict[int, list[Line]] = {}
    for change in changes:
        if _is_part(change) and change.parent is not None and change.after:
            parts.setdefault(change.parent, []).append(change.after)
    found: dict[int, News] = {}
    for whole, lines in parts.items():
        was = now = inputs.memory.yesterday.get(whole)
        if whole in edited:
            was, now = edited[whole].before, edited[whole].after
        if was and inputs.reader.lead(was) in names:
            found[whole] = News(
                kind=NewsKind.SPLIT,
                identity=whole,
                role=Role.LEAD,
                before=was,
                after=lines[0],
                parts=(*((now,) if now else ()), *lines),
            )
    return found


def _is_of(change: Change, splits: dict[int, News]) -> bool:
    """True for what the news of a split says already: its parts, and that the whole is gone."""
    is_whole = change.after is None and change.identity in splits
    return is_whole or (_is_part(change) and change.parent in splits)


def _is_part(change: Change) -> bool:
    return change.kind is ChangeKind.SPLIT and change.before is None


def _news_kind(inputs: PolicyInput, change: Change) -> NewsKind | None:
    if change.after is None:
        return NewsKind.REMOVED
    if change.before is None or change.kind is ChangeKind.RESPONSIBLE:
        return NewsKind.LED
    if change.kind is not ChangeKind.STATUS:
        return _KINDS.get(change.kind)
    was, now = map(inputs.reader.meaning, (change.before, change.after))
    if now is Meaning.CANCELLED:
        return NewsKind.CANCELLED
    if was is Meaning.CANCELLED and now not in OFF:
        return NewsKind.REOPENED
    return NewsKind.DEADLINE if now is Meaning.POSTPONED else None


def _helps(inputs: PolicyInput, change: Change, names: frozenset[str]) -> bool:
    rows = inputs.memory.identities
    for measure in inputs.agenda.plan.measures:
        if rows[measure.row] == change.identity:
            return any(helper.name in names for helper in inputs.helpers(measure))
    return False
