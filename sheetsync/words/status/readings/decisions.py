"""Readings of what was decided: merged with another, handed over, dropped, moved."""

from dataclasses import replace
from datetime import date

from sheetsync.model import Meaning, Progress
from sheetsync.model.language import gettext_lazy
from sheetsync.words.days import season
from sheetsync.words.lexicon.calendar import SEASON_NAMES
from sheetsync.words.pattern import pattern, says_any
from sheetsync.words.status.case import Case, answer, doubt, target_day, unclear
from sheetsync.words.status.dates import without_days
from sheetsync.words.status.reasons import reason_in
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import (
    CANCELLED,
    MERGED,
    POSTPONED,
    REASSIGNED,
    Statement,
    sign_of,
)
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.unfinished import OVER, PAPERWORK

_NUMBER = pattern(r"(?:пп?\b\.?|пункт\w*|мероприяти\w*|item)\s*(?:№\s*)?(\d+(?:\.\d+)*)")
# «Вошло в график по охране труда, отдельно не ведём».
_TAKEN_IN = pattern(
    r"(?:(?:все|это|теперь|уже) )*(?:включ|вош[ле]|вход[ия]т|учтен|учитыва|соедин|объедин|слит|слил"
    r"|совмест|совмещ|отраж|ид[еу]т|провод|выполня)\w* (?:в|во|с|со|вместе|совместно|внутри)\b"
)
_NOT_APART = pattern(
    r"(?:как )?(?:отдельн|самостоятельн)\w*\b.*\b(?:не|нет)\b|отчет\w* (?:будет |один )?(?:общ"
    r"|един)"
)
# What is done is taken off the list for that reason; such words beside a deed change nothing.
OFF_THE_LIST = pattern(
    r"(?:(?:прошу|просим|просьба|предлага\w+|можно|нужно|надо|пора) )?"
    r"(?:(?:мероприятие |пункт )?(?:снят[оаы]?|снимаем)$|(?:снять|вычеркнуть|исключить|убрать)$"
    r"|сн(?:ять"
    r"|ят[оаы]?|има\w+) с"
    r"|с (?:контроля|учета)"
    r" (?:(?:можно|прошу|просим) )?сн(?:ять|ят|има))\w*\b(?!.*\b(?:не|not))"
)
# No need of the measure: with a decision to drop it beside them, its ground.
NO_NEED = pattern(r"\bне ?(?:актуальн|нужн|нужда|требует)|\bнет необходимости|\bактуальност")
_NOT_DOING = pattern(r"не (?:провод|дела|буд|участву|планиру|реализу)\w*$")
# Beside a decision to drop it: what it would have taken.
NO_MEANS = pattern(
    r"(?:финансировани|средств|денег|денежек|бюджета?|люд|кадров|транспорт|автобус|помещени|заяв"
    r"|участник|желающ|кворум|спонсор)\w* (?:\w+ )?"
    r"не (?:буд|выдел|дали|дают|хват|нашл|нашел|поступ)"
    r"|не финансиру\w+|не (?:буд\w+|выдел\w+|дали|дают|хват\w+|нашл\w+) (?:\w+ )?"
    r"(?:финансир|средств|ден[еь]|люд|транспорт|автобус|помещени|спонсор)"
)
# Said first, with its ground behind it: «не нужно: здание продали», «не будет, спонсор отказался».
_NEEDLESS = pattern(
    r"(?:(?:уже|больше|более|это|мероприяти\w|пункт) )*"
    r"(?:не (?:будет|будем|проводим|нужн\w?|надо|(?:требу[ею]т|понадоб|потребова)\w+|актуальн\w+)"
    r"|(?:(?:потерял|утратил)[оа] )?(?:актуальность|силу)|(?:необходимость|надобность|потребность"
    r"|актуальность) отпала"
    r"|нет смысла|смысла нет|(?:нет )?(?:необходимости|надобности|нужды|потребности)(?: нет)?"
    r"|(?:потребность|необходимость|надобность) отсутствует"
    r"|отпала (?:необходимость|надобность|потребность))(?: (?:проводить"
    r"|делать|уже|больше))?"
)
# The day that is not kept, a dash in its place, and the one that is.
_NOT_THEN = pattern(r"\bне (?:в |на |до |с )?-$")
_BUT_THEN = pattern(r"а (?:(?:уже|только) )?(?:в |на |до |с )?-")
# Where things are kept: «экспонаты отреставрированы, переданы в фонд».
_FILED = pattern(
    r"\bв (?:(?:[а-я]+(?:ый|ой|ую|ий|ое)) )?(?:архив|дело|фонды?$|фонды? музе|музе|библиотек"
    r"|хранилищ|запасник|экспозици|храм|собственность|безвозмездн|аренду|пользование|дар\b|казн|утил|переработк"
    r"|металлолом|лом\b|макулатур|эксплуатац|склад|кладов)|\bна (?:хранение|склад|баланс|утилиз)"
    r"|\b(?:музе[юя]м?|библиотекам?|храму|читателям)\b"
    r"|\b(?:to|into) (?:the )?(?:library|archives?|museum|store|storage|warehouse|charity)\b"
)
# Who does it, and who no longer: «вместо Лебедевой – Громова».
_INITIALS = r"(?: ?[А-ЯЁ]\.){0,2}"
_NOW = r"(?:[Тт]еперь|[Бб]удет|[Нн]азначен\w*|[Оо]тв(?:ечает|етственн\w+|\.)?|[Ии]сп\w*\.?|это)"
_NEW = (
    rf"(?:{_NOW}\W+)*[А-ЯЁ][а-яё]*(?:(?:[оеё]в|[иы]н)а?|ск(?:ий|ая)|ко|[иыу][кч]|юк|ян){_INITIALS}"
)
_OLD = (
    r"[А-ЯЁ][а-яё]*(?:(?:[оеё]в|[иы]н)(?:а|ой)|ск(?:ого|ой)|ко|[иыу][кч]а?|юка?|яна?)"
    rf"{_INITIALS}"
)
_INSTEAD = pattern(
    rf"(?:(?:[Тт]еперь|[Оо]тветственн\w+ ?[-–:]) {_NEW}"
    rf"|[Вв]место {_OLD}\W+{_NEW}|{_NEW}(?: {_NOW})? вместо {_OLD}"
    r"|[A-Z][a-z]+ instead of [A-Z][a-z]+)"
    r"(?:\W+(?:приказ|распоряжение|пр|по|с)\b.*)?\W*"
)
_INSTEAD_SIGNS = ("вместо", "теперь", "ответствен", "instead")
# Winter lies in two years; a spring that is over is that of the next one, or a slip.
_TO_SEASON = pattern(r"\bна (лето|осень)$")
# «Выполнено частично, остаток перенесён»: that a part is done says more.
_REST = pattern(r"оста[тл]\w+ ")
_NO_GROUND = (
    *(Sign.CLOSED, Sign.POSTPONED, Sign.PLANNED, Sign.IN_WORK, Sign.REQUEST, Sign.REASSIGNED),
    *(Sign.MERGED, Sign.PARTIAL, Sign.WAITING, Sign.CALLED, Sign.HABIT),
)
# Whatever was dropped is closed as well, and so may be what it was for.
CLOSED = pattern(
    r"(?:(?:так как|поскольку|потому что) )?(?:[\w-]+ ){0,2}(?:закры|прода|ликвидирова|снес"
    r"|демонтирова|списа|расформирова|сокра)\w*"
    r"(?: (?:тема|вопрос|пункт|проект|мероприятие))?(?: (?:на|в|с|для|из-за|за) [^,]*)?"
    r"|(?:[\w-]+ ){0,2}(?:пере|от)да(?:л|н)[аоиы]?(?: [\w-]+){1,2}"
    r"|(?:средств|деньг|билет|путевк)\w* (?:перераспредел|возвра|сдан)\w*"
    r"|(?:участник|родител|жител|люд|все)\w* (?:оповещ|уведомл|предупрежд|извещ)\w*"
)


def dropped(case: Case) -> tuple[Statement, ...]:
    """What says that the measure was dropped; off the list without any need of it is no less."""
    said = case.saying(Sign.NOTHING, Sign.UNSURE, Sign.REQUEST)
    off = tuple(s for s in said if OFF_THE_LIST.match(s.words) or OFF_THE_LIST.match(s.label))
    unsure, undone = case.saying(Sign.UNSURE), case.saying(Sign.NOT_DONE)
    deeds = [deed.words for deed in case.saying(*DEEDS)]
    bare = bool(off and deeds) and off[0].words.startswith("снят") and " " not in off[0].words
    needless = (
        (bare and all(map(CLOSED.fullmatch, deeds)))
        or any(NO_NEED.search(s.words) or CLOSED.fullmatch(s.words) for s in unsure)
        or any(NO_MEANS.search(s.words) for s in (*unsure, *undone))
        or any(_NOT_DOING.match(s.words) for s in undone)
    )
    return case.saying(Sign.CANCELLED) or (off if needless else ())


def read_merger(case: Case) -> Progress | None:
    """One with another measure, or with what has no number to look for: «с Днём музыки»."""
    apart = tuple(s for s in case.statements if _NOT_APART.match(s.words))
    merged = case.saying(Sign.MERGED) or tuple(
        s for s in case.statements if apart and s not in apart and _TAKEN_IN.match(s.words)
    )
    if not merged:
        return None
    number = _NUMBER.search(merged[0].words)
    if number:
        return replace(answer(case, Meaning.MERGED, merged), merged_into=number[1])
    if len(merged) + len(apart) < len(case.statements):
        ahead = any(day.last > case.today for said in merged for day in said.days)
        beside = case.saying(*DEEDS)
        other = bool(beside) and not any(map(_is_it, beside))
        return unclear(case, "progress-unclear") if ahead or other else None
    doubts = (doubt(case, "merged-unnamed"),)
    return replace(answer(case, Meaning.MERGED, merged, rule=MERGED.name), doubts=doubts)


def _is_it(deed: Statement) -> bool:
    """The measure itself, «проведено», not «письмо отправлено» or «совещание проведено»."""
    over = deed.sign is Sign.CLOSED or OVER.search(deed.words)
    return bool(over) and not PAPERWORK.match(deed.words)


def _is_kept_there(handed: Statement) -> bool:
    return _FILED.search(handed.words) is not None


def _are_several(handed: Statement) -> bool:
    """Several things, or English ones; what is one may be the measure."""
    return handed.words.isascii() or "переданы" in handed.words


def read_handover(case: Case) -> Progress | None:
    """Somebody else's now, which a person has to confirm."""
    handed = case.saying(Sign.REASSIGNED)
    closed = case.saying(Sign.CLOSED)
    replaced = says_any(case.words, _INSTEAD_SIGNS) and _INSTEAD.fullmatch(case.text)
    if not (handed or replaced) or any(s.days for s in closed):
        return None  # whoever it was handed to, it is done
    kept = all(map(_is_kept_there, handed)) and not replaced  # things, not the measure
    if kept and not case.saying(*DEEDS):
        return unclear(case, "progress-unclear")
    if kept and (closed or all(map(_are_several, handed))):
        return None
    doubts = (doubt(case, "progress-handover"),)
    given = answer(case, Meaning.REASSIGNED, handed, rule=REASSIGNED.name)
    return replace(given, doubts=doubts)


def read_needless(case: Case) -> Progress | None:
    """There is no need of it, and why: what has happened instead is the ground, not the deed."""
    first, *ground = case.statements or (None,)
    if first is None or not _NEEDLESS.fullmatch(first.words.strip(" .!")):
        return None
    settled = ground or "отпал" in first.words
    if not settled or any(_is_of_the_measure(said) for said in ground):
        return None
    given = answer(case, Meaning.CANCELLED, case.saying(Sign.CANCELLED), rule=CANCELLED.name)
    return replace(given, reason=reason_in(case.text))


def _is_of_the_measure(said: Statement) -> bool:
    """«Уже проведено» is of the measure itself, «дом расселён» of what has made it needless."""
    if CLOSED.fullmatch(said.words):
        return False
    done = said.sign is Sign.FACT and is_deed(said.words.removeprefix("уже ").split()[0])
    return done or said.sign in _NO_GROUND


def read_corrected_day(case: Case) -> Progress | None:
    """«Турнир не 14 мая, а 12 сентября»: moved, whoever had the first day."""
    if len(case.statements) != 2:
        return None
    first, second = case.statements
    if not _NOT_THEN.search(_around(first)) or not _BUT_THEN.fullmatch(_around(second)):
        return None
    if sign_of(_NOT_THEN.sub("", _around(first)))[0] not in (Sign.NOTHING, Sign.PLANNED):
        return None
    rule = POSTPONED.name
    return answer(case, Meaning.POSTPONED, (), on=second.days[-1].last, rule=rule)


def _around(said: Statement) -> str:
    """Its words with a dash in the place of each day."""
    return without_days(said.words, said.days, mark="-").strip(" .!")


def read_cancelled(case: Case) -> Progress | None:
    """Dropped, and nothing else is said to have been done."""
    cancelled = dropped(case)
    if not cancelled or case.saying(Sign.POSTPONED):
        return None
    deeds = case.saying(*DEEDS)
    moot = any(_NEEDLESS.fullmatch(s.words) for s in cancelled)
    if all(CLOSED.fullmatch(s.words) or (moot and not _is_of_the_measure(s)) for s in deeds):
        deeds = ()
    if any(map(_is_it, deeds)) and all(OFF_THE_LIST.match(s.words) for s in cancelled):
        return None
    if deeds:
        return unclear(case, "progress-unclear")
    return replace(answer(case, Meaning.CANCELLED, cancelled), reason=reason_in(case.text))


def read_postponed(case: Case) -> Progress | None:
    """A postponement, unless a deed on a day is told after it: «перенос, проведено 22.04»."""
    moved = case.saying(Sign.POSTPONED)
    rest = case.saying(Sign.PARTIAL) and all(_REST.match(said.words) for said in moved)
    if not moved or rest or _done_since(case, moved[-1]):
        return None
    days = [target_day(s) for s in (*moved, *case.saying(Sign.PLANNED, Sign.DAYS))]
    on = next((day for day in days if day), None) or _season_ahead(case, moved)
    due = case.deadline.due
    # Half a year back is hardly a target: rather a day of the next year, told without it.
    if on and due and (due - on).days > 183 and moved[0].days:
        hint = gettext_lazy("that day is over already; a date with its year is needed")
        return unclear(case, "progress-impossible-date", hint=hint)
    found = replace(answer(case, Meaning.POSTPONED, moved, on=on), reason=reason_in(case.text))
    if on:
        return found
    return replace(found, doubts=(doubt(case, "progress-postponed-without-date"),))


def _season_ahead(case: Case, moved: tuple[Statement, ...]) -> date | None:
    """The last day of «на осень», where that of the measure's year is still to come."""
    found = next(filter(None, (_TO_SEASON.search(said.words) for said in moved)), None)
    if found is None:
        return None
    last = season(case.year, SEASON_NAMES.index(found[1]) + 1).last
    return last if last > max(case.today, case.deadline.due or case.today) else None


def _done_since(case: Case, moved: Statement) -> bool:
    """Whether a deed on a day is told after it, or any deed after the day that it was moved to."""
    later = case.statements[case.statements.index(moved) + 1 :]
    target = target_day(moved)
    over = target is not None and target <= case.today
    ahead = target is not None and not over  # by papers sent until then it has not been held
    known = any(target_day(said) for said in case.saying(Sign.POSTPONED))
    deeds = (s for s in later if s.sign in DEEDS and (s.days or over or not known))
    deeds = (s for s in deeds if not PAPERWORK.match(s.words))
    return any(
        (known and not ahead) or s.sign is Sign.CLOSED or OVER.search(s.words) for s in deeds
    )
