"""The stage that the machines of a file play on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog

from anigen_tests.order.machine import set_stage
from anigen_tests.order.stage import stage
from anigen_tests.postgres import TestServer


@pytest.fixture(scope="module", autouse=True)
def playing(postgres_server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One database for thousands of stories."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with postgres_server.fresh() as url, stage(url, tmp_path_factory.mktemp("order")) as made:
        set_stage(made)
        yield
    structlog.reset_defaults()
