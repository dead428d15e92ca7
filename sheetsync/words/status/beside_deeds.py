"""What is said beside a deed and takes nothing back: who has its papers, how many came, thanks."""

from sheetsync.words.pattern import pattern
from sheetsync.words.status.dates import MONTH_NAMES
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement


def _any_of(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


# What a deed leaves behind; an act, a report or a contract may still be on its way.
_PROOF = _any_of(
    r"""
    фото\w* видео\w* снимк\w+ свидетельств\w+ сертификат\w* удостоверени\w+ диплом\w* грамот\w+
    журнал\w* ключи запис[ьи] папк[аи] ведомост\w+ спис(?:ок|ки) копи[яи] сканы? экземпляр\w* чеки?
    квитанци\w+ накладн\w+ паспорта? результат\w* оригинал\w* подлинник\w* рецепт\w* конспект\w*
    пособие вырезк\w+ лист\w*\s(?:ознакомлени|регистраци)\w
    """
)
_PAPER = _any_of(
    r"""
    отчет\w* акт\w* протокол\w* документ\w* материал\w* справк\w+ информаци\w+ сведени\w+ бумаги
    план\w* приказ\w* все
    """
)
_KEPT = _any_of(
    r"""
    папк архив де(?:ло|ле)\b делах\b групп чат облак журнал приложени вложени почт сейф шкаф сайт
    диск портал флешк сервер полк стенд личн ящик подшивк альбом вконтакте вк\b телеграм уголк
    """
)
_NOT_YET = _any_of(
    r"""
    не нет буд[еу]т позже завтра после еще пока скоро подпис\w* соглас\w* печат\w* типограф\w*
    работе пути проверк\w+ доработк\w+ утвержд\w* рассмотр\w* очеред\w* изготовл\w* оформл\w*
    """
)
_PEOPLE = _any_of(
    r"""
    дети детям ребята родител жител люди зрител гост участник коллектив пенсионер все всем начальств
    глава коллег народ ветеран студент ученик педагог пациент пользовател юзер
    """
)
_THING = _any_of(
    r"""
    все сайт серв\w+ систем\w программ\w интернет связь лифт насос\w? свет кот[е]?л\w? отоплени\w
    касс\w принтер\w? телефон\w? юзеры пользователи светильник\w фонар\w камер\w скважин\w колонк\w
    техника трактор оборудование прибор\w* баз\w кабинет линия вентиляци\w сигнализаци\w
    wi-?fi вайфай
    """
)
_WORKS = _any_of(
    r"""
    работа[ею]т гор[ия]т свет[ия]т греет качает печатает функциониру[ею]т пользу[ею]тся летает
    доступ[е]?н\w?
    """
)
_PRAISED = _any_of(
    r"отличн хорош замечательн успешн прекрасн супер класс\b здоров весел интересн красив тепло\b"
)
_PLEASED = _any_of("довольн понравил благодар рады счастлив хлопал пользу")
_ATTENDED = _any_of(
    r"""
    было пришл[оаи] присутств\w+ участв\w+ участник\w+ охват\w* явка посетил[оаи] приехал[оаи]
    собрал[оаи]сь
    """
)
_THANKS = _any_of(
    r"ура спасибо извини\w* прости\w* прошу\sпрощения наконец(?:-то)? слава\sбогу молодцы"
)
_LATE = _any_of(
    r"""
    задержал\w* опоздал\w* затянул\w* запоздал\w* с\sопозданием с\sзадержкой поздно не\sсразу
    (?:позже|раньше)\sсрока (?:чуть|немного)\sпозже
    """
)
_PLANNED = (
    r"(?:хотя|although|though) (?:по плану|план\w*|собирал\w*|срок\w*|planned|due|scheduled)"
    r"(?: был\w*)?"
)
_SEASON = r"(?:весну|лето|осень|зиму|spring|summer|autumn|winter)"

_KINDS = (
    # Where its papers are, or that they were handed out.
    rf"(?!.*\b{_NOT_YET}\b){_PROOF}(?: \w+){{0,3}} (?:у|в|на|за|есть|имеются|лежат|хранятся)\b.*",
    rf"(?!.*\b{_NOT_YET}\b){_PROOF}(?: \w+){{0,2}} \w{{3,}}(?:ен|ан|ят|ит)[ыоа]?(?: .*)?",
    rf"{_PROOF}(?: действ\w+)? (?:до|по) \d[\d.]+(?: ?г(?:ода)?\b\.?)?",
    r"действ(?:у[ею]т|ител[ье]н\w*) (?:до|по) (?:\d[\d.]+|\w+ 20\d\d)(?: ?г(?:ода)?\b\.?)?",
    rf"(?!.*\b{_NOT_YET}\b){_PAPER}(?: \w+){{0,3}} (?:есть|имеются|имеется|на руках)",
    # What was done beyond it.
    r"(?!.*\bне\b)(?:дополнительно|сверх плана|плюс к этому) \w+[нт][аоы]? .*",
    rf"(?!.*\b{_NOT_YET}\b){_PAPER}(?: \w+){{0,2}} (?:лежит )?(?:в|во|на|под) (?:\w+ )?{_KEPT}.*",
    rf"(?!.*\b{_NOT_YET}\b)(?:леж|вис|наход)[иая]т(?:ся)? (?:в|на) (?!бухгалт|стол|кабинет дир).*",
    r"(?:фото(?:графи[ий])?|снимков) (?:пока )?нет|не (?:фотографировали|снимали)",
    # How many came.
    r"(?:охват|явка|посещаемость|выполнение|укомплектованность|заполняемость)\W*100 ?%",
    rf"{_ATTENDED} (?!0\b)(?:\w+ )?\d+(?: [а-я.]+){{0,2}}(?: из \d+(?: [а-я.]+)?)?",
    rf"\d+ (?:[а-я.]+ )?из \d+ (?:[а-я.]+ )?{_ATTENDED}",
    r"(?:attended by )?\d+ (?:out )?of \d+(?: \w+)? (?:attended|present|came|took part)",
    r"(?:attended by|attendance:?) \d+(?: (?:out )?of \d+)?(?: \w+)?",
    # How it went, and who liked it.
    rf"(?:(?:все|очень|просто|прошло|было|прошли|прошел|даже) )*{_PRAISED}\w*",
    rf"{_PEOPLE}\w* (?:\w+ )?(?:{_PLEASED}\w*|в восторге)",
    rf"{_THANKS}(?: (?:за|что|всем) .*)?",
    # Why it was late, or why nobody had marked it.
    rf"{_LATE}(?: (?:на|из-за|по|в связи|ввиду) .*)?",
    r"был[аи]? (?:в отпуске|на больничном|в командировке|занят\w?)|болел[аи]?|сколько можно .*",
    # For when it had been planned.
    rf"{_PLANNED}(?: (?:на|в|к|до|for|in|by|on))? (?:{MONTH_NAMES}|{_SEASON}|\d[\d.]+)(?: 20\d\d)?",
    # That it works.
    rf"(?!.*\bне\b)(?:\w+[ыи]е )?{_THING} (?:\w+ )?(?:уже |теперь |снова )?{_WORKS}(?: \w+){{0,2}}",
    r"работа[ею]т (?:штатно|исправно|нормально|стабильно|хорошо|без сбоев)",
    r"(?:все )?(?:ок|ok|норм|нормально|в порядке)!*",
    r"не (?:течет|протекает|глючит|падает|тормозит|капает|дует|сбоит|виснет|жалуются)",
    r"(?:давление|заряд|температур\w|связь|уровень) (?:держ[аи]т|в норме)\w*",
    r"контроль снят|снят[оа]? с контроля",
)
_ASIDE = pattern("|".join(_KINDS))
# A contract that goes on is no reason to leave open what is said to be closed.
_CONTRACT = pattern(
    r"(?:договор|контракт|соглашени)\w*\b.*\b(?:исполняется|выполняется|действует)\b.*"
)
_ITEM_CLOSED = pattern(
    r"(?:(?:этот|сам|наш) )?(?:пункт|мероприятие|вопрос|задача|поручение)(?: плана)?"
    r" (?:закрыт|выполнен|исполнен)[аоы]?"
)
_FORGOTTEN = pattern(r"(?:и )?забыли")
# Of a paper: nothing is left to do.
_HANDED_IN = pattern(r"\b(?:сда|направ|отправ|представ|предостав|пода|отчита)\w+")
_ACCEPTED = pattern(r"(?:и )?принят[оаы]?(?: без замечаний)?")
_TELLING = (
    Sign.REQUEST,
    Sign.MERGED,
    Sign.CANCELLED,
    Sign.POSTPONED,
    Sign.REASSIGNED,
    Sign.PLANNED,
)


def without_asides(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements without what only adds to a deed beside them; all, where there is no deed."""
    kept = tuple(one for at, one in enumerate(statements) if not _is_aside(statements, at))
    return kept if any(one.sign in DEEDS for one in kept) else statements


def _is_aside(statements: tuple[Statement, ...], at: int) -> bool:
    said = statements[at]
    words = f"{said.label} {said.words}".strip(" .!-")
    if _CONTRACT.fullmatch(words):  # «договор выполняется, пункт закрыт»
        return any(_ITEM_CLOSED.fullmatch(one.words) for one in statements)
    if _FORGOTTEN.fullmatch(words):  # «сдали, приняли, забыли»
        return at > 0 and statements[at - 1].sign in DEEDS
    if _ACCEPTED.fullmatch(words):  # «отчёт сдан, принят»
        return at > 0 and _HANDED_IN.search(statements[at - 1].words) is not None
    return said.sign not in _TELLING and _ASIDE.fullmatch(words) is not None
