"""The documents and links of a status, taken out of what it says."""

import re

from sheetsync.words.cleaning import tidy
from sheetsync.words.lexicon.calendar import ENGLISH_MONTH
from sheetsync.words.pattern import pattern

_MONTH = rf"(?:[а-я]{{3,8}}|{ENGLISH_MONTH})"
_DOCUMENT_DAY = (
    rf"(?:\d{{1,2}}\.\d{{1,2}}(?:\.\d{{2,4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+20\d\d)?)"
    r"(?:\s*г(?:ода|\.|\b))?"
)
_OF = r"(?:от|of|dated)"
_KIND = (
    r"прот(?:окол)?|пост(?:ановление[мя]?|ан)?|распоряжени[а-я]+|расп|приказ|решени[а-я]+|реш"
    r"|исх|вх|письм[а-я]+|акт|договор|справк[а-я]+|сертификат|protocol|minutes?|order|letter|ref"
    r"|resolution|decision"
)
# Whose document it is, "постановление Президиума № 5"; a negation is no part of a name.
_WHOSE = r"(?:\s+(?!не|(?:ни|без|от|of|dated|not|no)\b)[^\W\d_]+\.?){0,3}"
_NUMBER = r"(?:№|\bn(?:o\.?)?(?=\s*\d))\s*(?=[\w/-]*\d)[\w/-]+"
_DOCUMENT = pattern(
    rf"\(?\s*(?:\b(?:{_KIND})(?:ом|[аеу])?\b\.?{_WHOSE}\s*)"
    rf"(?:{_NUMBER}(?:\s*{_OF}\s*{_DOCUMENT_DAY})?"
    rf"|\d[\w/-]*\s+{_OF}\s*{_DOCUMENT_DAY}|{_OF}\s*{_DOCUMENT_DAY}(?:\s*{_NUMBER})?)\s*\)?",
    re.IGNORECASE,
)
_LINK = pattern(r"(?:https?://|www\.)[^\s,;<>«»]+[^\s,;.<>«»)]", re.IGNORECASE)

_LETTER = pattern(r"(?:письм|letter)\w*", re.IGNORECASE)


def separate_evidence(text: str) -> tuple[str, tuple[str, ...]]:
    """What a tidy text says, and the documents and links in it as written.

    Each leaves a comma where it stood. A letter leaves its word too, because «получено
    письмо № 7» would lose what came.
    """
    evidence: list[str] = []

    def keep(match: re.Match[str]) -> str:
        evidence.append(match[0].strip(" ()"))
        letter = _LETTER.match(evidence[-1])
        return f" {letter[0]}, " if letter else ", "

    rest = _DOCUMENT.sub(keep, _LINK.sub(keep, text))
    return rest.strip(" ,"), tuple(evidence)


def document_in(*cells: str) -> str:
    """The first document that one of the cells names, "" for none.

    A link alone is none: it shows where something lies, not who decided it.
    """
    named = (proof for cell in cells for proof in separate_evidence(tidy(cell))[1])
    return next((proof for proof in named if not _LINK.match(proof)), "")
