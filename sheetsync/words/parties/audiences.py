"""Whom something is for and who answers for nothing: «юноши 13–14 лет», «2011 г.р.»."""

from re import IGNORECASE, VERBOSE

from sheetsync.words.pattern import pattern

_SPAN = r"\d{1,2}(?:\s*(?:[–-]|до|и)\s*\d{1,2})?"
_WHO = (
    r"(?:юнош[аи]|девушк[аи]|мальчик[и]?|девочк[аи]|мужчин[аы]|женщин[аы]|дет[иь]\w*|подростк[и]"
    r"|участник[и]?|спортсмен\w*|молод[её]жь|граждане|взрослые|школьники|ребята|лица|люди)"
)
_AGE = (
    rf"(?:(?:от|с|до|старше|младше|в\ возрасте)\s+)?(?:(?:от|с|до)\s+)?{_SPAN}\s*(?:-?ти\s+)?лет"
    r"(?:\s+и\s+(?:старше|младше))?|\d{1,2}\s?\+"
    r"|(?:19|20)\d\d(?:\s*[–,-]\s*(?:19|20)\d\d)*\s*(?:г\.?\s?г?\.?\s?р\b\.?|год[аов]*\s+рождения)"
)
# Without any of these no cell is searched: few say whom something is for.
_SIGNS = (
    *("лет", "г.р", "г. р", "гг", "рожден", "+", "огранич", "категор", "возраст", "желающ"),
    *("age", "years", "limit", "restriction"),
)
# Between borders only: «воспитатели групп 3–4 лет» are somebody.
_AUDIENCE = pattern(
    rf"""
    (?:(?<=[,;(\n/])|^)\s*
    (?: (?:{_WHO}(?:\s*(?:,|и|/)\s*{_WHO})*\s+(?:в\ возрасте\s+)?)?
        (?:возраст\w*\s+(?:категори\w+\s+)?)?(?:{_AGE})
      | (?:{_WHO}\s+)?без\s+(?:возрастных\s+)?ограничени[йя](?:\s+(?:по\s+)?(?:возраст\w*|времени))?
      | (?:все|любые)\s+(?:возрастные\s+)?(?:категории|возраста?ы?)(?:\s+(?:населения|граждан))?
      | все\s+желающие
      | (?:ages?|aged)\s+\d[\d\s+–-]*|all\s+ages|\d{{1,2}}\s*[–-]\s*\d{{1,2}}\s+years(?:\s+old)?
      | no\s+(?:age\s+)?(?:limit|restrictions?)s?
    )\.?\s*(?=[,;)\n/]|$)
    """,
    IGNORECASE | VERBOSE,
)


def without_audiences(line: str) -> str:
    """The line with spaces in the place of ages, years of birth and «без ограничений»."""
    folded = line.casefold()
    if not any(sign in folded for sign in _SIGNS):
        return line
    return _AUDIENCE.sub(lambda found: " " * len(found[0]), line)
