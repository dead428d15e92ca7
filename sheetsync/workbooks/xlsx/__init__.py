"""A plan in a file of Excel's: read by calamine, written as a package of parts.

A read begins at `XlsxWorkbook.read` of `workbook`:

    package       refuses what is no workbook; lists its tabs
    reading       one tab as a grid
    cells         that sheet alone, in the one spelling that calamine reads
    extent        refuses a stray cell before calamine makes room for all up to it
    overlay       what calamine does not tell: errors, months, struck-out words

A write at `XlsxWorkbook.write`; nothing of staff's is touched:

    refusals      workbooks that are left alone
    tabs          finds our tabs by their names in the workbook, or adds them, and draws each
    sheet_xml     a tab as the XML of its sheet; `styles` and `charts` are parts of their own
    workbook_xml  the workbook's lists of sheets and names
    drafts        the whole package in a draft, which is compared with the file before it takes
                  the file's place

Below both: `opc`, a package and its parts, `edits`, changes of its lists, and `blank`, a package
without sheets. `status_column` is the one change of a tab of staff's, for `setup-sheet`.
"""
