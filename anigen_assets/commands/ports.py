"""Finding a port: the one that was asked for, else the next free one."""

from __future__ import annotations

import socket

from anigen_assets.errors import UsageError

TRIES = 50


def free_port(bind: str, wanted: int, taken: frozenset[int] = frozenset()) -> int:
    """The first port from `wanted` upwards that nobody listens on.

    Raises:
        UsageError: No free port among the next TRIES, or the address is not this machine's.
    """
    for port in range(wanted, min(wanted + TRIES, 65536)):
        if port not in taken and _is_free(bind, port):
            return port
    raise UsageError(f"No free port from {wanted} to {wanted + TRIES - 1} on {bind}: name another one.")


def _is_free(bind: str, port: int) -> bool:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM)[0]
    except OSError:
        raise UsageError(f"ANIGEN_BIND: '{bind}' is not an address of this machine.") from None
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError:
            return False
    return True
