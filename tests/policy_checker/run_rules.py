"""What every letter day has to keep: each untold stage has a letter, or a hold with its reason."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from tests.policy_checker.letter_rules import DIGESTS, SPACING
from tests.policy_checker.letters import Hold, Letter, rests
from tests.policy_checker.stages import URGENT, options
from tests.policy_checker.told import Told
from tests.policy_checker.year import Item, Year


def judge_run(
    day: date,
    year: Year,
    told: Told,
    letters: Sequence[Letter],
    lately: Mapping[str, Letter],
    holds: Sequence[Hold] | None,
) -> Iterator[str]:
    """All untold stages of a letter day that nobody spoke of.

    `told` is as of the morning, `letters` are the day's, `lately` the last digest of each address
    before, refused ones too. Without `holds` only the distance to the last letter excuses.
    """
    for item in year.items(day):
        found = options(item, day, year, partial(told.first_day, item))
        if not found.must or told.any_of(item, found.names, day) or _shown(item, letters, year):
            continue
        reader = year.reader(item.lead, day)
        if not _excused(item, found.names, day, year, lately.get(reader), holds):
            stage = " or ".join(sorted(found.names))
            yield f"{day}: п. {item.name} is at {stage}, and {reader} has neither letter nor hold"
    for hold in holds or ():
        yield from _false_hold(hold, year, told, letters, lately)


def _shown(item: Item, letters: Sequence[Letter], year: Year) -> bool:
    return any(
        (shown.number, shown.label) == (item.number, item.label)
        for letter in letters
        if letter.kind in DIGESTS and letter.to == year.reader(item.lead, letter.day)
        for shown in letter.led()
        if shown.stage
    )


def _excused(
    item: Item,
    stages: frozenset[str],
    day: date,
    year: Year,
    last: Letter | None,
    holds: Sequence[Hold] | None,
) -> bool:
    if year.adopted and day < year.adopted:
        return True
    if holds is None:
        near = last is not None and year.workdays.between(last.day, day) < SPACING
        return (near and not stages & URGENT) or item.lead in year.quiet
    return any(
        (hold.number, hold.label) == (item.number, item.label) and hold.stage in stages
        for hold in holds
    )


def _false_hold(
    hold: Hold,
    year: Year,
    told: Told,
    letters: Sequence[Letter],
    lately: Mapping[str, Letter],
) -> Iterator[str]:
    last = lately.get(hold.to)
    near = last is not None and year.workdays.between(last.day, hold.day) < SPACING
    fair = {
        "day off": not year.workdays.working(hold.day),
        "spacing": near and hold.stage not in URGENT,
        "absence": any(each.first <= hold.day <= each.last for each in year.absences),
        "not adopted": bool(year.adopted and hold.day < year.adopted),
        "told today": any(letter.to == hold.to for letter in letters),
        "tell": hold.to in year.quiet,
        "refused": rests(told.letters, hold.to, hold.day),
    }
    if not fair.get(hold.reason, False):
        yield (
            f"{hold.day}: п. {hold.number} {hold.label} at {hold.stage} is kept from {hold.to} "
            f"for «{hold.reason}», which is not so"
        )
