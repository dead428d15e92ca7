"""A table to measures, findings and an agenda. Pure.

A grid of cells goes through these modules:

- `header_rows`, `header_words`: which rows are the header, and which field each column holds,
  `header_in_sheet`: both with what stands below, `party_columns`: who of several answers,
  `deed_columns`: what is to be done.
  `period_columns`, `marked_columns`, `deadline_columns` and `fixed_days` know deadlines over
  several columns, `service_codes` what marks months there, `marks_column` the status,
  `mark_parts` the columns and `fact_rows` the rows that tell it together, `row_numbers` the
  numbers and `unnamed_columns` what else stands under no header, `shared_parties` who stands in
  no column of his own, `likely_columns` what is proposed for columns.toml, `columns_beside` what
  is left out and told. `columns` makes a `header` of all.
- `table_title`, `table_foot`, `table_rows`, `row_above`, `sections`, `further_tables` and
  `later_headers`, `inherited`: the title, what ends the rows, a row's fields, signs for the words
  above it, headings, other tables below, what items have from their measure. `table_body` makes the
  `Line`s by their `row_layout`, `table` all of a tab, `tabs` that of several, `plan_tabs` which of
  a workbook's are the plan; `cells` is what a person sees in a cell, `broken_cells` what holds
  where that is an error.
- Of a deadline `row_deadlines` has the row's own words, from one column or several, `first_days`
  with that on which it begins, `new_deadlines` with the one that it is moved to, `parted_dates`
  from those of month and day. What they hang on, `full_deadlines` says in them: the order of dates
  in their column, the time of the section, tab or title; `school_year` tells the August before a
  school year from the one after it.
- `agenda` goes from rows to the agenda of a day: `measures` reads lines and makes `Measure`s of
  them, `leads` tells who of a measure's parties leads it, `items` and `workdays` make items of
  measures. `postponed` tells which deadlines are later than they were, and by which document.
- `checks`: what is wrong, with `tab_findings`, `numbering`, `lookups`, `other_year` and
  `copied_years`; `findings` says it, in the words of `finding_texts`. What period a plan is of by
  its own words, `own_period` tells.
- `guard`: whether so much is gone that the plan is not to be believed; `gone_tabs`: what is said of
  tabs that are there no more.
- For people: `names` (the `Reader` that tabs, papers and letters extend), `roster_draft`.
"""
