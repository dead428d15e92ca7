"""A status cut into clauses, before anybody asks what each of them says."""

import re
from collections.abc import Iterable
from datetime import date

from sheetsync.words.cleaning import word_set
from sheetsync.words.lexicon.calendar import MONTH_NUMBERS
from sheetsync.words.pattern import pattern
from sheetsync.words.status.dates import QUARTER_NUMBER
from sheetsync.words.status.words.nouns import MONTH
from sheetsync.words.status.words.shares import with_totals_beside

_ABBREVIATIONS = word_set(
    """
    вып исп выполн исполн перв пост расп реш прот кв мес чел орг отв зам пред сост пров рассм напр
    янв фев февр мар апр авг сен сент окт ноя нояб дек руб тыс млн искл уч согл муниц обл
    мед полн закл заключ ответств замеч отч доп объед вкл совм присоед соц хоз экз шт комп вет
    присутств куб jan
    feb mar apr aug sep sept oct nov dec approx
    """
)
_SENTENCE_END = pattern(r"([^\W\d_]{3,}|\d|\b(?:да|ок|ok))\.(?= [^\W\d_]| \d+ [а-я])")
_BREAK = pattern(
    r"\s*[,;()]+(?!\d)\s*|\s*(?<=\d),\s*(?=\d{1,2}\.\d)|\s+(?:но|а|однако|зато|but)\s+"
)
# «Объединили с днём семьи (п. 27)»: of one statement.
_ITEM_BESIDE = pattern(
    r"\b((?:объедин|совмещ|сл[иы]|совместил|присоедин|соедин|включ)\w*\b[^();]*?)"
    r" ?\((?=пп?\b|пункт|мероприяти|№)"
)
# «Контейнеры (6 шт.) установлены»: the clause goes on behind the bracket.
_BRACKET_WITHIN = pattern(r" (\([^()]{1,60}\)) ([а-я](?:(?!\. )[^,;()])*[^,;(). ])")
# A day before a status or in brackets behind it: «исполнено (15.04)».
_DAY = r"\d{1,2}\.\d{1,2}(?:\.(?:20)?\d\d)?(?: ?г\.?)?"
_DAY_BESIDE = pattern(rf" \(({_DAY})\)(?=[ .]*(?:$|[,;]))")
_DAY_BEFORE = pattern(rf"^({_DAY}) (?!(?:г|и|по|до|to|and)\b)(?=[^\W\d_])")
# "I, II кв.": each of the numerals has its quarter.
_QUARTERS = pattern(
    rf"(?<!№ )(?<!№)\b({QUARTER_NUMBER})\s*(?:,|и)\s*"
    rf"(?=(?:{QUARTER_NUMBER}\s*(?:,|и)\s*)*{QUARTER_NUMBER}\s*кв)"
)
# "Январь+ февраль+": each has its own.
_TICK = pattern(r"\+ +(?=[^\W\d_])")
# «за март – июнь» is one stretch, no label and its words.
_SPACED_RANGE = pattern(
    rf"\b({MONTH}|{QUARTER_NUMBER}(?: кв\w*\.?)?) - (?={MONTH}\b|{QUARTER_NUMBER} ?кв)"
)

_DAYS_OF_ONE_MONTH = pattern(rf"\b(?P<days>\d\d?(?:(?:,| и|, и) \d\d?)+) (?P<month>{MONTH})\b")


def with_each_month(words: str, due: Iterable[date]) -> str:
    """«10, 24 июля» with the month at either day, where both are `due`: else a comma parts them."""
    own = {(day.day, day.month) for day in due}

    def spelled(listed: re.Match[str]) -> str:
        days, month = re.findall(r"\d+", listed["days"]), listed["month"]
        if all((int(day), MONTH_NUMBERS[month]) in own for day in days):
            return ", ".join(f"{day} {month}" for day in days)
        return listed[0]

    return _DAYS_OF_ONE_MONTH.sub(spelled, words) if own else words


def clauses_of(words: str) -> tuple[str, ...]:
    """The clauses of folded `words` in order, each with a letter, a figure or «%» in it."""
    words = _SPACED_RANGE.sub(r"\1-", words) if " - " in words else words
    words = _DAY_BEFORE.sub(r"\1, ", _DAY_BESIDE.sub(r", \1", words))
    listed = _TICK.sub("+, ", _QUARTERS.sub(r"\1 кв, ", words))
    listed = _ITEM_BESIDE.sub(r"\1 ", with_totals_beside(listed))
    listed = _BRACKET_WITHIN.sub(r" \2 \1", listed)
    parted = _SENTENCE_END.sub(_part_sentences, listed).rstrip(" .")
    clauses = (clause.lstrip(" .") for clause in _BREAK.split(parted) if clause)
    return tuple(clause for clause in clauses if has_content(clause))


def _part_sentences(match: re.Match[str]) -> str:
    return match[0] if match[1] in _ABBREVIATIONS else f"{match[1]};"


def has_content(clause: str) -> bool:
    """Whether it says anything."""
    return any(character.isalnum() or character == "%" for character in clause)
