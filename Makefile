# The few words a contributor needs:
#
#   make run      set up what is missing, build, and start a demonstration
#   make test     set up what is missing, and run every test
#   make world    live simulated worlds until stopped, and say what is found
#   make test-faults  the real program killed, its disk failing, under siege
#   make test-fuzz    every decoder against a fuzzer
#   make lint     formatting, lints, licences
#   make bench    measure speed and size (docs/PERFORMANCE.md)
#   make web      the web app alone, into web/dist
#   make types    the shells' types, from the Rust ones
#   make bindings Kotlin's and Swift's side of the bindings
#   make test-android  the Android shell, as far as Linux can check it (android/README.md)
#   make test-ios the iOS shell, as far as Linux can check it (ios/README.md)
#   make clean    forget everything that was built

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.NOTPARALLEL:

# One set of features for every native build, so that each dependency compiles
# once; the tests' own features too, where there will be tests.
ALL := --workspace --all-features
BUILD := cargo build $(ALL)
test-rust test-kotlin test-swift test-android test-ios test-browser: BUILD = cargo build $(ALL) --exclude world --all-targets

BINDGEN := target/debug/bindgen
LIBRARY := target/debug/$(if $(filter Darwin,$(shell uname)),libbindings.dylib,libbindings.so)
WASM := target/wasm32-unknown-unknown/wasm/bindings.wasm
WEB_SOURCES = $(shell find web -path web/node_modules -prune -o -path web/dist -prune -o -path web/wasm -prune -o -type f -print)

comma := ,
say = @printf '\n== %s == %s\n' "$(1)" "$$(date +%T)"

# -- Set-up: a moment where nothing is missing --------------------------------
.PHONY: setup setup-test
setup:
	@scripts/setup run
setup-test:
	@scripts/setup test

# -- Running ------------------------------------------------------------------
.PHONY: run
run: program
	target/debug/what-matters demo --log warn

# -- What is generated ----------------------------------------------------------
.PHONY: generators types bindings web FORCE
generators: setup
	$(call say,The core and the server)
	$(BUILD)
types: generators
	target/debug/typegen
bindings: types
	rm -rf bindings/generated/core bindings/swift/Sources/WhatMattersCore* ios/WhatMattersKit/Generated
	$(BINDGEN) kotlin $(LIBRARY) bindings/generated/core/kotlin
	$(BINDGEN) swift $(LIBRARY) bindings/swift/Sources
	$(BINDGEN) swift $(LIBRARY) ios/WhatMattersKit/Generated
	ios/scripts/names

$(WASM): types FORCE
	$(call say,The core for the browser)
	scripts/module compile
web/wasm/core_bg.wasm: $(WASM) scripts/module scripts/split.mjs scripts/order.mjs
	$(BINDGEN) web $(WASM) web/wasm
	scripts/module shrink web/wasm/core_bg.wasm web/wasm/core_bg.wasm web/wasm/rest.wasm
web/dist/index.html: web/wasm/core_bg.wasm $(WEB_SOURCES)
	$(call say,The web app)
	cd web && npm run --silent build
web: types web/dist/index.html

# -- Testing ------------------------------------------------------------------
.PHONY: test test-rust test-world world test-faults test-fuzz test-kotlin test-swift test-android test-ios test-web test-browser
test: setup-test
	@scripts/beside "$(MAKE) lint test-world test-fuzz" \
	  "$(MAKE) test-rust test-kotlin test-swift test-android test-ios test-web test-browser"
	$(call say,All tests have passed)

test-rust: web
	$(call say,Rust)
	scripts/with-postgres cargo test $(ALL) --exclude world
# Optimised, or a world would take ten times as long; with the rules that can be
# broken on purpose, which no build without debug assertions accepts.
WORLD := -p world --features mutations --profile world
test-world: setup-test
	$(call say,The simulated world: what was once found$(comma) rules broken on purpose$(comma) fresh seeds)
	cargo test $(WORLD)
	cargo run --quiet $(WORLD) -- --count 3000
	@! cargo check --quiet --release -p record --features mutations 2>/dev/null || { echo "A shipped build accepted rules broken on purpose"; exit 1; }
world: setup
	cargo run --quiet $(WORLD)
# The faults alone, which are among test-rust's: the real program killed, its
# disk failing, under siege.
test-faults: setup-test
	$(call say,Real faults on the real program)
	cargo test $(ALL) --test faults --test killed
# Every decoder for so many inputs each. FUZZ=1000000 make test-fuzz looks longer.
test-fuzz: setup-test
	$(call say,Fuzz targets)
	scripts/fuzz $(or $(FUZZ),20000)
test-kotlin: setup-test bindings program
	$(call say,Kotlin on the JVM drives the real core)
	scripts/with-server mvn -B -ntp -f bindings/kotlin/pom.xml test
test-swift: setup-test bindings program
	$(call say,Swift on Linux drives the real core)
	scripts/with-server scripts/swift test
test-android: setup-test bindings program
	$(call say,The Android shell: its core beside a server$(comma) its pages drawn and read$(comma) its app type-checked)
	node android/scripts/icons.mjs --check
	node android/scripts/colours.mjs --check
	node scripts/mark.mjs --check
	scripts/with-server mvn -B -ntp -f android/pom.xml test
test-ios: setup-test bindings program
	$(call say,The iOS shell: its core beside a server$(comma) its pages and app against declarations of SwiftUI)
	node scripts/mark.mjs --check
	scripts/with-server scripts/swift ios
test-web: web
	$(call say,The web app: types and units and what a browser loads)
	scripts/module check web/wasm/core_bg.wasm web/wasm/rest.wasm
	cd web && npm run --silent check && npm test
test-browser: setup-test program
	$(call say,The browser)
	node bench/browser/run.mjs --try >/dev/null
	cd tests/browser && npm --silent test
.PHONY: program
program: web
	$(call say,The program with the web app inside)
	$(BUILD)

# -- Judging ------------------------------------------------------------------
.PHONY: lint
lint: setup-test
	$(call say,Lints and licences)
	cargo fmt --all --check
	cargo fmt --manifest-path fuzz/Cargo.toml --check
	cargo clippy --quiet --profile lint $(ALL) --all-targets -- -D warnings
	target/tools/bin/cargo-deny --log-level error --locked --workspace check bans licenses sources
	@echo "Advisories are not checked: their database is not a package of any registry. Where it is at hand: cargo deny check advisories"

.PHONY: bench
bench: web bindings
	scripts/bench

.PHONY: clean
clean:
	rm -rf web/dist web/wasm web/src/generated bindings/generated bindings/kotlin/target
	rm -rf android/target android/*/target android/*/build
	rm -rf ios/WhatMattersKit/Generated ios/WhatMattersKit/Sources/Core/Generated
	cargo clean
