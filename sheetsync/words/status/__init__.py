"""How the words of a status cell are read; `words.progress` is the way in.

1. `evidence` sets documents and links apart, and `statements` cuts the rest into statements, each
   of which says one thing (a `Sign`) by the first of its rules that fits.
2. Those rules are word tables: `decisions` (moved, cancelled, doubted), then `stages` (how far the
   work is), with `finished` for the verbs of deeds, `verbs` for what goes on, `steps` for what is
   only a beginning and `shares` for numbers; `rules` says how one is written.
3. `dates` finds days and periods in a statement.
4. `case` puts the statements beside the deadline and today, without those that take no deed back
   (`beside_deeds`), and makes answers and doubts.
5. `readings` tries its readings in order, and the first that has an answer gives it: marks and
   waiting there, decisions in `decided`, a document alone in `documents`, occurrences and
   milestones in `parts`, how far the measure is in `deeds`.
6. `preparing` asks about deeds that only make ready for the measure, by its own words.
7. `unfinished` has the last word: what is said to be done is not, where anything beside it goes
   on, is to come or depends on something.
8. `own_deed` hears in what no rule has understood the verb of the measure itself.
9. `verdict` is what `progress` takes of all this, where a cell is not blank: beside a doubt it says
   how to write the status.
"""
