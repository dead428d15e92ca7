"""A plan in a local .xlsx workbook: read by calamine, written part by part."""
