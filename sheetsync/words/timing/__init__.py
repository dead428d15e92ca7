"""The grammar of deadlines: tokens, lexemes, points in time, clauses, and the rules over them."""
