"""A status cut into statements, and what each of them says by itself.

«март – да, апрель – перенос» says two things of two months.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from sheetsync.model.frozen import frozen
from sheetsync.words.pattern import pattern
from sheetsync.words.signs import TICKS, unpainted
from sheetsync.words.status.clauses import clauses_of, has_content
from sheetsync.words.status.dates import Grain, Stated, read_days, without_days
from sheetsync.words.status.rules import DAY, DEEDS, MARK, SHARE, Sign
from sheetsync.words.status.words.asides import ASIDE
from sheetsync.words.status.words.counts import THOUSANDS
from sheetsync.words.status.words.decisions import DECISIONS
from sheetsync.words.status.words.doubts import DOUBT
from sheetsync.words.status.words.harmless import HARMLESS
from sheetsync.words.status.words.manner import is_hedged
from sheetsync.words.status.words.shares import (
    fractions_in,
    is_share_alone,
    shares_in,
    without_changes,
    without_plan_met,
)
from sheetsync.words.status.words.stages import STAGES

RULES = (*DECISIONS, *STAGES)
"""All rules of statements, in the order in which they are tried."""

# «Получено и роздано»: a step and the deed that it led to.
_TWO_DEEDS = pattern(
    r"\b(?:согласова[нл]|получ(?:ен|ил)|назнач(?:ен|ил)|запланирова[нл]|наме(?:чен"
    r"|тил))[аоиы]? и (?P<last>\w+)\b"
)
# Of several that postpone, the last one goes by the word alone.
_LAST = {rule.sign: rule for rule in RULES}
CANCELLED, POSTPONED = _LAST[Sign.CANCELLED], _LAST[Sign.POSTPONED]
REASSIGNED, WAITING = _LAST[Sign.REASSIGNED], _LAST[Sign.WAITING]
MERGED, NOT_DONE, PLANNED = _LAST[Sign.MERGED], _LAST[Sign.NOT_DONE], _LAST[Sign.PLANNED]
"""The rules that also name what other readings find."""

# A dash between words, a colon, or a dash that has lost its spaces before a day or a status.
_LABEL_END = pattern(
    r"\s+-+\s*|(?<=\d)-+\s+|(?<=[^\W\d_]{3})-\s+|:(?!\d)\s*|(?<=[^\W\d_]|\.)-(?=\d{1,2}\.\d)"
    r"|-(?=(?:да|нет|вып|исп|перенос|провед)\w*\b)"
)
# What stands beside a period and ticks it off: "1 кв. +", "март есть".
_MARKS = TICKS | {"есть", "имеется"}
# Deeds and states of a period: «за I квартал выполнено». A period after «перенесено» is a target.
_OF_A_PERIOD = frozenset(
    {Sign.CLOSED, Sign.FACT, Sign.PARTIAL, Sign.NOT_DONE, Sign.IN_WORK, Sign.HABIT}
)
# What follows these after a dash is the reason, whatever its words would say elsewhere.
_GIVE_REASONS = frozenset({Sign.NOT_DONE, Sign.CANCELLED, Sign.POSTPONED})
_REASONS = frozenset({Sign.NOTHING, Sign.UNSURE, Sign.WAITING, Sign.HABIT})
# Of these a share tells more than that the work goes on: «получено от 7 из 11».
_BROUGHT_IN = pattern(r"\b(?:получен|получил|собран|собрал|поступил)")
_LISTING = pattern(r"\s*(?:-|и|and|&)\s*(?:(?:за|в|for|in)\s+)?")
_BEFORE_A_PLAN = pattern(r"(?:до|на|к|ко|по|by|until|on)\W*")
_BEFORE_A_DAY = pattern(
    r"(?:факт\w*|дата|v)?\W*(?:(?:выполнени|исполнени|проведени|завершени|сдач)[еяи]\b)?\W*"
    r"(?:(?:в|во|с|со|по|и|in|on|from|to|and)\b\W*)*\W*(?:в\s+\d{1,2}[.:]\d\d)?\W*"
)
_MOST_LABELS = 5  # of one clause; more is a list of something
# What follows a verdict and is none: «нет», «0», nothing.
_DENIED = pattern(r"(?:нет|no|(?:0|ноль)(?: ?(?:%|[а-я]{2,4}\.?))?)?")
# A cross, an hourglass, «+/-»: a day with one of these beside it is none of a deed.
OTHER_SIGN = pattern(rf"[^\w\s.,:;()«»\"'№/!{''.join(TICKS)}-]|[+±] ?[/-]|[-/] ?\+|\b[xх]\b")
_OLD_PLAN = pattern(r"(?:перв|исходн|прежн|стар|был)\w*\.? (?:срок|план|дат)")
_PLAN_LABEL = pattern(r"(?:нов\w+ )?(?:срок|план|ожида|назначен|deadline|due|plan)")


@frozen
class Statement:
    """One thing that a status says: its folded words, what they say and of which part.

    `days` are those of the words; `label` is the part's name as it stands before a dash or a
    colon, "" where there is none, and `about` the period it names; `rule` gave the sign.
    """

    words: str
    sign: Sign
    rule: str
    days: tuple[Stated, ...] = ()
    label: str = ""
    about: Stated | None = None

    @property
    def in_full(self) -> str:
        """Its words behind the name of its part."""
        return f"{self.label} {self.words}".strip()

    @property
    def period(self) -> Stated | None:
        """The month, quarter or longer that the statement is about, if it names one."""
        return next(iter(self.periods), None)

    @property
    def periods(self) -> tuple[Stated, ...]:
        """That period and those listed with it: «в марте, июне и сентябре»."""
        if self.about or self.sign not in _OF_A_PERIOD:
            return (self.about,) if self.about else ()
        found = [day for day in self.days if day.grain is not Grain.DAY]
        beside = ((self.words[one.end : then.start], then) for one, then in pairwise(found))
        return (*found[:1], *(then for between, then in beside if _LISTING.fullmatch(between)))


@lru_cache(maxsize=4096)  # a plan says the same day after day
def read_statements(words: str, *, year: int) -> tuple[Statement, ...]:
    """The statements of folded `words` in order; days without a year lie in `year`."""
    statements = [found for clause in clauses_of(words) for found in _of_clause(clause, year)]
    return tuple(_with_shared_words(_with_their_days(statements)))


def _of_clause(clause: str, year: int) -> list[Statement]:
    if _LABEL_END.search(clause) and ASIDE.fullmatch(clause.strip(" .!-")):
        return [_statement(clause, year)]  # of «1 место – Сидоров» neither half stands alone
    answered = _with_its_answer(clause, year)
    if answered:
        return answered
    parts = _LABEL_END.split(clause, maxsplit=1)
    if len(parts) < 2 or not all(map(has_content, (*parts, _plain(clause)))):
        return [_statement(clause, year)]
    head, tail = (_statement(part.strip(), year) for part in parts)
    about = next((day for day in head.days if day.grain is not Grain.DAY), None)
    names_a_part = head.sign is Sign.NOTHING or (head.sign is Sign.DAYS and about)
    if tail.sign is Sign.DAYS and _OLD_PLAN.match(head.words):
        return []
    if tail.sign is Sign.DAYS and _PLAN_LABEL.match(head.words):
        moved = head.words.startswith("нов")
        rule = POSTPONED if moved else PLANNED
        return [replace(tail, sign=rule.sign, rule=rule.name)]
    if names_a_part and about and unpainted(tail.words) in _MARKS:
        return [replace(tail, sign=Sign.CLOSED, rule=MARK.name, label=head.words, about=about)]
    if names_a_part and (tail.sign is not Sign.NOTHING or not has_content(_plain(tail.words))):
        return [replace(tail, label=head.words, about=about)]
    if head.sign is Sign.DAYS and tail.sign is Sign.NOTHING:
        return [replace(head, label=tail.words)]
    if head.sign in _GIVE_REASONS and tail.sign in _REASONS and not denies(tail.words):
        return [head]
    return [head, tail]


def _with_its_answer(clause: str, year: int) -> list[Statement]:
    """A verdict and what stands last behind it: «март – выполнено: нет», «отчёт – сдан – рано»."""
    *labels, last = _LABEL_END.split(clause)
    if len(labels) > _MOST_LABELS:
        return []
    told = clause.removesuffix(last).rstrip(" -:")
    denied = told != clause and _DENIED.fullmatch(last.strip(" .-"))
    if not denied and not (_LABEL_END.search(told) and _sign(last)[0] is Sign.NOTHING):
        return []
    *before, deed = _of_clause(told, year)
    if deed.sign not in DEEDS:
        return []
    if not denied:
        return [*before, deed, _statement(last, year)]
    rule = NOT_DONE if has_content(last) else DOUBT
    return [*before, replace(deed, sign=rule.sign, rule=rule.name)]


def _plain(words: str) -> str:
    """Without what speaks of something else: «клещей не обнаружено»."""
    return HARMLESS.sub(" ", words)


def _statement(words: str, year: int) -> Statement:
    days, _ = read_days(words, year=year)
    sign, rule = _sign(words)
    if sign is Sign.NOTHING and days:
        others = unpainted(without_days(words, days)).strip(" .:-")
        whole = len(days) == 1 and days[0].grain is not Grain.DAY
        if whole and others in _MARKS:
            return _ticked(words, days[0], Sign.CLOSED)
        if whole and not others and words.rstrip().endswith("-"):  # "2 кв. -" beside "1 кв. +"
            return _ticked(words, days[0], Sign.NOT_DONE)
        sign, rule = _sign_of_days(others)
    return Statement(words=words, sign=sign, rule=rule, days=days)


def _ticked(words: str, period: Stated, sign: Sign) -> Statement:
    label = words[period.start : period.end]
    return Statement(words=words, sign=sign, rule=MARK.name, label=label, about=period)


def _sign_of_days(others: str) -> tuple[Sign, str]:
    """What a statement says that has days and the `others` words, which say nothing."""
    if OTHER_SIGN.search(others):
        return Sign.NOTHING, ""
    if _BEFORE_A_PLAN.fullmatch(others.strip()):
        return PLANNED.sign, PLANNED.name
    return (Sign.DAYS, DAY.name) if _BEFORE_A_DAY.fullmatch(others.strip()) else (Sign.NOTHING, "")


def _sign(words: str) -> tuple[Sign, str]:
    """Numbers first: «сделано на 70 %» is a part, «на 100 %» says no less than the words do."""
    words = without_changes(without_plan_met(THOUSANDS.sub("", _plain(words))))
    sign, rule = sign_of(words)
    if sign in DEEDS and is_hedged(words):
        return DOUBT.sign, DOUBT.name
    shares = shares_in(words) or (fractions_in(words) if sign in DEEDS else [])
    if not shares or not (sign in (Sign.NOTHING, *DEEDS) or _BROUGHT_IN.search(words)):
        return sign, rule
    if max(shares) == 0:
        return Sign.NOT_DONE, SHARE.name
    whole = min(shares) >= 1
    if whole and sign is Sign.NOTHING:
        return (Sign.CLOSED if is_share_alone(words) else Sign.PARTIAL), SHARE.name
    return (sign, rule) if whole else (Sign.PARTIAL, SHARE.name)


def sign_of(words: str) -> tuple[Sign, str]:
    """What folded `words` say and the name of the rule that told so, "" where no rule did."""
    words = _plain(words)
    found = next((rule for rule in RULES if rule.fits(words)), None)
    if found is None:
        return Sign.NOTHING, ""
    begun = found.sign in (Sign.IN_WORK, Sign.PLANNED)
    two = _TWO_DEEDS.search(words) if begun else None
    if two and sign_of(two["last"])[0] in DEEDS:
        last = sign_of(words[: two.start()] + words[two.start("last") :])
        return last if last[0] in DEEDS else (found.sign, found.name)
    return found.sign, found.name


def denies(words: str) -> bool:
    """Whether folded `words` negate a deed, whatever else they say before it."""
    return NOT_DONE.fits(_plain(words))


def _with_their_days(statements: list[Statement]) -> list[Statement]:
    """Join a bare day to the deed beside it: «15.04, проведено», «исполнено (15.04)»."""
    joined: list[Statement] = []
    for statement in statements:
        last = joined[-1] if joined else None
        if last and _completes(last, statement):
            joined[-1] = replace(last, days=_placed(statement.days, len(last.words)))
        elif last and _completes(statement, last) and not statement.label:
            joined[-1] = replace(statement, days=_placed(last.days, 0))
        else:
            joined.append(statement)
    return joined


def _placed(days: tuple[Stated, ...], at: int) -> tuple[Stated, ...]:
    """The days beside the words that they join: none of those is theirs."""
    return tuple(replace(day, start=at, end=at) for day in days)


def _with_shared_words(statements: list[Statement]) -> Iterator[Statement]:
    """Periods that share the words of others: «август, январь, март – да», «сдан за I, II кв.»."""
    before: Statement | None = None
    for at, statement in enumerate(statements):
        if not _is_bare_period(statement):
            before = statement
            yield statement
            continue
        after = next((other for other in statements[at + 1 :] if not _is_bare_period(other)), None)
        told = after if after and _names_its_period_first(after) else None
        said = before if before and _says_first(before) else told
        for day in statement.days if said else ():
            label = statement.words[day.start : day.end]
            yield replace(said or statement, about=day, days=(), label=label)
        if said is None:
            yield statement


def _says_first(statement: Statement) -> bool:
    """What became of its periods stands before them, and nothing behind: «проведено в марте»."""
    if statement.label or not statement.periods:
        return False
    days, _ = read_days(statement.words, year=statement.periods[0].first.year)
    ends = not days or not statement.words[days[-1].end :].strip(" .")
    head = statement.words[: days[0].start] if days else statement.words
    return ends and sign_of(head)[0] is statement.sign


def _names_its_period_first(statement: Statement) -> bool:
    """As in «март – да», "Q3 done"."""
    if statement.about:
        return not statement.days
    periods = statement.periods
    return len(periods) == 1 and len(statement.days) == 1 and periods[0].start == 0


def _is_bare_period(statement: Statement) -> bool:
    bare = statement.sign is Sign.DAYS and not statement.label and bool(statement.days)
    return bare and all(day.grain is not Grain.DAY for day in statement.days)


def _completes(deed: Statement, day: Statement) -> bool:
    bare = day.sign is Sign.DAYS and not day.label
    return bare and deed.sign not in (Sign.DAYS, Sign.NOTHING) and not deed.days
