"""Who did it, where a deed has a subject of its own that is not whoever keeps the plan."""

from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.nouns import any_of

# Above or beside whoever keeps a plan; of a department or a board it may be the plan's own.
_AUTHORITY = any_of(
    r"""
    министерство мин(?:обр|здрав|культ|спорт|труд|соц|строй|фин|сельхоз|транс|эконом|цифр)[а-я]*
    область край республика регион губерния мэрия префектура правительство ведомство прокуратура
    полиция (?:рос|гос)[а-я]*надзор роспотребнадзор росгвардия мчс
    вышестоящ(?:ая|ий|ее|ие)\s[а-я]+
    """
)
_NEIGHBOURS = (
    r"(?:(?:наши|все) )?(?:соседи|соседка|сосед|смежники|конкуренты|коллеги|партнеры)|другие"
    r"|[а-я-]+ соседн(?:его|ей|их) [а-я]+|(?:[а-я-]+ ){1,3}?[а-я]+-сосед[а-я]*|[а-я]+-сосед[а-я]*"
)
ANOTHER = pattern(
    rf"(?:(?:уже|но|а|и) )*(?:(?:[а-я]+(?:ое|ая|ий|ый) )?{_AUTHORITY}|{_NEIGHBOURS})\b"
    r"|(?:the |our )?(?:\w+ )?(?:ministry|government|county|state|region|neighbou?rs|police)\b"
    r"|(?:the |an)?other (?!day|week)\w+"
)
"""Begins with a body that keeps a plan of its own: «министерство утвердило план»."""

OURS = pattern(
    r"\b(?:наш[а-я]*|на[мс]|нами|мы|our|us)\b"
    r"|\b(?:одобри|согласова|поддержа|приня|подписа)л[аои]? (?:отчет|заявк|документ|материал|работ"
    r"|объект|проект|предложени|договор|соглашени|смет|акт)"
)
"""Takes that back: «министерство утвердило наш план», or accepted what we have handed in."""

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
