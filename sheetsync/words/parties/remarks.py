"""What of a line names nobody: contacts, degrees, vacancies, copies, whom something is for."""

import re
from collections.abc import Iterable, Sequence

from sheetsync.words.cleaning import fold
from sheetsync.words.lexicon.calendar import MONTH_STEM
from sheetsync.words.parties.lexicon import THEN
from sheetsync.words.pattern import SignedPattern, pattern, says_any

_MONTH = rf"{MONTH_STEM}[а-я]*(?:\s20\d\d(?!\d))?"
# Tried from its first letter alone: from each, a long word takes the square of its length.
ADDRESS = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
# Where somebody is found.
_REACHED = (
    # «lapin@example.org»
    rf"(?:\b(?:e-?mail|эл\.? ?почта|почта)\b\s*:?\s*)?{ADDRESS}",
    # «тел. 2-12-26», «доб. 105», «8 (4812) 38-12-26»
    r"(?:\b(?:тел|т|доб|моб|раб|факс|tel|phone|ext)\b[.:]*\s*)+[+\d(][\d\s()–—-]{1,}\d",
    r"(?:\+7|\b8)[\s(-]*\d{3,5}[\s)-]*\d{1,3}(?:[\s–—-]?\d{2}){1,3}\b",
    r"\b\d{2,3}[–—-]\d{2}[–—-]\d{2}\b",
    # «каб. 12», «2 этаж», «вн. 14»
    (
        r"(?:\b(?:каб|кабинет|комн|комната|ауд|оф|офис|room)\b\.?"
        r"|(?<![\w.])к\.)[^\S\n]*№?[^\S\n]*\d+\w?\b(?!-)"
    ),
    r"\b\d{1,2}(?:-?й)?\s*(?:этаж|эт)\b\.?(?!\s*[–—-]\s)",
    r"\b(?:доб|вн|внутр|эт)\b\.?\s*\d+\b",
)
# And until what day, of what day an order is, and degrees.
_PLACED = (
    # «, корп. 2»
    (
        r"(?:[,;(\n]|(?<=[\s.][а-яё]\.))\s*(?:уч|кв|квартира|под|подъезд|корп|стр|пом"
        r"|дом)\b\.?\s*№?\s*\d+(?:[–/-]\d+)?\w?\b(?:\s*(?:,|и)\s*\d+\b(?!\s*\w))*[)]?"
    ),
    # «до 15.04», «, с 1 мая»
    r"[,:;(]?\s*\b(?:до|к|с)\s\d{1,2}\.\d{1,2}(?:\.\d{2,4})?(?!\d)[)]?",
    rf"(?:[,:;(]|\s[–—-]|(?<=\.)|(?<=\w)(?=\s))\s*\b(?:до|с)\s\d{{1,2}}\s{_MONTH}[)]?",
    # «, ул. Ленина, д. 5»
    (
        r"[,;(\n]\s*(?:[гспд]\.\s?[\w-]+\s*,\s*)?(?:ул|улица|пр|просп"
        r"|пер)\b\.?\s[\w-]+(?:\s[\w-]+)?,?\s*(?:д\.?\s?)?\d+(?:[/-]\d+)?(?:\s?[«\"]?[а-я][»\"]?)?(?=[,;)\n]"
        r"|$)"
    ),
    # «от 12.01.2026 № 5»
    r"\bот\s\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?:\s?г\.?)?(?:\s*№\s*[\w/-]+)?",
    # «к. т. н.», «лично», «50 %»
    r"[(]?\b[кд]\.\s?[а-яё]{1,6}\.?(?:-\s?[а-яё]{1,3}\.)?\s?н\.[)]?",
    r"[(]?\bлично\b[)]?",
    r"[,;(]?\s*[–—-]?\s*\b\d{1,3}(?:,\d)?\s?%[)]?",
    # «, до 1 мая – Лапин»
    (
        rf"(?:(?<=[,;(\n])|^)\s*((?:до|с)\s)?\d{{1,2}}\s{_MONTH}(?=\s[–—-]\s"
        rf"|(?(1)\s(?-i:[А-ЯЁ][а-яё])|(?!)))"
    ),
    # «срок: до весны»
    r"(?:[,;(]|^)\s*срок\w*\s*(?:[:–—-]|исполнения|до\s|к\s)[^,;()\n]*[)]?",
)
_CONTACT = pattern(
    "|".join((rf"[,;]?\s*[(]?(?:{'|'.join(_REACHED)})[)]?", *_PLACED)), re.IGNORECASE
)
# Without any of these no line is searched for one.
_CONTACT_SIGN = re.compile(r"[\d@]|срок|н\.|лично", re.IGNORECASE)
_HELPERS = pattern(
    r"\(((?:совместно|вместе)\s+со?\s[^()]*|под\s+(?:контролем|надзором|руководством)\s[^()]*"
    r"|(?:при|с)\s+(?:участии|участием|привлечением)\s[^()]*)\)"
)
_SPAN = r"\d{1,2}(?:\s*(?:[–—-]|до|и)\s*\d{1,2})?"
_WHO = (
    r"(?:юнош[аи]|девушк[аи]|мальчик[и]?|девочк[аи]|мужчин[аы]|женщин[аы]|дет[иь]\w*|подростк[и]"
    r"|участник[и]?|спортсмен\w*|молод[её]жь|граждане|взрослые|школьники|ребята|лица|люди)"
)
_AGE = (
    rf"(?:(?:от|с|до|старше|младше|в\ возрасте)\s+)?(?:(?:от|с|до)\s+)?{_SPAN}\s*(?:-?ти\s+)?лет"
    r"(?:\s+и\s+(?:старше|младше))?|\d{1,2}\s?\+"
    r"|(?:19|20)\d\d(?:\s*[–—,-]\s*(?:19|20)\d\d)*\s*(?:г\.?\s?г?\.?\s?р\b\.?|год[аов]*\s+рождения)"
)
# Without any of these no line is searched for one.
_AUDIENCE_SIGNS = (
    *("лет", "г.р", "г. р", "гг", "рожден", "+", "огранич", "категор", "возраст", "желающ"),
    *("age", "years", "limit", "restriction"),
)
# Between borders only: «воспитатели групп 3–4 лет» are somebody.
_AUDIENCE = pattern(
    rf"""
    (?:(?<=[,;(\n/])|^)\s*
    (?: (?:{_WHO}(?:\s*(?:,|и|/)\s*{_WHO})*\s+(?:в\ возрасте\s+)?)?
        (?:возраст\w*\s+(?:категори\w+\s+)?)?(?:{_AGE})
      | (?:{_WHO}\s+)?без\s+(?:возрастных\s+)?ограничени[йя](?:\s+(?:по\s+)?(?:возраст\w*|времени))?
      | (?:все|любые)\s+(?:возрастные\s+)?(?:категории|возраста?ы?)(?:\s+(?:населения|граждан))?
      | все\s+желающие
      | (?:ages?|aged)\s+\d[\d\s+–—-]*|all\s+ages|\d{{1,2}}\s*[–—-]\s*\d{{1,2}}\s+years(?:\s+old)?
      | no\s+(?:age\s+)?(?:limit|restrictions?)s?
    )\.?\s*(?=[,;)\n/]|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Of somebody who acts no longer.
_GONE = r"(?:увол(?:ен[аы]?|ил(?:ся|ась|ись))|не работа[ею]т|(?:вы|у)ш(?:[её]л|л[аи]) на пенсию)"

# Between borders only, too: that nobody is named yet, where it stands, who does not take part.
_NAMES_NOBODY = (
    # «Ответственный назначается приказом», «не определён»
    (
        r"(?:(?:отв(?:етственн\w+)?\.?|лиц[оа])\s+)*(?:(?:назнача|определя|устанавлива|утвержда"
        r"|выбира|указыва|уточня)[ею]тся|не\s+(?:определ|назнач|указан|установлен|выбран|требу"
        r"|предусмотр|нужн)\w*)\b[^,;()\n]*"
    ),
    # «Без ответственного», «вакансия», «кто-нибудь»
    r"без\s+ответственн\w+",
    r"вакан(?:сия|тно|тн\w+\s+должность)",
    r"кто[\s-](?:нибудь|либо|то|угодно)",
    # «Каждый на своём участке», «в рабочем порядке», «согласно приказу»
    r"кажд\w+(?:\s+(?:на|в|по)\s+сво\w+\s+\w+)?",
    r"в\s+(?:рабоч|установленн)\w+\s+порядке",
    r"(?:в\s+соответствии\s+со?|согласно)\s[^,;()\n]*",
    # «По графику»
    r"по\s+(?:отдельному\s+)?(?:списку|графику|приказу|распоряжению|назначению|договору|плану)",
    # «До 1 мая», «выполнено», «ежемесячно»: another column's words
    (
        rf"(?:(?:до|к|с|по|не\s+поз\w+)\s)?\d{{1,2}}(?:\.\d\d(?:\.\d{{2,4}})?|\s{_MONTH})"
        r"(?:\s20\d\d)?(?:\s?г(?:ода|\.)?)?"
    ),
    r"(?:не\s+)?(?:выполнен|исполнен|сделан)[оаы]?",
    r"в работе",
    r"готово",
    r"еже(?:дневно|недельно|месячно|квартально|годно)",
    r"постоянно",
    r"в\s+течение\s[^,;()\n]*",
    # «15 тыс. руб.»
    r"\d[\d\s,.]*(?:тыс|млн|руб)\b\.?(?:\s*руб\w*\.?)?",
    # «Кроме школы № 5»
    r"(?:все,?\s+)?(?:кроме|за\s+исключением|без\s+участия)\s[^,;()\n]*",
    # «Для сведения»
    r"(?:копи[яи]|для\s+(?:сведения|информации|ознакомления)|см\.)(?!\w)[^,;()\n]*",
    # «Бывший: Лапин», «ранее Громов», «(Лось уволился)»
    r"(?:уволен[аы]?|бывш(?:ий|ая)|прежн(?:ий|яя))\s*:[^,;()\n]*",
    r"(?:ранее|раньше|прежде)\b\s*[–—:-]?\s*(?-i:[А-ЯЁ][а-яё])[^,;()\n]*",
    rf"[^,;()\n]*\b{_GONE}\b[^,;()\n]*",
    rf"[^,;()\n]*\(\s*{_GONE}\b(?-i:[^()А-ЯЁ]*)\)",
)
_NOBODY = SignedPattern(
    rf"(?:(?<=[,;(\n/.])|^)\s*(?:{'|'.join(_NAMES_NOBODY)})\s*(?=[,;)\n/.]|$)"
    r"|(?:(?<=[,;(\n])|^)\s*нов(?:ый|ая)\s*:(?=\s)",
    re.IGNORECASE,
    signs="""
        назнач определ устанавлива установлен утвержда выбира выбран указыва указан уточня требу
        предусмотр нужн ответственн вакан кто кажд порядке соответств согласно списку графику
        приказу распоряжению договору плану 0 1 2 3 4 5 6 7 8 9 выполнен исполнен сделан в+работе
        готово ежед ежен ежем ежек ежег постоянно течение кроме исключен участия копи сведени
        информации ознакомлени см. уволен уволил пенси не+работа ранее раньше прежде бывш прежн
        новый новая
    """,
)
# «Директор или лицо, его замещающее»: who stands in is nobody else yet.
_STAND_IN = pattern(
    r"(?:[,(/]|[,(]?\s*\b(?:или|либо)\b)\s*(?:иное\s+)?лиц\w+\s*,?\s*(?:(?:его|её|ее|их)\s+)?"
    r"(?:замещающ|исполняющ)\w+(?:\s+(?:его|её|ее|их|ими?|ей)\b)?"
    r"(?:\s+обязанност\w+(?:\s+\w+)?)?[)]?",
    re.IGNORECASE,
)


_TURN = pattern(r"[,;]\s*(?:до|с)\s\d", re.IGNORECASE)
_DAY = rf"\d{{1,2}}(?:\.(?:0[1-9]|1[0-2])(?!\d)[\d.]*|\s{_MONTH})"
_UNTIL = pattern(rf"\b(?:до|по)\s{_DAY}", re.IGNORECASE)
_SINCE = pattern(rf"\bс\s{_DAY}", re.IGNORECASE)
_HANDED_ON = pattern(rf"[,;\n]\s*с\s{_DAY}\s*(?:[–—-]|(?-i:[А-ЯЁ]))", re.IGNORECASE)

_DEADLINE = pattern(
    rf"""\W*(?:срок\w*\W+(?!.*\b(?:согласован|отдельн))(?=.*(?:\d|\b{_MONTH})).*
     |(?:(?:до|к|не\s+поз\w+)\s)?{_DAY}\W*(?:г(?:ода?)?\b\W*)?
     |(?:до|к)\s(?:конца\s)?{_MONTH}\W*
     |еже(?:дневно|недельно|месячно|квартально|годно)\W*)""",
    re.IGNORECASE | re.VERBOSE,
)


def without_remarks(line: str) -> str:
    """The line with spaces in the place of remarks, and of brackets around helpers.

    Of the same length: the texts of parties are cut from the whole line by their places. Where
    nothing else is left, a contact is all that is known of somebody.
    """
    plain = _CONTACT.sub(_blank, line) if _CONTACT_SIGN.search(line) else line
    if not any(map(str.isalpha, plain)):
        plain = line
    if "(" in plain:
        plain = _HELPERS.sub(lambda found: f" {found[1]} ", plain)
    if "лиц" in plain.casefold():
        plain = _STAND_IN.sub(_blank, plain)
    plain = _NOBODY.sub(_blank, plain)
    return _AUDIENCE.sub(_blank, plain) if says_any(plain, _AUDIENCE_SIGNS) else plain


def hands_over(line: str, left: Sequence[str]) -> bool:
    """«Сомов (до 01.06), далее Лось», «…, с 01.06 – Лось»: whether parties come one after another.

    `left` are the words of the line in no party's name. «Отдел кадров (до 10.02)» has only a day.
    """
    if not any(char.isdigit() for words in left for char in words):
        return False
    ends = [bool(_UNTIL.search(words)) for words in left]
    starts = [bool(_SINCE.search(words)) for words in left]
    spans = list(zip(ends, starts, strict=True))
    then = not THEN.isdisjoint(fold(" ".join(left)).replace(":", " ").split())
    turns = (True, False) in spans and ((False, True) in spans or then)
    return turns or bool(_HANDED_ON.search(line))


def told_deadline(left: Iterable[str]) -> str:
    """«Завхоз, до 15 мая»: which of the words `left` over is a deadline; "" where none is."""
    return next((words for words in left if _DEADLINE.fullmatch(words)), "")


def _blank(found: re.Match[str]) -> str:
    """Spaces, and a bracket whose other one stands elsewhere: «(Анна Ивановна, 8-912-…)».

    A comma before somebody's name stays: «до 01.06 Сомов, с 01.06 Лось».
    """
    words = found[0]
    kept = "()" if words.count("(") != words.count(")") else ""
    if _TURN.match(words) and found.string[found.end() :].lstrip(" –—-")[:1].isupper():
        kept += ",;"
    return "".join(sign if sign in kept else " " for sign in words)
