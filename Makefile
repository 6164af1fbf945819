# `make check` is what CI and the pre-commit hooks run. PYTHON is the interpreter of the virtual environment.
PYTHON ?= .venv/bin/python

.PHONY: check format lint types imports migrations test

check: format lint types imports migrations

format:
	$(PYTHON) -m ruff format --check .

lint:
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy anigen_assets anigen_viewer

imports:
	PYTHONPATH=. $(dir $(PYTHON))lint-imports

# Up, down, from empty, and in agreement with the models.
migrations:
	$(PYTHON) -m pytest -q -n 0 anigen_tests/store/test_migrations.py

test:
	$(PYTHON) -m pytest
