"""Numbers and names in a text that are of no time: telephones, papers, what is struck out."""

import re

from sheetsync.words.pattern import SignedPattern, pattern

# Text that a workbook shows struck out and a text file keeps between marks.
STRUCK = pattern(r"~~.*?~~")
"""Its words are told, but do not count."""

# In «ДО 1-ГО МАРТА», «15-МАЯ»: no code has such letters.
_NO_CODE = (
    "(?:ОГО|ОМУ|ГО|МУ|ТИ|Й|Я|Е|Ю|М|Х|ЫХ|ЫЙ|ОЙ|ИЙ|АЯ|ОЕ|УЮ|ОМ|ЫМ|МИ"
    "|ЯНВ|ФЕВ|МАР|АПР|МА[ЙЯ]|ИЮ[НЛ]|АВГ|СЕН|ОКТ|НОЯ|ДЕК)"
)
# And "1) апрель; 2) октябрь", and whom to call where: none of their numbers and names is a time.
_ASIDE = SignedPattern(
    r"~~.*?~~"
    r"|(?:^|(?<=[;,] ))[1-9]\)(?= )"
    # «справки по тел.: 22-33-44»
    r"|(?:\b(?:справк|подробност|информаци|запис|вопрос)\w+ )?(?:\bпо )?"
    r"\b(?:тел|моб)\.? ?:? ?\+?\d[\d() -]{3,}\d\b"
    # «ул. 8 Марта, 14»
    r"|(?<=[,;(] )ул\. ?(?:\d+ )?[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?(?:, ?(?:д\. ?)?\d+)?$"
    # «(пр. № 7-П от 12.01.2026)», «№ 12»
    r"|\((?:пр|прик|расп|распор|пост|прот|исх|вх|реш)\. ?№ ?[\w/-]+"
    r"(?: от \d\d?\.\d\d\.\d{2,4}(?: ?г\.?)?)?\)"
    r"|(?<!\d )№ ?\d[\w/.-]*(?<!\.)"
    r"|\bв \d+ экз\w*"
    # «10 (десятого) июня»
    r"|(?<=\d )\((?:[а-я]+ )?[а-я]+[ое]го\)(?= [а-я])"
    # «срок исполнения предписания истекает 12.10»
    r"|\bсрок (?:исполнени|выполнени|сдач|представлени|подач|поставк)\w"
    r"(?: (?!не\b|после\b|кажд|через\b|с\b|был?о?\b)[а-я]+){1,3}"
    r"(?: (?:истекает|наступает)\b| ?(?=[:–—-] ))"
    # «выставка «Зима», январь»
    r"|(?<=[а-яё]{4} )«(?=[А-ЯЁ])[^«»\d]*[а-яё]{3}[^«»\d]*»"
    r"|\bим(?:\.|ени) ?\d+(?:-летия| лет)? [А-ЯЁ][а-яё]+"
    r"|\b(?:отв\.|ответственн\w{2,3}(?= ?[:–-])) ?[:–-]? ?"
    r"(?:(?!до\b|к\b|в\b|не\b)[^\W\d_]++\.? ?){1,4}(?=[,;)]|$)",
    signs="~~ ) тел моб ул. № экз срок « им. имени отв",
)
# «отчёт 1-Т», «форма П-4»
_CODE = pattern(
    rf"\b\d+-(?!{_NO_CODE}\b)[А-ЯЁ]{{1,3}}\b"
    r"|\b(?!(?:ДО|ПО|НА|ОТ|СО?|К)-)[А-ЯЁ]{1,4}-\d{1,2}\b"
)


def blanked(line: str) -> str:
    """The line, as long as it was, with spaces for them: quotes are taken from it by places."""
    said = _ASIDE.sub(_blank, line)
    coded = "-" in said and any(map(str.isdigit, said))
    return _CODE.sub(_blank, said) if coded else said


def _blank(aside: re.Match[str]) -> str:
    return " " * len(aside[0])
