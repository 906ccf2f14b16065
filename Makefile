# The two commands of the README are `make demo` and `make test`.
.PHONY: help demo test setup check bench docs lock newest samples clean
.DEFAULT_GOAL := help

VENV := .venv/bin

help: ## Say what there is
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/'

demo: setup ## Set up, read the sample documents, publish a release, show it
	@$(VENV)/planbook ingest samples/documents --data-dir data

test: setup ## Set up and run every test
	@$(VENV)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

setup: .venv/.ready ## Make .venv from the hashed lock

.venv/.ready: requirements.lock pyproject.toml scripts/setup.sh
	@bash scripts/setup.sh

check: setup ## Linters and types
	@$(VENV)/ruff format --check .
	@$(VENV)/ruff check .
	@$(VENV)/mypy

bench: setup ## Speed: PDFs beside other tools (FILES="a.pdf b.pdf": your own alone), growth, tables
	@$(VENV)/python -m benchmarks $(FILES)
ifndef FILES
	@missed=0; for part in growth tables normalising; do \
	  $(VENV)/python -m benchmarks.$$part || missed=1; done; exit $$missed
endif

docs: setup ## Build the documentation into build/site; the notebooks are run over the samples
	@NO_MKDOCS_2_WARNING=1 $(VENV)/python -m mkdocs build --strict

samples: setup ## Make the sample documents again
	@$(VENV)/python -m samples.make_documents

lock: setup ## Resolve the dependencies again, with hashes, for every system
	@$(VENV)/uv pip compile --universal --python-version 3.11 --generate-hashes --extra dev \
	  --no-emit-index-url --no-header --quiet --upgrade pyproject.toml -o requirements.lock

newest: setup ## Try the newest libraries that pyproject.toml allows, not those of the lock
	@bash scripts/newest.sh

clean: ## Remove the environment and what tools left
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
