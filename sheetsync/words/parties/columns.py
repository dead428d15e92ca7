"""Columns of parties: the case that one has, «Кому поручено», and which of two has their names."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from sheetsync.words.cleaning import fold
from sheetsync.words.parties.abbreviations import spelled_out
from sheetsync.words.parties.lines import lines
from sheetsync.words.parties.noun_phrases import noun_phrase
from sheetsync.words.parties.persons import find_people
from sheetsync.words.parties.tokens import tokens
from sheetsync.words.pattern import pattern
from sheetsync.words.vocabulary import CASES, Morphology, Vocabulary

_UNIT = pattern(
    r"\b(?:отдел|подразделени[ея]|служб[аы]|кафедр[аы]|цех|управлени[ея]|организаци[яи]|department|unit|team)$"
)
_POST = pattern(r"\b(?:должность|post|position|job title)\b")
_NAME = pattern(
    r"(?:ф\.? ?и\.? ?о\.?|фамили[яи](?:,? имя)?(?:,? отчество)?|(?:full )?name)"
    r"(?: (?:ответственн|исполнител)\w+(?: лица)?)?"
)
_UNCHANGED = frozenset({"nomn", "accs"})  # of things both look alike
_LOOKED_AT = 200  # cells
_ENOUGH = 2  # cells that can be nothing else
_MOST = 4  # cells in that case for each in the nominative
_PLAINLY_NOMINATIVE = 3  # first cells after which nobody looks for another case


def column_case(texts: Iterable[str], *, morphology: Morphology) -> str:
    """The case, as OpenCorpora names it, that the cells show; "" for the nominative or for none.

    `texts` are the distinct cells of one column, in their order.
    """
    vocabulary = Vocabulary.of(morphology)
    votes: Counter[str] = Counter()
    plain = 0
    for text in islice(texts, _LOOKED_AT):
        cases = _first_cases(text, vocabulary)
        if "nomn" not in cases:
            votes.update(cases)
        elif cases <= _UNCHANGED:
            plain += 1
        if plain >= _PLAINLY_NOMINATIVE and not votes:
            return ""
    best = max(CASES, key=lambda case: votes[case])
    return best if votes[best] >= max(_ENOUGH, plain * _MOST) else ""


def _first_cases(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The cases of the first name in a cell; all of them for an abbreviation, which shows none."""
    said = lines(text)
    if said.isupper():
        from sheetsync.words.parties.capitals import calmed

        said = calmed(said, vocabulary)
    words = tokens(said)
    if words and words[0].text.endswith("."):
        return frozenset(CASES)
    phrase = noun_phrase(find_people(spelled_out(words, vocabulary), vocabulary), vocabulary)
    return phrase.cases if phrase.head is not None else frozenset(CASES)


def holder_columns(first: str, second: str) -> int:
    """Whether the second of two headers is of the names of those who hold the first's posts: 1.

    -1 where the first is, beside posts; 0 where they are of anything else.
    """
    if heads_names(second) and not heads_names(first):
        return 0 if _UNIT.search(fold(first)) else 1  # «Пенкина» is in «Отдел контроля»
    return -1 if heads_names(first) and _POST.search(fold(second)) else 0


def heads_names(header: str) -> bool:
    """Whether a header is of the names of people, «Ф.И.О.», and says nothing else of them."""
    return bool(_NAME.fullmatch(fold(header)))
