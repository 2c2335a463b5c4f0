# One way to run each thing. `make help` explains every target.
SHELL := bash
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)

.PHONY: help install run build test check unit browser-tests prove bench fuzz torture screenshot format clean

help: ## Explain every target
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --no-fund --no-audit --loglevel=error
	@touch $@

install: node_modules/.package-lock.json ## Install what the product needs (npm packages, Node 24 among them)

web/dist/index.html: node_modules/.package-lock.json $(shell find web protocol schemas -type f -not -path 'web/dist/*' 2>/dev/null)
	vite build --config web/vite.config.ts --logLevel warn

build: web/dist/index.html ## Build the web app

run: web/dist/index.html ## Start everything: API, UI, sandbox CSMS, embedded store, demo stations
	@exec node bin/stationmaster.js serve $(ARGS)

test: ## Install what tests need (Chromium included) and run type check, lint and all tests
	@scripts/test.sh

check: install ## Type check, lint, formatting, unused code
	npm run --silent typecheck
	npm run --silent lint

unit: install ## Unit, property, dialogue and interop tests, without a browser
	vitest run --project node --project web

browser-tests: build ## Tests in a real Chromium
	vitest run --project browser

prove: install ## Repeat in full what `make test` samples: instances, properties, cases and misbehaviours, millions of texts, 200 kills; hours, less with TESTS=schemas
	STATIONMASTER_PROVE=full vitest run --project node --project web $(TESTS)
	$(if $(TESTS),,$(MAKE) --no-print-directory fuzz torture)

bench: install ## Measure wire, validation, store and the keeping of state in `figure <name> <value> <unit>` lines; half an hour, less with STORE_ARGS="--frames 200000 --mongodb 5000"
	node bench/run.ts $(ARGS)
	node bench/store/run.ts $(STORE_ARGS)
	node bench/state/run.ts
	node bench/house.ts

fuzz: install ## Ten million random and mutated texts through all readers: ARGS="--count 100000 --seed 2" for others
	node scripts/fuzz.ts $(ARGS)

ROUNDS ?= 200
torture: install ## Kill, cut, pause and fill both homes under load, and compare with the CSMS's own log, frames first, then charging sessions: ROUNDS=20 ARGS="--home mongodb --seed 7"
	node bench/torture/run.ts --rounds $(ROUNDS) $(ARGS)
	node bench/torture/run.ts --sessions --rounds $(ROUNDS) $(ARGS)

screenshot: build ## Take the pictures in docs/ anew
	node scripts/screenshot.ts

format: install ## Format all files
	npm run --silent format

clean: ## Remove what was built or installed; keeps data/
	rm -rf node_modules web/dist dist coverage .cache
