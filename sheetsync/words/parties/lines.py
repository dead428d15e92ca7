"""The lines of a phrase, mended where a narrow column or a list has broken or marked them."""

import re
from collections.abc import Sequence

from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.parties.lexicon import ABBREVIATIONS, LEGAL_FORMS, UNITS
from sheetsync.words.parties.tokens import BULLET, DASHES, LETTER
from sheetsync.words.pattern import pattern
from sheetsync.words.vocabulary import Vocabulary

_FIRST_BULLET = re.compile(BULLET)
_NUMBERED = pattern(rf"\d{{1,2}}[.)](?!\d)|{LETTER}")
_LIST_IN_QUOTES = pattern(r'"[^"]*[,;\n][^"]*"')
_GAP = pattern(r"(?<=[\w.]) +(?=[,;])")
_SPACED_INITIAL = pattern(r"(?<=[\s.][А-ЯЁ]) (?=\.)")
_INNER_NUMBER = pattern(r"(?<=\w|[.,;)»]) (?=\d{1,2}[.)] [^\W\d_])")
_INNER_LETTER = pattern(r"(?<=\w|[.,;)»]) (?=[а-яёa-z]\) [^\W\d_])")
_INNER_BULLET = pattern(r" (?=[•·*] )")
_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028]")
_MARK = re.compile(r'(?P<opens>"(?=\w))|"')
_INITIAL = re.compile(r"\s[А-ЯЁ]\.")
_GLUED = re.compile(r"(?<=[а-яё])(?=[А-ЯЁ]\.\s?[А-ЯЁ]\.)")  # «СомовА.А.»
# «Иванова ИИ», but no «Саракташская РБ»
_UNDOTTED = re.compile(
    r"(?<![А-ЯЁа-яё])([А-ЯЁ][а-яё]{2,}(?:[оеё]ва?|[иы]на?|ко|[ую]к|ян)) "
    r"([А-ЯЁ])([А-ЯЁ])(?![А-ЯЁа-яё.\d])"
)
_NUMBER_SIGN = re.compile(r"(?:№|(?<!\w)N)\Z")
BARE_INITIALS = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_LONGEST_NAME = 12  # lines
_NUMBERED_SHORT = re.compile(r"[А-ЯЁ]{2,} (?:№|N\b|\d|[«\"])")
_LAST_NAMED = re.compile(r"[,;] ")
# A body of its own: «Клуб, ГБУ⏎Совет ветеранов».
_OWN_HEAD = pattern(
    rf"(?:{'|'.join(sorted(UNITS))}|аппарат|бухгалтерия|коллегия|президиум|профком|совет|союз"
    r"|штаб|собрание|канцелярия|секретариат|редакция|приемная)\b",
    re.IGNORECASE,
)
_OF_ADJECTIVES = ("ый", "ий", "ой")
_PARTED = re.compile(r"(?<![^\W\d_])(?P<left>[^\W\d_]{2,})-(?P<gap>[ \n])(?P<right>[а-яё]{2,})")
_COMPOUND = re.compile(
    r"\w+о|(?:педагог|учител|врач|инженер|мастер|тренер|воспитател|слесар)\w{0,3}", re.IGNORECASE
)


def lines(text: str) -> str:
    """The phrase with tidy lines, without empty ones and without a bullet at its front."""
    text = _GAP.sub("", _GLUED.sub(" ", text))
    text = _UNDOTTED.sub(r"\1 \2.\3.", text)
    if " ." in text:
        text = _SPACED_INITIAL.sub("", text)  # «Сомова О . Н.»
    if text.lstrip()[:1] == '"' and _LIST_IN_QUOTES.fullmatch(
        text.strip()
    ):  # as a table of commas quotes its cells
        text = text.strip()[1:-1]
    kept = _wrapped("\n".join(filter(None, map(tidy, _LINE_END.split(text)))))
    bullet = _FIRST_BULLET.match(kept)
    if bullet is None:
        return kept
    if kept[0] in DASHES and _NUMBERED.match(kept, bullet.end()):  # «- 1) …»
        return lines(kept[bullet.end() :])
    # As the first is marked, so are the others inside the line; a dash may be any dash.
    if kept[0].isalpha():  # that letter is not lost, `tokens` sets it apart
        return _INNER_LETTER.sub("\n", kept)
    inner = _INNER_NUMBER if kept[0].isdigit() else _INNER_BULLET
    return inner.sub("\n", kept[bullet.end() :])


def _wrapped(text: str) -> str:
    """The lines; of initials, or ending with «№», «гл.», «МБУ» or in a quotation, with the next.

    One quotation may stand in another, «ОАО "Завод "Луч"»; one that is never closed ends its line.
    """
    said: list[str] = []
    lines, opened = text.split("\n"), False
    for at, line in enumerate(lines[:-1]):
        marks = list(_MARK.finditer(line))
        opened = marks[-1]["opens"] is not None if marks else opened
        begins = at == 0 or lines[at - 1].endswith((",", ";"))
        named = _NUMBERED_SHORT.match(lines[at + 1])
        goes_on = (
            _NUMBER_SIGN.search(line)
            or (opened and _closes(lines[at + 1 :]))
            or (begins and BARE_INITIALS.fullmatch(line))
            or line.casefold() in LEGAL_FORMS
            or (_ends_with_form(line) and not _OWN_HEAD.match(lines[at + 1]))
            or (named and line.split(" ")[-1].casefold() in LEGAL_FORMS)
            or (lines[at + 1][0].islower() and _cuts_adjective(line))
        )
        said += [line, " " if goes_on else "\n"]
    return "".join((*said, lines[-1]))


def _ends_with_form(line: str) -> bool:
    """«Школа, МБОУ»: the last of a list is a legal form alone."""
    return _LAST_NAMED.split(line)[-1].casefold() in LEGAL_FORMS


def _cuts_adjective(line: str) -> bool:
    """«… гл.»: its noun stands on the next line."""
    word = line.removesuffix(".").rsplit(" ", 1)[-1].casefold()
    return line.endswith(".") and ABBREVIATIONS.get(word, "").endswith(_OF_ADJECTIVES)


def _closes(lines: Sequence[str]) -> bool:
    """Whether the next mark is a closing one, or the next line begins with one of its own."""
    if lines[0].startswith('"'):
        return True
    found = next((mark for line in lines[:_LONGEST_NAME] if (mark := _MARK.search(line))), None)
    return found is not None and found["opens"] is None


def with_whole_words(line: str, vocabulary: Vocabulary) -> str:
    """The line with words that were parted for its width: «родительс-⏎кого», «учителя- физики»."""

    def whole(parted: re.Match[str]) -> str:
        word = f"{parted['left']}{parted['right']}"
        known = vocabulary.word(fold(word)).is_known
        if parted["gap"] == " " and not (known or _COMPOUND.fullmatch(parted["left"])):
            return parted[0]
        # «Шарафут-⏎динов Р.И.»: no dictionary has the surname, nor what stands on its second line.
        left, right = (vocabulary.word(fold(parted[part])) for part in ("left", "right"))
        held = _INITIAL.match(line, parted.end()) and not left.is_known
        named = parted["left"].istitle() and (held or not right.is_known)
        known = known or named
        return word if known else f"{parted['left']}-{parted['right']}"

    return _PARTED.sub(whole, line) if "-\n" in line or "- " in line else line
