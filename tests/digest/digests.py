"""Short ways to say a mention and a digest in a test."""

from dataclasses import replace
from datetime import date

from sheetsync.digest.render_context import Letterhead
from sheetsync.model import (
    AlertKind,
    CoordinatorAlert,
    Digest,
    DigestItem,
    Item,
    Line,
    Measure,
    News,
    NewsKind,
    Notification,
    Role,
    State,
    Topic,
)
from tests.builders import measure

TODAY = date(2021, 5, 11)
LETTERHEAD = Letterhead(
    coordinator="Координатор плана",
    address="coordinator@example.org",
    cell_link=lambda target, **_: f"https://example.org/plan#{target}",
    organisation="Профобъединение",
    table_url="https://example.org/plan",
    summary_url="https://example.org/plan#summary",
)
_STATES = {
    Topic.OVERDUE: State.OVERDUE,
    Topic.ESCALATED: State.OVERDUE,
    Topic.WORST: State.OVERDUE,
    Topic.DUE_SOON: State.DUE_SOON,
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
    return Item(measure=found, state=state, deadline_text=said, due=due, late_days=late, what=what)


def told(what: Item, *, stage: str = "", department: str = "Отдел кадров") -> Notification:
    return Notification(what.measure.row, what.what, department, what.due, stage)


def digest_item(
    what: Item,
    stage: str = "",
    *,
    role: Role = Role.LEAD,
    new: bool = False,
    last_word: date | None = None,
) -> DigestItem:
    return DigestItem(
        item=what,
        role=role,
        department="Отдел кадров",
        notification=told(what, stage=stage),
        stage=stage,
        says_overdue=stage == "late-10" or stage.startswith("late-month"),
        new=new,
        last_word=last_word,
    )


def of_topic(topic: Topic, *digest_items: DigestItem) -> tuple[Topic, tuple[DigestItem, ...]]:
    """The mentions with the state that the topic is for."""
    states = [_STATES.get(topic, State.ONGOING)] * len(digest_items)
    return topic, tuple(
        replace(m, item=replace(m.item, state=s)) for m, s in zip(digest_items, states, strict=True)
    )


def digest(
    *topics: tuple[Topic, tuple[DigestItem, ...]],
    kind: str = "monthly",
    trigger: str = "",
) -> Digest:
    return Digest(
        kind=kind,
        address="hr@example.org",
        departments=("Отдел кадров",),
        today=TODAY,
        trigger=trigger or kind,
        topics=dict(topics),
    )


def line(number: str, text: str, *, deadline: str = "апрель", status: str = "") -> Line:
    return Line(int(number) + 3, number, text, deadline, "Отдел кадров", status, "", "")


def news(kind: NewsKind, before: Line | None, after: Line | None, *, moves: int = 0) -> News:
    return News(
        kind=kind, role=Role.LEAD, before=before, after=after, lead="Отдел кадров", moves=moves
    )


def alert(kind: AlertKind, what: Item | None = None, *, words: str = "") -> CoordinatorAlert:
    stage = f"coordinator-{kind}"
    notification = told(what, stage=stage) if what else Notification(0, words, "", None, stage)
    return CoordinatorAlert(kind=kind, notification=notification, item=what, words=words)
