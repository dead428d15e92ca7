"""How the names of parties are cut apart and put; `words.responsibles` is the way in.

1. `tokens` cuts a phrase into words, marks and brackets and writes abbreviations in full; `places`
   joins the words of a settlement's or street's name, `persons` those of somebody's; `surnames`
   knows the cases of the latter; `run_together` puts back a border that was lost.
2. `pieces` cuts the tokens at everything that could part two names and sets apart what names
   nobody: roles, copies, orders.
3. `splitting` decides, by agreement, which of those borders do part two names; `bonds` are what
   holds the pieces of one together.
4. `sharing` gives a word that several parties share to each: «отделы кадров и труда», as
   `told_apart` does before what tells them apart: «школы № 1 и 2».
5. `naming` puts each name into the nominative; `noun_phrases` has the grammar of its front.
6. `relations` looks at neighbours: a post and its holder, pronouns; `owners` at whose a party is;
   `brackets` at what stands in those behind it; `stand_ins` at who acts while somebody is away.

`columns` finds the case that a column's cells share; `audiences` takes out whom something is only
for; `lexicon` has the words that all of them know by name, `without_dictionary` those by which
others tell a party. A line without Cyrillic goes to `english`.
"""
