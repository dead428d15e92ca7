"""The words of the calendar, Russian and English: one line a month, season, unit or frequency."""

from datetime import date
from itertools import product

from sheetsync.words.lexicon.kinds import Kind, Unit

# The nominative first, then the prepositional ("в апреле"), the genitive, then all other forms.
MONTHS = (
    "январь январе января январю январем янв january jan",
    "февраль феврале февраля февралю февралем фев февр february feb",
    "март марте марта марту мартом мар march mar",
    "апрель апреле апреля апрелю апрелем апр april apr",
    "май мае мая маю маем may",
    "июнь июне июня июню июнем июн june jun",
    "июль июле июля июлю июлем июл july jul",
    "август августе августа августу августом авг august aug",
    "сентябрь сентябре сентября сентябрю сентябрем сен сент september sep sept",
    "октябрь октябре октября октябрю октябрем окт october oct",
    "ноябрь ноябре ноября ноябрю ноябрем ноя нояб november nov",
    "декабрь декабре декабря декабрю декабрем дек december dec",
)
MONTH_NUMBERS = {form: number for number, line in enumerate(MONTHS, 1) for form in line.split()}
MONTH_NAMES = tuple(line.split()[0] for line in MONTHS)
OF_MONTHS = tuple(line.split()[2] for line in MONTHS)
"""In the genitive, as after the number of a day."""

MONTH_STEM = r"(?:янв|фев|мар|апр|ма[йя]\b|июн|июл|авг|сен|окт|ноя|дек)"
ENGLISH_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"


def day_short(day: date) -> str:
    """A day of a year that the reader knows: "30 апреля"."""
    return f"{day.day} {OF_MONTHS[day.month - 1]}"


# The nominative first, then the instrumental ("весной") and the genitive; the adjective's stem.
_SEASONS = (
    "зима зимой зимы зиму зиме зимою|зимн|winter|wintertime",
    "весна весной весны весну весне весною|весенн|spring|springtime",
    "лето летом лета лету лете|летн|summer|summertime|летние каникулы|летних каникул",
    "осень осенью осени|осенн|autumn|fall",
)
SEASON_NAMES, IN_SEASONS, OF_SEASONS = zip(
    *(line.partition("|")[0].split()[:3] for line in _SEASONS), strict=True
)
SEASONAL = tuple(line.split("|")[1] for line in _SEASONS)
ENGLISH_SEASON = "(?:winter|spring|summer|autumn|fall)"
WEEKDAYS = (
    "понедельник понедельника понедельнику пн пон понед понедел monday mon|понедельникам mondays",
    "вторник вторника вторнику вт втор вторн tuesday tue tues|вторникам tuesdays",
    "среда среды среду среде ср wednesday wed weds|средам wednesdays",
    "четверг четверга четвергу чт четв thursday thu thur thurs|четвергам thursdays",
    "пятница пятницы пятницу пятнице пт пятн friday fri|пятницам fridays",
    "суббота субботы субботу субботе сб субб saturday sat|субботам saturdays",
    "воскресенье воскресенья воскресенью вс воскр воскрес sunday sun|воскресеньям sundays",
)
# How two seasons are named together; the value is that of the first and of the second.
_SEASON_PAIRS = (12, 23, 34, 41, 24)
_FIRST = {1: "зимне", 2: "весенне", 3: "летне", 4: "осенне"}
_SPANS = "период периода периоде периоду время месяцы месяцев месяцам сезон сезона сезоне"
_UNITS = {
    Unit.HOUR: "час часа часов часу ч hour hours минут минуты минуту мин minutes hr hrs min",
    Unit.DAY: "день дня дней дню дни дн сутки суток сут day days",
    Unit.WEEK: "неделя недели неделю недель неделе нед week weeks wk wks",
    Unit.MONTH: "месяц месяца месяцев месяцу месяце месяцем месяцы мес month months mos"
    "|м - ц|м - ца|м - це",
    Unit.QUARTER: "квартал квартала кварталу квартале кварталом кварталы кварталов кварталах кв"
    " quarter quarters qtr qtrs|кв - л|кв - ла|кв - ле|кв - лу|кв - лом",
    Unit.HALF_YEAR: "полугодие полугодия полугодию полугодии полугодием полугодий полугодиях пол"
    " полуг полугода полгода|п / г|пол - е|пол - ие|пол - я|пол - ию|пол - ии"
    "|half year|half - year|half - years",
    Unit.YEAR: "год года году годом годе годы годов годах годам лет year years yr yrs",
    Unit.SCHOOL_YEAR: "|учебный год|учебного года|учебному году|учебном году|учебные годы|уч год"
    "|уч года|уч году|уч г|academic year|school year",
}
_WHICH = {
    0: "текущ отчетн финансов календарн планов планируем настоящ нынешн истекш соответствующ",
    1: "следующ очередн будущ наступивш",
    -1: "предыдущ предшествующ прошл прошедш",
}
_WHICH_ENGLISH = {
    0: "current|reporting|fiscal|financial|calendar|same",
    1: "following|next",
    -1: "previous|last year s",
}
_ENDINGS = "ий ый ого его ому ему ом ем им ым ая яя ой ей ую юю ое ее ие ые их ых ими ыми"
_FREQUENCIES = {
    Unit.DAY: "ежедневно ежедневный ежедневная daily ежесуточно|ежесменно|weekdays|every weekday"
    "|mon - fri|monday - friday|monday to friday|"
    "пн - пт|с понедельника по пятницу|on a daily basis|"
    + "|".join(
        " ".join(words).strip()
        for words in product(
            ("", "ежедневно", "ежедневно ,"),
            (
                "в рабочие дни",
                "по рабочим дням",
                "по будням",
                "по будним дням",
                "в будние дни",
                "в будни",
            ),
        )
    ),
    Unit.WEEK: "еженедельно еженедельный еженедельная понедельно weekly|on a weekly basis|еж нед"
    "|еженед - но|в выходные|в выходные дни|по выходным|по выходным дням"
    "|at weekends|on weekends|weekends|every weekend",
    Unit.MONTH: "ежемесячно ежемесячный ежемесячная помесячно monthly|по месяцам"
    "|on a monthly basis|month end|month - end|by month end|by month - end",
    Unit.QUARTER: "ежекварт ежеквартально ежеквартальный ежеквартальная поквартально quarterly"
    "|по кварталам"
    "|on a quarterly basis|quarter end|quarter - end|by quarter end|ежекв - но|еж кв",
    Unit.HALF_YEAR: "полугодично ежеполугодно semiannually biannually semiannual"
    "|по полугодиям|semi - annual|half - yearly basis|twice yearly|bi - annually|half yearly"
    "|six - monthly|six monthly|bi - annual|biannual"
    "|semi - annually|half - yearly|каждые полгода",
    Unit.YEAR: "ежегодно ежегодный ежегодная annually yearly annual|из года в год|per annum"
    "|on an annual basis"
    "|on a yearly basis|annual basis",
}
# Periods that an organisation dates itself; the value tells them apart.
_TERMS = (
    "четверть четверти четвертей четвертям четвертях|school quarter",
    "триместр триместра триместре триместры триместров триместрам триместрах|trimester|trimesters",
    "семестр семестра семестру семестре семестры семестров semester semesters",
    (
        "каникулы каникул каникулам каникулах|break|breaks|recess|school holidays"
        "|half - term|half term|half - terms|half terms|half - termly|half termly"
    ),
    "сессия сессии сессию сессией session",
    "term terms termly",
)
# Every second or tenth of a unit: ten times the count and the unit.
_SPACED = {
    Unit.DAY: "|".join(
        f"ежедневно{comma} {but} {days}"
        for comma, but, days in product(
            ("", " ,", " ("),
            ("кроме", "за исключением"),
            ("выходных", "выходных дней", "субботы и воскресенья", "воскресенья"),
        )
    ),
    20 + Unit.WEEK: "по четным неделям|по нечетным неделям|even weeks|odd weeks"
    "|fortnightly|bi - weekly|biweekly|every other week|every fortnight",
    20 + Unit.DAY: "по четным числам|по нечетным числам|every other day|через день",
    20 + Unit.MONTH: "every other month",
    20 + Unit.YEAR: "biennial|biennially|every other year",
    100 + Unit.DAY: "ежедекадно|подекадно|раз в декаду|1 раз в декаду|каждую декаду",
}
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
_LENGTH_COUNTS = {
    "одно": 1,
    "дву": 2,
    "двух": 2,
    "трех": 3,
    "четырех": 4,
    "пяти": 5,
    "семи": 7,
    "десяти": 10,
    "тридцати": 30,
    "": 0,
}
_LENGTH_STEMS = {"дневн": Unit.DAY, "недельн": Unit.WEEK, "месячн": Unit.MONTH, "суточн": Unit.DAY}


def _adjectives(stem: str) -> list[str]:
    return [stem + ending for ending in _ENDINGS.split()]


def _season_forms(line: str) -> list[str]:
    nouns, stem, *english = line.split("|")
    return [*nouns.split(), *_with_spans(_adjectives(stem)), *english]


def _season_pairs() -> list[tuple[Kind, int, list[str]]]:
    """As in "осенне-зимний период"."""
    return [(Kind.SEASON, both, _pair(*divmod(both, 10))) for both in _SEASON_PAIRS]


def _pair(one: int, two: int) -> list[str]:
    return _with_spans([f"{_FIRST[one]} - {second}" for second in _adjectives(SEASONAL[two - 1])])


def _with_spans(adjectives: list[str]) -> list[str]:
    return [f"{adjective} {span}" for adjective, span in product(adjectives, _SPANS.split())]


def _month_forms(line: str) -> list[str]:
    """The month's forms, also as in "апрель-месяц"."""
    forms = line.split()
    cases = zip(forms, ("месяц", "месяце", "месяца"), strict=False)
    return [*forms, *(f"{form} - {month}" for form, month in cases)]


def _with_hours(line: str, ending: str = "") -> list[str]:
    """As in "Monday morning", "Friday afternoons"."""
    english = filter(str.isascii, line.split())
    return [f"{day} {part}{ending}" for day, part in product(english, _PARTS_OF_DAY)]


def _split(line: str) -> list[str]:
    """The forms of "a b c|d e f": single words before the first bar, phrases after it."""
    singles, *phrases = line.split("|")
    return [*singles.split(), *phrases]


def _lengths() -> list[tuple[Kind, int, list[str]]]:
    return [
        (Kind.LENGTH, int(unit) + 10 * count, _adjectives(prefix + stem))
        for (prefix, count), (stem, unit) in product(_LENGTH_COUNTS.items(), _LENGTH_STEMS.items())
    ]


def calendar_entries() -> list[tuple[Kind, int, list[str]]]:
    """Every line here: its kind, its value and its forms, as `entries` has them."""
    rows = [(Kind.MONTH, at, _month_forms(line)) for at, line in enumerate(MONTHS, 1)]
    rows += [(Kind.SEASON, at, _season_forms(line)) for at, line in enumerate(_SEASONS, 1)]
    rows += _season_pairs()
    rows += [(Kind.UNIT, int(unit), _split(line)) for unit, line in _UNITS.items()]
    rows += [(Kind.FREQUENCY, int(unit), _split(line)) for unit, line in _FREQUENCIES.items()]
    rows += [(Kind.FREQUENCY, value, line.split("|")) for value, line in _SPACED.items()]
    rows += [(Kind.TERM_NAME, at, _split(line)) for at, line in enumerate(_TERMS, 1)]
    for day, line in enumerate(WEEKDAYS):
        one, many = line.split("|")
        rows += [(Kind.WEEKDAY, day, one.split() + _with_hours(one))]
        rows += [(Kind.WEEKDAYS, day, many.split() + _with_hours(one, "s"))]
    for shift, stems in _WHICH.items():
        rows += [(Kind.WHICH, shift, _adjectives(stem)) for stem in stems.split()]
    rows += [(Kind.WHICH, shift, line.split("|")) for shift, line in _WHICH_ENGLISH.items()]
    return rows + _lengths()
