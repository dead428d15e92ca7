"""What a whole year has to keep: nothing forgotten, escalations, and how much mail it is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tests.policy_checker.letter_rules import asks_members, counts
from tests.policy_checker.letters import DOUBTFUL, Letter, rests
from tests.policy_checker.stages import first_warning, last_chance
from tests.policy_checker.told import Told
from tests.policy_checker.workdays import DAY
from tests.policy_checker.year import Item, Year

ESCALATE_LATE, ESCALATE_SILENT, QUIET_START, GRACE = 12, 10, 10, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """How many letters a year may have at most; `departments` are the leads together."""

    lead: int
    member: int
    departments: int
    everybody: int
    escalations: int


UNMARKED = Caps(lead=35, member=8, departments=95, everybody=290, escalations=12)
OFFICE = Caps(lead=22, member=8, departments=95, everybody=275, escalations=12)


def every_quarter(year: Year, letters: Sequence[Letter]) -> Iterator[str]:
    """Undated work without a word is put before its lead at least once a quarter."""
    ends = [*(month - DAY for month in year.months[3::3]), year.ends]
    for quarter, (first, last) in enumerate(zip(year.months[::3], ends, strict=True), 1):
        if not year.runs or year.runs[0] > first + 14 * DAY or year.runs[-1] < last - 7 * DAY:
            continue
        for item in year.items(last):
            silent = item.open and not item.due and not _worded(item, year, first, last)
            if silent and not _reached(item, year, letters, first, last):
                yield f"quarter {quarter}: п. {item.name} was not put before {item.lead}"


def _worded(item: Item, year: Year, first: date, last: date) -> bool:
    """A word that could excuse: within the quarter, or so near before that it still counts."""
    near = any(day >= first - 45 * DAY for day, _ in year.words(item.number, last))
    return near or not year.stood(item.number, first)


def before_late(year: Year, letters: Sequence[Letter]) -> Iterator[str]:
    """A dated item reaches its lead at the latest on the last working day before it is late."""
    for day in year.letter_days:
        for item in year.items(day):
            if not item.due or not item.open or last_chance(item, year) != day:
                continue
            first = min(first_warning(item, year), day)
            told = _reached(item, year, letters, first, day)
            if not told and not _fault(item, year, letters, day):
                yield f"п. {item.name}, due {item.due.on}: {item.lead} heard nothing by {day}"


def helpers_told(year: Year, letters: Sequence[Letter]) -> Iterator[str]:
    """Co-executors are shown what is due in a month by its monthly letter, members are asked."""
    for day in year.letter_days:
        first = year.workdays.first_of_month(day)
        earlier = [each for each in year.letter_days if first <= each < day]
        if earlier or day < first or not year.holds(day):
            continue
        shown = {
            (letter.to, item.number, item.label)
            for letter in letters
            if letter.day == day
            for item in letter.items
        }
        for item in year.items(day):
            for to in _mentioned(item, day, year) - {year.reader(item.lead, day)}:
                seen = (to, item.number, item.label) in shown
                if not seen and not rests(letters, to, day):
                    yield f"{day}: {to} was not shown п. {item.name}"


def _mentioned(item: Item, day: date, year: Year) -> set[str]:
    row = year.row(item.number, day)
    if row is None or not item.open or year.young(item.number, day):
        return set()
    if item.due and (item.due.on.year, item.due.on.month) == (day.year, day.month):
        helpers = {year.reader(helper, day) for helper in row.helpers if helper not in year.quiet}
        return helpers | (set(year.members) if row.group else set())
    if row.group == "first" and not item.due and asks_members(day, year):
        return set(year.members)
    return set()


def _reached(item: Item, year: Year, letters: Sequence[Letter], first: date, last: date) -> bool:
    return any(
        (shown.number, shown.label) == (item.number, item.label)
        for letter in letters
        if first <= letter.day <= last
        and counts(letter)
        and letter.to == year.reader(item.lead, letter.day)
        for shown in letter.led()
    )


def _fault(item: Item, year: Year, letters: Sequence[Letter], day: date) -> bool:
    """True where the post, not the program, kept the letter."""
    reader = year.reader(item.lead, day)
    tried = any(each.day == day and each.to == reader and not counts(each) for each in letters)
    return tried or rests(letters, reader, day) or year.young(item.number, day)


def escalations(letters: Sequence[Letter]) -> list[tuple[Letter, tuple[object, ...]]]:
    """What the coordinator was told to be long late, by row, occurrence and due day."""
    return [
        (letter, (shown.number, shown.label, shown.due))
        for letter in letters
        if letter.kind == "coordinator"
        for shown in letter.items
        if shown.role == "coordinator" and shown.state == "overdue"
    ]


def judge_escalations(year: Year, told: Told, letters: Sequence[Letter]) -> Iterator[str]:
    seen: Counter[tuple[object, ...]] = Counter()
    for letter, key in escalations([each for each in letters if counts(each)]):
        if letter.outcome == DOUBTFUL:
            continue  # it is told once more, and judged there
        number, label, due = key
        name = f"{letter}: п. {number} {label}".rstrip()
        seen[key] += 1
        if seen[key] == 2:
            yield f"{name} is escalated a second time"
        row = year.row(str(number), letter.day)
        if row is None or not isinstance(due, date):
            continue
        if _late(due, letter.day, row.lead, year) < ESCALATE_LATE:
            yield f"{name} is escalated before it is 12 working days late"
        if row.lead != year.coordinator and not told.was_told_late(
            str(number), str(label), letter.day
        ):
            yield f"{name} is escalated though {row.lead} was not told that it is late"
        if _spoke(str(number), letter.day, year):
            yield f"{name} is escalated though there was a word"
        if year.letter_days and letter.day < year.workdays.after(year.letter_days[0], QUIET_START):
            yield f"{name} is escalated right after the first run"


def escalations_due(year: Year, told: Told, letters: Sequence[Letter]) -> Iterator[str]:
    """What is long late, its lead told so and silent, is named to the coordinator."""
    named = {key for _, key in escalations(letters)}
    missed: set[str] = set()
    for day in year.letter_days:
        for item in year.items(day):
            key = (item.number, item.label, item.due.on if item.due else None)
            if key not in named and _long_silent(item, day, year, told) and item.name not in missed:
                missed.add(item.name)
                yield f"{day}: п. {item.name} is long late, and the coordinator was not told"


def _long_silent(item: Item, day: date, year: Year, told: Told) -> bool:
    """With some days of grace, because the page leaves open when the silence begins."""
    if not item.due or not item.open or item.lead == year.coordinator:
        return False
    since = year.workdays.before(day, ESCALATE_SILENT + GRACE)
    return (
        _late(item.due.on, day, item.lead, year) >= ESCALATE_LATE + GRACE
        and told.was_told_late(item.number, item.label, since)
        and not any(seen >= since for _, seen in year.words(item.number, day))
        and since >= year.letter_days[0]
        and not any(each.address == item.lead for each in year.absences)
    )


def _late(due: date, day: date, lead: str, year: Year) -> int:
    """Working days late; the clock stands while the lead is away."""
    days = (due + DAY * n for n in range(1, (day - due).days + 1))
    return sum(year.workdays.working(each) and not year.away(lead, each) for each in days)


def _spoke(number: str, day: date, year: Year) -> bool:
    words = year.words(number, day)
    return any(year.workdays.between(seen, day) < ESCALATE_SILENT for _, seen in words)


def over_caps(year: Year, letters: Sequence[Letter], caps: Caps) -> Iterator[str]:
    """Where a year is more mail than the page allows."""
    got = Counter(letter.to for letter in letters)
    leads = {row.lead for row in year.rows} - {year.coordinator}
    found = {
        "the busiest lead gets": (max((got[lead] for lead in leads), default=0), caps.lead),
        "a member gets": (max((got[to] for to in year.members), default=0), caps.member),
        "the departments get": (sum(got[lead] for lead in leads), caps.departments),
        "all addresses get": (got.total(), caps.everybody),
        "escalated are": (len(escalations(letters)), caps.escalations),
    }
    for words, (count, cap) in found.items():
        if count > cap:
            yield f"{words} {count}, more than {cap}"
