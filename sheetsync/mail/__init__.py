"""Letters to mailboxes, as bytes that the ledger keeps until they have gone.

On the way of a letter:

    render         a letter by the templates of its kind: subject, plain text, HTML
    message        that as an Internet message, its days as a calendar
    delivery       what waits in a ledger, letter by letter, and how far each came
    transport      … by the way that the settings name:
    smtp           to a server, whose failures `smtp_errors` says in words; `password`
                   finds what to log in with
    letter_folder  or into a folder of files, where no server is named
    replies        what an answer means: for the letter, and for those that still wait

`preview` writes letters to look at.
"""
