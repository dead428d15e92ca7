"""Many plans of one installation: each has its own day by `daily`, here is what they share.

What only a fleet has to do, in the order of its day:

    entries      which plans there are: folders, and the rows of a registry; `addition` makes one
    day          a day in one process: plans in a pool of threads, then the letters
    worker       the same on many machines; `planner` decides from the state what is due
    runner       one plan's day by `daily`, whose letters are held back; `record` is what it came to
    accounts     the pool of Google's accounts; `quota` spaces what goes out
    post         the held letters, one an address; `joint` makes one of several
    settling     what became of them, carried into the ledgers of the plans
    rollup       how the plans stand beside each other; `rollup_views` shows it

`database` holds all this beside the plans' own memories, `mirror` the settings for machines that do
not see the folder. `migration` moves a fleet's files into PostgreSQL, `worker_files` keep workers
running, `checkup` tries what a day needs.
"""
