"""What surrounds a run on its computer: one at a time, a log, who watches, and the scheduler.

    lock         one run a plan, by the system's own lock
    log          events for machines, in a file of JSON lines
    watchers     a dead man's switch that is pinged, and messengers
    schedule     the daily run in the schedulers that there are

A run without any of it does the same work.
"""
