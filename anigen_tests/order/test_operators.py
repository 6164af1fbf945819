"""Skipped, withdrawn, corrected, planned anew and filled up in any order: canon stays whole."""

from __future__ import annotations

from anigen_tests.order.machine import Operators, played

TestOperators = Operators.TestCase
TestOperators.settings = played(100)
