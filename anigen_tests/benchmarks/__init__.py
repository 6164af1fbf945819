"""Benchmarks. Each compares with something in the same run, because machines are noisy; none is a test."""
