"""What the words of «Сроки» mean: one phrase to a Deadline, or to an honest doubt."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial, reduce

from sheetsync.model import NO_WORDINGS, OPEN, Deadline, DeadlineKind, Doubt, PlanPeriod, Wordings
from sheetsync.model.language import Message, Words, gettext_lazy, joined
from sheetsync.words.cleaning import has_cyrillic, in_one_alphabet
from sheetsync.words.date_order import in_both_orders
from sheetsync.words.days import LEAP, NoSuchDay, OutOfCalendar
from sheetsync.words.deadline_explained import sense_of
from sheetsync.words.grammar.blanks import STRUCK, blanked
from sheetsync.words.grammar.clauses import Content
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.events import Relative
from sheetsync.words.grammar.frames import begins_with_bullet, name_at, unframed
from sheetsync.words.grammar.left_over import LeftOver
from sheetsync.words.grammar.lexemes import lexemes, mend
from sheetsync.words.grammar.parses import NotUnderstood, Parse, parses
from sheetsync.words.grammar.remarks import Remark
from sheetsync.words.grammar.tokens import visible, with_figures
from sheetsync.words.grammar.torn import rejoined
from sheetsync.words.grammar.waits import Waiting
from sheetsync.words.occurrence_names import occurrence_words
from sheetsync.words.pattern import pattern
from sheetsync.words.spelled_out import spelled_out
from sheetsync.words.timing.meaning import meaning_of, unused
from sheetsync.words.timing.phrase import turned
from sheetsync.words.timing.rules import UNSET, Meant
from sheetsync.words.vocabulary import Morphology, Vocabulary
from sheetsync.words.wordings import phrase_key, settled_rule, with_offer

_ADVICE = gettext_lazy("Write a month (“April”), a day (“by 15 May”) or “all year round”.")
_ONE_READING = gettext_lazy("Write it so that only one of them is left.")
_BREAK = re.compile(r"\s*[\n\t|•]\s*")
_YEAR_BELOW = pattern(r"(?<=[а-яё]{3})\s*\n\s*(?=20\d\d(?: ?г\.?)?\s*\Z)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# No deadline is longer; to look for one in a longer cell would hold a run up.
_LONGEST = 8000  # signs


@lru_cache(maxsize=4096)  # a plan says the same day after day
def read_deadline(
    text: str,
    *,
    year: int,
    period: PlanPeriod | None = None,
    wordings: Wordings = NO_WORDINGS,
    morphology: Morphology | None = None,
) -> Deadline:
    """The deadline that a cell's words name in the plan's period; never raises.

    `period` is the calendar year `year` where it is not given. Words that fit no rule, that can be
    read as two different days, or that fit with something left over that could change the meaning
    give `unreadable` with a doubt; an empty text gives `unreadable` without one. A slip of one
    letter is read as the word it is nearest to and reported beside the answer; so are plain words
    beside a time. `wordings` are what the organisation has settled about words of its own, which
    nothing else overrules; with `morphology` more is known to be plain, «май (последний звонок)».
    """
    plan = period or PlanPeriod.of_year(year)
    whole = rejoined(unframed(in_one_alphabet(text)))
    if len(whole) <= _LONGEST:
        whole = spelled_out(whole)
    line = unframed(visible(_BREAK.sub(" ", whole)))
    if not line:
        return _unreadable(text)
    settled = dict(wordings.deadlines).get(phrase_key(text))
    if settled:
        return _settled(text, settled, plan, wordings)
    if len(line) > _LONGEST:
        return _unreadable(text, _puzzle(text, line))
    words = Vocabulary.of(morphology) if morphology else None
    spoken = [each for one in _ways(whole, line) for each in _spoken(one, plan, wordings, words)]
    found = [_read(text, cursor) for cursor in spoken]
    # Only where no parse uses every word: a remark must not hide what a rule can read.
    if not any(map(_is_answer, found)):
        found += [_read(text, cursor, with_remarks=True) for cursor in spoken]
    first = next(filter(_is_answer, found), found[0])
    if any(doubt.code == "deadline-ambiguous" for doubt in first.doubts):
        # Its breaks may tell which of two readings is meant: "февраль⏎апрель" is a list.
        listed = next((one for one in found if one.rule), first)
        return first if _spans_plan(listed, plan) else listed
    return first


def _spans_plan(listed: Deadline, plan: PlanPeriod) -> bool:
    """Of its first and its last month, the dash between them may be what got lost in the break."""
    months = [(each.due.year, each.due.month) for each in listed.occurrences]
    return months == [(day.year, day.month) for day in (plan.starts, plan.ends)]


def read_in_any_year(text: str) -> Deadline:
    """What the words say by themselves, whatever year they are of: as `read_deadline` in `LEAP`.

    Its days tell month and day; those of a text that names its year, that too.
    """
    found = read_deadline(text, year=LEAP)
    years = () if found.rule else {*_YEAR.findall(text)}
    # A day of 2008 is past reading in a plan of `LEAP`.
    return read_deadline(text, year=int(*years)) if len(years) == 1 else found


def is_beyond_doubt(text: str) -> bool:
    """Whether the words are a deadline, and nothing of them is asked about."""
    read = read_in_any_year(text)
    return read.kind is not DeadlineKind.UNREADABLE and not read.doubts


def read_undecided(
    text: str,
    *,
    year: int,
    period: PlanPeriod | None = None,
    wordings: Wordings = NO_WORDINGS,
    morphology: Morphology | None = None,
) -> Deadline:
    """As `read_deadline`, where nobody knows which number of a date is its day: both are tried."""
    read = partial(read_deadline, year=year, period=period, morphology=morphology)
    if phrase_key(text) in dict(wordings.deadlines):
        return read(text, wordings=wordings)
    plan = period or PlanPeriod.of_year(year)
    return _in_either_order(text, plan, partial(read, wordings=wordings))


def _ways(text: str, line: str) -> tuple[str, ...]:
    """The text as one line and, where it has breaks, as a list of what stands between them."""
    if not _BREAK.search(text):
        return (line,)
    parts = [unframed(part) for part in _BREAK.split(_YEAR_BELOW.sub(" ", text))]
    listed = visible("; ".join(part for part in parts if part))
    bulleted = sum(map(begins_with_bullet, text.splitlines())) > 1  # no dash of theirs is a range
    return (listed,) if bulleted else tuple(dict.fromkeys((line, listed)))


def _spoken(
    line: str, plan: PlanPeriod, wordings: Wordings, vocabulary: Vocabulary | None
) -> list[Cursor]:
    """The line as it stands and, where that differs, with its slips mended."""
    heard = lexemes(with_figures(blanked(line)))
    mended = mend(heard, line)
    ways = (heard,) if mended == heard else (heard, mended)
    return [Cursor(line, words, plan, wordings, vocabulary) for words in ways]


def _settled(text: str, words: str, plan: PlanPeriod, wordings: Wordings) -> Deadline:
    """What the organisation has settled the text to mean, by a rule of that name."""
    rule = settled_rule(words)
    if words == OPEN:
        return Deadline(text=text, kind=DeadlineKind.OPEN, rule=settled_rule(UNSET.name))
    # Without the settled words: a phrase settled to mean itself would recurse for ever.
    meant = read_deadline(
        words, year=plan.starts.year, period=plan, wordings=replace(wordings, deadlines=())
    )
    return replace(meant, text=text, rule=rule if meant.rule else "")


def _in_either_order(text: str, plan: PlanPeriod, read: Callable[[str], Deadline]) -> Deadline:
    """What a text means whose dates may have the day first or the month; two meanings are none."""
    found = [replace(read(way), text=text) for way in in_both_orders(text, plan)]
    known = [deadline for deadline in found if deadline.rule]
    if len(known) < 2:  # "8/5/2026 - 7/6/2026" can only have the day first
        return known[0] if known else read(text)
    first = known[0].starts or (known[0].occurrences[0].due if known[0].occurrences else None)
    if first is None:
        return read(text)
    senses: list[Words] = []
    for deadline in known:
        senses += [sense] if (sense := sense_of(deadline)) not in senses else []
    if len(senses) == 1:
        return known[0]
    advice = gettext_lazy(
        "Write the month as a word or begin with the year, for example “{words}” or “{figures}”.",
        words=first,
        figures=first.isoformat(),
    )
    return _unreadable(text, _riddle(text, visible(text), senses, advice=advice))


def _read(text: str, cursor: Cursor, *, with_remarks: bool = False) -> Deadline:
    """What all parses of the lexemes agree on, with every way in which they can fail as a doubt.

    Readings that contradict themselves do not count. Of two due dates neither is believed.
    """
    senses: list[tuple[Parse, Meant]] = []
    wordings = cursor.wordings
    try:
        for parse in parses(cursor, with_remarks=with_remarks):
            try:
                meant = meaning_of(parse, cursor.plan, fiscal_month=wordings.fiscal_month)
            except NoSuchDay as wrong:
                if not senses:
                    return _unreadable(text, _contradiction(wrong, text))
            else:
                senses += [(parse, meant)] if meant else []
    except NotUnderstood as left:
        return _unreadable(text, _puzzle(text, left.quote))
    except NoSuchDay as wrong:  # a fiscal year that nobody has said the beginning of
        return _unreadable(text, _contradiction(wrong, text))
    except OutOfCalendar:
        senses = []
    if not senses:
        return _unreadable(text, _puzzle(text, cursor.line))
    found = [_deadline(text, cursor, *sense) for sense in senses]
    dates = {
        (deadline.due, *(occurrence.due for occurrence in deadline.occurrences)): sense_of(deadline)
        for deadline in found
        if deadline.due
    }
    if len(dates) > 1:
        return _unreadable(text, _riddle(text, cursor.line, dates.values()))
    return found[0]


def _deadline(text: str, cursor: Cursor, parse: Parse, meant: Meant) -> Deadline:
    deadline = Deadline(
        text=text,
        kind=meant.kind,
        rule=meant.rule.name,
        starts=meant.starts,
        due=meant.due,
        occurrences=meant.occurrences,
        waits_for=meant.waits_for,
        unused=(
            *STRUCK.findall(cursor.line),
            *(name_at(one, cursor.line) for one in unused(parse, meant)),
        ),
        doubts=(*_slips(cursor), *_turned(parse, meant, cursor)),
    )
    # Of work that goes on all year, "по мере необходимости" leaves nothing out.
    all_year = meant.kind is DeadlineKind.YEAR_ROUND
    doubtful = (LeftOver,) if all_year else (LeftOver, Waiting, Relative)
    quotes = [
        name_at(each.quote, cursor.line)
        for each in parse
        if isinstance(each.content, doubtful) or _hedges(each.content)
    ]
    # Text, not a message: by it a remark is known again.
    left = ", ".join(f"«{one}»" if has_cyrillic(text) else f"“{one}”" for one in quotes)
    if not left or deadline.due is None:
        return deadline
    remark = Doubt(code="deadline-remark", quote=left, hint=sense_of(deadline))
    return replace(deadline, doubts=(*deadline.doubts, remark))


def _hedges(content: Content) -> bool:
    return isinstance(content, Remark) and content.hedges


def _turned(parse: Parse, meant: Meant, cursor: Cursor) -> tuple[Doubt, ...]:
    """The question whether a list or range that runs backwards is meant to end the year after."""
    if meant.due is None or meant.due <= cursor.plan.ends:
        return ()
    labels = turned(parse, cursor.plan)
    hint: Words = ", ".join(labels)
    if not has_cyrillic(cursor.line):
        hint = joined(", ", map(occurrence_words, labels))
    return (Doubt(code="deadline-next-year", quote=cursor.line, hint=hint),) if labels else ()


def _slips(cursor: Cursor) -> list[Doubt]:
    slips = [lexeme for lexeme in cursor.spoken if lexeme.mended]
    return [
        Doubt(code="deadline-typo", quote=cursor.line[slip.start : slip.end], hint=slip.mended)
        for slip in slips
    ]


def _puzzle(text: str, quote: str) -> Doubt:
    advice = with_offer(_ADVICE, visible(text))
    return Doubt(code="deadline-not-understood", quote=quote, advice=advice)


def _riddle(
    text: str, quote: str, meant: Iterable[Words], *, advice: Message = _ONE_READING
) -> Doubt:
    quoted = (gettext_lazy("“{words}”", words=sense) for sense in meant)
    both = reduce(lambda a, b: gettext_lazy("{one} or {other}", one=a, other=b), quoted)
    offered = with_offer(advice, visible(text))
    return Doubt(code="deadline-ambiguous", quote=quote, hint=both, advice=offered)


def _contradiction(wrong: NoSuchDay, text: str) -> Doubt:
    # Our own labels are Russian: beside English words the cell's own are quoted.
    quote = wrong.quote if wrong.quote.isascii() or has_cyrillic(text) else visible(text)
    return Doubt(code=wrong.code, quote=quote, hint=wrong.fact, advice=wrong.advice)


def _is_answer(deadline: Deadline) -> bool:
    """It was understood, or there is more to say than that it was not."""
    puzzled = any(doubt.code == "deadline-not-understood" for doubt in deadline.doubts)
    return not puzzled


def _unreadable(text: str, *doubts: Doubt) -> Deadline:
    return Deadline(text=text, kind=DeadlineKind.UNREADABLE, rule="", doubts=doubts)
