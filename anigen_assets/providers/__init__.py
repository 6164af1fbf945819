"""Vendors behind ports: one module per SDK, offline providers beside them."""
