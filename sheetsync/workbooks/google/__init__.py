"""A plan in a shared Google Sheet: through gspread, with as few requests as can be."""
