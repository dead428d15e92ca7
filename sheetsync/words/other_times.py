"""What a title says of other times than its plan's: what it prepares for, who signed it when."""

import re

from sheetsync.words.pattern import SignedPattern, pattern

TWO_YEARS = r"20\d\d\s?[-–/]\s?(?:20)?\d\d"
_TO_YEARS = (
    r"(?:(?!\b(?:на 20|в 20\d\d ?[-–/]|(?:осенн|весенн)\w+ семестр)|\([^)]*\bуч{own})[^.\n])"
    r"{{,90}}?{not_own}20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?!\d)"
)
# «К экзаменам 2025/2026 учебного года» is prepared for in that year.
_OWN_YEAR = rf"{TWO_YEARS}\s*(?:гг?\.?\s*)?(?:учебн(?:ый|ого)\b|уч\.)"
_BACK = _TO_YEARS.format(own="", not_own="")
_AHEAD = _TO_YEARS.format(own=f"|{_OWN_YEAR}", not_own=f"(?!{_OWN_YEAR})")
# «К новому 2026/2027 учебному году», «к отопительному сезону 2026–2027»: the months before it.
_SEASON = (
    r"(?:уч(?:ебн\w+|\.) ?г|отопительн|осенне-зимн|зимн\w+ (?:сезон|период)|зим[еы]\b|озп\b|сезон)"
)
_SEASON_AHEAD = (
    r"к (?:(?:нов|предстоящ|наступающ)\w+ |(?:началу|открытию) (?:нового )?|работе в (?:новом )?)?"
    rf"(?:{TWO_YEARS} ?(?:гг?\.? ?)?{_SEASON}|{_SEASON}[^\d.\n]{{,20}}(?:г\. ?)?{TWO_YEARS})"
)
# What a plan prepares for, looks back on or carries out has days of its own; a school year in
# brackets behind it is the plan's.
_OF_SOMETHING_ELSE = SignedPattern(
    rf"\b(?:{_SEASON_AHEAD}"
    r"|(?:(?:подготов\w+|готовност\w+)(?: (?!на 20)[^\s.]+){,10}? к|в преддверии|накануне"
    r"|к (?:выборам|праздновани\w+|юбиле\w+|\d+-лети\w+)"
    rf"|prepar\w+ (?:of (?:\S+ ){{1,6}}?)?for|ahead of)\b{_AHEAD}"
    r"|(?:нов(?:ого|ому)(?= 20\d\d)|о результатах|по (?:итогам|результатам)"
    r"|(?:закон|указ|постановлени|приказ|распоряжени|протокол|решени)(?:ом|а|у|ем|я|ю|е)?"
    rf"|results of)\b{_BACK})",
    re.IGNORECASE,
    signs="подготов готовност преддвери накануне нового новому выборам праздн юбиле лети результат "
    "итог закон указ постановл приказ распоряж протокол решени prepar ahead results "
    "учебн уч. отопит зимн зиме зимы озп сезон",
)
# A winter that is gone through, and not only prepared for.
_GONE_THROUGH = pattern(r"прохожд|\bи (?:\w+ )?проведени|\bduring\b", re.IGNORECASE)
# Who signs dates the paper: «____» __________ 2025 г.
_SIGNED = SignedPattern(
    r"_{3,}[^.\n]{,40}?20\d\d|\b(?:(?:согласован|рассмотрен|принят)[оаы]?|утвержд\w*)\b(?:(?!\bплан)"
    r"[^\n]){,120}?20\d\d\s*г\w*\.?",
    re.IGNORECASE,
    signs="_ согласован утвержд рассмотрен принят",
)


def unsigned(words: str) -> str:
    """A title without the dates of those who approve it."""
    return _SIGNED.sub(" ", words)


def own_words(words: str) -> str:
    """A title but for what it says of other times than the plan's."""
    return _OF_SOMETHING_ELSE.sub(" ", unsigned(words))


def is_gone_through(words: str) -> bool:
    """A plan is for a winter itself, too: «по подготовке и прохождению отопительного сезона»."""
    return bool(_GONE_THROUGH.search(words))
