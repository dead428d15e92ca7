"""How the names of parties are cut apart and put; `words.responsibles` takes these steps in order.

1. `lines` mends what a narrow column has broken; `remarks` takes contacts, degrees, audiences and
   what names nobody out of a line; `capitals` calms one that shouts; `tokens` cuts it into words,
   marks and brackets.
2. Tokens are joined: `places` has the names of settlements and streets, `persons` of people.
   Between the two, `abbreviations` are written in full, but for the posts that `cut_posts` finds;
   after them, `run_together` puts in the borders that a narrow column has lost.
3. `pieces` cuts at everything that could part two names; `asides` sets apart what of each names
   nobody: roles, copies, orders. `told_apart` gives «школы № 1 и 2» a piece each.
4. `splitting` decides, by agreement, which borders do part two names, and clusters the pieces of
   each; `listed` knows the next of several behind a colon.
5. `sharing` gives a word that several parties share to each: «отделы кадров и труда»; `naming`
   puts each name into the nominative.
6. `brackets` asks what stands behind a name in brackets; `holders` joins a post and whoever holds
   it, beside it or there; `owners` says whose a party is where only its neighbour does; `roles`
   puts the lead first.

`noun_phrases` has the grammar of a name's front, `surnames` that of somebody's name, `lexicon` the
words that all of them know. `columns` finds the case that a column's cells share, and which of two
has the names; `without_dictionary` has the words by which others tell a party. A line without
Cyrillic goes to `english` instead.
"""
