"""Words to meaning: deadlines, responsible parties, progress. Pure.

A cell is read by `deadlines`, `responsibles` or `progress`, a measure's own text by `milestones`,
the sheet of departments by `roster`. Where a thing lives:

- `lexicon`: every word form that deadlines know, by the part that it plays; months, weekdays and
  named days for the other readers as well. A new word goes there.
- `grammar`: a text to what is said in it: tokens, lexemes, clauses, parses.
- `timing`: what is said to days in the plan's period, by the rules that `sheetsync help rules`
  lists. `deadlines` joins the two; `spelled_out` writes out what people cut short.
- `periods`, `headings`, `column_periods`, `plan_period`: times that headings, columns and titles
  name, `other_times`: those that a title names beside its own; `hours`: those of a day;
  `month_parts`: columns below a month; `date_order`: whether the day or the month is first;
  `asides`, `signatures`: rows that are no measures;
  `titles`: lines above and between a document's tables; `tab_titles`: what the title of a tab says.
- `status`: the rules of `progress`; `parties`: those of `responsibles`; `venues`: places in the
  cells of a column that names both, `places`: those beside a time, `shared_cells`: parties there.
- `headers`, `header_stems`, `questions`, `tables`, `school_words`, `codes`: words of a table's
  header and cells, `signs` what stands for words there; `registry`: those of a fleet's; `wordings`:
  phrases people have settled.
- What all share: `cleaning` makes texts comparable, `clipping` cuts them, `vocabulary` looks up
  word forms in a dictionary, `rule` is the type of all rules, `pattern` a regular expression that
  is compiled late, `days` the calendar; `calendar_facts` says days, `numerals` numbers,
  `occurrence_names` the parts of a period by their `occurrence_forms`, `rule_names` a rule in the
  reader's language, `deadline_explained` what a deadline was understood to mean.
"""
