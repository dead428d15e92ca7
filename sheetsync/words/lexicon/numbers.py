"""The spelled numbers of deadlines, Russian and English: ordinals, days of a month, counts."""

from sheetsync.words.lexicon.kinds import LAST, Kind

_ORDINALS = (
    "первый первого первому первом первая первой первую первое первые i first",
    "второй второго второму втором вторая вторую второе вторые ii second",
    "третий третьего третьему третьем третья третьей третью третье iii third",
    "четвертый четвертого четвертому четвертом четвертая четвертой четвертую четвертое iv fourth",
)
DAY_ENDINGS = ("ое", "ого", "ому", "ее", "его", "ему")  # "пятое", "пятого", "третьему"
# The stems of the spelled days of a month that are not among the ordinals of periods.
_DAY_STEMS = (
    "пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат"
    " шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
_ENGLISH_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_LAST = (
    "последний последнего последнему последнем последним последняя последней последнюю последнее"
    " last"
)
_COUNTS = {
    1: "один одного одной одну одна одно one",
    2: "два двух две two",
    3: "три трех three",
    4: "четыре четырех four",
    5: "пять пяти five",
    6: "шесть шести six",
    7: "семь семи seven",
    8: "восемь восьми eight",
    9: "девять девяти nine",
    10: "десять десяти ten",
    14: "четырнадцать четырнадцати fourteen",
    15: "пятнадцать пятнадцати fifteen",
    20: "двадцать двадцати twenty",
    30: "тридцать тридцати thirty",
}


def numerals() -> list[tuple[Kind, int, list[str]]]:
    """Every spelled number: its kind, its value and its forms."""
    rows = [(Kind.ORDINAL, at, _ordinal_forms(line)) for at, line in enumerate(_ORDINALS, 1)]
    rows += [(Kind.ORDINAL, LAST, _LAST.split())]
    rows += [(Kind.COUNT, at, line.split()) for at, line in _COUNTS.items()]
    return rows + _spelled_days()


def _ordinal_forms(line: str) -> list[str]:
    """The forms of an ordinal with its Roman numeral, also written as "II-й", "II-го"."""
    forms = line.split()
    roman = forms[-2]
    return [*forms, *(f"{roman} - {ending}" for ending in ("й", "я", "е", "го", "м", "ый", "ой"))]


def _spelled_days() -> list[tuple[Kind, int, list[str]]]:
    """As in "пятого", "двадцать первому"; the first four alone are ordinals of periods too."""
    ones = [[form for form in line.split() if form.endswith(DAY_ENDINGS)] for line in _ORDINALS]
    ones += [[stem + ending for ending in DAY_ENDINGS[:3]] for stem in _DAY_STEMS.split()]
    rows = [(Kind.NTH, day, forms) for day, forms in enumerate(ones, 1) if day > 4]
    rows += [
        (Kind.NTH, 20 + day, [f"двадцать {form}" for form in forms])
        for day, forms in enumerate(ones[:9], 1)
    ]
    rows.append((Kind.NTH, 30, [f"тридцат{ending}" for ending in DAY_ENDINGS[:3]]))
    rows.append((Kind.NTH, 31, [f"тридцать {form}" for form in ones[0]]))
    return rows + _english_days()


def _english_days() -> list[tuple[Kind, int, list[str]]]:
    """As in "the ninth of November": alone, "sixth form", they number something else too."""
    ones, tens = _ENGLISH_DAYS.split(), ("twenty", "thirty")
    tails = [*((day, [word]) for day, word in enumerate(ones, 1)), (30, ["thirtieth"])]
    tails += [
        (10 * ten + one, [f"{tens[ten - 2]}{dash}{ones[one - 1]}" for dash in (" ", " - ")])
        for ten, one in (*((2, one) for one in range(1, 10)), (3, 1))
    ]
    return [(Kind.NTH, day, [f"{form} of" for form in forms]) for day, forms in tails]
