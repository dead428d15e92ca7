"""A verdict that the cell does not give itself: asked for, denied, quoted or left unanswered."""

from sheetsync.model import Meaning, Progress
from sheetsync.words.pattern import pattern
from sheetsync.words.signs import EMPTY_BOX
from sheetsync.words.status.case import Case, answer, unclear
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import NOT_DONE, sign_of

_ASIDE = r"(?:увы|к сожалению|пока|еще|конечно)"
# «Выполнено? Нет, конечно», «выполнено: нет», «проведено – 0»: the answer stands behind.
_ANSWERED_NO = pattern(
    rf"(?P<asked>(?:(?! -)[^?:(),;])+)(?:\?|:| -|\(|,(?= (?:0|ноль)\b)| =)\W*(?:{_ASIDE}\W+)*"
    r"(?:нет|no|not (?:done|yet)|не (?:выполн|исполн|сдела|провед|готов|сда|заверш)\w*"
    r"|(?:0|ноль)(?![.,:/]?\d)(?: ?(?:%|[а-я]{2,4}\b))?)"
    rf"(?:\W+(?:{_ASIDE}|of course|yet|not))*\W*"
)
# «Было бы выполнено, если бы дали автобус»: it was not. «Было бы лучше» tells of a deed.
_UNREAL = pattern(
    r"(?:(?P<if>если бы?\b[^,]+), )?(?:[\w-]+ ){0,2}?"
    r"(?:был[аои]? бы (?P<deed>\w+)|(?P<did>\w+л[аои]?) бы)"
    r"(?(if)|, (?:если бы?|но)\b[^,]+)\W*"
)
_QUOTED = pattern(r"[«\"„“](?P<verdict>[^«»\"„“”]+?)[»\"“”]")
_MARKED = pattern(
    r"\b(?:отме[тч]|напис|постав|указ|запис|стоит|знач|сказ|пиш|говор|статус|вариант)"
)
_EMPTY_BOXES = (EMPTY_BOX, "□", "[ ]", "[]", "( )")
# A cross, an hourglass, a thumb down, «+/-», «≈» beside a verdict.
_TAKEN_BACK = pattern(r"[✗✘✖❌❎👎⏳⌛🚧🔴🟡⚠]|[≈~±](?! ?\d)|\+ ?/ ?-|-/\+")
# «Выполнено:», «выполнено – », «выполнено ____».
_UNFILLED = pattern(r".*\w(?:(?: ?[:-])+| ?_{2,})[ .]*")
# «Выполнено: 50» may be per cent or pieces.
_BARE_NUMBER = pattern(r"[^\W\d_]+[ :-]+\d{1,4}[ .]*")


def read_unsaid(case: Case) -> Progress | None:
    """A question, a form that nobody filled in, a verdict that is only quoted: a person is asked.

    A question mark takes back whatever stands before it; «нет» behind a verdict answers it.
    """
    denied = _ANSWERED_NO.fullmatch(case.words)
    if denied and sign_of(denied["asked"])[0] in DEEDS:
        return answer(case, Meaning.NOT_DONE, case.saying(Sign.NOT_DONE), rule=NOT_DONE.name)
    if "?" in case.words:
        return unclear(case, "progress-question")
    if any(box in case.words for box in _EMPTY_BOXES) or (
        case.saying(*DEEDS) and _TAKEN_BACK.search(case.text)
    ):
        return unclear(case, "progress-unclear")
    deeds = case.saying(*DEEDS)
    quoted = not case.saying(Sign.NOT_DONE) and _is_only_quoted(case)
    if deeds and (quoted or _is_unfilled(case)):
        return unclear(case, "progress-unclear")
    return None


def _is_unfilled(case: Case) -> bool:
    if case.saying(Sign.CLOSED) and _BARE_NUMBER.fullmatch(case.words):
        return True
    return (
        case.statements[-1].sign in DEEDS
        and not case.evidence
        and bool(_UNFILLED.fullmatch(case.words))
    )


def _is_only_quoted(case: Case) -> bool:
    """«Статус „выполнено“ снят», but not «„Выполнено“», nor «акция „Сделано нами“ прошла»."""
    for quoted in _QUOTED.finditer(case.words):
        beside = f"{case.words[: quoted.start()]} {case.words[quoted.end() :]}"
        if sign_of(quoted["verdict"])[0] not in DEEDS or not any(map(str.isalpha, beside)):
            continue
        if (
            quoted["verdict"].count(" ") < 2
            or _MARKED.search(beside)
            or sign_of(beside)[0] not in DEEDS
        ):
            return True
    return False


def read_unreal(case: Case) -> Progress | None:
    """What would have been done on a condition was not."""
    unreal = _UNREAL.fullmatch(case.words)
    if unreal is None or sign_of(unreal["deed"] or unreal["did"])[0] not in DEEDS:
        return None
    return answer(case, Meaning.NOT_DONE, (), rule=NOT_DONE.name)
