"""Cuts a phrase at everything that could part two names; `splitting` decides which of them do."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import dropwhile

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.parties.asides import without_asides
from sheetsync.words.parties.lexicon import BODIES, JOINERS, ORDERS, SECOND_NAMES
from sheetsync.words.parties.noun_phrases import NounPhrase, noun_phrase
from sheetsync.words.parties.tokens import PartyToken, TokenKind, Tokens, Words, names_person
from sheetsync.words.vocabulary import Vocabulary

_AND = frozenset({"и", "или", "либо", "и/или", "&", "+"})
_BETWEEN_NUMBERS = frozenset({",", "и"})
_FIRST_OF_JOINERS = frozenset(words[0] for words, _ in JOINERS)
_ALSO = frozenset(
    {("он", "же"), ("она", "же"), ("они", "же"), ("оно", "же"), ("по", "совместительству")}
)
_HARD = frozenset({";", ".", "→", "->", "=>", "|", "\\", "•"})
_OF_VERBS = ("ть", "ти", "чь", "ться")
_MARKS = _HARD | {",", ":", "/"}


class Separator(StrEnum):
    """What stands before a piece, the weakest first; BREAK always begins a new party."""

    LINE = "line"
    COMMA = "comma"
    AND = "and"
    COLON = "colon"
    ALSO = "also"  # «…, он же …»: one more role of whoever stands before
    BREAK = "break"


_GOING_ON = (Separator.COMMA, Separator.AND)


@frozen_positional
class Piece:
    """Words between two possible borders.

    `joint` are the words and marks of the border before it, `case` what that border asks for
    («совместно с»: "ablt"), `brackets` what stands in brackets, `asides` what names nobody.
    """

    link: Separator
    joint: Tokens
    tokens: Tokens
    case: str = ""
    brackets: Tokens = ()
    asides: tuple[Tokens, ...] = ()

    @property
    def ends_line(self) -> bool:
        """Whether a comma or a semicolon before it ends a line."""
        marks = [token.text for token in self.joint[:2]]
        return len(marks) > 1 and marks[0] in {",", ";"} and marks[1] == "\n"


class Bond(StrEnum):
    """How a piece belongs to its name."""

    HEAD = "head"
    FIELD = "field"  # goes on with the field of work or the modifiers
    CLAUSE = "clause"  # «…, наделенные правами»
    TWIN = "twin"  # «министерства и ведомства», one group
    LIST = "list"  # the first after a colon: «отделы: правовой, …»


@frozen_positional
class Cluster:
    """The pieces of one name, or of several names that share words.

    `words` are all its words and marks, borders included; `phrase` is the one at its front.
    """

    parts: tuple[tuple[Bond, Piece], ...]
    words: Tokens
    phrase: NounPhrase

    @classmethod
    def of(cls, piece: Piece, vocabulary: Vocabulary) -> "Cluster":
        """The piece as the first of its name."""
        phrase = noun_phrase(piece.tokens, vocabulary)
        return cls(((Bond.HEAD, piece),), piece.tokens, phrase)

    @property
    def first(self) -> Piece:
        """The piece with the head."""
        return self.parts[0][1]

    @property
    def list_cases(self) -> frozenset[str]:
        """The cases in which a list that it begins can stand."""
        cases = self.phrase.cases
        return frozenset({"nomn"}) if "nomn" in cases or not cases else cases

    def plus(self, bond: Bond, piece: Piece) -> "Cluster":
        """The cluster with one piece more."""
        joint = (token for token in piece.joint if token.kind is not TokenKind.LINE)
        words = (*self.words, *joint, *piece.tokens)
        return Cluster((*self.parts, (bond, piece)), words, self.phrase)

    def wrapped(self, piece: Piece, vocabulary: Vocabulary) -> "Cluster":
        """The cluster whose last piece goes on, as in another line of a narrow column."""
        *front, (bond, last) = self.parts
        joint = tuple(token for token in piece.joint if token.kind is not TokenKind.LINE)
        last = Piece(
            last.link,
            last.joint,
            (*last.tokens, *joint, *piece.tokens),
            last.case,
            (*last.brackets, *piece.brackets),
            (*last.asides, *piece.asides),
        )
        phrase = self.phrase if front else noun_phrase(last.tokens, vocabulary)
        return Cluster((*front, (bond, last)), (*self.words, *joint, *piece.tokens), phrase)


def pieces(tokens: Words) -> tuple[Piece, ...]:
    """The pieces of a phrase in order; one without words of its own only holds brackets, asides."""
    cut: list[Piece] = []
    joint: list[PartyToken] = []
    words: list[PartyToken] = []
    at = 0
    while at < len(tokens):
        size = _border_size(tokens, at)
        if size and words:
            cut.append(_piece(joint, words))
            joint, words = [], []
        (joint if size else words).extend(tokens[at : at + (size or 1)])
        at += size or 1
    if words or joint:
        cut.append(_piece(joint, words))
    return tuple(cut)


def without_deeds(cut: Sequence[Piece], vocabulary: Vocabulary) -> tuple[Piece, ...]:
    """«Юристу подготовить договор»: what somebody is to do, from its verb on, names nobody.

    Nor does what goes on with a deed of nobody: «подготовить план, смету и отчёт».
    """
    kept: list[Piece] = []
    goes_on = False
    for piece in cut:
        goes_on = goes_on and piece.link in _GOING_ON and not names_person(piece.tokens)
        at = 0 if goes_on else _verb(piece.tokens, vocabulary)
        goes_on = at == 0
        kept.append(piece if at is None else _without_deed(piece, at))
    return tuple(kept)


def _verb(words: Words, vocabulary: Vocabulary) -> int | None:
    return next((at for at, word in enumerate(words) if _is_verb(word, vocabulary)), None)


def _without_deed(piece: Piece, at: int) -> Piece:
    words = piece.tokens
    return replace(piece, tokens=words[:at], asides=(*piece.asides, words[at:]))


def _is_verb(word: PartyToken, vocabulary: Vocabulary) -> bool:
    if word.kind is not TokenKind.WORD or not word.key.endswith(_OF_VERBS):
        return False
    return all("INFN" in form.marks for form in vocabulary.word(word.key).forms)


def _border_size(tokens: Words, at: int) -> int:
    """How many tokens from `at` on make a border; 0 for a word."""
    token = tokens[at]
    if _among_numbers(tokens, at):
        return 0
    if token.kind is TokenKind.LINE or token.text in _MARKS or token.key in _AND:
        return 1
    if at and is_also(tokens[at : at + 2]):
        return 2
    if token.key == "а" and at + 1 < len(tokens) and tokens[at + 1].key == "также":
        return 2
    return _joiner(tokens[at : at + 3])[0]


def is_also(tokens: Words) -> bool:
    """Whether the words say that what follows is one more role of somebody («он же»)."""
    return tuple(token.key for token in tokens) in _ALSO


def _among_numbers(tokens: Words, at: int) -> bool:
    """The comma of «инженеры 1, 2 категорий», «руководители 5, 7, 9 классов»: no list of parties.

    The numbers are of the noun behind them; «школы № 1, 2 города» have numbers of their own.
    """
    before = at - 1 if _ends_line(tokens, at) else at
    if tokens[before].key not in _BETWEEN_NUMBERS or not any(map(_counts, tokens[:before][-1:])):
        return False
    behind = tokens[at + 1 :]
    rest = list(dropwhile(_is_in_a_row, behind))
    if not 0 < len(rest) < len(behind):
        return False
    noun = rest[0]
    if noun.key.startswith("класс"):
        return True
    front = list(dropwhile(_is_in_a_row, reversed(tokens[:at])))
    counted = _counts(behind[-len(rest) - 1]) and noun.kind is TokenKind.WORD
    own = noun.text[0].islower() and noun.key not in _FIRST_OF_JOINERS | BODIES
    return counted and own and (not front or front[0].text != "№")


def _ends_line(tokens: Words, at: int) -> bool:
    """Whether it is the end of a line behind a comma."""
    return at > 0 and tokens[at].text == "\n" and tokens[at - 1].text == ","


def _is_in_a_row(token: PartyToken) -> bool:
    return _counts(token) or token.key in _BETWEEN_NUMBERS or token.text == "\n"


def _counts(token: PartyToken) -> bool:
    return token.kind is TokenKind.NUMBER or token.text[:1].isdigit()


def joiner_case(joint: Words) -> str:
    """The case that «совместно с», «при участии» ask for in a border; "" without such words."""
    cases = (_joiner(joint[at : at + 3])[1] for at in range(len(joint)))
    return next((case for case in cases if case not in ("", "nomn")), "")


def _joiner(tokens: Words) -> tuple[int, str]:
    # Asked at every token, of which few begin a joiner.
    if tokens[0].key not in _FIRST_OF_JOINERS:
        return 0, ""
    keys = tuple(token.key for token in tokens)
    for words, case in JOINERS:
        if keys[: len(words)] == words:
            return len(words), case
    return 0, ""


def _piece(joint: Words, words: Words) -> Piece:
    apart = [at for at, word in enumerate(words) if word.kind is TokenKind.BRACKET]
    apart = [at for at in apart if not _inside_name(words, at)]
    brackets = tuple(words[at] for at in apart)
    kept, asides = without_asides([word for word in words if word not in brackets])
    link, case = _link(joint)
    case = case or next((ORDERS.get(dropped[-1].key, "") for dropped in asides), "")
    return Piece(link, tuple(joint), tuple(kept), case, brackets, tuple(map(tuple, asides)))


def _inside_name(words: Words, at: int) -> bool:
    """One word in brackets amid a name: «Совет ветеранов (пенсионеров) войны и труда».

    Or what a region is called as well: «… по Республике Саха (Якутия)».
    """
    if at and words[at].text[1:-1].casefold().startswith(SECOND_NAMES):
        return True
    if not 0 < at < len(words) - 1:
        return False
    after = words[at + 1]
    goes_on = after.kind is TokenKind.WORD and after.text[0].islower()
    return goes_on and words[at].text[1:-1].isalpha() and words[at].text[1:-1].islower()


def _link(joint: Words) -> tuple[Separator, str]:
    for at in range(len(joint) - 1):  # all of these are of several words
        size, case = _joiner(joint[at : at + 3])
        if size:
            return Separator.BREAK, case
    if any(is_also(joint[at : at + 2]) for at in range(len(joint) - 1)):
        return Separator.ALSO, ""
    texts = {token.key for token in joint}
    if any(token.kind is TokenKind.LINE and token.text != "\n" for token in joint):
        return Separator.BREAK, ""  # a bullet or a number begins the line
    if not joint or texts & _HARD:
        return Separator.BREAK, ""
    if ":" in texts:
        return Separator.COLON, ""
    if texts & _AND or "также" in texts:
        return Separator.AND, ""
    return (Separator.COMMA if texts & {",", "/"} else Separator.LINE), ""
