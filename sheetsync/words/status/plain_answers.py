"""Answers that no rule over words gives, by the names under which staff are told of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plain:
    """A name, a cell that is read so, and why it means what it means."""

    name: str
    example: str
    why: str


DAY = Plain("дата", "15.04", "одна дата – день, когда сделано; будущая – план")
SHARE = Plain("доля", "18 из 25", "число, доля или процент меньше целого – часть")
MARK = Plain("отметка", "✓", "галочка или «+»; пустой флажок – отметки нет")
DOCUMENT = Plain("документ", "протокол № 3", "только документ или ссылка – работа идёт")
ANYTHING = Plain(
    "любая запись", "созванивались с филиалами", "на годовой работе годится любая фраза"
)
EMPTY = Plain("пустая ячейка", "", "в плане ничего не написано")

PLAIN_ANSWERS = (DAY, SHARE, MARK, DOCUMENT, ANYTHING, EMPTY)
