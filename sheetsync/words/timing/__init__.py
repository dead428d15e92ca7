"""What is said to days in the plan's period: one parse of `grammar` to what a rule makes of it.

1. `phrase` sorts the clauses by what they say; `placing` puts their points into the plan's years,
   `winters` those of winter, where `spans` turns each into whole days and names it; `placed_spans`
   are their ranges and lists, `each_year` what comes once in each year of a plan that has several,
   `excepted` the days on which what comes back rests.
2. `meaning` leaves out what `sequels` knows to add nothing to the clause beside it, and asks the
   rules in turn which of them reads the phrase: `dated` for days, ranges and lists, `recurrence`
   for what comes back, with the due dates of `series`, whose quarters `counting` counts by the
   calendar or from the plan's beginning. `reports` refuses days that lie before the end of what
   is reported on.
3. `rules` holds the name and example of each rule, and the type of the answer.

`deadlines` asks for every parse and believes only what all of them agree on.
"""
