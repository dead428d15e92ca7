"""What bounds a deed within its own clause: up to where, in which of the places, whom, until when.

Of an event none of these is a bound: where it was held is no share of it.
"""

from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.nouns import any_of

HELD = pattern(
    r"\b(?:провед|провел|состоя|прош[её]?л|выступ|встрет|отме[тч]|отпразднов|побыва|участ|съезд|held"
    r"|took place)"
)
"""Tells of an event."""

# «До» of these is a time, or all of it.
_NOT_A_PLACE = any_of(
    r"""
    конца срок\w* праздник\w* каникул\w* отпуск\w* обед\w* начала окончани\w+ утра вечера ночи
    наступлени\w+ снег\w* мороз\w* холод\w* дожд\w* сезон\w* зимы лета весны осени пасхи троицы
    блеска нормы нуля полудня заморозков совещани\w+ собрани\w+ заседани\w+ проверк\w+ приезд\w+
    уход\w+ отъезд\w+ нового понедельник\w* вторник\w* среды четверг\w* пятницы субботы воскресенья
    """
)
_RAISED = r"(?:дов[ео]|донес|повы[сш]|увелич|сни[жз]|сокра[тщ]|расшир|очи[сщ]|допущ|допус)"
_SPOT = any_of(
    r"""
    этаж корпус здани крыл цех участ пролет блок двор секци подъезд кабинет класс групп зал школ
    отдел филиал палат район сторон дом торц фасад половин
    """
)
_WHICH = any_of(
    r"""
    одн перв втор трет четверт пят шест лев прав стар нов верхн нижн северн южн западн восточн средн
    ближн дальн нечетн четн
    """
)
_SEVERAL = r"(?:дву?х|тр[её]х|четырех|пяти|шести|\d+ ?(?:-|и) ?\d+|[2-9]|1\d)"

PLACE = pattern(
    r"\bв (?:чернов|сыром|незаконч)\w+ (?P<state>виде)"
    rf"|^(?!.*\b{_RAISED}).*\bдо (?!{_NOT_A_PLACE}\b)(?P<to>[а-я]{{3,}})"
    r"|\b(?:вдоль|возле|около|между|напротив|позади) (?P<by>[а-я]{3,})"
    r"|\b(?:со?|на|по) (?:[а-я]+ )?(?P<side>сторон[ыае])\b"
    rf"|\b(?:в|во|на|по) {_WHICH}\w*(?:[ое]м|[ое]й|[ыи]х|[ое]му) (?P<one>{_SPOT}\w*)"
    rf"|\b(?:в|на) {_SEVERAL} (?:[а-я]+ых |[а-я]+их )?(?P<some>[а-я]+[ая]х)\b"
    rf"|\b(?:в|на|по|над|под|за|у|перед) \d{{1,2}}(?:-?[а-я]{{1,2}})?"
    rf" (?P<nth>{_SPOT}(?!\w*[ая]м\b)\w*)"
    r"|\b(?:on|in|for|at|over) the (?:north|south|east|west|front|back|left|right|first|second"
    r"|ground|upper|lower|main|old|new)\w*"
    r" (?P<english>side|floor|wing|hall|block|end|building|room)"
    r"|\bat the (?P<at>front|back|rear|top)\b"
    r"|\b(?:в|на) (?P<these>[а-я]+[ая]х) (?:№ ?)?\d"
)
"""Of work: a share of the place, named in one of its groups."""

WHOM = pattern(
    r"\b(?:кто|кого|кому|кем|где|куда|докуда|сколько|какие|каких|которы\w+)\b"
    r"|\b(?:в|на|по|у|для) (?:ключев|основн|отдельн|некотор|приоритетн|пилотн|выбранн|первоочередн"
    r"|проблемн|ряде?\b|нескольк)\w*"
    r"|(?<!только )\bчто (?:был|есть|смог|мог|успе|нашл|хват|остал)"
)
"""As in «привиты, кто был», «вывезли сколько влезло»."""

ALL_WHOM = pattern(r"\bвс(?:е|ем|ех|еми|ю|ё),? (?:те[мх]?,? )?(?:кто|кого|кому|что)\b")
"""Of a whole, in such words: «вручены всем, кто сдал»."""

GOES_ON_UNTIL = pattern(
    r"\b(?:открыт|вывеш|вывес|размещ|размес|закры|объявл|объявил|запущ|запустил|перекры|отключ|введ)"
)
"""A state that lasts until the day that is named beside it."""

ELSEWHERE = pattern(r"\bу (?:соседей|них|других)\b|\bсоседн\w+|\bв других\b")
"""Somebody else's deed."""
