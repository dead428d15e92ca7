"""The settings of one year's plan, made into those of another year's."""

import tomlkit


def for_year(settings: str, *, year: int, workbook: str, tab: str) -> str:
    """The text of sheetsync.toml for the plan of `year`; comments and layout stay.

    `workbook` and `tab` are where that plan is to be found; the old year in the title is replaced.
    """
    document = tomlkit.parse(settings)
    plan = document["plan"]
    old = str(plan["year"])
    plan["year"] = year
    plan["workbook"] = workbook
    plan["tab"] = tab
    if "title" in plan:
        plan["title"] = str(plan["title"]).replace(old, str(year))
    return tomlkit.dumps(document)
