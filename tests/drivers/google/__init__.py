"""A driver outside the unit tests: staff edit, and the network fails, between any two requests.

    python -m tests.drivers.google            everything, about an hour
    python -m tests.drivers.google --every 40 each 40th case of it

Commands run in this process against the emulator on loopback; time passes only where somebody
sleeps. After each case it holds what staff have against what they had, looks for tabs of ours that
are half written or there twice, and lets the next day come.
"""
