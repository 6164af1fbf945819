"""Reading prose: what summaries, lines, actions and prompts say about people, places, things and the hour.

Deterministic and without a model: names come from canon, grammar from short lists of English words. A reader that
is not sure stays silent, since a false alarm costs a director a repair.
"""
