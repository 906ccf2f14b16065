"""``planbook nightly`` as it is used: its server, its schedule, one run at a time, its alarm."""

import json
import os
import signal
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
import yaml

from pipeline.releases import faults_of, latest_release
from pipeline.runs.journal import read_heartbeat
from tests.flows.served import ENDED, ROOT, Night, serving, wait_for

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def hook() -> Iterator[HTTPServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.got.append(json.loads(body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.got = []
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def night(tmp_path_factory, hook) -> Iterator[Night]:
    address = f"http://127.0.0.1:{hook.server_port}/"
    with serving(tmp_path_factory.mktemp("night"), PLANBOOK_WEBHOOK=address) as served:
        yield served


def test_the_deployment_is_that_of_the_project_file(night):
    about = yaml.safe_load((ROOT / "prefect.yaml").read_text())
    (deployment,) = about["deployments"]
    served = night.deployment()
    (schedule,) = served["schedules"]
    (written,) = deployment["schedules"]
    assert schedule["active"] == written["active"] is True
    assert schedule["schedule"]["cron"] == written["cron"] == "0 2 * * *"
    assert schedule["schedule"]["timezone"] == written["timezone"] == "Europe/London"
    options = served["concurrency_options"]
    assert options["collision_strategy"] == deployment["concurrency_limit"]["collision_strategy"]
    assert served["global_concurrency_limit"]["limit"] == deployment["concurrency_limit"]["limit"]


def test_the_next_nights_are_planned_and_no_more_than_a_few(night):
    """Prefect's scheduler once failed in silence, with a library that was too new for it."""
    wait_for(night.planned)
    assert 1 <= len(night.planned()) <= 3


def test_a_stranger_on_this_machine_is_turned_away(night):
    answer = httpx.post(f"{night.url}/api/flow_runs/filter", json={})
    assert answer.status_code in (401, 403)
    assert (night.data_dir / "state" / "nightly" / "auth").stat().st_mode & 0o077 == 0


@pytest.mark.fault("E68")
def test_68_of_two_runs_at_once_one_publishes_and_one_is_cancelled(night):
    runs = [night.start_run(), night.start_run()]
    wait_for(lambda: all(night.state_of(run) in ENDED for run in runs))
    assert sorted(map(night.state_of, runs)) == ["CANCELLED", "COMPLETED"]
    release = latest_release(night.data_dir)
    assert faults_of(release) == []
    assert read_heartbeat(night.data_dir).release == release.name


@pytest.mark.fault("E66")
def test_66_a_run_that_is_killed_is_told_and_the_next_one_does_its_work(night, hook):
    run = night.start_run()
    child = wait_for(lambda: _child_of(night.process.pid, run))
    os.kill(child, signal.SIGKILL)
    wait_for(lambda: night.state_of(run) == "CRASHED")
    wait_for(lambda: [alarm for alarm in hook.got if alarm["kind"] == "crashed"])
    wait_for(lambda: completes(night))  # at the first attempt, or when the place is free again


def completes(night: Night) -> bool:
    run = night.start_run()
    wait_for(lambda: night.state_of(run) in ENDED)
    return night.state_of(run) == "COMPLETED"


def _child_of(parent: int, run: str) -> int | None:
    """The process that runs a flow run: Prefect names the run in its environment."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            environment = (entry / "environ").read_bytes()
        except OSError:
            continue
        if run.encode() in environment and int(entry.name) != parent:
            return int(entry.name)
    return None


@pytest.mark.fault("R8")
def test_r8_nothing_left_this_machine(night):
    egress = night.egress.read_text() if night.egress.exists() else ""
    assert egress == ""


def test_the_nightly_process_ends_in_good_order_and_its_server_with_it(night):
    night.process.send_signal(signal.SIGTERM)
    assert night.process.wait(60) == 0
    assert "Traceback" not in night.told()
    assert "Warning" not in night.told()

    def is_gone() -> bool:
        try:
            httpx.get(f"{night.url}/api/health", timeout=2)
        except httpx.HTTPError:
            return True
        return False

    wait_for(is_gone)


def test_people_are_told_why_a_run_failed(monkeypatch, hook):
    from flows.nightly import tell_people

    monkeypatch.setenv("PLANBOOK_WEBHOOK", f"http://127.0.0.1:{hook.server_port}/")
    state = SimpleNamespace(message="JobFailed: no space", name="Failed", is_crashed=lambda: False)
    tell_people(None, SimpleNamespace(name="calm-otter"), state)
    told = hook.got[-1]
    assert (told["kind"], told["title"]) == ("failed", "planbook: the nightly run failed")
    assert "JobFailed: no space (flow run calm-otter)" in told["text"]


def test_the_project_file_names_a_flow_that_is_there():
    from flows import nightly

    (deployment,) = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]
    file, _, name = deployment["entrypoint"].partition(":")
    assert (ROOT / file).resolve() == Path(nightly.__file__).resolve()
    assert getattr(nightly, name).name == deployment["name"]
    assert (nightly.CRON, nightly.TIME_ZONE) == ("0 2 * * *", "Europe/London")
