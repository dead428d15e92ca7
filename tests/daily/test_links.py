"""Where the letters of a workbook's plan point: to an address that is named, or in words."""

import pytest

from tests.daily.conftest import Plan, letters_to, part_of

DAY = "2021-05-11"
SHARED = r"\\files\plans\План на год.xlsx"


def parts(plan: Plan) -> list[str]:
    """All that every letter of the day says, in both of its parts."""
    plan.set("chair", 'address = "chair@example.org"')
    for day in ("2021-04-01", DAY):
        plan.run(day)
    kinds = ("text/plain", "text/html")
    return [plain(part_of(letter, kind)) for letter in plan.letters() for kind in kinds]


def plain(text: str) -> str:
    """With spaces where none may break the line."""
    return text.replace("&nbsp;", " ").replace("\u00a0", " ")


def test_a_letter_names_the_tab_and_the_row_where_no_link_opens_the_plan(plan: Plan) -> None:
    found = parts(plan)
    assert any("      лист «План», строка 5\n" in text for text in found)
    assert any('">лист «План», строка 5</div>' in text for text in found)
    assert any("Подробно – на листе «Сводка» в таблице плана." in text for text in found)


@pytest.mark.parametrize("link", ["", "https://disk.example.org/plan.xlsx", SHARED])
def test_no_letter_tells_a_path_of_this_computer(plan: Plan, link: str) -> None:
    if link:
        plan.set("plan", f"link = '{link}'")
    for text in parts(plan):
        assert "file:///" not in text
        assert str(plan.folder) not in text


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://disk.example.org/plan.xlsx", "https://disk.example.org/plan.xlsx"),
        (
            SHARED,
            "file://files/plans/%D0%9F%D0%BB%D0%B0%D0%BD%20%D0%BD%D0%B0%20%D0%B3%D0%BE%D0%B4.xlsx",
        ),
    ],
)
def test_a_letter_leads_to_the_workbook_that_is_named(plan: Plan, link: str, url: str) -> None:
    plan.set("plan", f"link = '{link}'")
    parts(plan)
    *_, letter = letters_to(plan, "org@example.org")
    html, text = plain(part_of(letter, "text/html")), part_of(letter)
    assert f'<a href="{url}">Открыть план</a>' in html.replace(' style="color: #0B57D0;"', "")
    assert f'href="{url}"' in html[: html.index("лист «План», строка 5")][-200:]
    assert f"Открыть план:\n{link}\n" in text


@pytest.mark.parametrize(
    "link", ["plan.xlsx", "C:\\plan.xlsx", "http://example.org/p", "https://[x"]
)
def test_a_link_that_opens_for_nobody_else_is_refused(plan: Plan, link: str) -> None:
    plan.set("plan", f"link = '{link}'")
    result = plan.run(DAY)
    assert result.exit_code == 3
    assert f"plan.link: «{link}» не откроется у других" in result.stderr
