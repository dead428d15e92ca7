"""What stands in the cells of a table in place of words: ditto signs, marks, items of a list."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sheetsync.words.cleaning import fold, in_cyrillic
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.lexicon.calendar import MONTH_NUMBERS, MONTH_STEM
from sheetsync.words.numerals import ROMAN_TO_TWELVE, is_roman
from sheetsync.words.parties.without_dictionary import BEGINS_PARTY
from sheetsync.words.pattern import pattern
from sheetsync.words.signs import CROSSES, EMPTY_BOX, TICKS, unpainted

# Of signs, one must be a quotation mark or a slash: a lone dash says «то же» in some columns only.
# Sets, for a run asks this of most of its cells: the pattern took longer to compile.
_QUOTES = frozenset("/\"«»„“”″〃'`")
_SIGNS = _QUOTES | frozenset("-_\\|., \n\t\u00a0")
_THE_SAME = frozenset(
    {
        *("то же", "то же самое", "те же", "тот же", "та же", "там же", "аналогично"),
        *(
            "тот же срок",
            "в тот же срок",
            "те же сроки",
            "в те же сроки",
            "срок тот же",
            "тогда же",
        ),
        *("выше", "см выше", "см. выше", "same", "same as above", "ditto", "idem", "id."),
        "as above",
    }
)
_THE_SAME_ONE = frozenset(
    f"{one}{gap}же" for one in ("он", "она", "они", "оно") for gap in (" ", "")
)
_ALL = "100"
_PART_OF_ONE = pattern(r"0[.,](\d+)")
_ASKS = pattern(
    r"\?|\b((?:вы|ис)полнено) ?/ ?не \1\b|\bда ?/ ?нет\b|\byes ?/ ?no\b|\b[yд] ?/ ?[nн]\b"
)
_SAID_IN_FULL = {
    **dict.fromkeys(("нет", "н"), "не выполнено"),
    **dict.fromkeys(("no", "n"), "not done"),
    "д": "да",
    "y": "yes",
}
_ANSWER_AT_END = pattern(
    r"\b(?:(?:не |частично )?(?:вы|ис)полнено(?: частично)?|да|нет|частично|в работе|не начато|"
    r"yes|no|(?:not |partly |partially )?done|partially|partly|in progress|not started)$"
)
_ENDS_ANSWER = ("но", "да", "нет", "работе", "yes", "no", "done", "ly", "progress", "started")
_DEED = pattern(r"(?:не |частично )?[а-я]{3,}(?:[аея]н|ит|ыт|ут|ят)[аоы]?(?: \S+){0,2}")
_ORDERS = pattern(
    r"\b(?!(?:память|печать|сеть|пять|девять|десять|ночь|речь)\b)"
    r"[а-я]{2,}(?:[аеиуыя]ть|йти|вести|нести|везти|чь)(?:ся)?\b"
    r"|^[а-я]{3,}(?:[йь]|и)те(?:сь)?\b"
)
DAYS = r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}|\d{4}-\d\d-\d\d"
"""A day in figures, as cells have it."""

_NAMES_DAY = pattern(r"\d[./-]\d|\d[- ]?(?:го )?[а-яa-z]{3}")
_DAY_BEFORE = pattern(rf"(?i)^(?:{DAYS}|\d\d?\.\d\d?|\d\d? {MONTH_STEM}[а-я]*)[ ,:-]+")
_BEGINS_MARK = pattern(
    r"(?:не )?(?:выполн|исполн|вып\.|исп\.|провед|сдан|готов|сделан|состоял|заверш|реализ|перенес|"
    r"отмен|снят|в работе|на контроле|done|complete|delivered|finished|held\b|submitted|closed|"
    r"in (?:progress|hand)|not started|postponed|deferred|cancel|да$|yes$"
    rf"|[{''.join(TICKS | CROSSES)}]$)|{DAYS}"
)
_DASHED = ("deadline", "responsible")
_LETTERS = "абвгд"  # of columns that are not counted
_FIRST_COLUMNS = ("1", "А", "а", "A", "a")
_MARK = pattern(rf"[{''.join(TICKS | CROSSES)}z*●•■█▲★]+|да|yes|true|истина")
_NO_MARK = pattern(rf"[-_0.{EMPTY_BOX}]*|нет|no|false|ложь|не (?:проводится|планируется)")
_LETTER = pattern(r"(?P<mark>[а-яa-z]\s?\)|\d{1,2}\s?\))\s*")
_DASH = pattern(r"[-•*·▪●○‣⁃]\s*")
_DUE = pattern(r"сроки?\b(?=.)")
_NUMERIC = pattern(r"(?P<mark>\d{1,3}(?:\.\d{1,3}){0,4})\.?\s+")
_COUNTED = pattern(rf"(?P<number>\d{{1,2}}|{'|'.join(ROMAN_TO_TWELVE)})[.)]\s*(?=[^\W\d])")
_ROW_NUMBER = pattern(
    r"(?:№|п\.)?\s?(?!20\d\d$)\d{1,4}(?:[.,-]\d{1,4})*[.)]*[а-яa-z]?[.)]*", re.IGNORECASE
)

_INITIALS = pattern(
    r"\s*(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)"
)
_FULL_NAME = pattern(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вна|чна|вич|мич|ьич)\b")
_NAME_ASKED = pattern(r"\bИ\. ?О\.(?! ?[А-ЯЁ])")
_ANSWERS = pattern(
    r"\s*(?:(?:ответственн|исполнител|отв\.|responsible|owner)[^:.]{0,60}?(?::|\s[-–—])|отв\.) *"
    r"(?P<party>(?!за )\w[^:]+)",
    re.IGNORECASE,
)
_LAST_SENTENCE = pattern(r"[.;] (?=(?:отв|responsible)[^.;:]*:)", re.IGNORECASE)
_IN_BRACKETS = pattern(r"\(([^()]+)\)\W*$")
_LIST_OF_THOSE = pattern(r"(?:ответственн|исполнител|responsible|owner)[^:]{0,80}:")
_ABBREVIATION = pattern(r"\s*[А-ЯЁA-Z]{2,6}(?![\w-])")


@lru_cache(maxsize=4096)  # few columns hold it, and they say the same again and again
def is_ditto(text: str, field: str) -> bool:
    """The words, or signs, for what stands in the cell above; a dash is one in some columns."""
    words = fold(text)
    if words in _THE_SAME or (field == "responsible" and words in _THE_SAME_ONE):
        return True
    signs = frozenset(words)
    return bool(signs & _QUOTES and signs <= _SIGNS) or (field in _DASHED and is_dash(text))


def is_dash(text: str) -> bool:
    """Nothing but a dash: below words it may mean the same as they."""
    return fold(text) in ("-", "--", "---")


def is_mark(text: str) -> bool:
    """A sign that only says yes."""
    return bool(_MARK.fullmatch(unpainted(fold(text))))


def is_no_mark(text: str) -> bool:
    """A sign that only says no, or nothing."""
    return bool(_NO_MARK.fullmatch(fold(text)))


def is_either_mark(text: str) -> bool:
    """A sign that only says yes or no, or nothing."""
    return is_mark(text) or is_no_mark(text)


def item_mark(text: str) -> tuple[str, str]:
    """The mark of a list's item that a text begins with, «а)», «1.2», «-», and the words after it.

    Both marks of lists, a letter and a number, are without spaces; ("", text) where there is none.
    """
    for item in (_NUMERIC, _LETTER):
        match = item.match(text.casefold())
        if match and text[match.end() :].strip():
            return match["mark"].replace(" ", ""), text[match.end() :].strip()
    match = _DASH.match(fold(text))
    if match and match.end() < len(text):
        return "-", text[match.end() :].strip()
    return "", text


def is_item_number(number: str) -> bool:
    """The number of an item that belongs to the numbered one above it: «а)», «а», «-»."""
    bare = fold(number).rstrip(".")
    return bool(_DASH.fullmatch(bare) or re.fullmatch(r"[а-яa-z]|[а-яa-z0-9]{1,2}\s?\)", bare))


def is_day_of(header: str, due: str) -> bool:
    """A header of the day on which came what another is `due` for: «Дата ответа», «Срок ответа»."""
    return bool(_DUE.match(fold(due))) and fold(header) == _DUE.sub("дата", fold(due))


def is_row_number(text: str) -> bool:
    """The number of a row: «2», «2.1.», «№ 5», «IV»; a year is none."""
    return bool(_ROW_NUMBER.fullmatch(text)) or is_roman(text)


def begins_columns(text: str) -> bool:
    """A quick look whether `number_columns` may hold of a row that begins so."""
    return text.strip()[:2].rstrip(".)") in _FIRST_COLUMNS


def number_columns(texts: Sequence[str]) -> bool:
    """Whether the texts only count columns: «1.», «2.», «3.», or «А», «Б», «1», «2»."""
    counted = [text.rstrip(".)") for text in texts]
    letters = [in_cyrillic(fold(text)) for text in counted if not text.isdigit()]
    numbers = map(str, range(1, len(counted) - len(letters) + 1))
    # Two alone may be a row's own number and a day beside it.
    return (
        len(counted) > 2
        and counted[len(letters) :] == [*numbers]
        and letters == [*_LETTERS[: len(letters)]]
    )


def tells_deed(text: str) -> bool:
    """A few words that tell what became of something: «подана», «не начат»."""
    return bool(_DEED.fullmatch(fold(text)))


def names_day(text: str) -> bool:
    """Whether a day stands anywhere in it: «выполнено 20.02», «7 мая»; of «акт № 3» none does."""
    return bool(_NAMES_DAY.search(fold(text)))


def without_day_before(text: str) -> str:
    """A mark without the day that it begins with: «18.09 проведён», «1 сентября состоялся»."""
    return _DAY_BEFORE.sub("", text, count=1)


def orders(text: str) -> bool:
    """Words that say what to do: «внести изменения», «Петрову подготовить ответ», «доложите»."""
    return bool(_ORDERS.search(fold(text)))


def begins_mark(text: str) -> bool:
    """Words that begin as marks do: «выполнено, кроме архива», «15.04.2026», «+»."""
    return bool(_BEGINS_MARK.match(unpainted(fold(text))))


def answers(text: str) -> bool:
    """«Нет», «н» or "y" below a header that asks, «Готово?»."""
    return _bare(text) in _SAID_IN_FULL


def answer_at_end(header: str) -> str:
    """What a sign below a header says that ends in an answer: «не выполнено», "" for no answer."""
    words = fold(header)
    said = _ANSWER_AT_END.search(words) if words.endswith(_ENDS_ANSWER) else None
    return _SAID_IN_FULL.get(said[0], said[0]) if said else ""


def says_done(answer: str) -> bool:
    """«Да», and no part of it: of an answer that ends a header."""
    return answer in ("да", "yes", "done", "выполнено", "исполнено")


def _bare(text: str) -> str:
    return fold(text).strip(" .")


def answered(mark: str, header: str) -> str:
    """A mark in the words that it has below such a header: «40» as a share, «нет» as an answer.

    Below «% выполнения» 0.5 is half, but 1 may be all or hardly any. Only where the header asks,
    «Выполнено (да/нет)», does a bare «нет» answer.
    """
    if not mark:
        return mark  # as of most rows
    if mark[:1].isdigit() and says(header, HeaderRole.SHARE_DONE):
        share = mark.isdecimal() and mark != "1" and (len(mark) < len(_ALL) or mark == _ALL)
        part = _PART_OF_ONE.fullmatch(mark)
        return f"{mark}%" if share else f"{int(f'{part[1]}0'[:2])}%" if part else mark
    answer = _SAID_IN_FULL.get(_bare(mark))
    return answer if answer and _ASKS.search(fold(header)) else mark


def list_number(heading: str) -> int:
    """The number by which a heading counts: 2 of «2. Контроль» and «II. Контроль», else 0."""
    match = _COUNTED.match(heading)
    if match is None:
        return 0
    said = match["number"]
    return int(said) if said.isdecimal() else ROMAN_TO_TWELVE.index(said) + 1


def is_letter_of(number: str, below: str) -> bool:
    """A capital letter by which the number below it begins: «A» above «A1» or «A.1»."""
    capital = re.fullmatch(r"[A-ZА-ЯЁ]", number)
    return bool(capital and re.match(rf"{number}[.-]?\d", below))


def party_named(line: str) -> str:
    """The party that a line names for all below: «Ответственный: учебный центр».

    «Подготовка (отв. – учебный центр)» and «Кадры. Ответственный: учебный центр» do as well.
    """
    bracket = _IN_BRACKETS.search(line)
    parts = (line, *(bracket.groups() if bracket else ()), *_LAST_SENTENCE.split(line)[1:])
    match = next(filter(None, map(_ANSWERS.fullmatch, parts)), None)
    return match["party"].strip(" .") if match else ""


def with_party(heading: str, party: str) -> str:
    """A heading with the party beside it that answers for all below, as `party_named` reads it."""
    return f"{heading} (отв. {party})"


def heads_parties(line: str) -> bool:
    """«Ответственные за выполнение плана:», which those who answer follow line by line."""
    return bool(_LIST_OF_THOSE.fullmatch(fold(line)))


def party_heading(text: str) -> str:
    """The party that a heading is: «Отдел кадров», «Отв.: отдел кадров»; "" for any other."""
    return party_named(text) or (text if reads_as_party(text) else "")


def reads_as_party(text: str) -> bool:
    """Whether words are plainly a party's: a body, a post, a name or an abbreviation first."""
    if is_either_mark(text):
        return False
    known = (_INITIALS.match(text), _FULL_NAME.match(text), _abbreviation(text))
    return bool(BEGINS_PARTY.match(fold(text)) or any(known))


def names_person(text: str) -> bool:
    """Whether words are a party's that has a name: «завуч Орлов И.И.»; «Фамилия И.О.» is none."""
    named = _INITIALS.search(text) or _FULL_NAME.search(text)
    return bool(named) and not _NAME_ASKED.search(text) and reads_as_party(text)


def _abbreviation(text: str) -> str:
    """What the words begin with in capital letters; a month or a number, «МАРТ», «II», is none."""
    match = _ABBREVIATION.match(text)
    short = match[0].strip() if match else ""
    return "" if is_roman(short) or fold(short) in MONTH_NUMBERS else short
