"""Says how an item stands: how late it is or how long it has, and the mark in the sheet."""

from datetime import date

from sheetsync.digest.render_context import RenderContext
from sheetsync.model import (
    DeadlineKind,
    DigestItem,
    Finding,
    Item,
    Meaning,
    Role,
    Severity,
    StageKind,
    State,
    Topic,
)
from sheetsync.model.language import capital, marked, say
from sheetsync.plan.findings import suggestion_of
from sheetsync.words.cleaning import fold
from sheetsync.words.clipping import clip

_REQUESTS = ("запрос", "request")
_WHY = 100  # characters of what is wrong with a deadline


def standing(digest_item: DigestItem, topic: Topic, context: RenderContext) -> str:
    """One short line, "" for nothing to say; the stage decides (`help policy`: Stages)."""
    words = _standing_words(digest_item, topic, context)
    missed, times = _missed_words(digest_item, context), _times_moved(digest_item.moves, context)
    return "; ".join(filter(None, (words, times, missed)))


def silence(item: Item, last_word: date | None, context: RenderContext) -> str:
    """How long nothing was marked: «без отметки 94 дня (последняя 30 января: «…»)».

    "" where the sheet has no column for marks.
    """
    text = item.measure.progress.text
    if not last_word:
        return context.mark(text) if text else _no_mark(item, context)
    days = context.days((context.today - last_word).days)
    last = context.day(last_word)
    said = marked("no mark for {days} (last one: {last})")
    if last_word == context.letterhead.began:
        # It stood there at the first look, since nobody knows when.
        said = marked("no new mark for {days} (last one: {last} or earlier)")
    if text:
        last = f"{last}: {context.quoted(text, limit=80)}"
    return context.gettext(said, days=days, last=last)


def late(item: Item, context: RenderContext) -> str:
    """How many days it is overdue."""
    days = context.days(item.late_days)
    return context.gettext("{days} overdue", days=days)


def last_mark(item: Item, last_word: date | None, context: RenderContext) -> str:
    """The mark that stands in the sheet and its day: «отметка 12 апреля: «в работе»»."""
    if item.measure.progress.meaning is Meaning.BLANK or not last_word:
        return _present_mark(item, context)
    said = marked("marked {words} on {day}")
    if last_word == context.letterhead.began:
        said = marked("marked {words} on {day} or earlier")
    words = context.quoted(item.measure.progress.text, limit=60)
    return context.gettext(said, words=words, day=context.day(last_word))


def _present_mark(item: Item, context: RenderContext) -> str:
    """The mark that stands in the sheet, and whether we understand it, or that there is none.

    "" where the sheet has no column for marks.
    """
    progress = item.measure.progress
    if progress.meaning is Meaning.BLANK:
        return _no_mark(item, context)
    said = context.mark(progress.text)
    if progress.meaning is not Meaning.UNCLEAR:
        return said
    if any(doubt.code == "progress-future-fact" for doubt in progress.doubts):
        return context.gettext(
            "{mark} (read as a day to come: please check it and add the year)", mark=said
        )
    return context.gettext(
        "{mark} (not understood: please write “done” or what is left)", mark=said
    )


def _no_mark(item: Item, context: RenderContext) -> str:
    """That there is no mark; "" where there can be none, for then silence says nothing."""
    return context.gettext("no mark") if context.takes_mark(item.measure) else ""


def _standing_words(digest_item: DigestItem, topic: Topic, context: RenderContext) -> str:
    match topic:
        case Topic.REQUEST:
            return ""
        case Topic.ASK:
            return _asked_words(digest_item, context)
        case Topic.WAITING:
            return _waiting_words(digest_item, context)
    return _dated_words(digest_item, context)


def _dated_words(digest_item: DigestItem, context: RenderContext) -> str:
    item = digest_item.item
    if item.state is State.UNREAD:
        return _unread(item, context)
    if item.state is State.OVERDUE:
        stands = _time_past(digest_item, context)
    elif item.state is State.DUE_SOON and item.due:
        stands = _time_left(digest_item, item.due, context)
    else:
        return _mark_if_any(item, context)
    return ", ".join(filter(None, (stands, _present_mark(item, context))))


def _unread(item: Item, context: RenderContext) -> str:
    """What is wrong with the deadline, and what to write instead where that is known."""
    gettext, language = context.gettext, context.language
    if not item.deadline_text:
        return gettext("please enter the deadline in the sheet")
    found = next((f for f in context.plan.findings if _is_of_deadline(f, item)), None)
    if found is None or item.what:
        return gettext("we could not read the deadline, please correct it in the sheet")
    why = clip(say(found.hint, language), _WHY)
    advice = suggestion_of(found, language).rstrip(".")
    if "sheetsync" in advice:  # a command or a setting is for who looks after the plan
        advice = gettext("Write its months or days")
    advice = advice[:1].lower() + advice[1:]
    if not why:
        return gettext("the deadline could not be understood: {advice}", advice=advice)
    return gettext("the deadline is not clear ({why}): {advice}", why=why, advice=advice)


def _is_of_deadline(finding: Finding, item: Item) -> bool:
    is_deadline = finding.code.startswith("deadline-") and finding.severity is Severity.ERROR
    return is_deadline and finding.row == item.measure.row


def _time_past(digest_item: DigestItem, context: RenderContext) -> str:
    """How late it is; in the days of grace, only how long ago the last day was."""
    if digest_item.role is Role.LEAD and digest_item.says_overdue:
        return late(digest_item.item, context)
    days = context.days(digest_item.item.late_days)
    return context.gettext("deadline passed {days} ago", days=days)


def _time_left(digest_item: DigestItem, due: date, context: RenderContext) -> str:
    gettext, left = context.gettext, (due - context.today).days
    if left == 0:
        return gettext("due today")
    if digest_item.kind is StageKind.LAST_DAY:
        day = context.language.weekday(due)
        return gettext("due {day}; today is the last working day before it", day=day)
    return context.ngettext("{n} day left", "{n} days left", left)


def _asked_words(digest_item: DigestItem, context: RenderContext) -> str:
    told = silence(digest_item.item, digest_item.last_word, context)
    return "; ".join(filter(None, (told, _asked_again(digest_item, context))))


def _asked_again(digest_item: DigestItem, context: RenderContext) -> str:
    gettext, kind = context.gettext, digest_item.kind
    if kind and kind.closes:
        return gettext("please sum up the year: what was done, and when")
    if not digest_item.asked:
        return ""
    # Letters show a question for as long as it waits; it is put for the second time only once.
    if digest_item.new:
        return gettext("this is our second request")
    return gettext("we have asked twice already")


def _waiting_words(digest_item: DigestItem, context: RenderContext) -> str:
    """What the lead is asked, and the mark; without a stage only the mark."""
    item, gettext = digest_item.item, context.gettext
    noted = _mark_if_any(item, context)
    if digest_item.kind and digest_item.kind.closes:
        asked = gettext("please sum up the year: did this take place")
    elif digest_item.stage:
        asked = gettext(_question(item))
    else:
        asked = "" if noted else gettext("date not known yet")
    if asked.endswith("?") and noted:
        return f"{asked} {capital(noted)}"
    return "; ".join(filter(None, (asked, noted)))


def _mark_if_any(item: Item, context: RenderContext) -> str:
    blank = item.measure.progress.meaning is Meaning.BLANK
    return "" if blank else _present_mark(item, context)


def _question(item: Item) -> str:
    """The English question about a deadline that waits."""
    deadline = item.measure.deadline
    if deadline.kind is DeadlineKind.RELATIVE:
        return marked("has this taken place?")
    if any(request in fold(item.deadline_text) for request in _REQUESTS):
        return marked("has the request arrived?")
    return marked("is the date known yet?")


def _times_moved(moves: int, context: RenderContext) -> str:
    if moves < 2:
        return ""
    return context.gettext("moved {times}", times=context.times(moves))


def _missed_words(digest_item: DigestItem, context: RenderContext) -> str:
    count = digest_item.missed
    if not count:
        return ""
    if not context.takes_mark(digest_item.item.measure):
        return context.ngettext(
            "{n} earlier deadline has passed, too", "{n} earlier deadlines have passed, too", count
        )
    return context.ngettext(
        "{n} earlier deadline is not marked either",
        "{n} earlier deadlines are not marked either",
        count,
    )
