"""Rows of a table that are no measures by their words: totals, notes, page breaks, signatures."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from sheetsync.model import UNCALCULATED
from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern, says_any
from sheetsync.words.signatures import is_signature, names_signer
from sheetsync.words.tables import is_dash

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
_CONTINUED = pattern(
    r"\(?(?:(?:продолжение|окончание)(?: (?:таблицы|приложения).*)?|(?:table )?continued)[). ]*"
)
_NOTE = pattern(
    r"примечани|прим\.|сноска|(?:условные |принятые )?(?:обозначения|сокращения)\b|notes?:|legend\b"
    r"|[¹²³⁴⁵]"
)
_FOOTNOTE = pattern(r"(?P<mark>\*+)\s*(?P<set_off>[-–—)]\s)?")
_REFERRED = pattern(r"(?<=[^\s*])\s?(\*+)")
_NOTHING = dict.fromkeys(("number", "measure", "deadline", "responsible", "status", "note"), "")
_NOTED = ("number", "measure", "deadline", "responsible")


def aside(
    cells: Mapping[str, str],
    *,
    marks: Sequence[str] = (),
    texts: Sequence[str] = (),
    apart: bool = False,
    numbered: bool = False,
) -> str:
    """The words of a total, a signature or a page break, "" for any other row.

    `marks` stand in columns of months: below them a total counts. `texts` are all that the row
    shows, whatever column it stands in: who signs is named in any. A row `apart` has a blank one
    above it; the measures above are `numbered`.
    """
    continued = len(texts) == 1 and _CONTINUED.fullmatch(fold(texts[0]))
    signed = is_signature(cells, texts, apart=apart, numbered=numbered)
    if continued or signed or _is_total(cells, texts):
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
    return words if is_total or names_signer(cells, words) else ""


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
        return nothing and bool(_TOTAL.match(fold(cells["responsible"])))
    # «ВСЕГО» in the column of months, «7 мероприятий» in that of measures.
    label, *others = texts or ("",)
    if _TOTAL_ALONE.fullmatch(fold(label)):
        return True
    # «Итого мероприятий: 5» in whatever column, alone or before sums.
    numbers = all(text.isdigit() for text in others) and not (others and cells["measure"])
    return numbers and bool(_TOTAL.match(fold(label)))


def is_aside(*texts: str) -> bool:
    """As `aside`, of a line outside any table, or of texts side by side below one."""
    return bool(aside({**_NOTHING, "measure": texts[0]}, texts=texts, apart=True))


def is_note(line: str) -> bool:
    """As `note`, of a line below all rows."""
    return bool(note({**_NOTHING, "measure": line}, (), above=""))


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


def footnotes(texts: Iterable[str]) -> set[str]:
    """The signs behind words that refer to a note below the table: «Семинар**»."""
    words = "\n".join(texts)
    return set(_REFERRED.findall(words)) if "*" in words else set()
