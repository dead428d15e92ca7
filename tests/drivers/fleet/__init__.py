"""A driver outside the unit tests: the full-size bars of a fleet, with every figure printed.

    python -m tests.drivers.fleet kills     2,000 plan days under kills, freezes and restarts
    python -m tests.drivers.fleet frozen    a worker stands still for a minute
    python -m tests.drivers.fleet quota     300 plans at the real limits, about three minutes
    python -m tests.drivers.fleet cost      200 plans in one process, against single runs

Workers are real processes on a PostgreSQL of the driver's own, Google is the emulator, and mail
goes to a server on loopback.
"""
