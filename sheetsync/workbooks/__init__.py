"""Where a plan lives: one contract, several kinds of workbook.

    base          the contract, `Workbook`, and its glossary
    google        a shared Google Sheet
    xlsx          a file of Excel's
    unsaved       a workbook that is nowhere, for trials

What they share:

    values        cells' values, alike whatever they were read from
    names         what tabs, areas and cells are called, and formulas that name them
    files         a file that takes the place of another, and the copy kept of that
    locks         who has a file open

`tables` reads what holds a plan and is not yet its workbook: `text_tables` a .csv file,
`docx_tables` and `docx_numbering` a Word document, by `docx_xml`.
"""
