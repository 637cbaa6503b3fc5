"""The least that Django can do: a word, and the timeline's page with nothing left to look up."""
