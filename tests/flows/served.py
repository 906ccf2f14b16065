"""``planbook nightly`` served from a process of its own, over a data folder of a test."""

import base64
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "samples" / "documents" / "port_ellery_priorities.html"
PLANBOOK = Path(sys.executable).parent / "planbook"
ENDED = {"COMPLETED", "CANCELLED", "FAILED", "CRASHED"}
BUSY = httpx.codes.SERVICE_UNAVAILABLE  # what Prefect answers while SQLite is locked
WAIT_S = 240.0  # seconds; on an idle machine nothing takes 20
REGISTRY = {
    "sources.csv": "source_id,publisher,area_code,address,kind,link_pattern,cadence_days,"
    "min_documents,licence,ca_bundle,note\n",
    "known_documents.csv": "document_id,source_id,address,link_pattern,kind,standing,supersedes,"
    "min_actions,max_actions,note\n",
}


@dataclass(frozen=True, slots=True)
class Night:
    """A served deployment.

    Attributes:
        process: ``planbook nightly``.
        url: Its Prefect server.
        auth: User and password of that server.
        data_dir: Its data folder.
        egress: Every connection that left this machine is a line of it.
    """

    process: "subprocess.Popen[bytes]"
    url: str
    auth: str
    data_dir: Path
    egress: Path

    def ask(self, method: str, path: str, **body: Any) -> Any:
        """Ask the server, again while its database is busy, as Prefect's own client does."""
        deadline = time.monotonic() + WAIT_S
        while True:
            try:
                return self._ask(method, path, **body)
            except httpx.HTTPStatusError as fault:
                if fault.response.status_code != BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(1)

    def _ask(self, method: str, path: str, **body: Any) -> Any:
        client = str(uuid.uuid4())
        basic = base64.b64encode(self.auth.encode()).decode()
        with httpx.Client(base_url=f"{self.url}/api", timeout=30) as http:
            http.headers["Authorization"] = f"Basic {basic}"
            token = http.get("/csrf-token", params={"client": client}).json()["token"]
            http.headers.update({"Prefect-Csrf-Token": token, "Prefect-Csrf-Client": client})
            answer = http.request(method, path, json=body if method == "POST" else None)
            answer.raise_for_status()
            return answer.json()

    def deployment(self) -> dict[str, Any]:
        return self.ask("GET", "/deployments/name/nightly/nightly")

    def start_run(self) -> str:
        path = f"/deployments/{self.deployment()['id']}/create_flow_run"
        return self.ask("POST", path, state={"type": "SCHEDULED"})["id"]

    def planned(self) -> list[Any]:
        where = {"deployment_id": {"any_": [self.deployment()["id"]]}}
        found: list[Any] = self.ask("POST", "/flow_runs/filter", flow_runs=where)
        return [run for run in found if run["auto_scheduled"]]

    def told(self) -> str:
        return (self.data_dir.parent / "told.log").read_text("utf-8")

    def state_of(self, run: str) -> str:
        return self.ask("GET", f"/flow_runs/{run}")["state"]["type"]


def wait_for(what: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline:
        try:
            if found := what():
                return found
        except httpx.HTTPError:
            pass
        time.sleep(0.3)
    raise AssertionError(f"{what} never came true")


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Night]:
    """Serve the nightly deployment over an empty registry and an inbox with one page in it."""
    for name, head in REGISTRY.items():
        (folder / name).write_text(head)
    inbox = folder / "data" / "raw" / "inbox"
    inbox.mkdir(parents=True)
    shutil.copy(PLAN, inbox)
    kept = {name: value for name, value in os.environ.items() if "PREFECT" not in name}
    ours = {
        "PLANBOOK_REGISTRY": str(folder),
        "EGRESS_LOG": str(folder / "egress.log"),  # written by tests/no_network
    }
    told = (folder / "told.log").open("wb")
    process = subprocess.Popen(
        [PLANBOOK, "nightly", "--data-dir", folder / "data"],
        env=kept | ours | settings,
        cwd=folder,
        stderr=told,
        stdout=told,
        preexec_fn=_without_sigint,
    )
    home = folder / "data" / "state" / "nightly"
    try:
        url = wait_for(lambda: _address(folder / "told.log"))
        auth = (home / "auth").read_text()
        served = Night(process, url, auth, folder / "data", folder / "egress.log")
        wait_for(served.deployment)
        yield served
    finally:
        process.kill()
        process.wait()
        told.close()


def _without_sigint() -> None:
    """As a shell starts what goes to the background."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _address(log: Path) -> str | None:
    text = log.read_text()
    assert "SQLAlchemy" not in text and "did not" not in text, text
    return text.partition("Prefect: ")[2].split()[0] if "Prefect: " in text else None
