"""The two lines that a mail program shows of a letter: its subject, and the worst item in words."""

from collections.abc import Iterator, Sequence

from sheetsync.digest.alert_sections import alert_words
from sheetsync.digest.figures import sum_of_the_plan
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.news_sections import news_in_short, news_words
from sheetsync.digest.paragraphs import greeting
from sheetsync.digest.render_context import RenderContext
from sheetsync.digest.standing import standing
from sheetsync.digest.subject_counts import SubjectPart, counted, of_all
from sheetsync.model import AlertKind, Digest, Item, PlanPeriod, StageKind, State, Topic
from sheetsync.model.language import Language, marked
from sheetsync.words.clipping import clip

_LIMIT = 60  # characters: phones show less, nobody shows more
_COUNTED = (
    *(Topic.OVERDUE, Topic.DUE_SOON, Topic.ASK, Topic.WAITING, Topic.UNREAD),
    *(Topic.UPCOMING, Topic.ONGOING),
)
# What has no number.
_ALERTS = {
    AlertKind.FAILED: marked("the sheet is out of reach"),
    AlertKind.GUARD: marked("please check the sheet"),
    AlertKind.RESTORED: marked("the run works again"),
    AlertKind.TOO_LATE: marked("the plan is over"),
    AlertKind.BESIDE: marked("summary beside the workbook"),
}

# Of a letter that tells nothing else.
_ONLY = {
    AlertKind.ESCALATED: marked("{measure} – long overdue"),
    AlertKind.VANISHED: marked("{measure} – overdue and gone"),
    AlertKind.SILENT: marked("{measure} – no answer"),
    AlertKind.GROUNDLESS: marked("{measure} – postponed without a document"),
    AlertKind.FINDING: marked("{measure} – a remark"),
    AlertKind.NO_REPORT: marked("{measure} – no result"),
}


def subject(digest: Digest, context: RenderContext) -> str:
    """At most 60 characters, the news first; what does not fit any more is left out."""
    words = subject_prefix(context.plan.period, context.language)
    parts = list(_parts(digest, context))
    if not parts:
        return words.rstrip(": ")
    brief = [part.brief for part in parts]
    # Of as many that fit, those that say once that measures are counted.
    told = max(_fitting(words, _whole_once(parts)), _fitting(words, brief), key=len)
    # Numbers of measures have commas between them.
    return words + ("; " if any(", " in part for part in told) else ", ").join(told)


def subject_prefix(period: PlanPeriod, language: Language) -> str:
    """How every subject of the plan's letters begins."""
    return language.gettext("Plan {year}: ").format(year=period.label)


def _whole_once(parts: Sequence[SubjectPart]) -> list[str]:
    """The parts, the first that has more than its brief words whole."""
    first = next((at for at, part in enumerate(parts) if part.whole != part.brief), len(parts))
    return [part.whole if at <= first else part.brief for at, part in enumerate(parts)]


def _fitting(words: str, parts: Sequence[str]) -> list[str]:
    """As many of the parts, the first of which is cut, as a subject holds behind the words."""
    fitting = [clip(parts[0], _LIMIT - len(words))]
    for part in parts[1:]:
        if len(words + ", ".join((*fitting, part))) > _LIMIT:
            break
        fitting.append(part)
    return fitting


def preheader(digest: Digest, context: RenderContext) -> str:
    """The worst item in words, or else how it opens: mail programs show it beside the subject."""
    focus = STYLES[digest.kind].focus
    if focus is Focus.PLAN:
        return sum_of_the_plan(digest, context)
    if focus is Focus.ALERTS and digest.alerts:
        order = list(AlertKind)
        worst = min(digest.alerts, key=lambda alert: order.index(alert.kind))
        return alert_words(worst, context)
    if digest.trigger == "news" and digest.news:
        return news_words(digest.news[0], context)
    return _worst_item(digest, context)


def _worst_item(digest: Digest, context: RenderContext) -> str:
    for topic, digest_items in digest.topics.items():
        state = standing(digest_items[0], topic, context)
        told = context.named(digest_items[0].item)
        return f"{told} – {state}" if state else told
    others = [news_words(news, context) for news in digest.news[:1]]
    others += [alert_words(alert, context) for alert in digest.alerts[:1]]
    return next(iter((*others, *greeting(digest, context))), "")


def _parts(digest: Digest, context: RenderContext) -> Iterator[SubjectPart]:
    style = STYLES[digest.kind]
    if style.focus is Focus.PLAN:
        yield from _for_the_chair(digest, context)
        return
    first = list(_what_is_new(digest, context))
    yield from first
    counts = {topic: digest.count(topic) for topic in _COUNTED}
    counts[Topic.DUE_SOON] -= len(
        {item.measure.row for item in _ending_today(digest)}
    )  # they are named
    counts = {topic: count for topic, count in counts.items() if count > 0}
    # What nothing is asked about is said only where there is nothing else to say.
    told = [topic for topic in counts if not topic.quiet] or (() if first else counts)
    yield from (counted(topic, counts[topic], context.language) for topic in told)
    yield from map(_as_it_is, _with_others(digest, context))


def _what_is_new(digest: Digest, context: RenderContext) -> Iterator[SubjectPart]:
    """What called for the letter."""
    gettext, style = context.gettext, STYLES[digest.kind]
    if style.subject_begins:
        yield _as_it_is(gettext(style.subject_begins))
        yield from _led_parts(digest, context)
    if style.focus is Focus.ALERTS:
        yield from _alert_parts(digest, context)
    if digest.trigger == "news" and digest.news:
        yield _as_it_is(_news_words(digest, context))
    if ending := _ending_today(digest):
        names = context.numbers(item.measure for item in ending)
        yield _as_it_is(gettext("last day of {measure}", measure=names))


def _as_it_is(words: str) -> SubjectPart:
    return SubjectPart(words, words)


def _alert_parts(digest: Digest, context: RenderContext) -> Iterator[SubjectPart]:
    gettext = context.gettext
    if len(digest.alerts) == 1:
        (alert,) = digest.alerts
        about = alert.item.measure if alert.item else alert.line or alert.finding
        if about and about.row and alert.kind in _ONLY:
            named = context.numbers([about])
            yield _as_it_is(gettext(_ONLY[alert.kind], measure=named))
            return
    alerted = {kind: count for kind in AlertKind if (count := digest.alerted(kind))}
    for kind, count in alerted.items():
        if words := _ALERTS.get(kind):
            yield _as_it_is(gettext(words))
        else:
            yield counted(kind, count, context.language)


def _led_parts(digest: Digest, context: RenderContext) -> Iterator[SubjectPart]:
    """What a first letter is about where nothing presses: how much there is, and the next day."""
    led = digest.led()
    if not led or digest.count(Topic.OVERDUE) or digest.count(Topic.DUE_SOON):
        return
    count = len({item.measure.row for item in led})
    yield _as_it_is(context.ngettext("you lead {n} measure", "you lead {n} measures", count))
    if days := [item.due for item in led if item.due and item.state is State.UPCOMING]:
        said = marked("next due {day}") if count > 1 else marked("due {day}")
        yield _as_it_is(context.gettext(said, day=context.day(min(days))))


def _with_others(digest: Digest, context: RenderContext) -> Iterator[str]:
    ngettext = context.ngettext
    if asked := digest.count(Topic.REQUEST):
        yield ngettext("please report on {n} measure", "please report on {n} measures", asked)
    if helped := digest.count(Topic.HELPING):
        yield ngettext("you help with {n} measure", "you help with {n} measures", helped)


def _for_the_chair(digest: Digest, context: RenderContext) -> Iterator[SubjectPart]:
    yield from of_all(digest.standing or {}, context.language)
    silent = {
        digest_item.item.measure.row for digest_item in digest.topics.get(Topic.ESCALATED, ())
    }
    if silent:
        yield counted(AlertKind.ESCALATED, len(silent), context.language)


def _news_words(digest: Digest, context: RenderContext) -> str:
    first, more = news_in_short(digest.news[0], context), len(digest.news) - 1
    if not more:
        return first
    return context.ngettext(
        "{news} and {n} more change", "{news} and {n} more changes", more, news=first
    )


def _ending_today(digest: Digest) -> list[Item]:
    """What ends today is the news where it called for the letter."""
    if digest.trigger != StageKind.LAST_DAY.named():
        return []
    due = digest.topics.get(Topic.DUE_SOON, ())
    new = (one.item for one in due if one.kind is StageKind.LAST_DAY and one.new)
    return [item for item in new if item.due and item.due >= digest.today]
