"""What only leads to a measure, as its own words tell: things sent to be served, and plans."""

from sheetsync.words.pattern import pattern

# «Отправлены» of a measure that is done with them elsewhere: they are on their way to it.
SENT_AWAY = pattern(
    r"\b(?:(?:от|на)прав(?:лен|ил)|увез(?:ен|л)|отвез(?:ен|л)|отда[нл])[аоыи]?\b|\bsent\b"
)
SERVED = pattern(
    r"\b(?:поверк|поверить|калибров|ремонт|отремонтир|заправк|заправить|чистк|химчистк|стирк"
    r"|экспертиз|обучени|обучить|переподготов|квалификац|реставр|диагностик|испытани|аттестаци"
    r"|медосмотр|освидетельств|перезаряд|переплет|calibrat|repair|servic|training|refurbish)"
)
PLAN = pattern(
    r"\b(?:план|график|программ|расписани|дорожн\w+ карт|стратеги|концепци|документ|регламент"
    r"|положени|смет|бюджет|plan|schedule|programme|strateg|roadmap|polic)"
)
_PAPER = r"(?:план|график|расписание|дорожная карта|программа|стратегия|концепция|положение)"
PLAN_MADE = pattern(
    rf"^(?:[а-я-]+ )?{_PAPER}\b(?! не).*\b"
    r"(?:утвержд|разработа|составл|подготовл|принят)[а-я]*[ .]*(?=$|\d)"
    rf"|^(?:утвержд|разработа|составл|подготовл|принят)[а-я]* (?:[а-я-]+ )?{_PAPER}\b"
)
SENDS = pattern(r"\b(?:(?:от|на)прав|отвез|увез|сда(?:ть|ч)|доставк|переда|send)")
