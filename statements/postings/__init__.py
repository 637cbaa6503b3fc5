"""The index that makes a large register answer at once: sets of statements as roaring bitmaps.

    terms      which words a text is looked up by         values   which values a statement has
    blobs      postings as the database stores them       writing  keeping them true, in workflow
    building   making them in bulk, and anew               content  the sequence of changes
    standing   the values in a worker's memory             places   order by date, and ranges of it
    selecting  from a filter to the set of its statements  phrases  looking phrases up in the texts
    counting   the counts of facets                        names    the names of values
    columns    the values by statement, to count few      crossing   counts within busy values, kept
    checking   whether all of it is as it should be

Where the index cannot answer, selections and counts are made by SQL instead, more slowly.
"""
