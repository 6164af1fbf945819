"""Planned in order, made in any order, killed and restarted: the same canon."""

from __future__ import annotations

from anigen_tests.order.machine import Production, played

TestProduction = Production.TestCase
TestProduction.settings = played(100)
