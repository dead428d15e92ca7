"""What the words of a header say of its column, beside the lists of columns.toml."""

import re
from enum import Enum
from functools import lru_cache

from sheetsync.words.cleaning import fold
from sheetsync.words.header_stems import (
    ABOUT,
    BEGINNING,
    BODY,
    CARRIED_OUT,
    GOING,
    GROUP,
    INSPECTION,
    MOVED,
    MOVED_EN,
    OTHER_DAYS,
    PAST,
    SUMS,
)
from sheetsync.words.pattern import pattern

_ABOUT_WORDS = {field: pattern(rf"\b(?:{stems})") for field, stems in ABOUT.items()}
_NOT_ABOUT = pattern(
    r"факт|отметк|результат|(?:вы|ис)полнен[оа]|сделан[оа]|рожден|создан|примечан|комментари|статус"
    r"|внесен|добавлен|обновлен|заполн|actual|result|created|updated|^форма \w+$"
)
_NUMBER = pattern(r"\b(?:\d{1,2}|[ivx]{1,4})(?:-?[а-яё]{1,2})?\b")
_COMPOUND = pattern(r"(?!.*\b(?:of|by|for|to|and|or|in|on|at)\b)[a-z]+(?: [a-z]+){1,2}")
_PASSIVE = r"(?:[еуияа]*)м(?:ый|ая|ое|ые|ой|ого|ую|ых)\b"
_OF_A_KIND = r"(?:[а-я-]+(?:ых|их|ого|его|ой|ния|ции) )"


class HeaderRole(Enum):
    """What a header says of its column: an example, then what is looked for in its folded words."""

    # Days
    DEADLINE = (
        "Контрольный срок",
        r"(?<!\w)срок|^(?:оконч|заверш(?:ение|ить|\.)|заканчив|закончить)",
        r"^(?:(?:конец|финиш|закрытие|ends?|finish|clos(?:ing|es?))\b)",
        r"^(?:дата|день|date of) (?:финиш|закрыти|closing)",
        r"^(?:по|до|to|till|until)$|^(?:продл|перенес|перенос)|\bдо$|^[а-я]+(?:ть|ти|чь)\b.* к$",
        r"^(?:нов|планов)\w+ дата|^20\d\d\D{,6} план\b",
        r"^(?:extended|postponed|revised|(?:target|planned) (?:date|end|finish|completion))\b",
    )
    LAST_DAY = (
        "Дата окончания",
        r"оконч|заверш|заканчив|законч|контрольн|предельн|крайн|план|следующ|очередн|(?<!\w)(?:по|до)$",
        r"\b(?:(?:след|очер(?:ед)?)\.|финиш|закрыти[ея]\b|кон(?:ец|ца)\b)",
        r"\b(?:end|finish|clos(?:ing|es?)\b|due|till|until|next|target|completion|to$)",
    )
    NOT_LAST_DAY = (
        "Дата выдачи поручения",
        r"поручени|выдач|постановк|поступлен|регистрац|\bissued|факт|\b(?:actual|fact)\b",
        BEGINNING,
    )
    FIRST_DAY = "Начало", rf"^(?=.{{,60}}$).*(?:{BEGINNING})"  # no whole sentence
    # «Дата последней поверки» beside that of the next; «Последний день» is an end all the same.
    LAST_TIME = "Дата последней поверки", rf"{PAST} (?!д[ена]|срок)|\b(?:last|previous) (?!da[yt])"
    # Of what was before the plan or lies outside of it: nothing has to be done by then.
    OTHER_DAYS = "Дата и номер приказа", *OTHER_DAYS
    # They may be those of what is to be done, or of something else.
    MAYBE_OTHER_DAYS = (
        "Срок действия договора",
        r"\bсрок\w* действи|\b(?:действует|действител[а-я]+) (?:до|по)\b|\bотпуск",
        r"\bпериод (?:проверки|действ)|\bдат[аы] (?:поступлени|регистрац|выдач|выпуска)",
        r"\bдат[аы] (?:изготовлени|постановки на)|\b(?:valid|expir|audit period|registered)",
    )
    DAY_DONE = (
        "Дата выполнения",
        r"^(?:дата (?:\(?факт|выполн|исполн|заверш|реализ)|срок \(?факт)",
        r"^факт(?:\w*|\.) (?:дата|срок)",
        r"^(?:(?:сроки?|дат[аы])\b.* )?\(?факт(?:ическ\w+|\.)?\)?$",
        r"^(?:(?:deadline|due|dates?|schedule|timescale)\b.* )?(?:actual|fact)$",
        r"^(?:отметк|факт|выполнен|исполнен).* дата$",
        r"^факт\w*\W+(?:(?:дата|срок|день) )?(?:оконч|заверш|конец|финиш|(?:по|до)$)",
        r"^(?:оконч|заверш|конец|финиш)[а-я]*\W+факт",
        r"^(?:actual (?:date|end|finish)|date (?:done|completed)|completed on)",
        r"^(?:end|finish|completion)(?: date)?\W+actual",
    )
    MOVED_DAY = (
        "Новый срок",
        rf"^{MOVED} ?(?:срок|дат)|^корректировка плана",
        rf"^(?:срок\w*|дат[аы])(?: {CARRIED_OUT})?\W+{MOVED}\W*$",
        r"^срок\w*(?: [а-я]+)?\W+с (?:учетом )?(?:изменени|уточнени|корректировк|перенос|продлени)",
        r"^(?:срок\w* (?:с учетом |после )?)?(?:продл|перен[ео]с)\w*(?: (?:на|до))?\W*$",
        r"^(?:\d-?[йя]|перв\w+|втор\w+|трет\w+|последн\w+) (?:перенос|продлени)|^перенос\W*\d\W*$",
        rf"^{MOVED_EN} (?:deadline|due|date|end|finish|term)",
        rf"^(?:deadline|due(?: date)?|date)\W+{MOVED_EN}\W*$|^{MOVED_EN} (?:to|until|till)\W*$",
    )
    CAME_TO_BE = "Факт", r"\bфакт|\b(?:actual|fact)\b"  # «Факт: начало» beside «План: начало»
    HOW_OFTEN = (
        "Периодичность",
        r"^(?:периодичность|частота|регулярность|frequency|recurrence|how often)\b",
    )
    BARE_DATE = "Дата", r"^(?:дата|date)$"  # a document's, where another says «Срок»
    HELD = "Дата проведения", r"\bпроведени"
    HOURS = "Время", r"^(?:время|часы?\b|time\b|начало \()"
    WEEKDAY = "Дн. нед.", r"^д(?:ень|ни|н)\.? нед|^(?:weekdays?|days? of (?:the )?week)$"
    # What a month is reported or paid for often lies in the next one.
    HANDED_IN = (
        "Срок сдачи отчёта",
        r"сдач|представл|подач|отчет|оплат|уплат|\b(?:submi|filing|payment|report)",
    )
    DURATION = "Срок, дней", r"\bдней\b|\bдн\.|длительн|продолжительн|\bduration\b|\bdays\b.*\)"
    PLANNED = "План", r"^(?:план|plan|planned)[.:]*$"  # beside what came to be
    # What was meant to be is no mark.
    INTENDED = (
        "Выполнение: план, %",
        r"(?<!против )\bплан(?:ов(?:ое|ая|ый|ые))?\W*(?:процент\w*)?\W*$",
        r"(?<!vs )(?<!against )(?<!to )(?<!on )\b(?:planned|plan|target)\W*(?:percent)?\W*$",
    )
    # Over periods that are only numbered below it.
    UNIT_OF_TIME = "Месяц", r"месяц|\bкв|\bнед|полугод|month|quarter|week|20\d\d"
    PART_OF_MONTH = "Недели", r"\bнедел|\bдекад|\bweeks?\b"
    # What numbers below months are.
    DAYS_BELOW = (
        "В графах – число месяца",
        r"числ[оа] месяца|д(?:ень|ни|ата) месяца|days? of (?:the )?month",
    )

    # Of two parties one answers, one does the work, and one only looks after it.
    LEADS = "Ответственный за исполнение", r"^(?:ответств|отв\b|responsib)"
    WORKS = (
        "Исполнители",
        r"^(?:исполнит[е.]|executor|кто (?:проводит|организует)\b)",
        rf"^(?:{BODY}[а-я]*\W+исполнител(?!ьн|ьск)|исполняющ[а-я]+ {BODY})",
        r"^(?:executing|implementing|performing) (?:unit|body|department|agency|party)",
    )
    # Below «Ответственные», beside «контроль».
    DOES_IT = "исполняет", r"^(?:исполнение|(?:вы|ис)полня[ею]т)$"
    WATCHES = "Ответственный за контроль", r"контрол(?!ер)|куратор|superv|control"
    # A unit of which a header says so does it, whatever else the row calls a unit.
    ENGAGED = "Привлекаемые подразделения", r"\b(?:привлека|задействова)[а-я]+"
    HELPS = (
        "Соисполнители",
        r"соисп|помо[гщ]|привлека|причастн",
        r"\b(?:co-|support|assist|help|partner|together|jointly)",
    )
    TAKES_PART = "Участвуют", r"^участву"
    # Who is told or taught something does not do it.
    AUDIENCE = (
        "Для кого",
        r"\b(?:для (?:кого|чего|каких)|кому (?!поруч|выполн|исполн|делать)|куда)",
        rf"\b(?!{GOING})(?:участники|категори|класс|аудитори[яи]|возраст|адресат|получател)",
        rf"^(?!(?:состав|член|руководител|рук\.|ст\.|старш|лидер|ответств|отв\b).*|.*{GROUP}).*\bгрупп[аы]",
        r"\b(?:(?:for|to) (?:whom|who)\b|audience|target group|participants|recipient|beneficiar)",
    )
    # Who or what is looked into has it done to them.
    ACTED_ON = (
        "Объект контроля",
        r"\b(?:об[ъь]ект|субъект)(?!ивн)|\b(?:подконтрольн|поднадзорн|подведомственн)",
        rf"\b(?:провер|ревизу|аудиру|обследу|контролиру|инспектиру|аттесту){_PASSIVE}",
        rf"\b(?:обслужива|оценива){_PASSIVE}",
        r"^кого\b|\bкого (?:провер|аттест|инструкт|обуча|контрол)",
        r"\b(?:учреждени|учебн\w+ заведени|контрагент|абонент|потребител)",
        r"\b(?:auditee|(?:audit|inspect|review|check|visit)ed\b(?! by)|object\b|subject\b)",
        r"\b(?:entity|site|premises|facility|institution)\b",
    )
    # Where no header names a measure, it stands for one.
    INSPECTED = "Объекты проверки", r"^об[ъь]ект[а-я]*(?: \w+)? (?:контрол|провер|мониторинг|аудит)"
    # In a plan of those, a bare unit is one that is looked into as well.
    LOOKS_INTO = (
        "План проведения внутренних аудитов",
        rf"\b(?:план|график|программ)[а-я-]* {_OF_A_KIND}{{,3}}{INSPECTION}",
        rf"^(?:дата|срок\w*|период|предмет|тем\w+|вопрос\w*) {_OF_A_KIND}{{,2}}{INSPECTION}",
        r"\b(?:audit|inspection) (?:plan|schedule|programme|program|date)\b",
    )
    # What is wrong or aimed at, beside what is done about it.
    AIM = (
        "Замечание",
        r"^(?:содержание |выявленн\w+ |описание )?(?:замечани|нарушени|недостат|несоответстви)",
        r"^(?:(?:решаем|поставленн)\w+ )?(?:задач|цел[ьи]\b|направлени|проблем)",
        r"\b(?:finding|gap|issue|weakness|non-?conformity)\b|\bneeds? to\b",
        r"^(?:objective|aim|goal|risk)s?\b",
    )
    # What was spoken of, beside what is to be done about it.
    SPOKEN_OF = (
        "Содержание вопроса",
        r"^(?!.*(?:меропр|работ|действ)).*\b(?:вопрос|документ|обращени|письм|слушали|повестк|проблем)",
        r"^(?:(?:краткое|основное) )?(?:содержание|суть|предмет|тем[аы])$",
    )
    ORDERED = "Решение", r"^(?:[а-я]+ )?(?:поручени|решени|решили|резолюци|постановили|указани)"
    # In which something is done, rather than who does it.
    UNIT = (
        "Структурное подразделение",
        r"^(?:(?:структурн\w+ )?подраздел|отдел|цех|участок|комисси|department|unit|division)",
    )
    # «Структурное подразделение, рабочее место»: where it is done.
    WORKPLACE = (
        "Рабочее место",
        r"^(?!.*(?:ответств|исполнит|\bкто\b)).*\bрабоч(?:ее|его|их|ие) мест",
    )
    # Where it is found, or its signature.
    CONTACT = ("Телефон", r"\b(?:тел|подпис|почт|e?-?mail|phone|дата|отмет|контакт|signature|date)")

    # Marks
    SHARE_DONE = (
        "% выполнения",
        r"^(?:%|процент|доля|степень)\W*(?:о )?(?:вып|исп|готовн|заверш|реализ)",
        r"^(?:готовн\w+|прогресс|(?:вы|ис)полнен(?:ие|о)|заверш\w+)\W*(?:факт.*)?(?:в )?(?:%|проц)",
        r"^(?:%|percent(?:age)?)\W*(?:of )?(?:complet|done)|^complet(?:e|ed|ion)\W*(?:%|percent)",
        r"^%$",
    )
    MARK = (
        "Отметка о выполнении",
        r"^(?:выполнен|исполнен|реализ|проведено|заверш|отработ|вып\.|исп\.)",
        r"^(?:(?:что|сколько|как) )?сделано",
        r"^(?:закрыт|решен|сдан)[оа]?\b|^как (?:дела|идет)\b",
        r"^(?:снят[оа]?\b|отметк|отм\.|дата (?:выполн|исполн|заверш|реализ)|done|actual)",
        *SHARE_DONE[1:],
        r"^(?:готов(?:о|ность)?\b|completed?\b(?! by)|(?:date )?(?:sent|submitted|delivered)\b)",
        r"\bфакт",
    )
    LIKELY_MARK = (
        "Результат",
        r"^(?:результат|итог|отч[её]т(?!н)|ход\b|статус|состояни|result|report)",
        r"^чем (?:за)?кончил\w+$|^как (?:вы|ис)полнен\w*$|^что (?:вышло|получилось)$",
        r"^(?:where are we|how (?:far|are we doing|is it going|did it go)|what happened)\b",
        r"^(?:outcome|update|progress|where we are|(?:latest|current) (?:update|status|posit))",
    )

    # Others
    PLACE = (
        "Место проведения",
        r"\bмест[оа]|\bгде|адрес|\bобъект|категори|\b(?:place|venue|location|where)\b",
    )
    OBJECT = "Название школы", r"^(?:наименован|назван)\w+ (?!меропри|работ|дел|тем|собы)\w"
    # Of a column beside the others, that it names nobody.
    NO_PARTY = (
        "Форма проведения",
        r"^(?:форма|формат|вид|способ)\b(?!.*(?:работ|деятельност|назв))",
        r"\bрезультат|\bэффект|\boutcomes?\b|\bresults?\b",
    )
    AMOUNT = "Сумма, руб.", SUMS  # of months, it marks those in which something is done
    NO_DEADLINE = (
        "Отметка",
        rf"{SUMS}|отметк|выполнен(?:о|ие)|факт|percent|actual|оценк|показател|значени",
    )
    COUNT = (
        "2026 год (человек)",
        r"\b(?:всего|итого|total|кол-во|количеств|сумма|чел\b|человек|шт\b|штук|ед\. ?изм|единиц)",
        r"\bраз\b|\b(?:на|за) год$|^годов\w+ план|\bannual\b",
    )

    def __init__(self, example: str, *words: str) -> None:
        self.example = example
        self.words = pattern("|".join(words))


def says(header: str, *roles: HeaderRole) -> bool:
    """Whether a header's words say any of that."""
    words = fold(header)
    return any(role.words.search(words) for role in roles)


@lru_cache(maxsize=1024)
def header_is_about(header: str) -> str:
    """The field, of those that a plan must have, that a header's words speak of; "" for none.

    Of several the first to be named counts: «Дата, ответственный» is about the date. In English it
    is the last word of a compound: "Action owner" is about the owner.
    """
    words = fold(header)
    if _NOT_ABOUT.search(words):
        return ""
    found = {field: stems.search(words) for field, stems in _ABOUT_WORDS.items()}
    named = {field: match.start() for field, match in found.items() if match}
    if "responsible" in named and _has_it_done(words, named["responsible"]):
        del named["responsible"]
    first = max if _COMPOUND.fullmatch(words) else min
    field = first(named, key=lambda field: named[field], default="")
    if not any(found.values()) and len(parts := re.split(r"[/()]", words)) > 1:
        return next(filter(None, map(header_is_about, parts)), "")  # «Участок / мастер»
    return "" if field == "deadline" and of_other_days(words) else field


def _has_it_done(words: str, party: int) -> bool:
    """Whether a header's party, which it names there, is one that something is done to or for.

    «Проверяемый отдел» is, «Руководитель проверяемого отдела» is not.
    """
    if says(words, HeaderRole.AUDIENCE, HeaderRole.WORKPLACE):
        return True
    acted_on = HeaderRole.ACTED_ON.words.search(words)
    return acted_on is not None and acted_on.start() <= party


def without_number(header: str) -> str:
    """The header without the number that tells it from others, «Смена 1»; "" where it has none."""
    bare = _NUMBER.sub("#", fold(header))
    return bare if "#" in bare else ""


def of_other_days(header: str, known: str = "") -> bool:
    """Whether its days may be others than the last, unless its `known` beginning says so."""
    roles = HeaderRole.OTHER_DAYS, HeaderRole.MAYBE_OTHER_DAYS
    return fold(known) != fold(header) and says(header, *roles) and not says(known, *roles)
