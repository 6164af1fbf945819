"""Repositories: each takes and returns domain values inside one unit of work; none commits."""
