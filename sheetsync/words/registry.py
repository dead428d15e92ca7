"""The headers of a registry of plans, and what its column of pauses may say."""

REGISTRY_HEADERS = {
    "name": ("план", "название", "имя", "plan", "name"),
    "link": ("таблица", "ссылка", "адрес таблицы", "файл", "sheet", "link", "file"),
    "region": ("регион", "организация", "группа", "region", "organisation", "group"),
    "coordinator": ("координатор", "почта координатора", "адрес координатора", "coordinator"),
    "year": ("год", "year"),
    "paused": ("пауза", "приостановлен", "paused"),
    "note": ("примечание", "комментарий", "note", "comment"),
}
NOT_PAUSED = ("", "нет", "no", "0", "false")
