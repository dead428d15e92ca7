"""The words between the words of the calendar, Russian and English, and the whole lexicon.

To teach the grammar an abbreviation or a synonym, add the form to the line it belongs to, here or
in the module beside this one that has its kind. A form of several words is matched before a
shorter one.
"""

from functools import cache
from itertools import product

from sheetsync.words.cleaning import fold
from sheetsync.words.lexicon import belarusian, kazakh, ukrainian
from sheetsync.words.lexicon.calendar import calendar_entries
from sheetsync.words.lexicon.kinds import Kind
from sheetsync.words.lexicon.named_days import NAMED_DAYS
from sheetsync.words.lexicon.numbers import numerals
from sheetsync.words.lexicon.waiting import UNSET, WAITS

# The first is "раз", which takes its number from before it.
# «1 раз в 3 года, очередная – сентябрь 2026»
_NEXT_TIME = (
    *("очередная", "очередной", "очередное", "ближайшая", "ближайший", "ближайшее", "следующая"),
    *("следующий", "следующее", "next"),
)
_TIMES = ("раз|раза|разу|разов|р|x|х|time|times|once", "дважды|twice", "трижды|thrice")
# Of a time that is not quite sure; "возможно", "probably" deny it and are no part of the lexicon.
_HEDGES = (
    "ориентировочно|предварительно|примерно|приблизительно|предположительно|ожидается в|ожидаемо"
    "|предв|ориент|ок|около|~|примерный срок|срок предварительный|планируется|approximately"
    "|approx|around|about|circa|roughly|estimated|est|tentatively|tentative|provisionally"
    "|provisional|окончательно|provisional date|expected|on or around|on or about"
)
_WORDS = {
    Kind.UNTIL: "до|к|ко|не позднее|не позднее чем|не позднее , чем|не позже|не позже чем"
    "|не позже , чем"
    "|не поздней|by|until|till"
    "|latest by|не более|не более чем|не превышающий|no later than|not later than|up to"
    "|at the latest by"
    "|week ending|w / e|by week ending|by w / e|not after|nlt"
    "|to be completed by|complete by|completed by|to be done by|finish by|finished by"
    "|due by|due on|due|on or before|on / before|by / before|by or before|at least by|не поздн"
    "|in time for|to be ready by|to be ready for|to be in place for|to be in place by|in place by"
    "|in place for|ready by",
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
    Kind.WHILE: "любой день|в любой день|в один из дней|один из дней"
    "|период|в период|в дни|на период|на время|на весь период|во время"
    "|for the duration of",
    Kind.IN: "в|во|на|in|on|during|at|within|in the course of|over"
    "|any day in|any time in|on a weekday in|some time in|sometime in"
    "|в течение|в течении|втечение|втечении|в теч|в теч - е|в продолжение|на протяжении|throughout",
    Kind.HALF_OF_DAY: "am|pm|a m|p m|утра|вечера|дня пополудни",
    Kind.YEAR_END: "eoy|year end|year - end|end of year|end of the year|end of the calendar year",
    Kind.WEEK_OF: "week commencing|week beginning|week starting|w / c|w / b|wc|wb",
    Kind.ONWARDS: "onwards|onward|и далее|and onwards|and beyond",
    Kind.FISCAL: "fy|fiscal year|financial year",
    Kind.OF: "of",
    Kind.FOR: "за",
    Kind.START: "начало|начала|началу|начале|началом|старт|первые числа"
    "|первых числах|первых чисел|start|beginning of|start of|early|early in|in early",
    # Spelled anew in lexicon/beside.py, status/dates.py and headers.py: a new word goes there, too.
    # Of «завершение» no other case: what is completed is mostly an event, "до завершения ремонта".
    Kind.END: "конец|конца|концу|концом|конце|исход|исхода|исходу|исходом|исходе"
    "|окончание|окончания|окончанию|окончанием|окончании|завершение|финиш"
    "|последние числа|последних числах|последний день|последнего дня|последнему дню|последние дни"
    "|последних дней|последних днях|последних чисел|end|end of|before the end of|late|late in"
    "|in late",
    Kind.DAY_OF_MONTH: "число|числа|числу|чисел|числам",
    Kind.MIDDLE: "середина|середины|середине|середину|серединой|сер|mid|middle|middle of",
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
    Kind.EXCEPT: "кроме|за исключением|исключая|except|except for|excluding|but",
    Kind.THEN: "далее|затем|в дальнейшем|потом|then|thereafter",
    Kind.ALL_YEAR: "постоянно|на постоянной основе|в постоянном режиме|систематически|регулярно"
    "|на регулярной основе|круглосуточно|always|rolling|on a rolling basis|непрерывно"
    "|круглые сутки|круглогодично|круглый год|весь период|rolling programme|rolling program"
    "|всего периода|всего срока|весь срок|ongoing"
    "|continuous|continuously|permanently|constantly|regularly|on an ongoing basis"
    "|on a regular basis|on - going|on going|continually|perpetual|permanent"
    "|on a continuous basis|year round|year - round|all year|all year round"
    "|all year long|пост - но|на пост основе|постоянный|постоянная"
    "|в постоянном порядке|на системной основе",
    Kind.WORKING: "рабочих|рабочего|рабочий|рабочие|рабочему|календарных|календарного|календарный"
    "|working|business|calendar",
    Kind.REASON: "т к|так как|поскольку|потому что|иначе|чтобы|because|otherwise|so that",
    Kind.WHEN: "когда|как только|лишь только|сразу как|when|whenever|as soon as",
    Kind.EVENT: "в момент|на момент|с момента|со дня|с даты|с начала|с началом|с наступлением"
    "|с открытием|с закрытием|по закрытии|по окончании|сразу по окончании|непосредственно перед"
    "|right before|just before|immediately before|shortly before"
    "|по завершении|по истечении|по достижении|по прошествии|накануне|перед|before|prior to"
    "|ahead of|в преддверии|в канун",
    Kind.SOMETIME: UNSET
    + "|немедленно|незамедлительно|безотлагательно|срочно|оперативно|бессрочно|в рабочем порядке"
    "|как можно скорее|как можно раньше|как можно быстрее|в возможно короткий срок"
    "|в возможно короткие сроки|в максимально короткие сроки|в максимально короткий срок"
    "|в кратчайшие сроки|в кратчайший срок|в ближайшее время|до особого распоряжения"
    "|будет сообщено дополнительно|дата будет сообщена дополнительно|в праздничные дни"
    "|на каникулах|во время каникул|immediately|asap|as soon as possible|tbd|tba|tbc"
    "|immediate|with immediate effect|effective immediately|none|no date|без срока|нет срока"
    "|urgent|urgently|at once|promptly|without delay|straight away|разово|единоразово"
    "|as soon as practicable|until completed|until completion|until complete|n / a|not applicable"
    "|to be advised|to be scheduled|to be arranged|date to be confirmed|dates to be confirmed"
    "|date tbc|dates tbc|date tbd|dates tbd|pending|open|open - ended|no deadline|no fixed date"
    "|short term|short - term|medium term|medium - term|long term|long - term|near term|near - term"
    "|в каникулярное время|каникулярное время|в плановом порядке|в пределах выделенных средств"
    "|раз в смену|1 раз в смену|one - time|one time|one - off"
    "|periodically|periodic|occasionally|frequently|as often as possible|seasonal|seasonally"
    "|event - based|event driven|event - driven|периодически|эпизодически|время от времени"
    "|as funding allows|as funding permits|as funds allow|as resources allow|as resources permit"
    "|as time permits|as time allows|as funding becomes available|when funding is available"
    "|as agreed|as directed|as assigned|as announced"
    "|будет сообщено|будет объявлено|будет объявлено дополнительно|по особому распоряжению"
    "|по сезону|посезонно|в межсезонье|межсезонье"
    "|to be determined|to be agreed|to be announced|to be confirmed|indefinitely|in due course"
    "|until further notice|точная дата дополнительно|точная дата - дополнительно"
    "|дата дополнительно|дата - дополнительно|точная дата позже"
    "|точная дата позднее|точная дата уточняется",
    Kind.TERM: "дата|дата проведения|даты проведения|в срок|в сроки|срок|сроки|сроком|в порядке"
    "|порядке",
    Kind.REMARK: "open day|open days|open evening"
    "|единовременно|однократно|firm|явка обязательна"
    "|без замечаний|без опозданий|без напоминаний"
    "|под роспись|под подпись|под роспись в журнале|без перерыва|без перерывов"
    "|крайний срок|крайняя дата|предельный срок|обычно|как правило|, как правило ,|usually"
    "|normally|typically"
    "|перенесено на|перенесен на|перенесена на|перенос на"
    "|утром|вечером|первая половина дня|вторая половина дня"
    "|в первой половине дня|во второй половине дня|in the morning|in the afternoon|in the evening"
    "|morning of|afternoon of|evening of"
    "|дата и время|good friday|ash wednesday|maundy thursday|shrove tuesday"
    "|easter monday|easter sunday|palm sunday"
    "|postponed to|moved to|без разделения на этапы|в один этап|в два этапа"
    "|in one stage|новый срок|новая дата|new date|new deadline|в три этапа|без деления на этапы"
    "|поэтапно|равными партиями|равными долями|равными частями",
    Kind.FILLER: "the|close of business|cob|end of business|eod|close of play|cop|end of play|cy"
    "|at the latest|at latest|latest|до конца дня|до конца рабочего дня|target date|at noon"
    "|at midday|at the very latest|or earlier|or sooner|closing date|end of day|end of the day"
    "|включительно|вкл|inclusive"
    "|inclusively|всего|весь|вся|всю|все|целый|whole"
    "|entire|all"
    "|контрольный срок|контрольная дата|плановый срок|без продления|без переноса"
    "|плановая дата|планируемый срок|планируемая дата|самое позднее"
    "|any time|at any time|12 noon|noon on|midday on|midnight on"
    "|лучше раньше|можно раньше|earlier if possible|sooner if possible"
    "|preferably earlier|в любое время|в удобное время|не откладывая|заблаговременно"
    "|включит|включ|вкл - но|срок жесткий|жесткий срок|срок строгий|срок окончательный"
    "|окончательный срок|строго|не позднее обеда|к обеду|до обеда|точная дата|точные даты"
    "|"
    + "|".join(map(" ".join, product(_NEXT_TIME, ("-", ":"))))
    + "|срок исполнения|срок реализации|срок выполнения|срок проведения|срок сдачи|сроки реализации"
    "|сроки проведения|сроки исполнения|сроки выполнения|deadline|due date",
    Kind.AND: "и|and|а также|&|но|as well as",
    Kind.COMMA: ",|+",
    Kind.DASH: "-",
    Kind.SLASH: "/",
    Kind.COLON: ":",
    Kind.SEMICOLON: ";",
    Kind.OPEN: "(|[|т е|то есть|i e",
    Kind.CLOSE: ")|]",
    Kind.QUESTION: "?",
    Kind.STOP: "не|нет|без|ни|если|или|либо|not|no|or|if|unless|without|кроме того|исполнено"
    "|выполнено|проведено|завершено|отменено|отменен|отменена|отмена|перенос|снято|снят|готово"
    "|done|cancelled|кв м|исх|вх|may be|may have|may need|may not|may also"
    "|completed|sent|чаще|ранее|раньше|позже|позднее",
}


@cache
def entries() -> tuple[tuple[Kind, int, list[str]], ...]:
    """Every line of the lexicon: its kind, its value (0 where a kind has none) and its forms.

    Where two lines hold the same form, the earlier one has it.
    """
    rows = calendar_entries() + numerals()
    rows += [(Kind.NAMED_DAY, at, list(day.forms)) for at, day in enumerate(NAMED_DAYS)]
    rows += [(Kind.TIMES, at, line.split("|")) for at, line in enumerate(_TIMES, 1)]
    rows += [(Kind.REMARK, 1, _HEDGES.split("|"))]
    rows += [(kind, 0, line.split("|")) for kind, line in _WORDS.items()]
    rows += [(Kind.WAIT, int(wait), line.split("|")) for wait, line in WAITS.items()]
    languages = (*belarusian.ENTRIES, *ukrainian.ENTRIES, *kazakh.ENTRIES)
    rows += [(kind, value, fold(line).split("|")) for kind, value, line in languages]
    return tuple(rows)
