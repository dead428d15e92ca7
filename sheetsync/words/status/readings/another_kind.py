"""Whether a mark tells of another thing of the measure's name: «весенний» of «осенний субботник».

By what is said of the thing beside its name: adjectives, whose it is, what about, where, for whom.
"""

from collections.abc import Iterator, Sequence

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.dates import without_days
from sheetsync.words.status.readings.measure_deed import IN_TITLE_OR_BRACKETS, WORD
from sheetsync.words.status.roots import is_same_noun
from sheetsync.words.status.rules import DEEDS
from sheetsync.words.status.words.adjectives import ADJECTIVE, are_of_two_kinds
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.manner import is_adverb
from sheetsync.words.status.words.nouns import any_of

_TOKEN = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
_NAME = 3  # letters by which one is known again in another case
_SHORT = 6  # letters that «ОТ», «ТБ», «ГОЧС» have fewer than
_DESCRIBED = r"(?:[а-я-]+(?:[ои]й|о?му|его|ого|[ыи]м|[ыи]х|[ыи]ми) )?"
# Where anything is held: «в клубе», «в полном объёме».
_AT = any_of(
    r"""
    школ клуб дом\b доме зал дк\b центр библиотек здани парк стадион площад онлайн формат режим срок
    полн объем рамк соответств присутств актов учрежден помещен организац отдел город район
    эксплуатац производ систем сайт электрон бумажн двух трех целом этом связи течени начал конц
    середин соглас
    """
)
# «Заработала» and «получили» are none, «материала» and «журнала» are.
_GENITIVE = pattern(
    r"(?!\w+(?:[аяиеуы]ли|[яиу]ла|(?<!з)(?<!кан)(?<!рн)(?<!он)(?<!ри)(?<!ли)(?<!рт)ала)$)"
    r"[а-я]{2,}(?:[ое]в|[еи]й|ок|ек|[аяыи])"
)
# How it went, not where: «на отлично», «с опозданием».
_BY_THE_WAY = any_of(
    r"""
    сумм баз уровн имен счет основан отлич ура\b ходу завтра сегодня участи опоздан замечан перевып
    помощ привлеч выезд использ вруч задержк выдач оформл составл количеств электрон сам\b
    информаци сведени ознаком исполн дальнейш период врем момент день дня недел выходн месяц квартал
    год\b году конференц заседан совещан педсовет собрани базе присутств утвержд
    соответ услов урок нами нам\b понедел вторник сред[уы] четверг пятниц суббот воскрес
    ооо\b [опз]?ао\b ип\b
    full time june may april place favour person advance general line total schedule site track
    budget file target plan\b monday tuesday wednesday thursday friday saturday sunday all every
    """
)
_ABOUT = (
    pattern(rf"\b(?P<what>[а-я]{{4,}}) по (?P<subject>{_DESCRIBED}[а-я]{{2,}})"),
    pattern(rf"\b(?P<what>[а-я]{{4,}}) об? (?P<subject>{_DESCRIBED}[а-я]{{4,}})"),
    pattern(rf"\b(?P<what>[а-я]{{4,}}) для (?P<subject>{_DESCRIBED}[а-я]{{4,}})"),
    pattern(rf"\b(?P<what>[а-я]{{4,}}) (?:в|на) (?P<subject>(?!{_AT})[а-я]{{4,}})"),
    pattern(r"\b(?P<what>(?:кабинет|лаборатори|класс)[а-я]{0,3}) (?P<subject>[а-я]{4,})"),
)
# Where, with and for whom, by prepositions of which each answers one question.
_PLACED = pattern(
    r"(?<!вместе )(?<!совместно )\b(?P<how>в|во|на|у|со?|для|in|at|with|for|on|to) "
    r"(?:(?:the|an?) )?"
    r"(?P<subject>[^\W\d_]{3,}(?: [^\W\d_]{3,})?)"
)
_ADJECTIVE_ALONE = pattern(r"[а-я]+(?:[ыи][ейх]|[ое]й|[ую]ю|[ое]го)$")
_TO_WHOM = pattern(r"(?<!\bпо )(?<!\bк )(?<!\bко )\b(?!человек)[а-я]{3,}(?:ам|ям)\b")
_HOW = {"во": "в", "на": "в", "со": "с", "at": "in"}
# «По плану», «по итогам» tell nothing of what it is about, «по Смоленской» where it was.
_NOTHING = (
    r"(?:план|график|факт|акт|итог|результат|видео|телефон|адрес|договор|заявк|поруч|приказ|требов"
    r"|списк|програм|причин|тем|вопрос|расписан|положен|регламент|окончан|завершен|все|кажд|дел"
    r"|выполн|исполн|законч|заверш|оконч|закры|готов|прошл|прошел|начат|начал|состоя|в )"
)
_NO_SUBJECT = pattern(_NOTHING)
_GENERIC = pattern(rf"\b(?:{_AT}|{_BY_THE_WAY}|{_NOTHING})")
# «Автобус ПАЗ», «деревне Сосновке», «ООО «Ромашка»», "van KX12".
_NAMED = pattern(
    r"\b(?P<what>[а-яёa-z]{3,}|[вВсС](?= [«\"])|на(?= [«\"])|ООО|[ОПЗ]?АО|ИП|ул\.) "
    r"[«\"]?(?P<name>[А-ЯЁA-Z][\w-]*)"
)
_HOLDS = pattern(r"\W*(?:организ|пров(?:ести|ед)|выигра|hold|organi[sz]e)(?!.*\bучаст)")
# «В конкурсе приняли участие 8 хоров» is of who came.
_TOOK_PART = pattern(
    r"^(?!.*\d)(?!.*\b(?:провед|прош[её]л|прошл|состоял)).*\bприня(?:л[аи]?|то) участие"
)
_PLACES = (
    *("перв", "втор", "призов", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят"),
    *("десят", "послед"),
)
_PLACE = pattern(rf"\bзаня\w+ (?P<place>{'|'.join(_PLACES)})")
# What offices call by either word.
_ALIKE = (
    pattern(r"работник|сотрудник|персонал|коллектив|кадр|люд|трудов"),
    pattern(r"учрежд|организац|предприят|школ|общеобраз"),
    pattern(r"ребен|ребят|дет|воспитанник|учащ|ученик|обучающ|школьник|студент|подрост"),
    pattern(r"комисси|совет|комитет|правлени|президиум"),
    pattern(r"оборудован|техник|прибор|аппарат|устройств|средств"),
    pattern(r"территор|двор|участк|площад"),
    pattern(r"крыш|кровл"),
    pattern(r"работ|деятельност|мероприят"),
    pattern(r"мин[а-я]{3}"),  # «министерство», «Минобр»
)


def is_of_another_kind(case: Case, measure: str) -> bool:
    """Whether what a mark says beside the measure's own noun excludes what the measure says there.

    As in «внеплановая проверка» and «плановая проверка проведена», «крыша гаража», «крыша склада».
    """
    own = IN_TITLE_OR_BRACKETS.sub(" ", fold(measure))
    said = "; ".join(without_days(said.in_full, said.days) for said in case.saying(*DEEDS))
    if _is_called_otherwise(said, own) or any(_other_subjects(case.words, own)):
        return True
    if any(_other_owners(said, own)) or any(_other_places(said, own)):
        return True
    if _only_took_part(case.words, own) or _is_lower_place(case.words, own):
        return True
    return _has_another_name(case.text, measure)


def _only_took_part(words: str, measure: str) -> bool:
    """«Приняли участие в форуме», where the measure is to hold one."""
    return bool(_HOLDS.match(measure) and _TOOK_PART.search(words))


def _is_lower_place(words: str, measure: str) -> bool:
    """«Заняли третье» of «Занять первое место в смотре»."""
    goal, won = _PLACE.search(measure), _PLACE.search(words)
    if goal is None or won is None:
        return False
    return _PLACES.index(goal["place"]) < _PLACES.index(won["place"])


def _has_another_name(text: str, measure: str) -> bool:
    """«Автобус ЛиАЗ» where the measure says «автобус ПАЗ»."""
    own = [(fold(one["what"]), fold(one["name"])) for one in _NAMED.finditer(measure)]
    for said in _NAMED.finditer(text) if own else ():
        what, name = fold(said["what"]), fold(said["name"])
        names = [called for of, called in own if not is_deed(of) and is_same_noun(of, what)]
        if names and not any(name[:_NAME] == called[:_NAME] for called in names):
            return True
    return False


def _is_called_otherwise(words: str, measure: str) -> bool:
    own = [*_described(_TOKEN.findall(measure))]
    return bool(own) and any(
        is_same_noun(noun, other) and are_of_two_kinds(called, others)
        for other, others in _described(_TOKEN.findall(words))
        for noun, called in own
    )


def _described(words: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each noun that adjectives stand before, with them."""
    before: list[str] = []
    for word in words:
        if _is_said_of(word):
            before = []
        elif ADJECTIVE.match(word):
            before.append(word)
        elif len(word) > 2:
            if before:
                yield word, before
            before = []


def _is_said_of(word: str) -> bool:
    """Whether a word is no noun: a deed, an adverb, a sign."""
    return not word[0].isalpha() or is_deed(word) or is_adverb(word)


def _other_owners(words: str, measure: str) -> Iterator[str]:
    """«Склада» of «крыша склада», where the measure says «крышу гаража»."""
    own = [what for what, _ in _owned(_TOKEN.findall(measure))]
    for what, owner in _owned(_TOKEN.findall(words)):
        if any(is_same_noun(what, other) for other in own) and not _is_told(owner, words, measure):
            yield owner


def _owned(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each noun with the one behind it, that ends as a genitive may."""
    for at, what in enumerate(words):
        if len(what) < 3 or _is_said_of(what) or ADJECTIVE.match(what):
            continue
        rest = iter(words[at + 1 :])
        owner = next((word for word in rest if not ADJECTIVE.match(word)), "")
        if _GENITIVE.fullmatch(owner) and not _is_said_of(owner) and _is_subject(owner):
            yield what, owner


def _other_places(words: str, measure: str) -> Iterator[str]:
    """«В бухгалтерии», where the measure says «в серверной»; «для поваров», «с психологом»."""
    own = {how for how, _ in _placed(measure)}
    for how, subject in _placed(words):
        if how in own and not _is_told(subject, words, measure):
            yield subject
    if _TO_WHOM.search(measure):
        yield from (one for one in _TO_WHOM.findall(words) if not _is_told(one, words, measure))


def _placed(words: str) -> Iterator[tuple[str, str]]:
    for one in _PLACED.finditer(words):
        first, *more = one["subject"].split()
        qualified = ADJECTIVE.match(first) and more and not _is_said_of(more[0])
        subject = one["subject"] if qualified else first
        if not (_GENERIC.search(subject) or (not qualified and _ADJECTIVE_ALONE.match(first))):
            yield _HOW.get(one["how"], one["how"]), subject


def _other_subjects(words: str, measure: str) -> Iterator[str]:
    """«Охране труда» beside «Провести семинар по бухучёту»."""
    for about in _ABOUT:
        own = [each["what"] for each in about.finditer(measure) if _is_subject(each["subject"])]
        for said in about.finditer(words):
            alike = any(is_same_noun(said["what"], what) for what in own)
            told = words[said.start("subject") :]
            if (
                alike
                and _is_subject(said["subject"])
                and not _is_told(said["subject"], told, measure)
            ):
                yield said["subject"]


def _is_subject(subject: str) -> bool:
    *_, noun = words = subject.split()
    return not (any(map(_NO_SUBJECT.match, words)) or is_deed(noun) or is_adverb(noun))


def _is_told(subject: str, words: str, measure: str) -> bool:
    """Whether the measure has a word of the subject, or its letters, «по ОТ» of «охране труда»."""
    own, told, said = WORD.findall(measure), WORD.findall(words), subject.split()
    nouns = [word for word in own if len(word) > 2]
    if any(is_same_noun(one, other) or one[:-1] in other for one in said for other in nouns):
        return True
    if any(group.match(one) and any(map(group.match, own)) for group in _ALIKE for one in said):
        return True
    return _are_initials(said[0], own) or any(_are_initials(word, told) for word in own)


def _are_initials(short: str, words: Sequence[str]) -> bool:
    return len(short) < _SHORT and short in "".join(word[0] for word in words)
