"""What is remembered of plans, and the ledger of their letters, in SQLite or PostgreSQL.

    store        opens it; all else happens in its `reading()` and `writing()` blocks
    records      reads a plan: `past` holds its rows as long as each stood, `letters` the ledger
    transaction  writes it: snapshots, runs, what people said; `posting` writes the ledger
    keys         plans by name and cell texts by content, each stored once
    schema       the tables, which a new version raises the number of
    database     transactions and statements, alike for `sqlite` and for `postgres`
    place        where a plan's file lies
    forgetting   takes an address out of all of it; `moving` a plan into another database
"""
