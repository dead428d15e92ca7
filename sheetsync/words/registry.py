"""The headers of a registry of plans, and what its column of pauses may say."""

REGISTRY_HEADERS = {
    "name": ("план", "название", "имя"),
    "link": ("таблица", "ссылка", "адрес таблицы", "файл"),
    "region": ("регион", "организация", "группа"),
    "coordinator": ("координатор", "почта координатора", "адрес координатора"),
    "year": ("год",),
    "paused": ("пауза", "приостановлен"),
    "note": ("примечание", "комментарий"),
}
NOT_PAUSED = ("", "нет", "no", "0", "false")
