#!/usr/bin/env bash
# Sets up a second environment with the newest versions that pyproject.toml allows, not those of the
# lock, and runs the tests of the flows in it: tells of a library that has outgrown us before a new
# lock does. Run it now and then; it is not part of `make test`, since it changes from day to day.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=$(mktemp -d)/venv
trap 'rm -rf "$(dirname "$venv")"' EXIT
.venv/bin/python -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
"$venv/bin/python" -m pip list --format=freeze | grep -i -E '^(prefect|fastapi|sqlalchemy|pyarrow|pandas|pdf|python-docx|lxml)' >&2
"$venv/bin/python" -m pytest -q tests/flows tests/pipeline/test_run.py tests/extractors/readers
