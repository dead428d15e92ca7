"""What a status comes to: each module reads one kind of answer out of a `Case`, or none.

- `in_order`: all readings in the order in which they are tried; those of marks, questions, waiting
  and work at hand are there. `others`: deeds that are none of the measure.
- `decisions`: moved, cancelled, merged, handed over. `stages`: how far the measure is.
- `documents`: a document alone, and one that is agreed. `parts`: occurrences and milestones, and
  one of several places.
- `spoken`: what the cell does not say itself: asked, denied, quoted, a form left unfilled.
- `unfinished` has the last word: what is said to be done is not, where anything beside it goes on,
  is to come or depends on something, nor, by `complements`, where a clause is neither a deed nor
  completes one.
- `own_deed` tells by the measure's words whether a deed is all of it, or a step that is asked
  about; `measure_deed` finds in these words what is to be done, and `things` in a mark what it was
  done to. `preparing` knows steps to nearly any measure, for where nobody has its words; `counts`
  compares how many of a thing, or how much, they name.
- `one_of_several` finds that only one of the things is done that the measure joins by «и»,
  `another_one` that it is one of many or has another number, `another_kind` that it has the name of
  the measure's and is another, «весенний субботник»; `own_move` takes «перенесена» for done where
  the measure is the move.
"""
