"""How the words of a status cell are read; `words.progress` is the way in.

What people write stands in `words`, what it comes to in `readings`; where a module of each has the
same name, the one has the words of the other. In the order of a cell's way:

1. `evidence` sets documents and links apart, `slips` mends mistyped verdicts, `dates` finds days
   and periods, `clauses` cuts the rest, and `statements` finds what each clause says (a `Sign`) by
   the first of the rules in `words` that fits; `rules` says how one is written.
2. `case` puts the statements beside the deadline and today, without those that `overtaken` leaves
   out, and makes answers and doubts; `reasons` says why not.
   `measure_words` is what its measure's own words say, where they are known; `roots` tells
   whether two words come of one.
3. `readings` are tried in order, and the first that has an answer gives it.
4. `verdict` is what `progress` takes of all this, where a cell is not blank: beside a doubt it says
   how to write the status.
"""
