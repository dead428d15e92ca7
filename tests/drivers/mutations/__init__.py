"""Files as accidents leave them: real ones, broken at random, given to the command line."""
