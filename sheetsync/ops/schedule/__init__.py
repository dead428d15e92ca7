"""The daily run in the schedulers that a computer has, and as files for those of a server farm.

    task      the daily run of one plan, as every scheduler is told of it
    choice    which scheduler this computer has: `systemd`, `launchd`, `cron` or `windows`
    calling   calls that scheduler's own program

For machines that people do not sit at, `files` writes the run as what their schedulers take.
"""
