"""The emulator's Drive: who may see a file, how it is found, what is refused."""

from typing import Any

import pytest
import requests

from tests.sheets_emulator import Emulator
from tests.sheets_emulator.world import PRIVATE

Json = dict[str, Any]


@pytest.fixture
def drive(google: tuple[Emulator, str]) -> str:
    """The address of the files."""
    return f"{google[1]}/drive/v3/files"


def ask(method: str, address: str, **rest: Any) -> requests.Response:
    return requests.request(method, address, timeout=5, **rest)


def made(drive: str, **about: Any) -> str:
    return str(ask("POST", drive, json=about).json()["id"])


@pytest.mark.parametrize(
    "query",
    ['parents in "папка"', "'папка' in parents", "name = 'План' and 'папка' in parents"],
)
def test_files_are_found_by_their_folder(drive: str, query: str) -> None:
    made(drive, name="План")
    wanted = made(drive, name="План", parents=["папка"])
    found = ask("GET", drive, params={"q": query}).json()["files"]
    assert [file["id"] for file in found] == [wanted]


def test_permissions_are_given_changed_and_taken(drive: str) -> None:
    place = f"{drive}/{made(drive, name='План')}/permissions"
    about = {"type": "user", "role": "reader", "emailAddress": "hr@example.org"}
    given = ask("POST", place, json=about).json()
    assert given["kind"] == "drive#permission"
    ask("PATCH", f"{place}/{given['id']}", json={"role": "writer", "pendingOwner": True})
    everyone = ask("GET", place, params={"fields": "permissions"}).json()["permissions"]
    assert [(one["role"], one.get("pendingOwner")) for one in everyone] == [
        ("owner", None),
        ("writer", True),
    ]
    assert ask("DELETE", f"{place}/{given['id']}").status_code == 204
    assert ask("DELETE", f"{place}/{given['id']}").status_code == 404


def test_comments_are_shown_only_where_fields_are_told(drive: str) -> None:
    place = f"{drive}/{made(drive, name='План')}/comments"
    ask("POST", place, params={"fields": "id"}, json={"content": "Проверить"})
    assert ask("GET", place).status_code == 400
    found = ask("GET", place, params={"fields": "comments/content"}).json()
    assert found == {"comments": [{"content": "Проверить"}]}


def test_somebody_elses_spreadsheet_is_refused(google: tuple[Emulator, str]) -> None:
    answer = ask("GET", f"{google[1]}/v4/spreadsheets/{PRIVATE}")
    assert answer.status_code == 403
    assert answer.json()["error"]["status"] == "PERMISSION_DENIED"
