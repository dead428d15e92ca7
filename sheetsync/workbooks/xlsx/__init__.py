"""A plan in a local .xlsx workbook: read by calamine, written beside what excelize keeps."""
