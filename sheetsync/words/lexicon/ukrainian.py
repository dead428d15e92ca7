"""The words of deadlines in Ukrainian, in the lines of `entries`: no rule is its own."""

from sheetsync.words.lexicon.kinds import LAST, Kind, Unit, Wait

_MONTHS = (
    "січень січні січня січню",
    "лютий лютому лютого",
    "березень березні березня березню",
    "квітень квітні квітня квітню",
    "травень травні травня травню",
    "червень червні червня червню",
    "липень липні липня липню",
    "серпень серпні серпня серпню",
    "вересень вересні вересня вересню",
    "жовтень жовтні жовтня жовтню",
    "листопад листопаді листопада листопаду",
    "грудень грудні грудня грудню",
)
_WEEKDAYS = (
    *("понеділок|понеділка", "вівторок|вівторка", "середа|середу", "четвер|четверга"),
    *("п ятниця|п ятницю", "субота|суботу", "неділя|неділю"),
)
_SEASONS = ("взимку зима", "навесні весна", "влітку літо", "восени осінь")

ENTRIES: tuple[tuple[Kind, int, str], ...] = (
    *((Kind.MONTH, at, "|".join(line.split())) for at, line in enumerate(_MONTHS, 1)),
    *((Kind.SEASON, at, "|".join(line.split())) for at, line in enumerate(_SEASONS, 1)),
    (Kind.UNIT, Unit.DAY, "день|дня|днів|дні"),
    (Kind.UNIT, Unit.WEEK, "тиждень|тижня|тижні|тижнів"),
    (Kind.UNIT, Unit.MONTH, "місяць|місяця|місяці|місяців"),
    (Kind.UNIT, Unit.QUARTER, "кварталі"),
    (Kind.UNIT, Unit.HALF_YEAR, "півріччя|півріччі"),
    (Kind.UNIT, Unit.YEAR, "рік|року|році|роки|років"),
    (Kind.UNIT, Unit.SCHOOL_YEAR, "навчальний рік|навчального року"),
    (Kind.FREQUENCY, Unit.DAY, "щодня|щоденно"),
    (Kind.FREQUENCY, Unit.WEEK, "щотижня|щотижнево"),
    (Kind.FREQUENCY, Unit.MONTH, "щомісяця|щомісячно"),
    (Kind.FREQUENCY, Unit.QUARTER, "щоквартально|щокварталу"),
    (Kind.FREQUENCY, Unit.YEAR, "щороку|щорічно"),
    (Kind.ORDINAL, 1, "перший|перше|першого|перша|першу|першій"),
    (Kind.ORDINAL, 2, "другий|друге|другого|друга|другу|другій"),
    (Kind.ORDINAL, 3, "третій|третє|третього|третя|третю"),
    (Kind.ORDINAL, 4, "четвертий|четверте|четверта|четверту"),
    (Kind.ORDINAL, LAST, "останній|останнього|остання|останню|останнє"),
    (Kind.TIMES, 1, "рази|разів"),
    (Kind.TIMES, 2, "двічі"),
    (Kind.TIMES, 3, "тричі"),
    *((Kind.WEEKDAY, at, forms) for at, forms in enumerate(_WEEKDAYS)),
    (Kind.UNTIL, 0, "не пізніше|не пізніше ніж"),
    (Kind.SINCE, 0, "з|зі|від|починаючи з"),
    (Kind.IN, 0, "у|протягом|упродовж|впродовж"),
    (Kind.AND, 0, "і|й|та|а також"),
    (Kind.EVERY, 0, "кожний|кожного|кожну|кожне|кожні"),
    (Kind.END, 0, "кінця|кінець"),
    (Kind.START, 0, "початок|початку"),
    (Kind.THIS_YEAR, 0, "поточного року|цього року"),
    (Kind.ALL_YEAR, 0, "постійно|увесь рік|цілий рік|систематично"),
    (Kind.EXCEPT, 0, "крім|окрім"),
    (Kind.STOP, 0, "якщо|або|чи|немає|виконано"),
    (Kind.WAIT, Wait.PLAN, "за планом|згідно з планом|за графіком|згідно з графіком"),
    (Kind.WAIT, Wait.NEED, "за потреби|у разі|в разі"),
)
