"""Who signs a plan: rows of posts, names, days and lines to sign on, which are no measures."""

from collections.abc import Mapping, Sequence

from sheetsync.model import DeadlineKind
from sheetsync.words.cleaning import fold
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.parties.without_dictionary import LONE_SIGNER, SIGNER
from sheetsync.words.pattern import pattern
from sheetsync.words.tables import reads_as_party

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
_TO_SIGN = pattern(r"[/( ]*(?:подпись|signature)[ :/()_]*")
_TYPIST = pattern(r"исп(?:\.:?|олнитель:?) |(?:prepared|compiled|approved|signed) by\b")
_PHONE = pattern(r"(?:т(?:ел(?:ефон)?)?[.: ]*|(?:phone|tel)[.: ]*)?[\d()+ -]{5,}")
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
_DAY_OF_PAPER = pattern(
    r"дата (?:составлени|ознакомлени|утверждени|подписани|согласовани|заполнени)я"
    r"(?: плана)?[: ]*(?:\d[\d.]+(?: ?г\.?)?)?$"
)
# «С планом ознакомлены:», above a list of names and days.
_ACQUAINTED = pattern(r"(?:с [а-я ]+)?ознакомлен[ыа]?(?: с [а-я ]+)?[: ]*$|лист ознакомления")
_SHORT_POST = pattern(r"(?:(?!\w*(?:ть|ти|ться|[еи]т|[ую]т|[ая]т)\b)[^\W\d_-]+[. -]*){1,3}")
_LONGEST_POST = 3  # words of one that no list of posts has
# «Военный комиссар района полковник запаса», beside whom initials come first as in signatures.
_LONG_POST = pattern(r"[А-ЯЁ][а-яё-]+(?: (?!\w*(?:ть|ти|ние|ция)\b)[а-яё-]+\.?){1,6}")
_SIGNS_FIRST = pattern(r"[/( ]*[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё-]+[/) ]*")
_AUTHOR = pattern(r"(?:(?:план|отчет|график) )?(?:составил|подготовил|разработал)[аи]?\b")
# A number may have a letter or two («1а», «п.2»); a word in its column has more.
_LETTERS = pattern(r"[^\W\d_]{3}")


def is_signature(
    cells: Mapping[str, str], texts: Sequence[str], *, apart: bool, numbered: bool
) -> bool:
    """Whether somebody signs in the row that shows these texts, whatever columns they stand in.

    A row `apart` has a blank one above it; the measures above are `numbered`.
    """
    if not texts or _is_left_to_sign(texts):
        return bool(texts)
    if _is_signed(texts) and (apart or _says_nothing(cells)):
        return True
    if _are_posts(cells, texts) or _tells_day_of_paper(texts):
        return True
    return not _is_numbered(cells) and _signs_here(cells, texts, apart=apart, numbered=numbered)


def _is_left_to_sign(texts: Sequence[str]) -> bool:
    """«01.12.2026» beside «подпись ______», and nothing else."""
    lines = [bool(_TO_SIGN.fullmatch(fold(text))) for text in texts]
    days = (_SIGNED.fullmatch(text) for text in texts)
    return any(lines) and all(line or day for line, day in zip(lines, days, strict=True))


def names_signer(cells: Mapping[str, str], words: str) -> bool:
    """Whether a post with a name, or whoever typed the plan, is all that the `words` say."""
    label = fold(cells["number"] or cells["measure"])
    named = SIGNER.match(label) and _INITIALS.search(words)
    party = cells["responsible"]
    typed = _TYPIST.match(label) and (not party or _PHONE.fullmatch(fold(party)))
    return bool(named or typed) and not _is_numbered(cells)


def _signs_here(
    cells: Mapping[str, str], texts: Sequence[str], *, apart: bool, numbered: bool
) -> bool:
    """Posts with lines to sign on, days and names: «Специалист», «____», «К. Соболь»."""
    post, *others = texts
    authored = len(others) == 1 and _AUTHOR.match(fold(post)) and _SIGNS_FIRST.fullmatch(others[0])
    if authored or _signed_in_turn(texts) or _signs_for(texts):
        return True
    # «От работодателя: директор ____ М. Сом» beside «От работников: …»: a line in each of them.
    if all(map(_LINE.search, texts)):
        return any(map(_names_signer, texts))
    # «Директор» in the column of parties, beside «Заявка» in that of measures, signs nothing.
    does = cells["responsible"] == post and cells["measure"] and not apart
    alone = len(others) == 1 and not (cells["deadline"] or does)
    known = alone and LONE_SIGNER.fullmatch(fold(post))
    if known and (_SURNAME.fullmatch(others[0]) or _SIGNED.fullmatch(others[0])):
        return True
    if not others or not all(map(_SIGNED.fullmatch, others)):
        return False
    # A post with a day and a name alone may be a measure, too, unless those have numbers.
    dated = any(map(_DAY.fullmatch, others)) and not any("__" in text for text in others)
    if dated:
        # «Директор школы проводит собрание» only begins with one.
        whole = SIGNER.match(fold(post)) and _SHORT_POST.fullmatch(fold(post))
        return numbered and bool(whole) and any(map(_INITIALS.search, others))
    # In the column of numbers any post is one: «Эпидемиолог», and nothing that is to be done.
    return bool(not cells["measure"] or SIGNER.match(fold(post)) or reads_as_party(post))


def _signs_for(texts: Sequence[str]) -> bool:
    """«Согласовано», then nothing but posts, names, days and lines to sign on beside it."""
    side, *others = texts
    if not signs(side) or not any(map(_SIGNED.fullmatch, others)):
        return False
    # «Прокурор» is a post as well, though no list has it.
    named = (_names_signer(text) or len(text.split()) <= _LONGEST_POST for text in others)
    return all(named)


def _tells_day_of_paper(texts: Sequence[str]) -> bool:
    """«Дата составления: 12.01.2026», in one cell or two."""
    label, *others = texts
    return bool(_DAY_OF_PAPER.match(fold(label))) and all(map(_DAY.fullmatch, others))


def _signed_in_turn(texts: Sequence[str]) -> bool:
    """Posts, each with a line to sign on beside it: «Директор», «____ А. Сом», «Мастер», «____»."""
    posts, lines = texts[::2], texts[1::2]
    pairs = len(posts) == len(lines) > 1
    return pairs and all(map(_LINE.search, lines)) and not any(map(_LINE.search, posts))


def _is_signed(texts: Sequence[str]) -> bool:
    """A post and a name below the plan: «Атаман», «П. П. Сомов»."""
    post, *others = texts
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
    return len(texts) > 1 and signs(*texts)


def signs(*texts: str) -> bool:
    """All that a row shows says that somebody signs below it, or for whom: «Согласовано»."""
    return bool(texts) and all(_SIDE.fullmatch(fold(_LINE.sub("", text))) for text in texts)


def goes_on_signing(texts: Sequence[str]) -> bool:
    """All that a row shows below such sides are posts, names and lines to sign on, and no time."""
    signed = (
        _LINE.search(text) or _SIGNED.fullmatch(fold(text)) or _names_signer(text) for text in texts
    )
    timed = (read_in_any_year(text).due for text in texts)
    return bool(texts) and all(signed) and not any(timed)


def lists_signers(line: str) -> bool:
    """The line heads a list of names and days: «С планом ознакомлены:»."""
    return bool(_ACQUAINTED.match(fold(line)))


def is_listed_signer(texts: Sequence[str]) -> bool:
    """All that a row of such a list shows are a number, a name, a day, a line to sign on."""
    signed = (
        text.rstrip(".").isdigit() or _SURNAME.fullmatch(text) or _SIGNED.fullmatch(text)
        for text in texts
    )
    return bool(texts) and all(signed)


def ends_signatures(line: str) -> bool:
    """A line alone that only whoever signs writes: the day, a line to sign on."""
    return bool(_DAY.fullmatch(line) or _LINE.search(line))


def _is_numbered(cells: Mapping[str, str]) -> bool:
    return bool(cells["number"]) and not _LETTERS.search(cells["number"])
