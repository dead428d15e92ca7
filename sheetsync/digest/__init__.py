"""An agenda to letters: what each department is told, and in which words. Pure.

First it is decided who is told what, as `sheetsync help policy` has it:

    policy_input          all that is looked at on a day
    mailboxes             whose letters go where: absence, substitutes, members, bodies
    stages                which stage of chasing an item is in
    notification_history  what the ledger says was told before
    undelivered           what did not arrive, and which mailboxes rest therefore
    draft_digests         what each address is shown; `news`: what has changed for it
    alerts                what the coordinator should know; `coordinator`, `chair`: their letters
    letter_kinds          the kinds of letters: for whom, when, how they read (`letter_style`);
                          a new kind is an entry here
    policy                the letters of the day by these kinds, and what waits; by when they ask
                          for an answer (`answer_by`), the days that go along (`calendar`)

Then `letter_words` says a digest, for the templates to lay out:

    subjects, figures, paragraphs
                          the subject (`subject_counts`: what it counts), the numbers and all that
                          surrounds the sections
    sections              topics with their `entries`, `news_sections`, `alert_sections` with
                          `undelivered_words`, cut to size, and how the whole plan stands
    entries               one measure: how it stands (`standing`), where it is found and how to
                          answer (`links`)
    render_context        the `Reader` of a letter: what all of these need to know of it
"""
