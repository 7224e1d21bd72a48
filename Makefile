# For those who work on posterior-chain. Everything runs in .venv, which start.py makes.

SHELL := bash
.DEFAULT_GOAL := help

PYTHON := .venv/bin/python
PIP := $(wildcard vendor/pip-*.whl)/pip --disable-pip-version-check --quiet
# Only what pyproject.toml asks for decides: no settings of this computer, no address in the lock.
COMPILE := env -u UV_FIND_LINKS -u UV_INDEX -u UV_EXTRA_INDEX_URL \
	.venv/bin/uv pip compile pyproject.toml --no-config --quiet --upgrade \
	--universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

.PHONY: help
help:  ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup:  ## make .venv, with what the tests need
	@python3 start.py setup --tests

.PHONY: check
check: setup  ## all that must hold before a commit
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON) -m pytest -n 3 --dist worksteal

.PHONY: format
format: setup  ## lay the code out, and mend what ruff can mend
	.venv/bin/ruff format
	.venv/bin/ruff check --fix

.PHONY: test
test:  ## run the tests
	@python3 start.py test

.PHONY: snapshots
snapshots: setup  ## write the screens anew, to be looked at before they are committed
	RENEW_SNAPSHOTS=1 $(PYTHON) -m pytest -n 2 -m "" tests/tui/test_snapshots.py \
		tests/ui/test_settings_snapshots.py tests/desk/test_snapshots.py

.PHONY: pictures
pictures: setup  ## draw the pictures of README anew, to be looked at before they are committed
	RENEW_PICTURES=1 $(PYTHON) -m pytest -n 2 -m "" tests/pictures

.PHONY: browser-test
browser-test: setup  ## test the HTML report in Chromium, which must be there
	BROWSER=must $(PYTHON) -m pytest tests/reports/test_browser.py

.PHONY: texts-test
texts-test: setup  ## print each of the hundred hostile texts in every field
	EVERY_TEXT=1 $(PYTHON) -m pytest -n 2 tests/reports/test_any_text.py

.PHONY: heavy-test
heavy-test: setup  ## run the tests that take long, and properties with all their examples
	THOROUGH=1 $(PYTHON) -m pytest -n 3 --dist worksteal -m "heavy or thorough"

.PHONY: wheel-test
wheel-test: setup  ## build the wheel and test it where nothing else of this folder is in reach
	@set -euo pipefail; away=$$(mktemp -d); trap 'rm -rf "$$away"' EXIT; \
	$(PYTHON) -m build --wheel --no-isolation --outdir "$$away"; \
	$(PYTHON) -m venv --without-pip "$$away/venv"; \
	python="$$away/venv/bin/python"; \
	"$$python" -I $(PIP) install --require-hashes --no-deps --requirement requirements-dev.lock; \
	"$$python" -I $(PIP) install --no-index --no-deps "$$away"/*.whl; \
	mkdir "$$away/tests-only"; \
	cp -R pyproject.toml tests examples "$$away/tests-only"; \
	cd "$$away/tests-only"; \
	env -u PYTHONPATH "$$python" -m pytest -n 2

.PHONY: bench
bench: setup  ## measure
	$(PYTHON) -m benchmarks

.PHONY: dask-bench
dask-bench: setup  ## install Dask beside the rest, and measure a batch over a cluster of it
	$(PYTHON) $(PIP) install distributed
	$(PYTHON) -m benchmarks batch_dask

.PHONY: kill-test
kill-test: setup  ## kill 200 quizzes at moments of chance, and look for lost answers (5 minutes)
	$(PYTHON) -m benchmarks kills

.PHONY: fuzz
fuzz: setup  ## throw bytes at terminal, quiz, settings, answers, stores and bundles for an hour
	$(PYTHON) -m benchmarks.fuzzing --seconds 450
	-$(PYTHON) $(PIP) install atheris
	for parser in terminal settings answers; do \
		$(PYTHON) -m benchmarks.fuzzing.guided $$parser 300 || exit 1; \
	done

.PHONY: contact-sheet
contact-sheet: setup  ## draw all exercises on sheets: dist/contact-sheet*.pdf
	mkdir -p dist
	$(PYTHON) -m reports.contact_sheet dist/contact-sheet.pdf
	$(PYTHON) -m reports.contact_sheet dist/contact-sheet-grey.pdf grey
	$(PYTHON) -m reports.contact_sheet dist/contact-sheet-saver.pdf saver

.PHONY: kill-records
kill-records: setup  ## kill programs that keep records a thousand times, and look what is left
	$(PYTHON) -m benchmarks record_kills

.PHONY: lock
lock: setup  ## renew the locks with the newest versions that pyproject.toml allows
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --output-file requirements-server.lock --extra postgres --constraint requirements.lock
	$(COMPILE) --output-file requirements-dev.lock --group dev --constraint requirements.lock

.PHONY: vendor-pip
vendor-pip: setup  ## renew the pip that start.py installs with
	@set -euo pipefail; new=$$(mktemp -d); trap 'rm -rf "$$new"' EXIT; \
	$(PYTHON) -I $(PIP) download --no-deps --only-binary=:all: --dest "$$new" pip; \
	rm -f vendor/pip-*.whl; \
	mv "$$new"/pip-*.whl vendor/; \
	cd vendor; sha256sum pip-*.whl | tee pip.sha256

.PHONY: icons
icons:  ## draw the icons that systems want as pixels; needs rsvg-convert and ImageMagick
	@set -euo pipefail; sizes=$$(mktemp -d); trap 'rm -rf "$$sizes"' EXIT; \
	cd setting_up/icons/pictures; \
	for name in posterior-chain posterior-chain-desk; do \
		for size in 16 32 48 128 256; do \
			rsvg-convert --width $$size --height $$size $$name.svg -o "$$sizes/$$size.png"; \
		done; \
		convert "$$sizes"/{16,32,48,256}.png $$name.ico; \
		for size in 48 128; do convert "$$sizes/$$size.png" -strip PNG32:$$name-$$size.png; done; \
	done

.PHONY: clean
clean:  ## remove what the tools left behind; .venv stays
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
