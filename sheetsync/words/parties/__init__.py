"""How the names of parties are cut apart and put; `words.responsibles` is the way in."""
