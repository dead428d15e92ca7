"""How the words of a status cell are read; `words.progress` is the way in."""
