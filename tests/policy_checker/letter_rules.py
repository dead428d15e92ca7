"""What every single letter has to keep: its day, its distance to the last, its content."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from sheetsync.digest.letter_kinds import LETTER_KINDS, ToDepartments
from tests.policy_checker.letters import DOUBTFUL, UNTOLD, Letter, Shown
from tests.policy_checker.stages import URGENT, options
from tests.policy_checker.told import Told
from tests.policy_checker.year import Item, Year

REQUEST_MONTHS = (4, 7, 10)
SPACING, SITTING = 3, 3
DIGESTS = frozenset(n for n, kind in LETTER_KINDS.items() if isinstance(kind.to, ToDepartments))
STAGELESS = frozenset({"done", "cancelled", "unread", "upcoming", "no_report"})

LetterRule = Callable[[Letter, Year, Told, "Letter | None"], Iterator[str]]


def judge_letter(letter: Letter, year: Year, told: Told, last: Letter | None) -> Iterator[str]:
    """All that is wrong with a letter; `last` is the digest before it that went to its address."""
    rules: tuple[LetterRule, ...] = (
        day_of,
        spacing,
        news_in_it,
        monthly,
        introduced_once,
        to_members,
        stages_of,
    )
    for rule in rules:
        yield from (f"{letter}: {words}" for words in rule(letter, year, told, last))


def doubles(letters: Iterable[Letter]) -> Iterator[str]:
    """One digest an address and day; the coordinator and the chair have letters of their own."""
    count = Counter(
        f"{'digest' if letter.kind in DIGESTS else letter.kind} to {letter.to} on {letter.day}"
        for letter in letters
    )
    yield from (f"{times} letters: {words}" for words, times in count.items() if times > 1)


def day_of(letter: Letter, year: Year, told: Told, last: Letter | None) -> Iterator[str]:
    if not year.workdays.working(letter.day):
        yield "on a day off"
    if letter.day not in year.runs:
        yield "on a day without a run"
    if year.adopted and letter.day < year.adopted and letter.led():
        yield "before the plan was adopted"
    if year.away(letter.to, letter.day):
        yield "to somebody who is away"


def spacing(letter: Letter, year: Year, told: Told, last: Letter | None) -> Iterator[str]:
    if letter.kind in {"between", "request"} and last:
        passed = year.workdays.between(last.day, letter.day)
        if passed < SPACING and not _urgent(letter, told) and not _monthly_day(letter, year, last):
            yield f"{passed} working days after the last letter, without an urgent stage"


def news_in_it(letter: Letter, year: Year, told: Told, last: Letter | None) -> Iterator[str]:
    """A letter between has a reason: a stage that was not told, or news."""
    for item in letter.led():
        if item.new and told.holds(told.key(letter, item), letter.day):
            yield f"{_name(item)} tells {item.stage} a second time"
    if letter.kind != "between":
        return
    fresh = {item.stage for item in _untold(letter, told)}
    if letter.trigger in {item.stage for item in letter.led()} - fresh - {""}:
        yield f"called for by {letter.trigger}, which was told before"
    elif not fresh and not _news_since(letter, year, last):
        yield "tells nothing new"


def monthly(letter: Letter, year: Year, told: Told, last: Letter | None) -> Iterator[str]:
    if letter.kind in {"monthly", "request"} and not _monthly_day(letter, year, last):
        yield "not on the first working day of a month"
    fair = _monthly_day(letter, year, last) or _sitting(letter, year)
    if letter.kind == "chair" and not fair:
        yield "neither at the beginning of a month nor before a sitting"
    if letter.kind == "monthly" and not year.holds(letter.day):
        yield "after the months of the plan"


def introduced_once(letter: Letter, year: Year, told: Told, last: Letter | None) -> Iterator[str]:
    if letter.kind == "introductory" and last and last.outcome != DOUBTFUL:
        yield "introduces the plan a second time"


def to_members(letter: Letter, year: Year, told: Told, last: Letter | None) -> Iterator[str]:
    if letter.to not in year.members:
        return
    if letter.kind in {"between", "coordinator", "chair"}:
        yield "members get no such letters"
    if not letter.items:
        yield "a letter about nothing to a member"
    for item in letter.items:
        yield from (f"{_name(item)} {words}" for words in _for_a_member(item, letter, year))


def stages_of(letter: Letter, year: Year, told: Told, last: Letter | None) -> Iterator[str]:
    known = {(item.number, item.label): item for item in year.items(letter.day)}
    for shown in letter.items:
        item = known.get((shown.number, shown.label))
        if item is None:
            # The coordinator also hears of rows that are gone, and of what has no row.
            if letter.kind in DIGESTS:
                yield f"{_name(shown)} is not in the plan"
            continue
        yield from (f"{_name(shown)} {words}" for words in _one(shown, item, letter, year, told))


def _one(shown: Shown, item: Item, letter: Letter, year: Year, told: Told) -> Iterator[str]:
    yield from _state(shown, item, letter)
    if shown.role == "lead":
        if year.reader(item.lead, letter.day) != letter.to:
            yield f"is led by {item.lead}"
        fair = options(item, letter.day, year, partial(told.first_day, item)).names
        if shown.stage and shown.stage not in fair:
            yield f"is at {shown.stage}, should be at {' or '.join(sorted(fair)) or 'none'}"
    elif letter.kind in DIGESTS and shown.stage:
        yield f"tells {shown.stage} to somebody who does not lead it"
    if shown.role == "helper" and not _helps(letter.to, shown, letter, year):
        yield "is none that the reader helps with"


def _state(shown: Shown, item: Item, letter: Letter) -> Iterator[str]:
    # What the coordinator is told has stages of its own, of moved and unread items too.
    if shown.stage and shown.state in STAGELESS and shown.role != "coordinator":
        yield f"is {shown.state} and tells {shown.stage}"
    if not item.open and shown.state not in {"done", "cancelled"}:
        yield f"is closed and called {shown.state}"
    if item.open and shown.state in {"done", "cancelled"}:
        yield f"is open and called {shown.state}"
    if item.due and shown.due and shown.due != item.due.on:
        yield f"is due on {item.due.on}, not on {shown.due}"
    days = max((letter.day - item.due.on).days, 0) if item.due and item.open else 0
    if shown.late != days:
        yield f"is {days} days late, not {shown.late}"
    if item.open and (shown.state == "overdue") != (days > 0):
        yield f"is {days} days late and called {shown.state}"


def _helps(to: str, shown: Shown, letter: Letter, year: Year) -> bool:
    row = year.row(shown.number, letter.day)
    if row is None:
        return False
    if to in year.members:
        return bool(row.group)
    return any(year.reader(helper, letter.day) == to for helper in row.helpers)


def _for_a_member(shown: Shown, letter: Letter, year: Year) -> Iterator[str]:
    row = year.row(shown.number, letter.day)
    if row is None:
        return
    month = (letter.day.year, letter.day.month)
    if row.dues and row.group:
        items = (item for item in year.items(letter.day) if item.number == row.number)
        if month not in {(item.due.on.year, item.due.on.month) for item in items if item.due}:
            yield "falls due in another month"
    elif row.group != "first":
        yield "is nothing that members are asked about"
    elif not asks_members(letter.day, year):
        yield "is asked about outside the months of requests"


def asks_members(day: date, year: Year) -> bool:
    """After a quarter of the plan, and in its last month."""
    last = day.replace(day=1) == year.closing
    return last or (year.month_number(day) in REQUEST_MONTHS and year.holds(day))


def _monthly_day(letter: Letter, year: Year, last: Letter | None) -> bool:
    """The first working day of the month, or the first letter day where runs were missed.

    Where the letter of that day did not arrive, a later one stands in for it.
    """
    first = year.workdays.first_of_month(letter.day)
    days = [day for day in year.letter_days if first <= day <= letter.day]
    if len(days) == 1 or letter.day == first:
        return True
    failed = any(first <= day < letter.day for day in year.faulty)
    return failed and (last is None or last.day < first or last.outcome == DOUBTFUL)


def _sitting(letter: Letter, year: Year) -> bool:
    days = (year.workdays.before(sitting, SITTING) for sitting in year.sittings)
    return any(
        letter.day == next((run for run in year.letter_days if run >= day), day) for day in days
    )


def _untold(letter: Letter, told: Told) -> list[Shown]:
    return [
        item
        for item in letter.led()
        if item.stage and not told.holds(told.key(letter, item), letter.day)
    ]


def _urgent(letter: Letter, told: Told) -> bool:
    return any(item.stage in URGENT for item in _untold(letter, told))


def _news_since(letter: Letter, year: Year, last: Letter | None) -> bool:
    """Whether a row changed hands or its day since shortly before the last letter."""
    earlier = [day for day in year.runs if day < (last.day if last else letter.day)]
    since = earlier[-1] if earlier else letter.day
    days = [edit.day for edit in year.edits]
    days += [mark.day for mark in year.marks if mark.due or mark.cancelled or mark.done]
    return any(since < day <= letter.day for day in days)


def _name(shown: Shown) -> str:
    return f"п. {shown.number} {shown.label}".strip()


def counts(letter: Letter) -> bool:
    """True where the letter is one that its reader got, or may have got."""
    return letter.outcome not in UNTOLD
