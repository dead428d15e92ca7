"""Rows of a table that are no measures by their words: totals, signatures, notes, page breaks."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from sheetsync.model import UNCALCULATED, DeadlineKind
from sheetsync.words.cleaning import fold
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.parties.without_dictionary import LONE_SIGNER, SIGNER
from sheetsync.words.pattern import pattern, says_any
from sheetsync.words.tables import is_dash, reads_as_party

_TOTAL = pattern(r"(?:итого|всего|total)\b")
_TOTAL_ALONE = pattern(
    r"(?:итого|всего|total)(?: (?:за|по|for|in) [\w ]+)?[:.]?"
    r"(?:[ –-]*\d[\d ,.]*(?:(?:тыс|млн)?\.? ?(?:р|руб)[а-я]*\.?)?)?"
)
# «Мероприятия не требуются»: what stands in place of a measure where there is none.
_NO_MEASURE = pattern(
    r"(?:(?:мероприяти[яей]|мер[ыа]?|работы?|действи[яей]|недостатк\w+|замечани[яей]|нарушени[яей]"
    r"|несоответстви[яей]|вопрос\w{1,2}|заседани[ей]|measures?|actions?|findings?|items?) )?"
    r"(?:(?:are |is |was |were )?(?:"
    r"не (?:требу[ею]тся|нужн[ыо]|предусмотрен[оаы]?|предусматрива[ею]тся|планиру[ею]тся"
    r"|запланирован[оаы]?|выявлен[оаы]?|установлен[оаы]?|обнаружен[оаы]?|имеется)"
    r"|нет|отсутству[ею]т|not (?:required|needed|planned|applicable)|n/?a|none(?: required)?))[. ]*"
    r"|no (?:further )?(?:measures?|actions?|findings?|works?|events?|meetings?|activit(?:y|ies))"
    r"(?: (?:are |is )?(?:required|needed|planned))?[. ]*"
)
_NO_STEMS = ("не ", "нет", "отсутств", "no", "n/a", "na")
_LONGEST_NO = 60
_NAME = r"\b[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+|\b[А-ЯЁ][а-яё]+ [А-ЯЁ]\.\s?[А-ЯЁ]\."
_INITIALS = pattern(_NAME)
_SURNAME = pattern(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
_LINE = pattern(r"_{3,}")
_DATE = r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}(?: г\.?)?"
_DAY = pattern(_DATE)
# What stands beside a post where somebody signs: a name, a line, a day, each with its brackets.
_SIGNED = pattern(
    rf"{_DATE}|(?:согласован|утвержд[её]н)[оа]?"
    rf"|[/( ]*(?:{_NAME}|м\.?\s?п\.?|подпись|_{{2,}}[_/ ]*(?:{_NAME})?"
    r"|[«\"_ ]+(?:(?:\d+|»)[»\"_ ]*)?_+\s*20[\d_]+\s*г?\.?)[/) ]*"
)
_CONTINUED = pattern(
    r"\(?(?:(?:продолжение|окончание)(?: (?:таблицы|приложения).*)?|(?:table )?continued)[). ]*"
)
_NOTE = pattern(r"примечани|прим\.|сноска|notes?:|[¹²³⁴⁵]")
_FOOTNOTE = pattern(r"(?P<mark>\*+)\s*(?P<set_off>[-–—)]\s)?")
_REFERRED = pattern(r"(?<=[^\s*])\s?(\*+)")
_TYPIST = pattern(r"исп(?:\.|олнитель:?) |(?:prepared|compiled|approved|signed) by\b")
# Nothing but somebody's name: «А. П. Сомов», «иерей Пётр Сомов».
_PERSON = pattern(rf"(?:[а-яё]+\.? )?(?:{_NAME}|[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё-]+){{1,2}})")
# Whom several who sign beside each other sign for: «От работодателя:», «Утверждаю».
_SIDE = pattern(
    r"(?:(?:от|за) (?:имени )?(?:работодател|администраци|организаци|учреждени|предприяти|работник"
    r"|коллектив|трудового коллектива|проф(?:ком|союз|организаци)|первичной|ппо\b|совет|родител"
    r"|заказчик|исполнител|подрядчик|стороны)[а-яё]*(?: [а-яё-]+){0,3}"
    r"|представител[ьи] [а-яё]+(?: [а-яё-]+)?"
    r"|(?:план |отчет )?(?:составил|подготовил|разработал|утвердил|согласовал|проверил|принял"
    r"|сдал)[аи]?"
    r"|(?:согласован|утвержден)о|утверждаю|согласовываю|заказчик|исполнитель|подрядчик"
    r"|работодатель|работники|профсоюзный комитет|профком"
    r"|(?:for|on behalf of) (?:the )?(?:employ|union|compan|client|customer|contractor|staff)[a-z]*"
    r"|(?:signed|agreed|approved)(?: by)?)[ :]*"
    r"|(?:от|за) (?:имени )?[а-яё-]+(?: [а-яё-]+){0,3} ?:"
    r"|(?:for|on behalf of) [a-z]+(?: [a-z]+){0,3} ?:"
)
_LONGEST_POST = 3  # words of one that no list of posts has
# «Военный комиссар района полковник запаса», beside whom initials come first as in signatures.
_LONG_POST = pattern(r"[А-ЯЁ][а-яё-]+(?: (?!\w*(?:ть|ти|ние|ция)\b)[а-яё-]+\.?){1,6}")
_SIGNS_FIRST = pattern(r"[/( ]*[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё-]+[/) ]*")
_AUTHOR = pattern(r"(?:(?:план|отчет|график) )?(?:составил|подготовил|разработал)[аи]?\b")
# A number may have a letter or two («1а», «п.2»); a word in its column has more.
_LETTERS = pattern(r"[^\W\d_]{3}")
_NOTHING = dict.fromkeys(("number", "measure", "deadline", "responsible", "status", "note"), "")
_NOTED = ("number", "measure", "deadline", "responsible")


def aside(
    cells: Mapping[str, str],
    *,
    marks: Sequence[str] = (),
    texts: Sequence[str] = (),
    apart: bool = False,
) -> str:
    """The words of a total, a signature or a page break, "" for any other row.

    `marks` stand in columns of months: below them a total counts. `texts` are all that the row
    shows, whatever column it stands in: who signs is named in any. A row `apart` has a blank one
    above it.
    """
    continued = len(texts) == 1 and _CONTINUED.fullmatch(fold(texts[0]))
    signed = (_is_signed(texts) and (apart or _says_nothing(cells))) or _are_posts(cells, texts)
    if continued or signed or _is_total(cells, texts) or _is_signature(cells, texts):
        return " ".join(texts)
    label = fold(cells["number"] or cells["measure"])
    # «Всего мероприятий:», 12
    counted = (marks or cells["deadline"].isdigit()) and _TOTAL.match(label)
    status = "" if cells["status"].isdigit() else cells["status"]  # how many there are
    if status or (cells["deadline"] and not counted):
        return ""
    there = (cells[name] for name in ("number", "measure", "responsible", "note"))
    words = " ".join(text for text in there if text not in ("", UNCALCULATED))
    is_total = _TOTAL.match(label) and not cells["responsible"]
    named = SIGNER.match(label) and _INITIALS.search(words)
    typed = _TYPIST.match(label) and not cells["responsible"]
    is_signature = (named or typed) and not _is_numbered(cells)
    return words if is_total or is_signature else ""


def says_no_measure(cells: Mapping[str, str]) -> bool:
    """«Недостатков не выявлено» in place of a measure, for nobody; a dash, for no day too."""
    if not cells["measure"] or not (_says_no(cells["responsible"]) and _says_no(cells["measure"])):
        return False
    return _says_no(cells["deadline"]) or not is_dash(cells["measure"])


@lru_cache(maxsize=1024)
def _says_no(text: str) -> bool:
    if not text or is_dash(text):
        return True
    if len(text) > _LONGEST_NO:
        return False
    words = fold(text)
    return says_any(words, _NO_STEMS) and bool(_NO_MEASURE.fullmatch(words))


def _is_total(cells: Mapping[str, str], texts: Sequence[str]) -> bool:
    """«Итого» alone, or before numbers only in a column that holds no measures."""
    if cells["responsible"]:  # «Всего» there, with a sum beside it
        nothing = not (cells["measure"] or cells["deadline"])
        return nothing and bool(_TOTAL_ALONE.fullmatch(fold(cells["responsible"])))
    # «ВСЕГО» in the column of months, «7 мероприятий» in that of measures.
    label, *others = texts or ("",)
    if _TOTAL_ALONE.fullmatch(fold(label)):
        return True
    numbers = bool(others) and all(text.isdigit() for text in others)
    return numbers and not cells["measure"] and bool(_TOTAL.match(fold(label)))


def is_aside(line: str) -> bool:
    """As `aside`, of a line that stands outside any table."""
    return bool(aside({**_NOTHING, "measure": line}, texts=(line,)))


def _is_signature(cells: Mapping[str, str], texts: Sequence[str]) -> bool:
    """A post, then nothing but a line to sign on and a name: «Специалист», «____», «К. Соболь»."""
    post, *others = texts or ("",)
    if _is_numbered(cells):
        return False
    authored = len(others) == 1 and _AUTHOR.match(fold(post)) and _SIGNS_FIRST.fullmatch(others[0])
    if authored or _signed_in_turn(texts):
        return True
    # «От работодателя: директор ____ М. Сом» beside «От работников: …»: a line in each of them.
    if texts and all(map(_LINE.search, texts)):
        return any(map(_names_signer, texts))
    alone = len(others) == 1 and not cells["deadline"] and LONE_SIGNER.fullmatch(fold(post))
    if alone and (_SURNAME.fullmatch(others[0]) or _SIGNED.fullmatch(others[0])):
        return True
    if not others or not all(map(_SIGNED.fullmatch, others)):
        return False
    # A post with a day and a name alone may be a measure, too.
    if any(map(_DAY.fullmatch, others)) and not any("__" in text for text in others):
        return False
    # In the column of numbers any post is one: «Эпидемиолог», and nothing that is to be done.
    return bool(not cells["measure"] or SIGNER.match(fold(post)) or reads_as_party(post))


def _signed_in_turn(texts: Sequence[str]) -> bool:
    """Posts, each with a line to sign on beside it: «Директор», «____ А. Сом», «Мастер», «____»."""
    posts, lines = texts[::2], texts[1::2]
    pairs = len(posts) == len(lines) > 1
    return pairs and all(map(_LINE.search, lines)) and not any(map(_LINE.search, posts))


def _is_signed(texts: Sequence[str]) -> bool:
    """A post and a name below the plan: «Атаман», «П. П. Сомов»."""
    post, *others = texts or ("",)
    if len(others) != 1:
        return False
    if _LONG_POST.fullmatch(post) and _SIGNS_FIRST.fullmatch(others[0]):
        return True
    short = not _LETTERS.sub("", post).isdigit() and len(post.split()) <= _LONGEST_POST
    return short and _PERSON.fullmatch(others[0]) is not None


def _says_nothing(cells: Mapping[str, str]) -> bool:
    """Neither what is to be done nor by when."""
    if cells["measure"]:
        return False
    return read_in_any_year(cells["deadline"] or "-").kind is DeadlineKind.UNREADABLE


def _are_posts(cells: Mapping[str, str], texts: Sequence[str]) -> bool:
    """Two who sign side by side, with nothing that is to be done between them."""
    several = len(texts) > 1 and not (cells["measure"] or cells["deadline"])
    return several and not _is_numbered(cells) and all(map(_names_signer, texts))


def _names_signer(text: str) -> bool:
    return bool(_INITIALS.search(text) or SIGNER.match(fold(text)) or reads_as_party(text))


def begins_signatures(texts: Sequence[str]) -> bool:
    """All that a row shows are two or more sides that sign below it: «От профкома:» beside another.

    A party alone, or one beside a measure, is none.
    """
    return len(texts) > 1 and all(_SIDE.fullmatch(fold(_LINE.sub("", text))) for text in texts)


def goes_on_signing(texts: Sequence[str]) -> bool:
    """All that a row shows below such sides are posts, names and lines to sign on, and no time."""
    signed = (
        _LINE.search(text) or _SIGNED.fullmatch(fold(text)) or _names_signer(text) for text in texts
    )
    timed = (read_in_any_year(text).due for text in texts)
    return bool(texts) and all(signed) and not any(timed)


def note(cells: Mapping[str, str], footnotes: Collection[str], *, above: str) -> str:
    """The words of a note under the table, «* - при наличии средств», "" for any other row.

    `footnotes` are the signs that cells above refer to. Without them «* выезд» is an item where the
    measure `above` announces a list by its colon, or is an item itself.
    """
    if cells["deadline"] and cells["responsible"]:
        return ""
    label = cells["number"] or cells["measure"]
    signed = _FOOTNOTE.match(label)
    listed = above.endswith(":") or above.startswith("*")
    told = signed and (signed["set_off"] or signed["mark"] in footnotes or not listed)
    if not (told or _NOTE.match(fold(label))):
        return ""
    return " ".join(filter(None, (cells[name] for name in _NOTED)))


def footnotes(cells: Mapping[str, str]) -> set[str]:
    """The signs behind words that refer to a note below the table: «Семинар**»."""
    words = "\n".join(cells.values())
    return set(_REFERRED.findall(words)) if "*" in words else set()


def _is_numbered(cells: Mapping[str, str]) -> bool:
    return bool(cells["number"]) and not _LETTERS.search(cells["number"])
