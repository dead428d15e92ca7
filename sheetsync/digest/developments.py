"""What happened to a reader's measures since the letter before (POLICY, Letters: news)."""

from collections.abc import Iterable, Iterator

from sheetsync.digest.situation import Situation
from sheetsync.model import Change, ChangeKind, Line, Meaning, News, NewsKind, Role
from sheetsync.words.cleaning import fold

_KINDS = {
    ChangeKind.DEADLINE: NewsKind.DEADLINE,
    ChangeKind.DONE: NewsKind.DONE,
    ChangeKind.REOPENED: NewsKind.REOPENED,
}
# What a co-executor is told of (POLICY, Roles).
_FOR_HELPERS = (NewsKind.DEADLINE, NewsKind.CANCELLED)
_CALLS = (NewsKind.LED, NewsKind.DEADLINE)


def developments(
    situation: Situation, *, address: str, departments: Iterable[str]
) -> tuple[News, ...]:
    """The news for an address that serves those departments; none before its first letter."""
    newest = situation.past.newest(address)
    if newest is None:
        return ()
    names = frozenset(departments)
    changes = situation.memory.changes.get(newest.snapshot, ())
    return tuple(news for change in changes for news in _news(situation, change, names))


def calls_for_letter(situation: Situation, news: News) -> bool:
    """A new lead or a moved deadline does, once it has stood in two runs on different days.

    What the department itself wrote into the status is no news to it.
    """
    if news.role is not Role.LEAD or news.kind not in _CALLS or news.after is None:
        return False
    if news.kind is NewsKind.DEADLINE and _same(news.before, news.after, "deadline"):
        return False
    duty = ("measure", "deadline", "responsible")
    return any(_same(line, news.after, *duty) for line in situation.memory.yesterday.values())


def _same(one: Line | None, other: Line, *cells: str) -> bool:
    if one is None:
        return False
    return all(fold(getattr(one, cell)) == fold(getattr(other, cell)) for cell in cells)


def _news(situation: Situation, change: Change, names: frozenset[str]) -> Iterator[News]:
    kind = _kind(situation, change)
    led = change.before is not None and situation.reader.lead(change.before) in names
    lead = situation.reader.lead(change.after) if change.after else ""
    leads = lead in names
    if kind is NewsKind.LED and led != leads:
        kind, role = (NewsKind.LED if leads else NewsKind.GIVEN_UP), Role.LEAD
    elif kind in (None, NewsKind.LED):
        return
    elif led or leads:
        role = Role.LEAD
    elif kind in _FOR_HELPERS and _helps(situation, change, names):
        role = Role.HELPER
    else:
        return
    moves = situation.memory.moves.get(change.identity, 0)
    yield News(
        kind=kind, role=role, before=change.before, after=change.after, lead=lead, moves=moves
    )


def _kind(situation: Situation, change: Change) -> NewsKind | None:
    if change.after is None:
        return NewsKind.REMOVED
    if change.before is None or change.kind is ChangeKind.RESPONSIBLE:
        return NewsKind.LED
    if change.kind is not ChangeKind.STATUS:
        return _KINDS.get(change.kind)
    was, now = map(situation.reader.meaning, (change.before, change.after))
    if Meaning.CANCELLED in (was, now):
        return NewsKind.CANCELLED if now is Meaning.CANCELLED else NewsKind.REOPENED
    return NewsKind.DEADLINE if now is Meaning.POSTPONED else None


def _helps(situation: Situation, change: Change, names: frozenset[str]) -> bool:
    rows = situation.memory.identities
    for measure in situation.agenda.plan.measures:
        if rows[measure.row] == change.identity:
            return any(helper.name in names for helper in measure.assignment.helpers)
    return False
