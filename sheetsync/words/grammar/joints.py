"""Whether two clauses can stand beside each other: what the words and marks between them say."""

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import fold
from sheetsync.words.grammar.clauses import AllYear, Clause
from sheetsync.words.grammar.events import SAID_TO, Relative
from sheetsync.words.grammar.left_over import LeftOver
from sheetsync.words.grammar.month_days import DayOfMonth
from sheetsync.words.grammar.point import YEARS, Edge, Scale
from sheetsync.words.grammar.remarks import Name, Remark
from sheetsync.words.grammar.repeats import Frequency
from sheetsync.words.grammar.times import Bound, Periods
from sheetsync.words.grammar.waits import Waiting
from sheetsync.words.grammar.weekdays import OnWeekday
from sheetsync.words.lexicon.beside import is_dated_paper
from sheetsync.words.lexicon.kinds import DAYS, Kind, Wait
from sheetsync.words.lexicon.replaced import is_moved

# Times beside these are others: of illness, of a validity, of a report.
_OF_OTHERS = (
    *("в случае", "in case", "in the event", "until further"),
    *("в отсутствие", "до отмен", "до особого", "при перенос", "при отмен"),
    *("срок действия", "срока действия", "период отч", "период сравн", "базов", "уточнить"),
    *("срок уточнить", "сроки уточнить", "дата уточнить"),
)
_OF_CLAUSES = (Kind.WHEN, Kind.TIMES)
_LABELLING = frozenset({Kind.DASH, Kind.COLON})
_LIMITED = ("крайн", "предельн")
# How a whole year begins where it says when: "в течение 2026 года", "during 2026".
_ALL_OF = (
    *("в т", "втеч", "в прод", "на прот", "весь", "до", "к ", "не ", "с "),
    *("during", "thr", "within", "over", "by ", "every", "each"),
)
_BARE_TIMES = (*DAYS, Kind.MONTH, Kind.ORDINAL, Kind.OF)
_AGREED = (Wait.PLAN, Wait.REQUEST, Wait.TERM)  # "по графику в мае", "по согласованию в мае"
_URGENT = ("срочно", "немедленно", "urgent", "urgently")
_NONE = ("no ", "none", "нет ", "без ")
# A time that begins with one of these is no name: "прием заявок до 5 мая", "pilot in May".
_HEADS_OF_TIMES = (Kind.UNTIL, Kind.IN, Kind.SINCE, Kind.NOT_BEFORE, Kind.START, Kind.END)


@frozen_positional
class Step:
    """One clause that can begin at a place, the joints before it, and where it ends."""

    clause: Clause
    joints: frozenset[Kind]
    opens: Kind  # the kind of its first lexeme
    short_day: bool  # that is "12.05"
    quoted: bool  # it stands in quotation marks: «Май» is a name
    end: int
    cost: int  # lexemes that only name something or are left over


def follows(before: Step, after: Step, last: Step | None = None) -> bool:
    """The second clause can stand behind the first with these joints between them.

    Two lists without a comma are neither a list nor a range: "1 мая – 2 июня – 3 июля", with
    words between them or without.
    """
    first, second = before.clause.content, after.clause.content
    if isinstance(second, Periods):
        if isinstance(first, Waiting | Relative):
            return not _belongs_to_wait(before, after, second)
        if isinstance(first, AllYear) and before.opens is Kind.WHICH:
            return after.joints.isdisjoint(_LABELLING)  # "отчетный период – май"
        if isinstance(first, AllYear) and Kind.COLON in after.joints:
            return False
        if isinstance(first, Periods):
            if Kind.SLASH in after.joints and _one_of_two(first, second):
                return False
            parted = not after.joints <= {Kind.DASH} and Kind.COLON not in after.joints
            return parted or _spans_years(second)  # "весной и осенью: апрель, сентябрь" is unclear
        return not _belongs_to_words(before, after)
    if isinstance(first, Periods) and _is_of_next(after, last):
        return False
    headed = isinstance(second, Name | LeftOver) and after.joints & _LABELLING
    if headed and _names_year(before.clause):
        return False  # "2025/2026 уч. г. – итоги"
    if not isinstance(first, Periods) or after.joints:
        return not _towards(before, after)
    return not _qualifies(first, after) and _may_follow(first, after, last)


def _is_of_next(between: Step, last: Step | None) -> bool:
    """Between two times it says something of the second: "вт 12 мая – чт 14 мая".

    So in "1 мая, перенесено на 15 мая", where nobody knows which of the two holds now.
    """
    if last is None or not isinstance(last.clause.content, Periods):
        return False
    apart = last.joints and Kind.DASH not in last.joints  # "11 мая (пн) – 15 мая (пт)" is a range
    weekday = isinstance(between.clause.content, OnWeekday) and not apart
    remark = isinstance(between.clause.content, Remark)
    return weekday or (remark and _tells_day(between))


def _one_of_two(first: Periods, second: Periods) -> bool:
    """As in "апрель/май": both, one of them or from the one to the other, nobody knows.

    So of two whole dates, "15.02.2026 / 14.02.2026", which may be the plan's and the real one.
    """
    before, then = first.points[-1], second.points[0]
    if before.scale is then.scale is Scale.DAY:
        days = ((each.month, each.number) for each in (before, then))
        return bool(before.year and then.year) or next(days) > next(days)
    return before.scale is then.scale is Scale.MONTH and then.month == before.month + 1


def _qualifies(times: Periods, after: Step) -> bool:
    """Without a mark between them it may say which of those times is meant, or not even them.

    As in "Fall 2026 semester", "II квартал после ремонта", "май, июнь 1 декада".
    """
    match after.clause.content:
        case Waiting(wait=Wait.OWN_TERM, what=what):
            return what == after.clause.quote
        case Waiting(wait=wait):
            return wait is Wait.AFTERWARDS
        case DayOfMonth(part=part):
            return part is not None and len(times.items) > 1
    return False


def _may_follow(times: Periods, after: Step, last: Step | None) -> bool:
    words = after.clause.content
    if isinstance(words, Remark) and after.opens is Kind.WORD:
        # "Q1 report: April 15" is due but once, "draft: April 15. Final: May 15" twice.
        return times.points[-1].scale is Scale.DAY
    if isinstance(words, LeftOver):
        # "June report: July 15" names the report, whose day stands behind.
        parted = last is None or (bool(last.joints) and last.joints.isdisjoint(_LABELLING))
        return _touches(times, words) and parted
    return True


def _towards(before: Step, after: Step) -> bool:
    """A bare time right after what is waited for may belong to it: "по решению Совета 15 мая"."""
    waits = isinstance(before.clause.content, Waiting | Relative)
    leads = isinstance(before.clause.content, LeftOver) and before.opens is not Kind.WORD
    often = isinstance(after.clause.content, Frequency)  # "по графику 1 раз в квартал"
    return (waits or leads) and not after.joints and after.opens in _BARE_TIMES and not often


def _belongs_to_wait(waited: Step, after: Step, times: Periods) -> bool:
    """The time says more about what is waited for: "до проверки в мае", "no deadline before May".

    A plan "на I полугодие" is that time's own; one "на 2025 год" may be of long ago.
    """
    quote = waited.clause.quote.casefold()
    if any(map(is_moved, fold(quote).split())):
        return True  # "до 30.06, по просьбе подрядчика продлено до 31.07"
    if quote.startswith(_OF_OTHERS):
        return True  # "в случае болезни – 15 мая"
    if waited.opens in _OF_CLAUSES or quote.startswith("как "):
        # "когда сойдёт снег, но не позднее 1 мая"; "когда утвердят, в мае" may be of either
        return after.opens is not Kind.UNTIL or not after.joints
    if after.joints or _is_day_of_event(waited, times):
        return False
    if quote in _URGENT:
        return False
    if quote.startswith(_NONE) or after.opens in _BARE_TIMES:
        return True
    if quote.startswith("при ") and after.opens is Kind.UNTIL:
        return True  # "при поступлении заявки до 15 мая"
    years = any(point.year for point in times.points)
    planned = isinstance(waited.clause.content, Waiting) and waited.clause.content.wait in _AGREED
    return after.opens is Kind.IN and (years or not planned)


def _is_day_of_event(waited: Step, times: Periods) -> bool:
    """As in "к педсовету 26.03": by the day on which it is held; a paper's day is its own."""
    quote = waited.clause.quote.casefold()
    towards = quote.startswith((*SAID_TO, "by ")) and isinstance(waited.clause.content, Relative)
    return towards and times.is_day and not any(map(is_dated_paper, quote.split()))


def _belongs_to_words(before: Step, after: Step) -> bool:
    """The time is a number or a name of the words before it, "каб. 12.05", or is doubted."""
    words = before.clause.content
    if before.opens is Kind.QUESTION:
        return True  # "май? июнь?"
    labelled = isinstance(words, Remark) and before.opens is Kind.WORD
    if before.opens is Kind.REMARK and _names_year(after.clause):
        return _tells_day(before)  # "перенесено на 2027 год"
    if after.quoted and (labelled or isinstance(words, LeftOver)):
        return True  # «тема: «Зима»»
    if (labelled or isinstance(words, LeftOver)) and _names_year(after.clause):
        return True
    if not isinstance(words, LeftOver) or after.joints:
        return False
    if _towards(before, after) or after.clause.quote.startswith("на "):
        return True  # "план на май", "подписка на II полугодие"
    headed = words.known and after.opens in _HEADS_OF_TIMES
    return not (headed or words.leads) or after.quoted or after.short_day


def _touches(times: Periods, words: LeftOver) -> bool:
    """As in "June board meeting", "до 5 мая на стадионе"; not "spring cleaning", "Q1 report"."""
    month = times.points[-1].scale is Scale.MONTH
    return words.task or (month and words.meets and times.bounds == [Bound.WITHIN])


def _tells_day(remark: Step) -> bool:
    """As in "перенесено на", "крайний срок": the time behind it holds."""
    begun = fold(remark.clause.quote)
    told = begun.startswith(_LIMITED) or is_moved(begun.partition(" ")[0])
    return remark.opens is Kind.REMARK and told


def _names_year(clause: Clause) -> bool:
    """As in "итоги 2025 года", "«Лыжня – 2026»": such a year belongs to the words before it."""
    if not isinstance(clause.content, Periods):
        return False
    points = clause.content.points
    years = all(point.scale in YEARS and point.edge is Edge.NONE for point in points)
    return years and not clause.quote.casefold().startswith(_ALL_OF)


def _spans_years(periods: Periods) -> bool:
    """As in "ежегодно май 2025-2027"."""
    return all(item.names_years and len(item.points) > 1 for item in periods.items)
