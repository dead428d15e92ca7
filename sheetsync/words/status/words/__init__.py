"""The words of statuses. A new one goes into the list that has its like, and nowhere else.

- `deeds`: verbs of whatever was done, of all trades: «отремонтирован», «провели».
- `verbs`: what closes the measure («выполнено»), goes on, is to be done or is denied; first steps
  («выбрали подрядчика»), which leave it in work.
- `decisions`: rules for what was decided: moved, cancelled, merged, handed over, asked for.
- `stages`: rules for how far the work is: waited for, in part, not done, planned, in work, done.
- `asides`: what is said beside a deed and takes nothing back: «все довольны».
- `shares`: per cent and counts.

A rule of `decisions` or `stages` reads each line of its pattern from the start of a word. Its tests
are lines of `tests/words/phrases/progress.txt`.
"""
