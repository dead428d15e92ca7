"""Nouns that several rules ask for, as alternatives of a pattern: events, months, places of work.

Lists that look alike and are none of these have names of their own where they are used.
"""

from sheetsync.words.lexicon.calendar import MONTH_NUMBERS, MONTH_STEM
from sheetsync.words.lexicon.posts import POSTS
from sheetsync.words.pattern import pattern


def any_of(words: str) -> str:
    """A line of words, each of them a pattern without spaces, as one group of alternatives."""
    return f"(?:{'|'.join(words.split())})"


MONTH = any_of(" ".join(sorted(MONTH_NUMBERS, key=len, reverse=True)))
"""Every form and abbreviation of its name, the longest first."""

EVENT = any_of(
    r"""
    мероприят концерт собрани заседани совещани конференц слет семинар вебинар конкурс турнир
    фестивал праздни соревновани спартакиад встреч выставк акци(?!он|з) субботник форум лекци
    экскурси митинг шестви поезд[ок] выезд обучени тренинг марафон забег игр[аыу]?\b викторин
    олимпиад вечер\b презентац торжеств церемони смотр квест заняти трениров рейд репетици митап
    хакатон экзамен зачет
    """
)
"""The beginnings of what is held, and is over when it has been."""

LEAVE = any_of(
    "согласовани утверждени финансировани выделени регистраци аккредитаци разрешени выдаче лицензи"
)
"""What is asked of an authority, by the beginning of the word."""

_PLACE = any_of(
    """
    участок цех корпус этаж объект секция подъезд линия котел блок бригада смена звено отделение
    очередь тур раунд школа группа класс филиал дом сад гимназия лицей
    """
)
AT_PLACE = any_of(
    "участке цехе корпусе этаже объекте секции подъезде линии блоке отделении филиале"
)
"""Where one of several shares of work was done."""

# «Участок № 1», «2-й этаж», "Block A"; «2 группы» are two.
NUMBERED = (
    rf"\b({_PLACE}|{AT_PLACE})(?:\s*(?:№\s*)?(\d{{1,4}})\b|\s+([абгa-d]|в(?! [а-я]))\b)(?!\.\d"
    rf"| {MONTH_STEM})"
    rf"|\b(\d{{1,2}})(?:-?(?:[йяем]|ая|ое|ый|ой|ом))? ({_PLACE}|{AT_PLACE})\b"
    r"|\b(block|floor|building|unit|zone|site|ward) (\d{1,3}|[a-d])\b"
)
NUMBERED_PLACE = pattern(NUMBERED)
"""One of several places or shares of work, in two groups: what it is and which."""

OFFICE = (
    r"(?:минист|минздрав|мин\w{3,}|департамент|управлен|отдел|комитет|администрац|район|област"
    r"|край|кра[яю]\b"
    r"|фонд|центр|служб|инспекц|прокурат|полици|дирекц|школ|больниц|поликлиник|сельсовет"
    r"|поселени|коллег"
    rf"|{POSTS}|сосед|кадр|учредител|подрядчик|исполнител|зам|глав|судь|следовател|организаци|друг"
    r"|субподрядчик|жкх|смежник|филиал|цех|тех|мастер|клуб)\w*"
)
"""Whom a measure is handed to, by the beginning of the word."""

SURNAME = r"\w{2,}(?:[ое]в|ин|ск)(?:у|ой|ому)"
"""In the dative: «Петрову»."""

AMOUNT = (
    any_of(
        r"""
        тыс млн млрд руб балл час тонн центнер литр гектар куб кв\.?м кв\.?\sм погон гкал квт
        """
    )
    + r"|(?:т|кг|ц|км|м|м2|м3|га|л|tonnes?|tons?|kg|km|miles?|ha|acres?|litres?|hours?|k|bn)\b"
)
"""Behind a number with a point, that it is no day: «2.1 т»."""
