"""Contradictions for the continuity benchmark: where they are put, how they are worded, and what is none."""
