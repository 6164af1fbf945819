"""Storybooks: the writing of the offline director, as data."""
