"""A synthetic register of any size, for measuring how a large one behaves.

    plan         how large, from which seed        zipf        how often what is common occurs
    vocabulary   words and their search tokens     scenery     countries, topics, outlets, events
    people       organisations and speakers        standing    a ranking, its placements; indicators
    scene        all of these together             speeches    what each statement is
    records      rows as the database holds them   batches     statements as rows, a thousand a time
    chain        their entries in the ledger       engines     writing rows quickly
    schema       indexes that wait for the end     loading     all of it, in order and resumably

Nothing in it is about anybody: names and words are made of syllables.
"""
