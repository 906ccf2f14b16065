"""Refuses and writes down every connection and every look-up of a name that leaves this machine.

Python runs it at its start where this folder is on ``PYTHONPATH``: ``tests/conftest.py`` puts it
there for all that a test starts, and runs it in the process of the tests.
"""

import ipaddress
import os
import sys
from socket import gethostname, inet_aton

LOG = "EGRESS_LOG"  # the file that says who wanted to go where, a line each
HERE = (gethostname(), "", "localhost", "0.0.0.0", "::")


def watch(event: str, args: tuple[object, ...]) -> None:
    """An audit hook; it cannot be taken away again."""
    if event == "socket.connect" and isinstance(args[1], tuple):
        host = args[1][0]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    else:
        return
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "")
    if _is_here(name) or (event != "socket.connect" and _is_number(name)):
        return
    with open(os.environ[LOG], "a", encoding="utf-8") as log:  # noqa: PTH123  # pathlib is slow
        log.write(f"process {os.getpid()}: {event} {args[1:]} {name}\n")
    raise PermissionError(f"a test may not leave this machine: {name}")


def _is_here(name: str) -> bool:
    if name in HERE:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _is_number(name: str) -> bool:
    """An address in some notation: looking it up asks nobody."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        try:
            inet_aton(name)
        except OSError:
            return False
    return True


if LOG in os.environ:
    sys.addaudithook(watch)
