"""What a status offers as proof: protocols, orders, letters and links, set apart from its words."""

import re

from sheetsync.model.frozen import frozen

_DAY = (
    r"(?:\d{1,2}\.\d{1,2}(?:\.\d{2,4})?|\d{1,2}\s+[а-я]{3,8}(?:\s+20\d\d)?)(?:\s*г(?:ода|\.|\b))?"
)
_KIND = (
    r"протокол|пост(?:ановление[мя]?|ан)?|распоряжени[а-я]+|расп|приказ|решени[а-я]+|реш|исх|вх"
    r"|письм[а-я]+|акт|договор|справк[а-я]+|сертификат|protocol|minutes|order|letter|ref"
)
# Whose document it is, "постановление Президиума № 5"; a negation is no part of a name.
_WHOSE = r"(?:\s+(?!не|(?:ни|без|от|not|no)\b)[^\W\d_]+\.?){0,3}"
_NUMBER = r"(?:№|\bn(?:o\.?)?(?=\s*\d))\s*(?=[\w/-]*\d)[\w/-]+"
_DOCUMENT = re.compile(
    rf"\(?\s*(?:\b(?:{_KIND})(?:ом|[аеу])?\b\.?{_WHOSE}\s*)(?:{_NUMBER}(?:\s*от\s*{_DAY})?"
    rf"|от\s*{_DAY}(?:\s*{_NUMBER})?)\s*\)?",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s,;<>«»]+[^\s,;.<>«»)]", re.IGNORECASE)

_LETTER = re.compile(r"(?:письм|letter)\w*", re.IGNORECASE)


@frozen
class Separated:
    """A status in two: `rest` is what it says, `evidence` the documents and links as written."""

    rest: str
    evidence: tuple[str, ...]


def separate_evidence(text: str) -> Separated:
    """Take documents and links out of a tidy text; each leaves a comma where it stood.

    A letter leaves its word too, because «получено письмо № 7» would lose what came.
    """
    evidence: list[str] = []

    def keep(match: re.Match[str]) -> str:
        evidence.append(match[0].strip(" ()"))
        letter = _LETTER.match(evidence[-1])
        return f" {letter[0]}, " if letter else ", "

    rest = _DOCUMENT.sub(keep, _LINK.sub(keep, text))
    return Separated(rest=rest.strip(" ,"), evidence=tuple(evidence))
