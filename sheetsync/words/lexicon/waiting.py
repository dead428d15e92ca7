"""The words of deadlines that wait for others, Russian and English: one line a meaning."""

from itertools import product

from sheetsync.words.cleaning import word_set
from sheetsync.words.lexicon.kinds import Wait

WAITS = {
    Wait.NEED: "по мере необх|по необход|по необх|по мере|при|в случае|по необходимости"
    "|as needed|as required|as necessary"
    "|as appropriate|if needed|if required|if necessary|when needed|when required|in case of"
    "|in the event of|when necessary|when appropriate|as and when required|where appropriate"
    "|where necessary|as applicable|ad hoc|on an ad hoc basis|case by case|when available"
    "|as available"
    "|contingent on|contingent upon|dependent on|based on|depending on"
    "|at the time of|at time of|on hire|at hire|as and when"
    "|где необходимо|в ходе"
    "|в рамках",
    Wait.TERM: "в соотв с|согл|по законодательству|в соответствии с|в соответствии со|согласно"
    "|in accordance with|in line with|according to"
    "|as per|within the time limit|в сроки согласно|в установленном порядке",
    Wait.PROGRAMME: "|".join(
        " ".join(words).strip()
        for words in product(
            ("", "весь", "всего"),
            ("срок", "срока", "период", "периода"),
            ("реализации", "действия", "выполнения"),
        )
    ),
    Wait.AFTERWARDS: "once the"
    "|после|сразу после|сразу же после|непосредственно после|right after|immediately after"
    "|immediately following|shortly after"
    "|одновременно с|одновременно со|по итогам|по результатам|вслед за"
    "|upon completion of|on completion of|on receipt of|on approval of|on delivery of"
    "|after|upon|following|вместе с|параллельно с|на основании",
    Wait.REQUEST: "on request|upon request|on request of|on request from|at the request of"
    "|upon request of|upon request from|on demand|by agreement|by agreement with|subject to"
    "|by request of|at request of|when requested|as requested|per request|by appointment"
    "|on request by|upon request by|on invitation|upon invitation|by invitation|as invited"
    "|on invitation of|on invitation from|on invitation by|upon invitation of|upon invitation from"
    "|upon invitation by|by invitation of|by invitation from|at the invitation of"
    "|по согл|по соглас|по согласов",
    Wait.PLAN: "per schedule|as scheduled|per plan|as planned|per the schedule|per the plan"
    "|as per schedule"
    "|согл плана|согл графику|согл графика|согл плану|в соотв с планом|в соотв с графиком"
    "|according to plan|according to the plan|according to the plan of|as planned by"
    "|according to the schedule|according to the schedule of|in accordance with the plan"
    "|in accordance with the plan of|in accordance with the schedule|under the plan of"
    "|in accordance with the schedule of",
}
# Stems of what follows "по" and says whose word is awaited; the rest of the word is its case.
WAITED_FOR = {
    Wait.PLAN: "план график расписани программ календар",
    Wait.TERM: "договор положени регламент контракт стандарт норматив",
    Wait.REQUEST: "запрос заявк заявлени требовани поручени указани приглашени вызов обращени"
    " решени распоряжени согласовани договоренност назначени предписани ходатайств инициатив"
    " приказ постановлени предложени просьб письм команд сигнал жалоб представлени",
    Wait.NEED: "возможност необходимост факт потребност обстановк ситуаци желани усмотрени"
    " погод услови поступлени готовност показани рекомендаци",
    Wait.AFTERWARDS: "результат итог",
}
# What may stand between "по" and such a word: "по сводному графику", "по отд. плану".
ADJECTIVE_ENDINGS = ("ому", "ему", "ым", "им", "ой", "ей", "ого", "отд")
# Participles of a term that another document sets: "в сроки, установленные …".
SET_STEMS = tuple(
    word_set(
        """
        установленн предусмотренн указанн определенн утвержденн согласованн установл предусмотрен
        определяем set specified established prescribed
        """
    )
)
# A year named by its money or its programme is the plan's own; any other event decides the year.
PLAN_YEAR_STEMS = tuple(
    word_set(
        """
        предоставлени получени использовани реализаци проведени исполнени планируем планировани
        действи
        """
    )
)
# "срок уточняется", "дата будет определена", "не установлен".
UNSET = "|".join(
    f"{what} {how} {when}".strip().replace("  ", " ")
    for what, how, when in product(
        ("", "срок", "сроки", "дата"),
        (
            *(
                "уточняется",
                "уточняются",
                "требует уточнения",
                "уточнить",
                "не указан",
                "не указаны",
                "не указана",
            ),
            *(
                f"{verb} {participle}{ending}"
                for verb, participle, ending in product(
                    ("не", "будет", "будут"),
                    ("определен", "установлен", "уточнен", "назначен"),
                    ("", "а", "о", "ы"),
                )
            ),
        ),
        ("", "дополнительно", "отдельно", "позднее", "позже"),
    )
)
