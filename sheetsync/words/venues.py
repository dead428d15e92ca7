"""Places among parties: cells below «Место, ответственный» name a room and who answers there."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from sheetsync.model import Doubt
from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import fold, word_set
from sheetsync.words.parties.lexicon import EVERY, INSTITUTIONS
from sheetsync.words.pattern import pattern
from sheetsync.words.tables import reads_as_party

# What is only a place; the forms are those in which a cell names it first.
PLACES = word_set(
    """
    зал залы спортзал конференц-зал кинозал физкультзал холл фойе вестибюль коридор коридоры сцена
    рекреация рекреации кабинет кабинеты каб аудитория аудитории ауд комната комнаты мастерская
    мастерские учительская раздевалка гараж помещение помещения корпус корпуса здание этаж крыльцо
    стадион площадка площадки спортплощадка бассейн каток лыжня трасса корт тир беседка автодром
    полигон плац площадь парк парки сквер двор дворы территория территории улица улицы переулок
    проспект набережная бульвар шоссе микрорайон село деревня поселок хутор станица город берег пляж
    лес лесопарк озеро река пруд родник роща аллея мемориал памятник обелиск стела монумент кладбище
    фондохранилище огонь теплица поле поля трапезная кафе рынок стоянка парковка сайт вкс zoom
    онлайн он-лайн дистанционно интернет соцсети вконтакте телеграм-канал
    hall room gym gymnasium park square street court pool canteen lobby stadium playground online
    """
)
# Houses that a body is called after: it may be where something is, or who answers for it.
HOUSES = INSTITUTIONS | word_set(
    """
    библиотека библиотеки школа школы гимназия лицей колледж техникум училище университет институт
    академия вуз дом дворец клуб клубы музей музеи театр кинотеатр филармония сад сады детсад ясли
    больница поликлиника амбулатория госпиталь диспансер санаторий профилакторий лагерь храм
    церковь собор монастырь мечеть центр комплекс общежитие общежития галерея столовая пищеблок
    цех цеха лаборатория лаборатории филиал отделение отделения склад база студия пункт почта
    магазин аптека ферма вокзал гостиница абонемент методкабинет приемная группа группы класс
    классы дк сдк рдк гдк цдк мдк кдц фап фок црб сош оош дюсш сш дши дмш цдт ддт доу оу оо цбс
    мфц мтф пункты
    library school college museum church club centre center office hospital theatre
    """
)
_PLACE_PHRASE = pattern(
    r"(?:в|во|на|у|около|возле|вблизи|напротив|перед) (?!лице\b|состав)\w"
    r"|по (?:мест[уа]|адрес[уа]|групп|класс|кабинет|корпус|отделени|двор|сел|населен)"
    r"|(?:пришкольн|опытн|прогулочн|учебно-опытн)\w+ участ(?:ок|ки)\b"
    r"|населенн\w+ пункт|выезд\w* |начало\b"
    r"|(?:компьютерн|учебн|кадетск|танцевальн|хореографическ)\w+ класс|(?:at|in) (?!charge)\w"
)
# Rooms that a staff is called after as well.
_STAFFED = pattern(r"(?:читальный|выставочный) зал\b|методический кабинет\b")
_GROUP = pattern(r"(?:рабоч|инициативн|творческ|экспертн)\w+ групп")
_ADJECTIVE = pattern(r"[\w-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)")
# «п. Мирный», «ул. Мира»: small short words before a capital letter.
_SETTLEMENT = pattern(
    r"(?:г|[Гг]ор|с|д|[Дд]ер|п|[Пп]ос|х|пгт|[Мм]крн?|р\.\s?п)\.?\s?[А-ЯЁ][а-яё-]+|ст(?:\.|-ца)\s?[А-ЯЁ]\w+ая\b"
    r"|(?:[Уу]л|[Пп]ер|[Пп]л|[Пп]росп|пр-т|пр|наб|б-р|бул)\.\s?[А-ЯЁ\d]"
)
_NUMBERED = pattern(
    r"(?:(?:д|дом|корп|корпус|стр|строение|каб|кабинет|ауд|оф|офис|пом|эт|этаж|кв|room)\b\.? ?)?"
    r"№? ?\d+(?:[/-]\d+)?[а-я]?(?:[ -]?(?:й )?этаж)?"
)
_TIME = pattern(r"(?:[вс] )?\d{1,2}[.:-]\d\d(?: ?ч\.?)?")
_LABEL = pattern(r"(?:место(?: проведения)?|где|venue|place)\s*:\s*", re.IGNORECASE)
_INITIALS = pattern(r"\b[А-ЯЁ]\.\s?[А-ЯЁ]\.")

_HEADER_PLACE = pattern(
    r"(?<!за )(?<!рабочее )\b(?:место|места)\b(?! (?:работы|учебы|службы|жительства))"
    r"|\bгде\b|\bадрес\b(?! эл)|(?<!за )\b(?:площадка|кабинет|помещение)\b"
    r"|\b(?:place|venue|location|where)\b"
)
_HEADER_PARTY = pattern(
    r"ответств|\bотв\b|исполнит|организатор|\bкто\b|responsib|\bwho\b|owner|organi[sz]er|in charge"
)

# Names and remarks have commas of their own.
_WHOLE = pattern(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»+|\"[^\"\n]*\"|“[^“”]*”|\([^()]*\)")
_BORDER = pattern(
    r"\s*[,;/\n]\s*|\s+[-\u2010-\u2015]\s+|(?<=\w{3})\.\s+(?=[А-ЯЁA-Z])|\s+(?:и|and)\s+"
)
_TWO_NAMES = pattern(r"[^\W\d_]\s+[А-ЯЁA-Z]")
_WEAK = frozenset({"и", "and", "."})
_BRACKET = pattern(r"(?P<outside>[^()]*?)\s*\((?P<inside>[^()]*)\)\W*")


class Order(Enum):
    """What stands first in the cells of a column that names places and parties."""

    PLACE_FIRST = auto()
    PARTY_FIRST = auto()


class _Kind(Enum):
    PLACE = auto()
    EITHER = auto()
    PARTY = auto()


@frozen_positional
class _Piece:
    """Words between two borders, `written` so; `border` stands before them, `text` names it."""

    border: str
    written: str
    text: str
    kind: _Kind


def order_of(header: str) -> Order | None:
    """Which of a place and a party a header names first; None where it does not name both."""
    words = fold(header)
    place, party = _HEADER_PLACE.search(words), _HEADER_PARTY.search(words)
    if place is None or party is None:
        return None
    return Order.PLACE_FIRST if place.start() < party.start() else Order.PARTY_FIRST


def asks_for_party(header: str) -> bool:
    """Whether a header asks who, whatever else it asks for: «Дата и ответственный»."""
    return bool(_HEADER_PARTY.search(fold(header)))


def without_places(text: str, order: Order) -> tuple[str, tuple[Doubt, ...]]:
    """A cell's parties as written, and a doubt about each that may be a place as well.

    «Актовый зал, завуч» is «завуч». What may be either («Библиотека, завуч») is a place where it
    stands on that side of a party on which the column has its places.
    """
    pieces = _pieces(text)
    places, doubtful = _places([piece.kind for piece in pieces], order)
    whole = not places and all(piece.text == piece.written for piece in pieces)
    left = [piece for at, piece in enumerate(pieces) if at not in places]
    if not left and _TWO_NAMES.search(text):  # «Парк Волонтёры», as may be «Парк Победы»
        return text, (Doubt(code="responsible-or-place", quote=text),)
    kept = text if whole else _joined(left)
    doubts = (Doubt(code="responsible-or-place", quote=pieces[at].text) for at in doubtful)
    return kept, tuple(doubts)


def _places(kinds: Sequence[_Kind], order: Order) -> tuple[set[int], list[int]]:
    """Which pieces are places, and which others may be but are taken for parties."""
    if order is Order.PLACE_FIRST:
        return _places_first(kinds)
    places, doubtful = _places_first(kinds[::-1])
    last = len(kinds) - 1
    return {last - at for at in places}, [last - at for at in reversed(doubtful)]


def _places_first(kinds: Sequence[_Kind]) -> tuple[set[int], list[int]]:
    plain = [at for at, kind in enumerate(kinds) if kind is _Kind.PLACE]
    either = [at for at, kind in enumerate(kinds) if kind is _Kind.EITHER]
    own = [at for at in either if at < plain[-1]] if plain else [at for at in either if at == 0]
    if len(plain) + len(own) == len(kinds):
        return set(plain), either  # somebody has to be left
    # Beside a party each may be one more place, unless one is named that is plainly a place.
    clear = plain or _Kind.PARTY not in kinds
    return {*plain, *own}, [] if clear else [at for at in either if at not in own]


def _joined(pieces: Sequence[_Piece]) -> str:
    words = "".join(f"{piece.border}{piece.text}" for piece in pieces)
    return words[len(pieces[0].border) :] if pieces else ""


def _pieces(text: str) -> list[_Piece]:
    masked = _WHOLE.sub(lambda whole: "x" * len(whole[0]), text)
    found: list[_Piece] = []
    border, start = "", 0
    for match in (*_BORDER.finditer(masked), None):
        end = match.start() if match else len(text)
        words = text[start:end].strip()
        if words:
            found = _with(found, border, words)
            border = ""
        if match:
            border, start = border or match[0], match.end()
    return found


def _with(found: list[_Piece], border: str, text: str) -> list[_Piece]:
    """The pieces with one more, or with the last one longer where its border parts nothing.

    «Кабинеты физики и химии» are one, as is «Гор. Лесной»: only a place ends there.
    """
    piece = _piece(border, text, found[-1:])
    sign = border.strip().casefold()
    if not found or sign not in _WEAK:
        return [*found, piece]
    *others, last = found
    apart = sign == "." or piece.kind is not _Kind.PARTY or reads_as_party(text)
    if apart and last.kind is not _Kind.PARTY:
        return [*found, piece]
    return [*others, _piece(last.border, f"{last.written}{border}{text}", others[-1:])]


def _piece(border: str, text: str, before: Sequence[_Piece]) -> _Piece:
    bracket = _BRACKET.fullmatch(text)
    if bracket is None:
        return _Piece(border, text, text, _kind(text, before))
    outside, inside = bracket["outside"], bracket["inside"]
    kind, remark = _kind(outside, before), _kind(inside, ())
    if kind is _Kind.PLACE and remark is _Kind.PARTY and _names(inside):
        return _Piece(border, text, inside, _Kind.PARTY)  # «Актовый зал (завуч)»
    if kind is not _Kind.PLACE and remark is _Kind.PLACE:
        return _Piece(border, text, outside, kind)  # «Завуч (актовый зал)»
    if kind is _Kind.EITHER and _names(inside):
        kind = _Kind.PARTY  # «Больница (главный врач)»
    return _Piece(border, text, text, kind)


def _names(text: str) -> bool:
    return reads_as_party(text) or bool(_INITIALS.search(text))


def _kind(text: str, before: Sequence[_Piece]) -> _Kind:
    """What a piece names; a number of a house goes with the place before it."""
    bare = _LABEL.sub("", text)
    if _SETTLEMENT.match(bare):
        return _Kind.PLACE
    words = _TIME.sub("", fold(bare)).strip(" .:-")
    if not words or _NUMBERED.fullmatch(words):
        known = not before or before[0].kind is _Kind.PARTY
        counted = any(map(str.isalpha, words[:3]))
        return _Kind.PLACE if counted or not words else _Kind.PARTY if known else before[0].kind
    if _INITIALS.search(bare) or _GROUP.match(words):
        return _Kind.PARTY
    if _STAFFED.match(words):
        return _Kind.EITHER
    return _Kind.PLACE if _PLACE_PHRASE.match(words) else _of_head(words)


def _of_head(words: str) -> _Kind:
    """By the noun, behind its adjectives: «Большой актовый зал», «Центральная библиотека»."""
    keys = [word.strip(".,:«»\"'") for word in words.split()]
    if words.isascii():  # "Main hall", "Room B", but no "Library manager"
        keys = [key for key in keys if len(key) > 1 and key.isalpha()][-1:]
    for key in keys[:5]:
        if key in PLACES:
            return _Kind.PLACE
        if key in HOUSES:
            return _Kind.EITHER
        if not (_ADJECTIVE.fullmatch(key) or key in EVERY or key[:1].isdigit()):
            break
    return _Kind.PARTY
