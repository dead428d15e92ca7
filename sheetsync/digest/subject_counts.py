"""What a subject counts, in words that agree with the number: whole, and brief to save space."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from sheetsync.model import AlertKind, State, Topic
from sheetsync.model.language import Language, Message, ngettext_lazy
from sheetsync.plan.names import DUE_SOON, NO_RESULT, OVERDUE

Counted: TypeAlias = Topic | AlertKind


class SubjectPart(NamedTuple):
    """One thing that a subject tells; `brief` does not say that measures are counted."""

    whole: str
    brief: str


# By what is counted; the number itself comes later.
_WHOLE: Final[dict[Counted, Message]] = {
    Topic.OVERDUE: OVERDUE,
    Topic.DUE_SOON: DUE_SOON,
    Topic.ASK: ngettext_lazy("{n} measure needs an update", "{n} measures need an update", 0),
    Topic.WAITING: ngettext_lazy(
        "{n} measure depends on others", "{n} measures depend on others", 0
    ),
    Topic.UNREAD: ngettext_lazy(
        "{n} measure has an unclear deadline", "{n} measures have unclear deadlines", 0
    ),
    Topic.UPCOMING: ngettext_lazy("{n} measure ahead", "{n} measures ahead", 0),
    Topic.ONGOING: ngettext_lazy("{n} measure all year", "{n} measures all year", 0),
    AlertKind.UNDELIVERED: ngettext_lazy("{n} letter not delivered", "{n} letters undelivered", 0),
    AlertKind.RESTING: ngettext_lazy(
        "{n} mailbox without letters", "{n} mailboxes without letters", 0
    ),
    AlertKind.DELAYED: ngettext_lazy("{n} letter delayed", "{n} letters delayed", 0),
    AlertKind.ESCALATED: ngettext_lazy("{n} measure long overdue", "{n} measures long overdue", 0),
    AlertKind.VANISHED: ngettext_lazy("{n} overdue measure gone", "{n} overdue measures gone", 0),
    AlertKind.SILENT: ngettext_lazy(
        "no answer about {n} measure", "no answer about {n} measures", 0
    ),
    AlertKind.GROUNDLESS: ngettext_lazy(
        "{n} measure postponed without a document", "{n} measures postponed without a document", 0
    ),
    AlertKind.FINDING: ngettext_lazy("{n} remark", "{n} remarks", 0),
    AlertKind.NO_REPORT: NO_RESULT,
}
# Of those that count measures; the others are as brief as they can be.
_BRIEF: Final[dict[Counted, Message]] = {
    Topic.OVERDUE: ngettext_lazy("{n} overdue", "{n} overdue", 0),
    Topic.DUE_SOON: ngettext_lazy("{n} due soon", "{n} due soon", 0),
    Topic.ASK: ngettext_lazy("{n} needs an update", "{n} need an update", 0),
    Topic.WAITING: ngettext_lazy("{n} depends on others", "{n} depend on others", 0),
    Topic.UNREAD: ngettext_lazy("{n} unclear", "{n} unclear", 0),
    Topic.UPCOMING: ngettext_lazy("{n} ahead", "{n} ahead", 0),
    Topic.ONGOING: ngettext_lazy("{n} all year", "{n} all year", 0),
    AlertKind.ESCALATED: ngettext_lazy("{n} long overdue", "{n} long overdue", 0),
    AlertKind.VANISHED: ngettext_lazy("{n} overdue gone", "{n} overdue gone", 0),
    AlertKind.SILENT: ngettext_lazy("no answer about {n}", "no answer about {n}", 0),
    AlertKind.GROUNDLESS: ngettext_lazy(
        "{n} postponed without a document", "{n} postponed without a document", 0
    ),
    AlertKind.NO_REPORT: ngettext_lazy("{n} without a result", "{n} without a result", 0),
}
# Of all measures: whole, and brief.
_LATE_OF_ALL: Final = (
    ngettext_lazy("{n} overdue of {total} measures", "{n} overdue of {total} measures", 0),
    ngettext_lazy("{n} overdue of {total}", "{n} overdue of {total}", 0),
)
_DONE_OF_ALL: Final = (
    ngettext_lazy("{n} done of {total} measures", "{n} done of {total} measures", 0),
    ngettext_lazy("{n} done of {total}", "{n} done of {total}", 0),
)
_DONE: Final = ngettext_lazy("{n} done", "{n} done", 0)


def counted(what: Counted, count: int, language: Language) -> SubjectPart:
    """So many measures, letters or remarks of that sort."""
    whole = _agreeing(_WHOLE[what], count, language)
    return SubjectPart(whole, _agreeing(_BRIEF[what], count, language) if what in _BRIEF else whole)


def of_all(counts: Mapping[State, int], language: Language) -> tuple[SubjectPart, ...]:
    """How many of all measures are overdue and how many done, in the states that they are in."""
    total, late, done = sum(counts.values()), counts.get(State.OVERDUE), counts.get(State.DONE, 0)
    if late:
        whole, brief = (_agreeing(each, late, language, total=total) for each in _LATE_OF_ALL)
        also = _agreeing(_DONE, done, language)
        return SubjectPart(whole, brief), SubjectPart(also, also)
    nothing = language.gettext("nothing overdue")
    whole, brief = (_agreeing(each, done, language, total=total) for each in _DONE_OF_ALL)
    return SubjectPart(nothing, nothing), SubjectPart(whole, brief)


def late_in(subject: str, language: Language) -> int:
    """How many overdue measures a subject counts, 0 where it counts none."""
    forms = (
        # Numbers that each form of a language agrees with.
        re.escape(_agreeing(message, count, language)).replace(str(count), r"(\d+)")
        for message in (_WHOLE[Topic.OVERDUE], _BRIEF[Topic.OVERDUE])
        for count in (1, 2, 5)
    )
    found = (re.search(rf"\b{form}\b", subject) for form in forms)
    return next((int(each[1]) for each in found if each), 0)


def _agreeing(message: Message, count: int, language: Language, **values: int) -> str:
    return replace(message, count=count, values=tuple(values.items())).said(language)
