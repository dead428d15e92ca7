"""What is remembered of plans, and the ledger of their letters, in SQLite or PostgreSQL.

All is done in the blocks `reading()` and `writing()` of a `Store`, each one transaction:

    store        opens the database and gives the blocks
    records      reads a plan: `past` holds its rows as long as each stood, `letters` the ledger
    transaction  writes it: snapshots, runs, what people said, and the ledger
    keys         plans by name and cell texts by content, each stored once
    schema       the tables, their version, and the steps that lead there from an older one
    database     transactions and statements, alike for `sqlite` and for `postgres`
    place        where a plan's file lies
    forgetting   takes an address out of all of it; `moving` a plan into another database
"""
