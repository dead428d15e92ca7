"""The words of statuses. A new one goes into the list that has its like, and nowhere else.

- `deeds`: verbs of whatever was done, of all trades: «отремонтирован», «провели».
- `manner`: the adverbs beside a deed that take nothing back; any other makes it a doubt.
- `verbs`: what closes the measure («выполнено»), goes on, is to be done or is denied; first steps
  («выбрали подрядчика»), which leave it in work; `harmless`: negations that deny none of it.
- `decisions`: rules for what was decided: moved, cancelled, merged, handed over; `doubts`: for
  what is asked for or doubted, told by others or guessed.
- `stages`: rules for how far the work is: waited for, planned, in work, done; `lacking`: done
  in part or not at all.
- `asides`: what is said beside a deed and takes nothing back: «все довольны».
- `unfinished`: what is said beside a deed and keeps it from being all: «но», «на подписи»;
  `taken_back`: what became of it since: «сгорел», «отозван».
- `complements`: what completes a deed in a clause of its own: «акт от 5 мая»; `bounds`: what
  bounds it within its own: «до фермы», «в одном крыле»; `others`: whose deed it is instead,
  «министерство утвердило свой план».
- `own_deeds`: kinds of deeds, and by which others each is done: what is bought is done when it has
  come, not when it is paid for.
- `nouns` that several of these ask for: events, months, numbered places. `shares`: per cent and
  counts; `counts`: of what and how many, «20 термометров», where the measure tells how many;
  `amounts`: of money, weight, length and time. `adjectives` that tell things of one name apart.

What a single reading asks for, and no other would, stands beside it in `readings`.

A rule reads each line of its pattern from the start of a word. Its tests are lines of
`tests/words/phrases/progress.txt`.
"""
