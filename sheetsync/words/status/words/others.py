"""Who did it, where a deed has a subject of its own that is not whoever keeps the plan."""

from sheetsync.words.pattern import pattern

_NEIGHBOURS = (
    r"(?:(?:наши|все) )?(?:соседи|соседка|сосед|смежники|конкуренты)|другие"
    r"|[а-я-]+ соседн(?:его|ей|их) [а-я]+|(?:[а-я-]+ ){1,3}?[а-я]+-сосед[а-я]*|[а-я]+-сосед[а-я]*"
)
_BODY = (
    r"(?:branch|department|school|office|company|union|team|club|council|organi[sz]ation)(?:e?s)?"
)
ANOTHER = pattern(
    rf"(?:(?:уже|но|а|и) )*(?:{_NEIGHBOURS})\b|(?:the |our )?neighbou?rs\b"
    rf"|(?:(?:the |an)?other|(?:the |a )?neighbou?ring) {_BODY}\b"
)
"""Begins with a neighbour, or another of its kind: «соседи провели», "another branch held"."""

OURS = pattern(
    r"\b(?:наш[а-я]*|на[мс]|нами|мы|our|us)\b"
    r"|\b(?:одобри|согласова|поддержа|приня|подписа)л[аои]? (?:отчет|заявк|документ|материал|работ"
    r"|объект|проект|предложени|договор|соглашени|смет|акт)"
)
"""Takes that back: «соседи утвердили наш план», or accepted what we have handed in."""

_HAS_OWN = r"(?:сво[йюе]|свои|своего|своих|собственн(?:ый|ую|ое|ые))"
ITS_OWN = pattern(
    r"(?!(?:мы|я|все|оба|обе|уже|также|тоже|кажд[а-я]+|every|each|all|both|we|i|our|my|наш[а-я]*)\b)"
    rf".*\b(?P<deed>[а-я]+л[аои]?)(?: [а-я-]+){{0,2}} {_HAS_OWN}\b"
    r"|(?!(?:every|each|all|both|we|i|our|my)\b).*\b(?:its|their|his|her) own\b"
)
"""Names whose it is, and that it is theirs: «школа провела свой субботник»; not «каждая школа»."""

ONE_LIKE_IT = pattern(
    r"\bтак(?:ой|ую|ое|ие|ая) же\b|(?<!\bв )\bто же(?: самое)?\b(?! время)"
    r"|\bthe same(?! (?:day|time|place|week|month|year|way))\b|\ba similar\b"
)
"""Of another one of its kind: «провёл такое же»."""
