"""Which measures a letter names: read out of its text as a person reads it."""

import re

_ONE = r"\d[\dа-я.]*(?:–\d+)?"
_LIST = re.compile(rf"(?<![\w.])(п\.|строк[аи]) ({_ONE}(?:, {_ONE})*)", re.IGNORECASE)
_RUN = re.compile(r"(\d+)–(\d+)")
_PLACE = re.compile(r"лист «[^»]*», строка \d+")  # where a measure stands that is named already


def named_in(text: str) -> tuple[set[str], set[int]]:
    """The numbers and the rows that stand in the text: «п. 2», «п. 11, 12, 15–18», «строка 30»."""
    numbers: set[str] = set()
    rows: set[int] = set()
    for word, listed in _LIST.findall(_PLACE.sub("", " ".join(text.split()))):
        for one in listed.split(", "):
            run = _RUN.fullmatch(one)
            found = map(str, range(int(run[1]), int(run[2]) + 1)) if run else [one.rstrip(".")]
            if word.lower() == "п.":
                numbers.update(found)
            else:
                rows.update(map(int, found))
    return numbers, rows
