"""The checker itself: a right half-year passes, and everything planted in it is found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.policy_checker.letters import Hold, Letter
from tests.policy_checker.mini_year import (
    APRIL,
    COORDINATOR,
    INFO,
    INTRODUCED,
    LETTERS,
    MEMBER,
    ORG,
    UMC,
    YEAR,
    letter,
    on,
)
from tests.policy_checker.verdict import violations
from tests.policy_checker.year import Absence, Due, Edit, Mark, Year
from tests.policy_checker.year_rules import Caps, over_caps

Letters = Sequence[Letter]


def plus(*more: Letter) -> Letters:
    return (*LETTERS, *more)


def without(day: date, to: str) -> Letters:
    left = [each for each in LETTERS if (each.day, each.to) != (day, to)]
    assert len(left) == len(LETTERS) - 1
    return left


def changed(day: date, to: str, change: Callable[[Letter], Letter]) -> Letters:
    return [change(each) if (each.day, each.to) == (day, to) else each for each in LETTERS]


def saying(day: date, to: str, *items: str, kind: str = "between", trigger: str = "") -> Letters:
    """The half-year with other words in one of its letters."""
    return (*without(day, to), letter(day, kind, to, *items, trigger=trigger))


def test_a_right_half_year_has_no_violations() -> None:
    assert violations(YEAR, LETTERS) == []


def test_a_right_half_year_with_its_holds_has_none_either() -> None:
    held = Hold(day=on(4, 16), to=INFO, number="2", label="", stage="pulse-Q1-2", reason="spacing")
    assert violations(YEAR, LETTERS, {on(4, 16): [held]}) == []


PLANTED: dict[str, tuple[Letters, str]] = {
    "on a Saturday": (
        plus(letter(on(4, 17), "between", ORG, "1 due before-7 new")),
        "on a day off",
    ),
    "on a day without a run": (
        plus(letter(on(7, 2), "monthly", INFO, "2 ongoing pulse-Q2 new")),
        "without a run",
    ),
    "two a day": (plus(letter(on(6, 1), "monthly", ORG, "3 waiting ask-04")), "2 letters: digest"),
    "too soon": (
        plus(letter(on(4, 16), "between", UMC, "4 ongoing pulse-Q1-2")),
        "1 working days after",
    ),
    "nothing new": (
        plus(letter(on(4, 26), "between", ORG, "1 due before-7", "3 waiting ask-04")),
        "tells nothing new",
    ),
    "a stage as new twice": (
        saying(on(6, 1), ORG, "1 overdue late-10 new", kind="monthly"),
        "tells late-10 a second time",
    ),
    "called for by what was told": (
        saying(on(5, 24), ORG, "1 overdue late-10", "3 waiting ask-04", trigger="ask-04"),
        "called for by ask-04",
    ),
    "monthly in the middle": (
        plus(letter(on(6, 15), "monthly", INFO, "2 ongoing pulse-Q1-2")),
        "not on the first working day",
    ),
    "the chair in the middle": (
        plus(letter(on(6, 15), "chair", "chair@example.org")),
        "before a sitting",
    ),
    "a member between": (
        plus(letter(on(4, 20), "between", MEMBER, "1 due/helper")),
        "members get no such letters",
    ),
    "a member in another month": (
        plus(letter(on(5, 11), "monthly", MEMBER, "1 overdue/helper")),
        "due in another month",
    ),
    "a member asked in June": (
        plus(letter(on(6, 1), "request", MEMBER, "4 ongoing/member")),
        "outside the months of requests",
    ),
    "a member about what is not theirs": (
        plus(letter(on(6, 1), "request", MEMBER, "2 ongoing/helper")),
        "nothing that members are asked about",
    ),
    "lateness to a helper": (
        plus(letter(on(5, 13), "between", UMC, "1 overdue late-3/helper")),
        "does not lead it",
    ),
    "a stranger's row": (
        plus(letter(on(6, 1), "monthly", INFO, "1 overdue/helper")),
        "none that the reader helps with",
    ),
    "somebody else's row as one's own": (
        plus(letter(on(6, 1), "monthly", INFO, "3 waiting")),
        f"is led by {ORG}",
    ),
    "a row that does not exist": (
        plus(letter(on(6, 1), "monthly", INFO, "9 waiting")),
        "is not in the plan",
    ),
    "a stage of a done row": (
        plus(letter(on(6, 11), "between", ORG, "1 done late-10")),
        "is done and tells late-10",
    ),
    "a closed row called late": (
        plus(letter(on(6, 11), "between", ORG, "1 overdue late-10")),
        "is closed and called overdue",
    ),
    "a wrong stage": (
        saying(on(4, 23), ORG, "1 due before-14 new"),
        "should be at before-7",
    ),
    "late before it is": (saying(on(4, 30), ORG, "1 overdue last-day new"), "0 days late"),
    "last-day forgotten": (without(on(4, 30), ORG), "is at last-day, and"),
    "pulse forgotten": (without(on(4, 1), INFO), "is at pulse-Q1, and"),
    "second pulse forgotten": (without(on(4, 15), INFO), "pulse-Q1-2, and"),
    "ask forgotten": (without(on(2, 1), ORG), "is at ask-02, and"),
    "a member not asked": (without(on(4, 1), MEMBER), f"{MEMBER} was not shown п. 4"),
    "a helper not shown": (
        saying(on(4, 1), UMC, "4 ongoing pulse-Q1 new", kind="monthly"),
        f"{UMC} was not shown п. 1",
    ),
    "introduced twice": (
        plus(letter(on(1, 12), "introductory", INFO, "2 ongoing")),
        "introduces the plan a second time",
    ),
    "escalation forgotten": (
        without(on(5, 26), COORDINATOR),
        "is long late, and the coordinator was not told",
    ),
    "nothing in a quarter": (without(INTRODUCED, INFO), "quarter 1: п. 2"),
    "escalated twice": (
        plus(letter(on(6, 2), "coordinator", COORDINATOR, "1 overdue escalated/coordinator")),
        "a second time",
    ),
    "escalated too soon": (
        (
            *without(on(5, 26), COORDINATOR),
            letter(on(5, 25), "coordinator", COORDINATOR, "1 overdue escalated/coordinator"),
        ),
        "before it is 12 working days late",
    ),
    "a rejected letter never repeated": (
        changed(on(5, 24), ORG, lambda each: replace(each, outcome="rejected")),
        "is at late-10, and",
    ),
    "an unknown letter never repeated": (
        changed(on(4, 15), INFO, lambda each: replace(each, outcome="unknown")),
        "pulse-Q1-2, and",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_is_found(name: str) -> None:
    letters, words = PLANTED[name]
    assert [each for each in violations(YEAR, letters) if words in each]


def year(**changes: object) -> Year:
    return replace(YEAR, **changes)  # type: ignore[arg-type]


OTHER_YEARS: dict[str, tuple[Year, str]] = {
    "not adopted": (year(adopted=on(3, 1)), "before the plan was adopted"),
    "away": (
        year(absences=(Absence(address=INFO, first=on(4, 10), last=on(4, 20), to=UMC),)),
        "to somebody who is away",
    ),
    "escalated after a word": (
        year(marks=(*YEAR.marks, Mark(day=on(5, 20), number="1"))),
        "there was a word",
    ),
    "asked though there was a word": (
        year(marks=(*YEAR.marks, Mark(day=on(3, 20), number="2"))),
        "is at pulse-Q1, should be at none",
    ),
    "another lead": (
        year(edits=(Edit(day=on(5, 1), number="3", row=replace(YEAR.rows[2], lead=UMC)),)),
        f"is led by {UMC}",
    ),
    "another due day": (
        year(
            marks=(
                *YEAR.marks,
                Mark(day=on(5, 12), number="1", due=Due(on=on(6, 30), explicit=None)),
            )
        ),
        "is due on 2021-06-30, not on 2021-04-30",
    ),
}


@pytest.mark.parametrize("name", OTHER_YEARS)
def test_letters_that_miss_what_happened_are_found(name: str) -> None:
    other, words = OTHER_YEARS[name]
    assert [each for each in violations(other, LETTERS) if words in each]


def test_an_item_that_nobody_heard_of_before_it_is_late_is_found() -> None:
    april = {on(4, 1), on(4, 23), on(4, 30)}
    left = [each for each in LETTERS if not (each.to == ORG and each.day in april)]
    assert any(f"{ORG} heard nothing by {APRIL}" in each for each in violations(YEAR, left))


def test_a_late_item_whose_lead_was_not_told_is_not_escalated() -> None:
    late = {on(5, 13), on(5, 24)}
    left = [each for each in LETTERS if each.day not in late]
    assert any("was not told that it is late" in each for each in violations(YEAR, left))


def test_an_unknown_letter_may_be_repeated_once() -> None:
    again = letter(on(4, 20), "between", INFO, "2 ongoing pulse-Q1-2 new", trigger="pulse-Q1-2")
    doubt = changed(on(4, 15), INFO, lambda each: replace(each, outcome="unknown"))
    spaced = [Hold(day=day, to=INFO, number="2", label="", stage="pulse-Q1-2", reason="spacing")
              for day in (on(4, 16), on(4, 19))]  # fmt: skip
    holds = {hold.day: [hold] for hold in spaced}
    assert violations(YEAR, [*doubt, again], holds) == []
    assert violations(YEAR, [*LETTERS, again]) != []


@pytest.mark.parametrize("reason", ["spacing", "day off", "absence", "not adopted", "told today"])
def test_a_hold_with_a_false_reason_is_found(reason: str) -> None:
    held = Hold(day=on(4, 22), to=ORG, number="1", label="", stage="last-day", reason=reason)
    assert any("which is not so" in each for each in violations(YEAR, LETTERS, {held.day: [held]}))


def test_more_mail_than_allowed_is_found() -> None:
    nothing = Caps(lead=0, member=0, departments=0, everybody=0, escalations=0)
    assert len(list(over_caps(YEAR, LETTERS, nothing))) == 5
    enough = Caps(lead=9, member=1, departments=15, everybody=17, escalations=1)
    assert list(over_caps(YEAR, LETTERS, enough)) == []
