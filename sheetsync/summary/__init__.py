"""An agenda to tabs: what the chair and the staff read in the workbook, as data. Pure.

    inputs      the plan on a day, and what a tab calls its measures, days and people
    months      its months and quarters, and what falls due in them
    layout      rows and tables on the grid that all blocks share, and where pages end
    looks       how cells look
    formulas    formulas that still find a measure when its row has moved

A module a tab, each with a door of its own:

    chair       «Сводка»: its blocks are `head`, `ask`, `sitting`, `changed`, `discipline`, `charts`
                and `lists`, each of them rows or none
    control     «Контроль»: a row a measure
    findings    «Проверка»: what is wrong in the sheet
    plan_sheet  the plan tab of a new workbook
    papers      no tab: what is printed for a sitting, with the `questions` to clear up before it
"""
