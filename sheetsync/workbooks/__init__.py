"""Where a plan lives: one contract, several kinds of workbook."""
