"""Short ways to say a mention and a digest in a test."""

from dataclasses import replace
from datetime import date

from sheetsync.digest.desk import Desk
from sheetsync.model import (
    Digest,
    Item,
    Kind,
    Line,
    Measure,
    Mention,
    News,
    NewsKind,
    Notice,
    NoticeKind,
    Role,
    State,
    Telling,
    Topic,
)
from tests.builders import measure

TODAY = date(2021, 5, 11)
DESK = Desk(
    coordinator="Координатор плана",
    address="coordinator@example.org",
    cell_url=lambda measure: f"https://example.org/plan#E{measure.row}",
    organisation="Профобъединение",
    table_url="https://example.org/plan",
    summary_url="https://example.org/plan#summary",
)
_STATES = {
    Topic.OVERDUE: State.OVERDUE,
    Topic.ESCALATED: State.OVERDUE,
    Topic.WORST: State.OVERDUE,
    Topic.DUE: State.DUE,
    Topic.UNREAD: State.UNREAD,
    Topic.WAITING: State.WAITING,
    Topic.UPCOMING: State.UPCOMING,
}


def item(
    state: State = State.OVERDUE,
    due: date | None = None,
    *,
    said: str = "апрель",
    of: Measure | None = None,
    what: str = "",
) -> Item:
    late = (TODAY - due).days if due and state is State.OVERDUE else 0
    found = of or measure()
    return Item(measure=found, state=state, said=said, due=due, late_days=late, what=what)


def told(what: Item, *, stage: str = "", department: str = "Отдел кадров") -> Telling:
    return Telling(what.measure.row, what.what, department, what.due, stage)


def mention(
    what: Item,
    stage: str = "",
    *,
    role: Role = Role.LEAD,
    new: bool = False,
    last_word: date | None = None,
) -> Mention:
    return Mention(
        item=what,
        role=role,
        department="Отдел кадров",
        telling=told(what, stage=stage),
        stage=stage,
        overdue=stage == "late-10" or stage.startswith("late-month"),
        new=new,
        last_word=last_word,
    )


def of_topic(topic: Topic, *mentions: Mention) -> tuple[Topic, tuple[Mention, ...]]:
    """The mentions with the state that the topic is for."""
    states = [_STATES.get(topic, State.ONGOING)] * len(mentions)
    return topic, tuple(
        replace(m, item=replace(m.item, state=s)) for m, s in zip(mentions, states, strict=True)
    )


def digest(
    *topics: tuple[Topic, tuple[Mention, ...]], kind: Kind = Kind.MONTHLY, trigger: str = ""
) -> Digest:
    return Digest(
        kind=kind,
        address="hr@example.org",
        departments=("Отдел кадров",),
        today=TODAY,
        trigger=trigger or str(kind),
        topics=dict(topics),
    )


def line(number: str, text: str, *, deadline: str = "апрель", status: str = "") -> Line:
    return Line(int(number) + 3, number, text, deadline, "Отдел кадров", status, "", "")


def news(kind: NewsKind, before: Line | None, after: Line | None, *, moves: int = 0) -> News:
    return News(
        kind=kind, role=Role.LEAD, before=before, after=after, lead="Отдел кадров", moves=moves
    )


def notice(kind: NoticeKind, what: Item | None = None, *, words: str = "") -> Notice:
    stage = f"coordinator-{kind}"
    telling = told(what, stage=stage) if what else Telling(0, words, "", None, stage)
    return Notice(kind=kind, telling=telling, item=what, words=words)
