"""A plan in a shared Google Sheet: through gspread, with as few requests as can be.

A read begins at `GoogleWorkbook.read` of `workbook`:

    access        the key and the environment give a client
    address       which spreadsheet, and which of its tabs, an address names
    client        gspread's client, with `patience`: tries again, until a deadline
    locating      finds the plan tab and ours, by one request where they are remembered
    reading       an answer as tabs; `cells` reads values, `own_columns` ours on the plan tab
    large         a plan of very many rows: its values, and formats only where they matter

A write at `GoogleWorkbook.write`, from what the read has seen:

    writing       decides what each tab needs, sends it, and decides anew when it is refused
    tags          ids of our own, and what is written on a tab by which it is known again
    drawing       one tab: made, drawn anew, or only its values
    batch         its cells as requests, put together of `pieces`; `looks` dresses them
    charts_names  the charts and named ranges beside them
    column_requests  those about one of our columns on the plan tab, each proven first
    portions      cuts all that into batches of a size that Google takes

What fails goes through `troubles`, which reads what happened, `causes`, the table of what it means
and whether another try may help, and `errors`, which says it to people.
"""
