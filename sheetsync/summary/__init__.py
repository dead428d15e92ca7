"""An agenda to tabs: what the chair and the staff read in the workbook, as data. Pure."""
