"""Tests of AniGen, by layer."""
