"""A text to what is said in it: clauses, each with its content; no day is reckoned here.

1. `torn` joins what a line break parted, `frames` takes away what only stands around, `blanks` what
   is of no time, as telephones; `tokens` cuts the text into words, numbers and marks; `lexemes`
   finds them in the lexicon, whole phrases first, tells by `figures` what they are, and mends slips
   of one letter.
2. Readers move a `cursor` over the lexemes. `points` reads one time of the calendar into a `Point`
   (`point`) with the year of `years`: "к концу мая 2026 г.", in figures by `numeric_days`, and
   `parts_of_month`: "III неделя февраля";
   `expressions` reads lists of points and `stretches` into `times`: "с мая по июль"; one may be
   `leaning` on others ("1, 2 кв."), be counted as `days_before` ("за неделю до 1 мая") or be
   `moved` ("с 1.05 на 1.06"). Beside these stand `month_days` ("до 5 числа") with
   `neighbours` ("следующего за отчетным"), `repeats` ("ежеквартально"), `weekdays` ("по пятницам"),
   `own_periods` and `own_parts` ("I четверть", "FY26"), `events` ("за 3 дня до форума") and `waits`
   ("по запросу"), which end as `runs` says.
3. What changes no day: `moments` ("в 15.00"), `remarks` ("отчёт –"), `reported` ("по каждому
   участку"), `purposes` ("к паводку – до 20 марта"), `other_days` ("(было 1.09)"), else
   `left_over` of any plain words, where `affairs` are what is held or handed in then and `duties`
   those that touch their time, as the `dictionary` tells.
4. `clauses` lists all these readers; `parses` parts the phrase into clauses in every way that
   leaves no word out, where `joints` lets them stand beside each other.
"""
