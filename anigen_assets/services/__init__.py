"""Use cases: each does one thing a person or a machine asks for, with stores and studios handed in."""
