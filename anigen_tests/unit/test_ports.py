from __future__ import annotations

import socket

import pytest

from anigen_assets.commands.ports import free_port
from anigen_assets.errors import UsageError


def test_a_taken_port_gives_the_next_free_one() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        taken = busy.getsockname()[1]
        assert free_port("127.0.0.1", taken) > taken


def test_a_port_promised_to_another_part_is_not_given_twice() -> None:
    first = free_port("127.0.0.1", 20000)
    assert free_port("127.0.0.1", first, frozenset({first})) != first


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(UsageError, match="ANIGEN_BIND"):
        free_port("not a host", 8501)
