"""The director's memory: a prompt bounded in tokens, whatever the length of the series.

Pure: what is told comes in as values (`material`), and a text with its sections comes out (`document`). Where it is
read from belongs to the services and the store.
"""
