"""Every word that the deadline grammar knows, Russian and English: one line a meaning.

To teach it a month name, an abbreviation or a synonym, add the form to the line it belongs to.
Numerals, what waits for others, named days and every language more have files of their own
beside this one. Forms are folded (lower case, е for ё, "-" for every dash, no full
stops); a form of several words is matched before a shorter one.
"""

from itertools import product

from sheetsync.words import belarusian, kazakh, ukrainian
from sheetsync.words.cleaning import fold
from sheetsync.words.named_days import NAMED_DAYS
from sheetsync.words.number_lexicon import numerals
from sheetsync.words.timing.kinds import Kind, Unit
from sheetsync.words.waiting_lexicon import UNSET, WAITS

# The nominative first, then the prepositional ("в апреле"), then all other forms.
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
_SEASONS = (
    "зима зимой зимы зиму зиме зимою|зимн|winter|wintertime",
    "весна весной весны весну весне весною|весенн|spring|springtime",
    "лето летом лета лету лете|летн|summer|summertime|летние каникулы|летних каникул",
    "осень осенью осени|осенн|autumn|fall",
)
_WEEKDAYS = (
    "понедельник понедельника понедельнику пн monday mon|понедельникам mondays",
    "вторник вторника вторнику вт tuesday tue|вторникам tuesdays",
    "среда среды среду среде ср wednesday wed|средам wednesdays",
    "четверг четверга четвергу чт thursday thu|четвергам thursdays",
    "пятница пятницы пятницу пятнице пт friday fri|пятницам fridays",
    "суббота субботы субботу субботе сб saturday sat|субботам saturdays",
    "воскресенье воскресенья воскресенью вс sunday sun|воскресеньям sundays",
)
# How two seasons are named together; the value is that of the first and of the second.
_SEASON_PAIRS = (12, 23, 34, 41, 24)
_FIRST = {1: "зимне", 2: "весенне", 3: "летне", 4: "осенне"}
_SPANS = "период периода периоде периоду время месяцы месяцев месяцам сезон сезона сезоне"
_UNITS = {
    Unit.HOUR: "час часа часов часу ч hour hours минут минуты минуту мин minutes hr hrs min",
    Unit.DAY: "день дня дней дню дни дн сутки суток сут day days",
    Unit.WEEK: "неделя недели неделю недель неделе нед week weeks wk wks",
    Unit.MONTH: "месяц месяца месяцев месяцу месяце месяцем месяцы мес month months mos|м - ц",
    Unit.QUARTER: "квартал квартала кварталу квартале кварталом кварталы кварталов кварталах кв"
    " quarter quarters qtr qtrs|кв - л|кв - ла|кв - ле",
    Unit.HALF_YEAR: "полугодие полугодия полугодию полугодии полугодием полугодий полугодиях пол"
    " полуг полугода полгода|п / г|half year|half - year|half - years",
    Unit.YEAR: "год года году годом годе годы годов годах годам лет year years yr yrs",
    Unit.SCHOOL_YEAR: "|учебный год|учебного года|учебному году|учебном году|учебные годы|уч год"
    "|уч года|уч году|уч г|academic year|school year",
}
_WHICH = {
    0: "текущ отчетн финансов календарн планов планируем настоящ нынешн истекш прошедш"
    " соответствующ",
    1: "следующ очередн будущ наступивш",
    -1: "предыдущ предшествующ прошл",
}
_WHICH_ENGLISH = {
    0: "current|reporting|fiscal|financial|calendar|same",
    1: "following|next",
    -1: "previous|last year s",
}
_ENDINGS = [
    "ий",
    "ый",
    "ого",
    "его",
    "ому",
    "ему",
    "ом",
    "ем",
    "им",
    "ым",
    "ая",
    "яя",
    "ой",
    "ей",
    "ую",
    "юю",
    "ое",
    "ее",
    "ие",
    "ые",
    "их",
    "ых",
    "ими",
    "ыми",
]

_FREQUENCIES = {
    Unit.DAY: "ежедневно ежедневный ежедневная daily ежесуточно|ежесменно|weekdays|every weekday"
    "|mon - fri|monday - friday|monday to friday|"
    "пн - пт|с понедельника по пятницу|on a daily basis|"
    + "|".join(
        " ".join(words).strip()
        for words in product(
            ("", "ежедневно", "ежедневно ,"),
            ("в рабочие дни", "по рабочим дням", "по будням", "по будним дням", "в будние дни"),
        )
    ),
    Unit.WEEK: "еженедельно еженедельный еженедельная понедельно weekly|on a weekly basis|еж нед"
    "|еженед - но",
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
    "каникулы каникул каникулам каникулах|break|breaks|recess|school holidays|half - term",
    "сессия сессии сессию сессией session",
    "term terms termly",
)
# Every second or tenth of a unit: ten times the count and the unit.
_SPACED = {
    Unit.DAY: "|".join(
        f"ежедневно{comma} {but} {days}"
        for comma, but, days in product(
            ("", " ,"),
            ("кроме", "за исключением"),
            ("выходных", "выходных дней", "субботы и воскресенья", "воскресенья"),
        )
    ),
    20 + Unit.WEEK: "fortnightly|bi - weekly|biweekly|every other week|every fortnight",
    20 + Unit.DAY: "every other day|через день",
    20 + Unit.MONTH: "every other month",
    20 + Unit.YEAR: "biennial|biennially|every other year",
    100 + Unit.DAY: "ежедекадно|подекадно|раз в декаду|1 раз в декаду|каждую декаду",
}
# The first is "раз", which takes its number from before it.
_TIMES = ("раз|раза|разу|разов|р|x|х|time|times|once", "дважды|twice", "трижды|thrice")
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

_WORDS = {
    Kind.UNTIL: "до|к|ко|не позднее|не позднее чем|не позднее , чем|не позже|не позже чем"
    "|не поздней|by|until|till"
    "|не более|не более чем|не превышающий|no later than|not later than|up to|at the latest by"
    "|week ending|w / e|not after"
    "|to be completed by|complete by|completed by|to be done by|finish by|finished by"
    "|due by|due on|due|on or before|не поздн",
    Kind.SINCE: "с|со|начиная с|начиная со|начиная|from|since|starting|starting from|starting in"
    "|commencing|commencing in|commencing on|effective from|with effect from"
    "|starting on|starts|starts in|begins|begins in|beginning|beginning in|beginning from|as of",
    Kind.NOT_BEFORE: "не ранее|не ранее чем|не ранее , чем|не раньше|не раньше чем|not before"
    "|not earlier than"
    "|no earlier than",
    Kind.FROM: "от",
    Kind.THROUGH: "по|to|through|thru",
    Kind.BETWEEN: "between|между",
    Kind.OUTLOOK: "с перспективой до|с перспективой на период до|и на период до"
    "|и на перспективу до",
    Kind.WHILE: "период|в период|в дни|на период|за период|на время|на весь период|во время"
    "|for the duration of",
    Kind.IN: "в|во|на|in|on|during|at|within|in the course of|over"
    "|в течение|в течении|втечение|втечении|в теч|в продолжение|на протяжении|throughout|for",
    Kind.HALF_OF_DAY: "am|pm|a m|p m|утра|вечера|дня пополудни",
    Kind.YEAR_END: "eoy|year end|year - end|end of year|end of the year|end of the calendar year",
    Kind.WEEK_OF: "week commencing|week beginning|week starting|w / c|w / b|wc",
    Kind.ONWARDS: "onwards|onward|и далее|and onwards|and beyond",
    Kind.FISCAL: "fy|fiscal year|financial year",
    Kind.OF: "of",
    Kind.FOR: "за",
    Kind.START: "начало|начала|началу|начале|старт|первые числа"
    "|первых числах|первых чисел|start|beginning of|start of|early|early in|in early",
    Kind.END: "конец|конца|концу|конце|окончание|завершение|финиш|последние числа|последних числах"
    "|последние дни|последних дней|последних днях"
    "|последних чисел|окончания|окончанию|исхода|end|end of|before the end of|late|late in|in late",
    Kind.DAY_OF_MONTH: "число|числа|числу|чисел|числам",
    Kind.MIDDLE: "середина|середине|середину|середины|mid|middle|middle of",
    Kind.HALF: "половина|половине|половину|половины|half",
    Kind.DECADE: "декада|декаде|декаду|декады",
    Kind.QUARTER_SIGN: "q",
    Kind.HALF_SIGN: "h",
    Kind.YEAR_MARK: "г|гг|г г|гг г",
    Kind.THIS_YEAR: "с г|т г|сего года|этого года|в этом году|this year",
    Kind.PERIOD: "периодом|датой|периода|периоду|period",
    Kind.EVERY: "каждый|каждого|каждую|каждая|каждое|каждой|каждом|каждому|каждые|every|each",
    Kind.PER: "per|a|an",
    Kind.AT_LEAST: "не реже|не реже чем|не реже , чем|не менее|не менее чем|не меньше"
    "|как минимум|минимум"
    "|at least|no less than|not less than|min|minimum",
    Kind.EXCEPT: "кроме|за исключением|исключая|except|except for|excluding",
    Kind.THEN: "далее|затем|в дальнейшем|потом|then|thereafter",
    Kind.ALL_YEAR: "постоянно|на постоянной основе|в постоянном режиме|систематически|регулярно"
    "|на регулярной основе|круглосуточно|непрерывно|круглогодично|круглый год|весь период"
    "|всего периода|всего срока|весь срок|ongoing"
    "|continuous|continuously|permanently|constantly|regularly|on an ongoing basis"
    "|on a regular basis|on - going|on going|continually|perpetual|permanent"
    "|on a continuous basis|year round|year - round|all year|all year round"
    "|all year long|пост - но|постоянный|постоянная|в постоянном порядке|на системной основе",
    Kind.WORKING: "рабочих|рабочего|рабочий|рабочие|рабочему|календарных|календарного|календарный"
    "|working|business|calendar",
    Kind.EVENT: "в момент|на момент|с момента|со дня|с даты|с начала|с началом|с наступлением"
    "|с открытием|по окончании"
    "|по завершении|по истечении|по достижении|по прошествии|накануне|перед|before|prior to"
    "|ahead of|в преддверии|в канун",
    Kind.SOMETIME: UNSET
    + "|немедленно|незамедлительно|безотлагательно|срочно|оперативно|бессрочно|в рабочем порядке"
    "|в кратчайшие сроки|в кратчайший срок|в ближайшее время|до особого распоряжения"
    "|будет сообщено дополнительно|дата будет сообщена дополнительно|в праздничные дни"
    "|на каникулах|во время каникул|immediately|asap|as soon as possible|tbd|tba|tbc"
    "|immediate|with immediate effect|effective immediately|none|no date|без срока|нет срока"
    "|urgent|urgently|at once|promptly|without delay"
    "|as soon as practicable|until completed|until completion|until complete|n / a|not applicable"
    "|to be advised|to be scheduled|to be arranged|date to be confirmed|dates to be confirmed"
    "|date tbc|dates tbc|date tbd|dates tbd|pending|open|open - ended|no deadline|no fixed date"
    "|short term|short - term|medium term|medium - term|long term|long - term|near term|near - term"
    "|в каникулярное время|в плановом порядке|в пределах выделенных средств"
    "|раз в смену|1 раз в смену|one - time|one time|one - off"
    "|as funding allows|as funding permits|as funds allow|as resources allow|as resources permit"
    "|as time permits|as time allows|as funding becomes available|when funding is available"
    "|as agreed|as directed|as assigned|as announced"
    "|будет сообщено|будет объявлено|будет объявлено дополнительно|по особому распоряжению"
    "|to be determined|to be agreed|to be announced|to be confirmed|indefinitely|in due course"
    "|until further notice",
    Kind.TERM: "дата|дата проведения|даты проведения|в срок|в сроки|срок|сроки|сроком|в порядке"
    "|порядке",
    Kind.REMARK: "ориентировочно|предварительно|примерно|приблизительно|предположительно"
    "|перенесено на|перенесен на|перенесена на|перенос на|approximately|tentatively|tentative"
    "|approx|around|about|circa|roughly|estimated|est|~|ок|около|дата и время"
    "|provisionally|postponed to|moved to|без разделения на этапы|в один этап|в два этапа"
    "|in one stage|expected|предв|ориент|примерный срок|срок предварительный|планируется"
    "|в три этапа|без деления на этапы|поэтапно",
    Kind.FILLER: "the|close of business|cob|end of business|eod|включительно|inclusive"
    "|inclusively|всего|весь|вся|всю|все|целый|whole"
    "|entire|all"
    "|срок исполнения|срок реализации|срок выполнения|срок проведения|срок сдачи|сроки реализации"
    "|сроки проведения|сроки исполнения|сроки выполнения|deadline|due date",
    Kind.AND: "и|and|а также|&|но|but|as well as",
    Kind.COMMA: ",|+",
    Kind.DASH: "-",
    Kind.SLASH: "/",
    Kind.COLON: ":",
    Kind.SEMICOLON: ";",
    Kind.OPEN: "(|[",
    Kind.CLOSE: ")|]",
    Kind.QUESTION: "?",
    Kind.STOP: "не|нет|без|ни|если|или|либо|not|no|or|if|unless|without|кроме того|исполнено"
    "|выполнено|проведено|завершено|отменено|отменен|отменена|отмена|перенос|снято|снят|готово"
    "|done|cancelled|may be|may have|may need|may not|may also"
    "|completed|чаще|ранее|раньше|позже|позднее",
}


def _adjectives(stem: str) -> list[str]:
    return [stem + ending for ending in _ENDINGS]


def _season_forms(line: str) -> list[str]:
    nouns, stem, *english = line.split("|")
    return [*nouns.split(), *_with_spans(_adjectives(stem)), *english]


def _season_pairs() -> list[tuple[Kind, int, list[str]]]:
    """As in "осенне-зимний период"."""
    stems = [line.split("|")[1] for line in _SEASONS]
    return [(Kind.SEASON, both, _pair(stems, *divmod(both, 10))) for both in _SEASON_PAIRS]


def _pair(stems: list[str], one: int, two: int) -> list[str]:
    return _with_spans([f"{_FIRST[one]} - {second}" for second in _adjectives(stems[two - 1])])


def _with_spans(adjectives: list[str]) -> list[str]:
    return [f"{adjective} {span}" for adjective, span in product(adjectives, _SPANS.split())]


def _split(line: str) -> list[str]:
    """The forms of "a b c|d e f": single words before the first bar, phrases after it."""
    singles, *phrases = line.split("|")
    return [*singles.split(), *phrases]


def _lengths() -> list[tuple[Kind, int, list[str]]]:
    return [
        (Kind.LENGTH, int(unit) + 10 * count, _adjectives(prefix + stem))
        for (prefix, count), (stem, unit) in product(_LENGTH_COUNTS.items(), _LENGTH_STEMS.items())
    ]


def _named() -> list[tuple[Kind, int, list[str]]]:
    rows = [(Kind.MONTH, at, line.split()) for at, line in enumerate(MONTHS, 1)]
    rows += [(Kind.SEASON, at, _season_forms(line)) for at, line in enumerate(_SEASONS, 1)]
    rows += _season_pairs()
    rows += [(Kind.NAMED_DAY, at, list(day.forms)) for at, day in enumerate(NAMED_DAYS)]
    rows += numerals()
    rows += [(Kind.UNIT, int(unit), _split(line)) for unit, line in _UNITS.items()]
    rows += [(Kind.FREQUENCY, int(unit), _split(line)) for unit, line in _FREQUENCIES.items()]
    rows += [(Kind.FREQUENCY, value, line.split("|")) for value, line in _SPACED.items()]
    rows += [(Kind.TERM_NAME, at, _split(line)) for at, line in enumerate(_TERMS, 1)]
    for day, line in enumerate(_WEEKDAYS):
        one, many = line.split("|")
        rows += [(Kind.WEEKDAY, day, one.split()), (Kind.WEEKDAYS, day, many.split())]
    for shift, stems in _WHICH.items():
        rows += [(Kind.WHICH, shift, _adjectives(stem)) for stem in stems.split()]
    return rows


def entries() -> list[tuple[Kind, int, list[str]]]:
    """Every line of the lexicon: its kind, its value (0 where a kind has none) and its forms.

    Where two lines hold the same form, the earlier one has it.
    """
    rows = _named()
    rows += [(Kind.WHICH, shift, line.split("|")) for shift, line in _WHICH_ENGLISH.items()]
    rows += [(Kind.TIMES, at, line.split("|")) for at, line in enumerate(_TIMES, 1)]
    rows += [(kind, 0, line.split("|")) for kind, line in _WORDS.items()]
    rows += [(Kind.WAIT, int(wait), line.split("|")) for wait, line in WAITS.items()]
    languages = (*belarusian.ENTRIES, *ukrainian.ENTRIES, *kazakh.ENTRIES)
    rows += [(kind, value, fold(line).split("|")) for kind, value, line in languages]
    return rows + _lengths()
