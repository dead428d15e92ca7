"""One status to be understood, beside its deadline and the day, and how it is answered."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sheetsync.model import Deadline, DeadlineKind, Doubt, Meaning, Milestone, PlanPeriod, Progress
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Words
from sheetsync.model.period import shifted
from sheetsync.words.cleaning import fold, in_one_alphabet, tidy
from sheetsync.words.days import school_half
from sheetsync.words.lexicon.calendar import MONTH_STEM
from sheetsync.words.pattern import pattern
from sheetsync.words.status.clauses import with_each_month
from sheetsync.words.status.dates import PROMISING, Grain, Stated, read_days
from sheetsync.words.status.evidence import separate_evidence
from sheetsync.words.status.overtaken import without_overtaken
from sheetsync.words.status.rules import Sign
from sheetsync.words.status.slips import without_slips
from sheetsync.words.status.statements import Statement, read_statements
from sheetsync.words.status.words.shares import with_per_cent

# Cells that list their parts on lines of their own; other line breaks are only long lines.
_LABELLED_LINE = pattern(r"(?<!не)\s*\n(?=[^\n]{1,60}?(?: [-–—]|[-–—] |:))", re.IGNORECASE)
# A line that begins with a capital is a sentence of its own, but «постановлением⏎Президиума».
_NEW_LINE = pattern(
    r"(?:(?<=\w\w\w)|(?<=[\d.)»])|(?<=^да)|(?<=^Да))(?<!нием)(?<!азом)(?<!олом)\s*\n\s*"
    rf"(?![А-ЯЁ][а-яё]+(?:у|ой|ому)\s*$)(?=[А-ЯЁ] ?[а-яё]|[A-Z][a-z]|\d+ (?!{MONTH_STEM})[а-я])"
)
# A bullet, and what stands round the whole or closes it, change nothing.
_BULLET = pattern(
    r"\s*(?:[-–—•·▪●*]\s+(?=\S)|1[.)]\s+(?=[^\W\d_]|\d\d?\.\d)(?!.*\b2[.)]\s))", re.DOTALL
)
_ROUND = pattern(r"\s*(?:«([^«»]*)»|\"([^\"]*)\"|“([^“”]*)”|\(((?:[^()]|\([^()]*\))*)\))\s*")
_CLOSING_SIGNS = " \t\r\n;,!…"
# A unit ends a sentence where a capital follows: «20 чел. Отчёт позже», but «отв. Иванова».
_UNIT_AT_END = pattern(
    r"\b(чел|шт|экз|руб|тыс|млн|час|кв|(?<=\d )гг?|(?<=\d)гг?)\.+ (?=[А-ЯЁ](?:[а-яё]{2}| )"
    r"|\d+ [а-я])"
)
# A title tells what was talked about, not what was done: «О переносе сроков».
_TITLE = pattern(r"[«\"](?:о|об|обо) (?:(?!\b(?:не|no))[^«»\"])*[»\"]")
_LEAP_DAY = pattern(r"\b29(?:\.0?2\b| фев| feb)|\bfeb\w* 29\b")
_WAITING = frozenset({DeadlineKind.OPEN, DeadlineKind.RELATIVE})
# A deed does not close these: it is one of many, or answers nobody's request yet.
_ENDLESS = _WAITING | {DeadlineKind.YEAR_ROUND}
_MANY = frozenset({DeadlineKind.LIST, DeadlineKind.RECURRING})
_NOT_THE_DAY_OF_A_DEED = PROMISING | {"срок", "вместо"}
_NOT_A_TARGET = frozenset({"с", "со", "от", "вместо", "from", "за"})
_TO = frozenset({"на", "до", "к", "ко", "to", "until", "till", "по", "by"})
_ASKED_BY = frozenset({"до", "к", "ко", "позднее", "срок", "сроком", "by", "until"})
_AT_ONCE = pattern(
    r"(?:срочно|немедленно|незамедлительно|безотлагательно|immediate(?:ly)?|at once|asap)"
    r"|в (?:месячный|недельный|двухнедельный|кратчайший|\d{1,2}[- ]?(?:ти|х)?[- ]?дневный) срок"
    r"|в кратчайшие сроки"
)
# Of a decision: the day behind it is that of the deed to come.
_DECISION = pattern(r"^(?:[а-я-]+ ){0,2}(?:утвержд|подписан|назнач|подготовлен|готов[оаы]?\b)\w*")
_CARRYING_OUT = frozenset({"проведение", "исполнение", "выполнение", "проведения"})
_JOINT = frozenset({"", "-", "и", "или", "по"})


@frozen
class Case:
    """Everything that the meaning of a status may depend on.

    `text` is tidy, `words` its folded words without the evidence, `documents` the days that the
    evidence bears, `year` the one that days without a year lie in; nothing of the plan was done
    before it `begins`.
    """

    text: str
    words: str
    statements: tuple[Statement, ...]
    evidence: tuple[str, ...]
    documents: tuple[Stated, ...]
    deadline: Deadline
    milestones: tuple[Milestone, ...]
    today: date
    year: int
    begins: date

    @property
    def in_parts(self) -> bool:
        """Whether the measure falls due in parts: occurrences or milestones."""
        return bool(self.milestones) or self.deadline.kind in _MANY

    @property
    def endless(self) -> bool:
        """Whether a single deed cannot close the measure."""
        return not self.milestones and self.deadline.kind in _ENDLESS and not self.once

    @property
    def waits(self) -> bool:
        """Whether the measure waits for somebody else's plan, request or event."""
        return self.deadline.kind in _WAITING and not self.once

    @property
    def once(self) -> bool:
        """Whether its time has come already and does not come again: «немедленно»."""
        return _AT_ONCE.fullmatch(fold(self.deadline.text).strip(" .")) is not None

    def saying(self, *signs: Sign) -> tuple[Statement, ...]:
        """The statements with one of these signs, in order."""
        return tuple(statement for statement in self.statements if statement.sign in signs)


def case_of(
    text: str,
    *,
    deadline: Deadline,
    milestones: tuple[Milestone, ...],
    today: date,
    period: PlanPeriod | None,
) -> Case:
    """The case of a status cell: its words in statements, each day in its year."""
    bare = unwrapped(in_one_alphabet(text))
    sentences = _NEW_LINE.sub("; ", _LABELLED_LINE.sub("; ", bare))
    rest, evidence = separate_evidence(tidy(_UNIT_AT_END.sub(r"\1; ", sentences)))
    words = without_slips(with_per_cent(_TITLE.sub("«»", fold(rest))))
    words = with_each_month(words, [other.due for other in deadline.occurrences])
    year = _plan_year(deadline, today, period)
    if period and _is_over_new_year(period) and _LEAP_DAY.search(words):
        year = period.ends.year  # the other days are moved to theirs
    begins = min(date(year, 1, 1), period.starts) if period else date(year, 1, 1)
    return Case(
        text=tidy(text),
        words=words,
        statements=without_overtaken(_in_period(read_statements(words, year=year), period), begins),
        evidence=evidence,
        documents=_document_days(evidence, year),
        deadline=deadline,
        milestones=milestones,
        today=today,
        year=year,
        begins=begins,
    )


def unwrapped(text: str) -> str:
    """A status without a bullet before it and without signs that stand round all of it."""
    bare = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    bare = bare.rstrip(_CLOSING_SIGNS)
    within = _ROUND.fullmatch(bare)
    return unwrapped(next(filter(None, within.groups()), "")) if within else bare


def _plan_year(deadline: Deadline, today: date, period: PlanPeriod | None) -> int:
    """The year of a deadline's days, or else that of its plan, whatever today is.

    Where no plan is known, or one of several years, it is the year in which the status is told; in
    January people still write about the year that has ended.
    """
    told = (today - timedelta(days=31)).year
    days = [deadline.starts, deadline.due, *(other.due for other in deadline.occurrences)]
    known = [day.year for day in days if day]
    if period and not period.within_a_year:
        known = known or [period.starts.year, period.ends.year]
        return min(max(told, min(known)), max(known))
    if known:
        return min(known)
    return period.starts.year if period else told


def _in_period(
    statements: tuple[Statement, ...], period: PlanPeriod | None
) -> tuple[Statement, ...]:
    """The statements with each day that has no year of its own in the period's right one.

    Of a school year with both its summers an August stays where `_plan_year` has put it.
    """
    if period is None or not _is_over_new_year(period):
        return statements
    return tuple(
        replace(
            one,
            days=tuple(_placed(day, period) for day in one.days),
            about=_placed(one.about, period) if one.about else None,
        )
        for one in statements
    )


def _is_over_new_year(period: PlanPeriod) -> bool:
    """Of one year, which begins in one and ends in the next."""
    return period.one_year and period.starts.year != period.ends.year


def _placed(day: Stated, period: PlanPeriod) -> Stated:
    if day.grain is Grain.HALF_YEAR and day.yearless and period.schooling:
        half = school_half(period.starts.year, 1 if day.first.month == 1 else 2)
        return replace(day, first=half.first, last=half.last)
    if not day.yearless or period.holds(day.last, day.last):
        return day
    for year in (period.starts.year, period.ends.year):
        months = (year - day.last.year) * 12
        first, last = shifted(day.first, months), shifted(day.last, months)
        if period.holds(last, last):
            return replace(day, first=first, last=last)
    return day


def deed_days(case: Case, statement: Statement) -> tuple[date, ...]:
    """The days on which a statement's deed was done, in order; of a range, the last."""
    days = (day for day in statement.days if day.grain is Grain.DAY)
    deeds = (
        day
        for day in days
        if (day.before not in _NOT_THE_DAY_OF_A_DEED or _is_as_of(statement, day))
        and not is_yet_to_carry_out(statement, day)
    )
    return tuple(sorted(_in_its_year(case, day) for day in deeds))


def _is_as_of(statement: Statement, day: Stated) -> bool:
    """«Выполнено на 12.04»: so it stands on that day."""
    return statement.sign is Sign.CLOSED and day.before == "на"


def is_yet_to_carry_out(statement: Statement, day: Stated) -> bool:
    """«Утверждено, проведение 11.06»: the day is not that of the decision beside it."""
    return day.before in _CARRYING_OUT and _DECISION.match(statement.words) is not None


def _in_its_year(case: Case, day: Stated) -> date:
    """A deed's day without a year may lie in the January after a plan that ends in December."""
    starts = case.deadline.starts
    # Half a year: a day less early than that is rather work begun ahead of its time.
    if not day.yearless or starts is None or (starts - day.last).days < 183:
        return day.last
    later = shifted(day.last, 12)
    return later if later <= case.today else day.last


def target_day(statement: Statement) -> date | None:
    """The last day of what a statement moves something to: «с апреля на май» is 31 May."""
    days = [day for day in statement.days if day.before not in _NOT_A_TARGET]
    chosen = next((day for day in days if day.before in _TO), days[0] if days else None)
    if chosen is None:
        return None
    later = (day for day in days if day.start >= chosen.end and day is not chosen)
    following = next(later, None)
    if following and statement.words[chosen.end : following.start].strip() in _JOINT:
        chosen = following
    return chosen.last


def asked_day(case: Case) -> date | None:
    """The day by which an outside request wants its answer, if the status says it."""
    asked = (
        day.last
        for statement in case.statements
        for day in statement.days
        if day.before in _ASKED_BY or re.match("срок|ответ", statement.label)
    )
    return max(asked, default=None)


def _document_days(evidence: tuple[str, ...], year: int) -> tuple[Stated, ...]:
    return tuple(day for proof in evidence for day in read_days(fold(proof), year=year)[0])


def answer(
    case: Case,
    meaning: Meaning,
    by: Iterable[Statement],
    *,
    on: date | None = None,
    rule: str = "",
) -> Progress:
    """The meaning that the statements `by` gave; its rule is the first of theirs, else `rule`."""
    rule = next((statement.rule for statement in by if statement.rule), rule)
    return Progress(text=case.text, meaning=meaning, on=on, rule=rule, evidence=case.evidence)


def unclear(case: Case, code: str, *, quote: str = "", hint: Words = "") -> Progress:
    """No meaning, and the doubt that a person should settle."""
    return Progress(
        text=case.text,
        meaning=Meaning.UNCLEAR,
        evidence=case.evidence,
        doubts=(doubt(case, code, quote=quote, hint=hint),),
    )


def doubt(case: Case, code: str, *, quote: str = "", hint: Words = "", advice: Words = "") -> Doubt:
    """A doubt about the whole cell or a `quote` from it; `hint` is a fact for its sentence."""
    return Doubt(code=code, quote=quote or case.text, hint=hint, advice=advice)
