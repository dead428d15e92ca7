"""Half a year of four rows and the letters that the page asks for, written by hand."""

from datetime import date, timedelta

from tests.policy_checker.letters import Letter, Shown
from tests.policy_checker.workdays import Workdays
from tests.policy_checker.year import DATED, ONGOING, WAITING, Due, Mark, Row, Year

ORG, INFO, UMC = "org@example.org", "info@example.org", "umc@example.org"
MEMBER, COORDINATOR = "member-01@example.org", "coordinator@example.org"
APRIL = date(2021, 4, 30)
WORKDAYS = Workdays("RU", off=[date(2021, 5, day) for day in (4, 5, 6, 7)])
_HALF = (date(2021, 1, 1) + timedelta(days=n) for n in range(181))

YEAR = Year(
    rows=(
        Row(
            number="1",
            lead=ORG,
            kind=DATED,
            dues=(Due(on=APRIL),),
            helpers=(UMC,),
            group="helper",
        ),
        Row(number="2", lead=INFO, kind=ONGOING),
        Row(number="3", lead=ORG, kind=WAITING),
        Row(number="4", lead=UMC, kind=ONGOING, group="first"),
    ),
    workdays=WORKDAYS,
    runs=tuple(day for day in _HALF if WORKDAYS.working(day)),
    members=frozenset({MEMBER}),
    coordinator=COORDINATOR,
    marks=(Mark(day=date(2021, 6, 10), number="1", done=True),),
)


def on(month: int, day: int) -> date:
    return date(2021, month, day)


def shown(words: str, day: date, role: str = "lead") -> Shown:
    """«1 overdue late-3 new» as an item; only row 1 has a due day."""
    number, state, stage, new = (*words.split(), "", "")[:4]
    due = APRIL if number == "1" else None
    late = max((day - due).days, 0) if due else 0
    return Shown(
        number=number,
        label="",
        state=state,
        stage=stage.strip("-"),
        due=due,
        late=late,
        role=role,
        new=new == "new",
    )


def letter(day: date, kind: str, to: str, *items: str, trigger: str = "") -> Letter:
    """A letter about items its reader leads; after a slash, another role: «1 due/helper»."""
    pairs = (words.partition("/") for words in items)
    return Letter(
        day=day,
        kind=kind,
        to=to,
        trigger=trigger or kind,
        items=tuple(shown(words, day, role or "lead") for words, _, role in pairs),
    )


INTRODUCED, ASKED = on(1, 11), on(4, 1)
LETTERS = (
    letter(INTRODUCED, "introductory", ORG, "1 upcoming", "3 waiting"),
    letter(INTRODUCED, "introductory", INFO, "2 ongoing"),
    letter(INTRODUCED, "introductory", UMC, "4 ongoing"),
    letter(on(2, 1), "monthly", ORG, "1 upcoming", "3 waiting ask-02 new"),
    letter(ASKED, "monthly", ORG, "1 due month-2021-04 new", "3 waiting ask-04 new"),
    letter(ASKED, "monthly", INFO, "2 ongoing pulse-Q1 new"),
    letter(ASKED, "monthly", UMC, "4 ongoing pulse-Q1 new", "1 due/helper"),
    letter(ASKED, "request", MEMBER, "4 ongoing/member", "1 due/helper"),
    letter(on(4, 15), "between", INFO, "2 ongoing pulse-Q1-2 new", trigger="pulse-Q1-2"),
    letter(on(4, 15), "between", UMC, "4 ongoing pulse-Q1-2 new", trigger="pulse-Q1-2"),
    letter(on(4, 23), "between", ORG, "1 due before-7 new", "3 waiting ask-04", trigger="before-7"),
    letter(on(4, 30), "between", ORG, "1 due last-day new", "3 waiting ask-04", trigger="last-day"),
    letter(on(5, 11), "monthly", ORG, "1 overdue last-day", "3 waiting ask-04"),
    letter(on(5, 13), "between", ORG, "1 overdue late-3 new", "3 waiting", trigger="late-3"),
    letter(on(5, 24), "between", ORG, "1 overdue late-10 new", "3 waiting", trigger="late-10"),
    letter(on(5, 26), "coordinator", COORDINATOR, "1 overdue escalated new/coordinator"),
    letter(on(6, 1), "monthly", ORG, "1 overdue late-10", "3 waiting ask-04"),
)
