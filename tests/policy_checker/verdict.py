"""Walks a year of letters day by day and says in words where it leaves the page of rules."""

from collections.abc import Mapping, Sequence
from datetime import date

from tests.policy_checker.letter_rules import DIGESTS, counts, doubles, judge_letter
from tests.policy_checker.letters import Hold, Letter
from tests.policy_checker.run_rules import judge_run
from tests.policy_checker.told import Told
from tests.policy_checker.year import Year
from tests.policy_checker.year_rules import (
    before_late,
    escalations_due,
    every_quarter,
    helpers_told,
    judge_escalations,
)

# The holds of each run's day; None where the program was not asked for them.
Holds = Mapping[date, Sequence[Hold]] | None


def violations(year: Year, letters: Sequence[Letter], holds: Holds = None) -> list[str]:
    """Everything that the letters of a year do wrong, the days in their order, then the year."""
    told = Told(year)
    lately: dict[str, Letter] = {}
    tried: dict[str, Letter] = {}
    found = list(doubles(letters))
    days = sorted({*year.runs, *(letter.day for letter in letters)})
    for day in days:
        today = [letter for letter in letters if letter.day == day]
        for letter in today:
            found += judge_letter(letter, year, told, lately.get(letter.to))
        if day in year.letter_days:
            known = None if holds is None else holds.get(day, ())
            found += judge_run(day, year, told, today, tried, known)
        for letter in today:
            told.add(letter)
            if letter.kind in DIGESTS:
                tried[letter.to] = letter
                if counts(letter):
                    lately[letter.to] = letter
    found += every_quarter(year, letters)
    found += before_late(year, letters)
    found += helpers_told(year, letters)
    found += judge_escalations(year, told, letters)
    found += escalations_due(year, told, letters)
    return found
