"""R8: no test, and nothing that a test starts, reaches beyond this machine."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

FAR = "192.0.2.7"  # of a range that nobody has (RFC 5737)


@pytest.fixture
def tried() -> Path:
    """The log of this process; what a test of the guard itself puts there is taken out again."""
    log = Path(os.environ["EGRESS_LOG"])
    yield log
    log.write_text("")


@pytest.mark.fault("R8")
def test_a_connection_that_leaves_this_machine_is_refused_and_written_down(tried):
    with socket.socket() as far, pytest.raises(PermissionError, match=FAR):
        far.connect((FAR, 80))
    with pytest.raises(PermissionError, match=r"plans\.example"):
        socket.getaddrinfo("plans.example", 443)
    assert tried.read_text().count("\n") == 2


@pytest.mark.fault("R8")
def test_what_a_test_starts_is_kept_in_as_well(tried):
    code = f"import socket; socket.create_connection(({FAR!r}, 80), 1)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "may not leave this machine" in ran.stderr
    assert FAR in tried.read_text()


def test_this_machine_itself_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), 1).close()
