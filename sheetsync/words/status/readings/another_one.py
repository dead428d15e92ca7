"""Whether a mark is of another thing than its measure is, or of one of many: «кабинет химии»."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.readings.measure_deed import AN_ADJECTIVE, IN_TITLE_OR_BRACKETS, WORD
from sheetsync.words.status.roots import is_same_noun
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.words.counts import counts_in
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.manner import is_adverb
from sheetsync.words.status.words.nouns import MONTH, NUMBERED, NUMBERED_PLACE
from sheetsync.words.status.words.verbs import INFINITIVE

_BY_NUMBER = pattern(
    r"\b(?P<what>[^\W\d_]{3,}) (?:№{1,2} ?|no\.? ?)?"
    r"(?P<which>\d{1,4}(?:(?:,| и|-| -) ?\d{1,4})*)\b(?![.:/]\d| ?%)"
    rf"(?! (?:{MONTH}|год|гг?\b|чел|шт|экз|руб|тыс|раз|час|мин|км|га|тонн|м\b|т\b|л\b))"
    r"|\b(?P<nth>\d{1,3}(?:(?:,| и|-| -) ?\d{1,3})*)(?:-?[а-я]{1,2})? "
    r"(?P<of>класс|этаж|курс|групп|подъезд|корпус|отряд|том\b)"
)
_RANGE = pattern(r"(\d+) ?- ?(\d+)")
_MOST = 60  # «2024-2025» are years
_ORDINALS = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_ORDINAL_STEM = "|".join(_ORDINALS)
_ORDINAL = pattern(
    rf"\b(?:в|во|на) (?P<nth>{_ORDINAL_STEM})(?:ом|ем|ой|ьем|ьей)\b"
    rf"(?: и (?P<also>{_ORDINAL_STEM}))?"
)
_NUMBER = pattern(r"\d+")
_NTH = pattern(
    rf"\b(?P<nth>{_ORDINAL_STEM})[а-я]{{1,3}} "
    r"(?P<of>этаж|корпус|класс|курс|групп|отряд|смен|очеред|подъезд|цех|блок|тур|этап|том)"
)
_OF_YEAR = pattern(r"\b(?:на|за) (20\d\d)\b")
_WHOLE = pattern(
    r"\b(?:все[хмй]?|всем[иу]|всю|вся|оба|обе|обоих|обеих|полностью|кажд\w+|везде|all|every\w*|each"
    r"|both)\b|\b100 ?%"
)
# An event «для всех желающих» is held, however many come.
_OF_ALL = pattern(
    r"\b(?<!для )(?<!for )(?:все(?:х|м|ми)?|кажд(?:ый|ого|ому|ом|ую|ой)|all|every|each) "
    r"(?:[а-я]+(?:ых|их|ым|им) )?"
    r"(?P<whom>[^\W\d_]{3,})"
)
_BOTH = pattern(r"\b(?:(?P<of_two>об[ае]|обоих|обеих|both)|все[хм]?|кажд\w+|all|every|each)\b")
_ONE = pattern(r"\b(?:один|одна|одно|одну|one)\b")
_PLURAL = pattern(rf"\W*{INFINITIVE} (?:[а-я]+(?:ы|[гкхш]и)е )?(?P<things>[а-я]{{3,}}[ыи])\b")
_MANY = pattern(r"(?:[ыи]|ок|ек|[ое]в|ей|[ая](?:м|х|ми))$")
_FORMS = pattern(r"\b\d{1,2}(?: ?- ?\d{1,2})?(?:-?[а-я]{1,2})? (?:класс|[«\"][а-д][»\"])")
_THE_SAME = pattern(r"(?:учрежд|организац|предприят|коллектив|школ|район|город|област|поселен)")
_SINGULAR = pattern(r"[^\W\d_]{2,}(?:[нт]а?|шла?|ше?л|ла)$")
_NEUTER = pattern(r"[^\W\d_]{2,}[нтл]о$")
_NEUTER_NOUN = pattern(r"[а-я]+(?:ие|ье|о|е)$")
# Where an event was held is no share of it.
_HELD_THERE = pattern(r"\b(?:провед|провел|состоя|проше?л|held|took place)")
_HELD_IN_TURN = {"тур", "раунд"}
# Unless it holds the event itself: «сад № 3 провёл».
_HOLDER = pattern(
    rf"(?:\w+ )?(?:{NUMBERED}) (?:уже )?(?:провел|прошл)[аи]?\b|(?:\w+ )?(?:{NUMBERED}) прошел\b"
)
_BRANCH = pattern(r"(?:филиал|отделение|клуб|школа|сад|библиотека|участок) в ([а-я]{4})")


def is_of_another(case: Case, measure: str) -> bool:
    """Whether a number or a year tells a mark's thing apart from the measure's own."""
    own = _in_figures(IN_TITLE_OR_BRACKETS.sub(" ", fold(measure)))
    if _has_other_numbers(_in_figures(fold(case.text)), own):
        return True
    years, said = (_OF_YEAR.findall(words) for words in (own, case.words))
    return bool(years and said) and {*years}.isdisjoint(said)


def _has_other_numbers(words: str, measure: str) -> bool:
    """«Дом № 3» of «домов №№ 3, 5, 7», «корпус 1» of «корпуса 2», «в первом» of «подъездах 1-4»."""
    own = [*_numbered(measure)]
    if any(
        is_same_noun(what, said) and not which <= told
        for what, which in own
        for said, told in _numbered(words)
    ):
        return True
    ordinals = [
        _ORDINALS.index(nth) + 1 for one in _ORDINAL.finditer(words) for nth in one.groups() if nth
    ]
    return len(own) == 1 and bool(ordinals) and own[0][1] > {*map(str, ordinals)}


def is_own_part(said: Statement, measure: str) -> bool:
    """Whether a folded measure is only the part that was done: «второй том издан»."""
    if said.sign is not Sign.PARTIAL or not any(map(is_deed, WORD.findall(said.words))):
        return False
    own, told = ({*_NTH.findall(words)} for words in (measure, said.words))
    return bool(own & told)


def _in_figures(words: str) -> str:
    """«На третьем этаже» as «на 3 этаже»."""
    return _NTH.sub(lambda one: f"{_ORDINALS.index(one['nth']) + 1} {one['of']}", words)


def _numbered(words: str) -> Iterator[tuple[str, set[str]]]:
    """Each noun that numbers stand beside, with them."""
    for one in _BY_NUMBER.finditer(words):
        what, written = one["what"] or one["of"], one["which"] or one["nth"]
        if is_deed(what):
            continue
        numbers = {*_NUMBER.findall(written)}
        for first, last in _RANGE.findall(written):
            between = range(int(first), int(last) + 1)
            numbers |= {*map(str, between)} if len(between) < _MOST else set()
        yield what, numbers


def is_one_of_many(case: Case, measure: str) -> bool:
    """Whether a mark tells of one where its measure counts several, or of some of «all»."""
    own = IN_TITLE_OR_BRACKETS.sub(" ", fold(measure))
    if _WHOLE.search(case.words):
        return False
    if _is_one(case, own) or _is_single(case, own):
        return True
    return any(_is_some(case, whom["whom"]) for whom in _OF_ALL.finditer(own))


def _is_one(case: Case, measure: str) -> bool:
    """«Проведён семинар 15 марта» of «Провести 4 семинара»."""
    wholes = [one for one in counts_in(measure, of_each=True) if one.number > 1]
    if len(wholes) != 1 or any(counts_in(case.words)):
        return False
    for deed in case.saying(*DEEDS):
        words = WORD.findall(deed.in_full)
        verbs = [word for word in words if is_deed(word)]
        things = [
            word for word in words if any(is_same_noun(word, one) for one in wholes[0].things)
        ]
        english = any(f"{word}s" in wholes[0].things for word in words)
        neuter = any(map(_NEUTER.match, verbs)) and any(map(_NEUTER_NOUN.match, things))
        if things and (english or neuter or any(map(_SINGULAR.match, verbs))):
            return True
    return False


def _is_single(case: Case, measure: str) -> bool:
    """«Отремонтирован один», «правый лифт» of «оба лифта», «лифт» of «Отремонтировать лифты»."""
    both, several = _BOTH.search(measure), _PLURAL.match(measure)
    if both and _ONE.search(case.words):
        return True
    for deed in case.saying(*DEEDS):
        words = WORD.findall(deed.in_full)
        if not any(is_deed(word) and _SINGULAR.match(word) for word in words):
            continue
        if both and both["of_two"] and not all(map(is_deed, words)):
            return True
        things = several["things"] if several else ""
        if any(things and is_same_noun(word, things) and not _MANY.search(word) for word in words):
            return True
    return False


def _is_some(case: Case, whom: str) -> bool:
    """«Работники АХЧ», «в 1-4 классах» where the measure says «все»; so many may be all."""
    if _FORMS.search(case.words) and whom.startswith("класс"):
        return True
    words = WORD.findall(case.words)
    beside = (after for one, after in pairwise(words) if is_same_noun(one, whom))
    return any(
        not (is_deed(one) or one.endswith("ed") or AN_ADJECTIVE.search(one) or is_adverb(one))
        and not _THE_SAME.match(one)
        for one in beside
    )


def is_of_one_place(words: str, measure: str) -> bool:
    """«Участок № 1 – выполнено», where the measure names no such one: the others are not told."""
    where = _BRANCH.match(words)
    if where and where[1] not in fold(measure):
        return True
    named = [*NUMBERED_PLACE.finditer(words)]
    if len(named) != 1:
        return False
    what, which = (part for part in named[0].groups() if part)
    held = _HELD_THERE.search(words) and not {what, which} & _HELD_IN_TURN
    if held and not _HOLDER.match(words):
        return False
    if which.isalpha() and not what.isalpha():
        what, which = which, what
    own = _in_figures(fold(measure))
    return what[:4] not in own or not re.search(rf"\b{re.escape(which)}\b", own)
