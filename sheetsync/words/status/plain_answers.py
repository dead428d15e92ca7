"""Answers that no rule over words gives, by the names under which staff are told of them."""

from sheetsync.words.rule import Rule

DAY = Rule("дата", "15.04", "одна дата – день, когда сделано; будущая – план")
SHARE = Rule("доля", "18 из 25", "число, доля или процент меньше целого – часть")
MARK = Rule("отметка", "✓", "галочка или «+»; пустой флажок – отметки нет")
DOCUMENT = Rule("документ", "протокол № 3", "только документ или ссылка – работа идёт")
ANYTHING = Rule(
    "любая запись", "созванивались с филиалами", "на годовой работе годится любая фраза"
)
EMPTY = Rule("пустая ячейка", "", "в плане ничего не написано")

PLAIN_ANSWERS = (DAY, SHARE, MARK, DOCUMENT, ANYTHING, EMPTY)
