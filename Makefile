# What one does with this project. `make demo` and `make test` set up everything they need by themselves.

# A distribution's own Python first, where it is 3.11 or newer and can make a venv: it was built with optimisation, and
# one built from source usually was not, which costs an eighth to a fifth of everything. `make PYTHON=...` decides.
FIT := -c "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))" 2>/dev/null
PYTHON ?= $(shell /usr/bin/python3 $(FIT) && echo /usr/bin/python3 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# One more than there are cores: some of the tests wait, for a browser or for time to pass.
WORKERS = $(shell $(PYTHON) -c "import os; print(min(4, (os.cpu_count() or 1) + 1))")

.DEFAULT_GOAL := help
.PHONY: help install dev demo run test check format bench chaos chaos-long lock clean

help: ## Say what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# uv is quick and installed by pip, hashes checked; where it cannot be had, or trusts other certificates than
# pip does, pip does the same more slowly.
define install_requirements
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --require-hashes -r requirements/uv.txt 2>/dev/null || true
	@$(BIN)/python -m uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1) 2>/dev/null \
	  || $(PIP) install --quiet --require-hashes -r $(1)
	@touch $(2)
endef

$(VENV)/.runtime: requirements/runtime.txt requirements/uv.txt
	$(call install_requirements,requirements/runtime.txt,$@)

$(VENV)/.dev: requirements/dev.txt requirements/uv.txt
	$(call install_requirements,requirements/dev.txt,$@)

install: $(VENV)/.runtime ## Set up what the service needs, and stop there
dev: $(VENV)/.dev ## Set up what tests and checks need, too

demo: install ## Show everything in the browser: no token, no network
	@exec $(BIN)/python main.py demo --crowd 200

run: install ## Run the bot against Telegram (BOT_TOKEN must be set)
	@exec $(BIN)/python main.py run

test: dev ## Pass every test that takes seconds
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadscope --no-loadscope-reorder -m "not long"

check: dev ## Lint, types, architecture, dependencies
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(BIN)/deptry .

format: dev ## Put the code in its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: dev ## Measure, beside a bare bot in the same run
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.words
	$(BIN)/python -m benchmarks.questions
	$(BIN)/python -m benchmarks.field
	$(BIN)/python -m benchmarks.campaigns.peers

chaos: dev ## Kill, stop and drop things at seeded moments
	$(BIN)/python -m pytest chaos -m "not long" -p no:randomly --numprocesses 2 --dist worksteal -o junit_family=legacy --junitxml=test-results/chaos.xml
	$(BIN)/python -m pytest tests -m long

chaos-long: dev ## The same on both engines
	$(BIN)/python -m pytest chaos -p no:randomly --numprocesses 2 --dist worksteal -o junit_family=legacy --junitxml=test-results/chaos.xml
	$(BIN)/python -m pytest tests -m long
	$(BIN)/python -m pytest tests/integration tests/journeys --engines both -m "not long" --numprocesses $(WORKERS) --dist loadscope

lock: dev ## Pin requirements with hashes, from pyproject.toml
	$(BIN)/python -m uv pip compile -q --generate-hashes --universal --no-emit-index-url --no-header --upgrade -o requirements/runtime.txt pyproject.toml
	$(BIN)/python -m uv pip compile -q --generate-hashes --universal --no-emit-index-url --no-header --extra dev -c requirements/runtime.txt -o requirements/dev.txt pyproject.toml
	echo "uv==0.13.8" | $(BIN)/python -m uv pip compile -q --generate-hashes --universal --no-emit-index-url --no-header -o requirements/uv.txt -

clean: ## Remove what was set up and what the demo left
	rm -rf $(VENV) .demo .mypy_cache .ruff_cache .pytest_cache
