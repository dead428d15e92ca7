"""Addresses of spreadsheets as people copy them, and of other things that they copy instead."""

import pytest

from sheetsync.errors import ConfigError
from sheetsync.workbooks.google.address import Address, address_of, is_address

ID = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-"


@pytest.mark.parametrize(
    ("told_as", "tab_id"),
    [
        (ID, None),
        (f"  {ID}\n", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit", None),
        (f"<https://docs.google.com/spreadsheets/d/{ID}/edit>", None),
        (f"http://docs.google.com/spreadsheets/d/{ID}/edit", None),
        (f"docs.google.com/spreadsheets/d/{ID}/edit", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0", 0),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit?gid=7#gid=7", 7),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit?gid=7", 7),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit?usp=sharing&gid=7#gid=8&range=A1", 8),
        (f"https://docs.google.com/spreadsheets/d/{ID}?usp=drivesdk", None),
        (f"https://docs.google.com/spreadsheets/u/0/d/{ID}/edit#gid=12", 12),
        (f"https://docs.google.com/a/example.org/spreadsheets/d/{ID}/edit", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/htmlview#gid=5", 5),
        (f"https://docs.google.com/spreadsheets/d/{ID}/preview", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/copy", None),
        (f"https://docs.google.com/spreadsheets/ccc?key={ID}#gid=3", 3),
        (f"https://drive.google.com/open?id={ID}&usp=drive_fs", None),
        (f"https://drive.google.com/file/d/{ID}/view?usp=sharing", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=план", None),
    ],
)
def test_address_names_a_spreadsheet_and_maybe_a_tab(told_as: str, tab_id: int | None) -> None:
    assert address_of(told_as) == Address(spreadsheet=ID, tab_id=tab_id)


@pytest.mark.parametrize(
    ("told_as", "words"),
    [
        ("https://docs.google.com/spreadsheets/d/e/2PACX-1vQ/pubhtml", "опубликованная копия"),
        ("2PACX-1vQabcdefghijklmnopqrstuvwxyz", "опубликованная копия"),
        (f"https://drive.google.com/drive/folders/{ID}", "папка Диска"),
        ("https://drive.google.com/drive/u/0/my-drive", "папка Диска"),
        (f"https://docs.google.com/document/d/{ID}/edit", "другой документ"),
        (f"https://docs.google.com/forms/d/{ID}/edit", "другой документ"),
        ("https://example.org/план", "строки браузера целиком"),
        (f"https://example.org/spreadsheets/d/{ID}/edit", "строки браузера целиком"),
        ("план.xlsx", "строки браузера целиком"),
        ("ИдентификаторТаблицыПоРусски", "строки браузера целиком"),
    ],
)
def test_other_address_is_told(told_as: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        address_of(told_as)


@pytest.mark.parametrize(
    "told_as",
    [
        ID,
        ID[:20],
        f" <https://docs.google.com/spreadsheets/d/{ID}/edit>",
        f"docs.google.com/spreadsheets/d/{ID}/edit",
        "http://example.org/план",
        "2PACX-1vQabcdefghijklmnopqrstuvwxyz",
    ],
)
def test_what_can_only_be_a_sheet_is_no_file(told_as: str) -> None:
    assert is_address(told_as)


@pytest.mark.parametrize(
    "told_as",
    [
        "план.xlsx",
        "plan",
        "C:\\plans\\plan.xlsx",
        f"{ID}.xlsx",
        f"plans/{ID}",
        "План-работы-на-весь-год-и-далее",
    ],
)
def test_a_path_is_no_address(told_as: str) -> None:
    assert not is_address(told_as)
