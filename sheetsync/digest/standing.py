"""Says how an item stands: how late it is or how long it has, and the mark in the sheet."""

from datetime import date

from sheetsync.digest.desk import Occasion
from sheetsync.digest.names import mark, quoted
from sheetsync.model import DeadlineKind, Item, Meaning, Mention, Role, State, Topic
from sheetsync.model.language import marked
from sheetsync.words.cleaning import fold

_REQUESTS = ("запрос", "request")


def standing(mention: Mention, topic: Topic, occasion: Occasion) -> str:
    """One short line, "" where there is nothing to say; the words follow the stage (POLICY)."""
    words = _words(mention, topic, occasion)
    return "; ".join(filter(None, (words, _missed(mention.missed, occasion))))


def silence(item: Item, last_word: date | None, occasion: Occasion) -> str:
    """How long nothing was marked: «без отметки 94 дня (последняя 30 января: «…»)»."""
    language, text = occasion.language, item.measure.progress.text
    if not last_word:
        return mark(text, language) if text else language.gettext("no mark")
    days = occasion.days((occasion.today - last_word).days)
    last = occasion.day(last_word)
    said = language.gettext("no mark for {days} (the last one {last})")
    if last_word == occasion.desk.began:
        # It stood there at the first look, since nobody knows when.
        said = language.gettext("no new mark for {days} (the last one by {last})")
    if text:
        last = f"{last}: {quoted(text, language, limit=80)}"
    return said.format(days=days, last=last)


def late(item: Item, occasion: Occasion) -> str:
    """How many days it is overdue."""
    days = occasion.days(item.late_days)
    return occasion.language.gettext("{days} overdue").format(days=days)


def last_mark(item: Item, last_word: date | None, occasion: Occasion) -> str:
    """The mark that stands in the sheet and its day: «отметка 12 апреля: «в работе»»."""
    if item.measure.progress.meaning is Meaning.BLANK or not last_word:
        return present_mark(item, occasion)
    said = occasion.language.gettext("marked {words} on {day}")
    if last_word == occasion.desk.began:
        said = occasion.language.gettext("marked {words} by {day}")
    words = quoted(item.measure.progress.text, occasion.language, limit=60)
    return said.format(words=words, day=occasion.day(last_word))


def present_mark(item: Item, occasion: Occasion) -> str:
    """The mark that stands in the sheet, or that there is none."""
    progress = item.measure.progress
    if progress.meaning is Meaning.BLANK:
        return occasion.language.gettext("no mark")
    return mark(progress.text, occasion.language)


def _words(mention: Mention, topic: Topic, occasion: Occasion) -> str:
    match topic:
        case Topic.REQUEST:
            return ""
        case Topic.ASK:
            return _asked(mention, occasion)
        case Topic.WAITING:
            return _waiting(mention, occasion)
    return _dated(mention, occasion)


def _dated(mention: Mention, occasion: Occasion) -> str:
    item, gettext = mention.item, occasion.language.gettext
    if item.state is State.UNREAD:
        if not item.said:
            return gettext("please write the deadline into the sheet")
        return gettext("the deadline could not be understood, please correct it in the sheet")
    if item.state is State.OVERDUE:
        return f"{_ended(mention, occasion)}, {present_mark(item, occasion)}"
    if item.state is State.DUE and item.due:
        return f"{_left(mention, item.due, occasion)}, {present_mark(item, occasion)}"
    blank = item.measure.progress.meaning is Meaning.BLANK
    return "" if blank else present_mark(item, occasion)


def _ended(mention: Mention, occasion: Occasion) -> str:
    """In the days of grace only the fact."""
    if mention.role is Role.LEAD and mention.overdue:
        return late(mention.item, occasion)
    return occasion.language.gettext("the last day has passed")


def _left(mention: Mention, due: date, occasion: Occasion) -> str:
    gettext, left = occasion.language.gettext, (due - occasion.today).days
    if left == 0:
        return gettext("today is the last day")
    if mention.stage == "last-day":
        day = occasion.language.weekday(due)
        return gettext("the last day is {day}; today is the last working day before it").format(
            day=day
        )
    return gettext("{days} left").format(days=occasion.days(left))


def _asked(mention: Mention, occasion: Occasion) -> str:
    gettext, stage = occasion.language.gettext, mention.stage
    told = silence(mention.item, mention.last_word, occasion)
    asked = ""
    if stage.startswith("close"):
        asked = gettext("please sum up the year: what was done, and when")
    elif mention.asked:
        asked = gettext("we ask once more: what has been done")
    return "; ".join(filter(None, (asked, told)))


def _waiting(mention: Mention, occasion: Occasion) -> str:
    """What the lead is asked, and the mark; without a stage only the mark."""
    item, gettext = mention.item, occasion.language.gettext
    blank = item.measure.progress.meaning is Meaning.BLANK
    noted = "" if blank else present_mark(item, occasion)
    if mention.stage.startswith("close"):
        asked = gettext("please sum up the year: did it come to this")
    elif mention.stage:
        asked = gettext(_question(item))
    else:
        asked = "" if noted else gettext("the date is not known yet")
    return "; ".join(filter(None, (asked, noted)))


def _question(item: Item) -> str:
    """In English, to be looked up."""
    deadline = item.measure.deadline
    if deadline.kind is DeadlineKind.RELATIVE:
        return marked("has it come to this?")
    if any(request in fold(item.said) for request in _REQUESTS):
        return marked("has the request come?")
    return marked("is the date known?")


def _missed(count: int, occasion: Occasion) -> str:
    if not count:
        return ""
    return occasion.language.ngettext(
        "{n} earlier deadline is not marked either",
        "{n} earlier deadlines are not marked either",
        count,
    ).format(n=count)
