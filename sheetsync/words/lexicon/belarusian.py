"""The words of deadlines in Belarusian, in the lines of `entries`: no rule is its own."""

from sheetsync.words.lexicon.kinds import LAST, Kind, Unit, Wait

_MONTHS = (
    "студзень студзені студзеня студзеню",
    "люты лютым лютага лютаму",
    "сакавік сакавіку сакавіка",
    "красавік красавіку красавіка",
    "травень траўні траўня",
    "чэрвень чэрвені чэрвеня",
    "ліпень ліпені ліпеня",
    "жнівень жніўні жніўня",
    "верасень верасні верасня",
    "кастрычнік кастрычніку кастрычніка",
    "лістапад лістападзе лістапада",
    "снежань снежні снежня",
)
_WEEKDAYS = (
    *("панядзелак|панядзелка", "аўторак|аўторка", "серада|сераду", "чацвер|чацвярга"),
    *("пятніца|пятніцу", "субота|суботу", "нядзеля|нядзелю"),
)
_SEASONS = ("зімой зіма", "вясной вясна", "летам", "восенню восень")

ENTRIES: tuple[tuple[Kind, int, str], ...] = (
    *((Kind.MONTH, at, "|".join(line.split())) for at, line in enumerate(_MONTHS, 1)),
    *((Kind.SEASON, at, "|".join(line.split())) for at, line in enumerate(_SEASONS, 1)),
    (Kind.UNIT, Unit.DAY, "дзень|дня|дзён|дні"),
    (Kind.UNIT, Unit.WEEK, "тыдзень|тыдня|тыдні"),
    (Kind.UNIT, Unit.MONTH, "месяца|месяцаў"),
    (Kind.UNIT, Unit.QUARTER, "кварталы|квартале"),
    (Kind.UNIT, Unit.HALF_YEAR, "паўгоддзе|паўгоддзя|паўгоддзі"),
    (Kind.UNIT, Unit.YEAR, "годзе|гады|гадоў"),
    (Kind.UNIT, Unit.SCHOOL_YEAR, "навучальны год|навучальнага года"),
    (Kind.FREQUENCY, Unit.DAY, "штодня|штодзённа"),
    (Kind.FREQUENCY, Unit.WEEK, "штотыдзень|штотыднёва"),
    (Kind.FREQUENCY, Unit.MONTH, "штомесяц|штомесячна"),
    (Kind.FREQUENCY, Unit.QUARTER, "штоквартальна|штоквартал"),
    (Kind.FREQUENCY, Unit.YEAR, "штогод|штогадова"),
    (Kind.ORDINAL, 1, "першы|першае|першага|першая|першай|першую"),
    (Kind.ORDINAL, 2, "другі|другое|другога|другая|другую"),
    (Kind.ORDINAL, 3, "трэці|трэцяе|трэцяга|трэцяя|трэцюю"),
    (Kind.ORDINAL, 4, "чацвёрты|чацвёртае|чацвёртага|чацвёртая"),
    (Kind.ORDINAL, LAST, "апошні|апошняга|апошняя|апошнюю|апошняе"),
    (Kind.TIMES, 1, "разы|разоў"),
    (Kind.TIMES, 2, "двойчы"),
    (Kind.DAY_OF_MONTH, 0, "чысла|чыслу|чысло"),
    *((Kind.WEEKDAY, at, forms) for at, forms in enumerate(_WEEKDAYS)),
    (Kind.UNTIL, 0, "да|не пазней|не пазней за"),
    (Kind.SINCE, 0, "з|ад|пачынаючы з"),
    (Kind.THROUGH, 0, "па"),
    (Kind.IN, 0, "у|ў|на працягу|цягам"),
    (Kind.AND, 0, "і|а таксама"),
    (Kind.EVERY, 0, "кожны|кожнага|кожную|кожнае|кожныя"),
    (Kind.END, 0, "канца|канец"),
    (Kind.START, 0, "пачатак|пачатку"),
    (Kind.THIS_YEAR, 0, "бягучага года"),
    (Kind.ALL_YEAR, 0, "пастаянна|увесь год|круглы год"),
    (Kind.EXCEPT, 0, "акрамя"),
    (Kind.STOP, 0, "калі|альбо|ці|няма|выканана"),
    (Kind.WAIT, Wait.PLAN, "па плане|паводле плана|згодна з планам|па графіку"),
    (Kind.WAIT, Wait.NEED, "па меры|пры"),
)
