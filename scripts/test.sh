#!/usr/bin/env bash
# The whole test run: installs what is missing, checks, tests, and ends with one line `N passed, N failed, N skipped`.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/node_modules/.bin:$PATH"

say() { printf '\n== %s\n' "$*"; }
missing() { # what, why
  if [ "${CI:-}" = "true" ]; then
    echo "missing: $1 ($2)" >&2
    printf '0 passed, 1 failed\n'
    exit 1
  fi
  echo "skipped: $1 is missing, $2" >&2
}
install_debian() { # command, package
  command -v "$1" >/dev/null && return 0
  command -v apt-get >/dev/null || return 1
  local sudo=""
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo="sudo -n" || return 1; }
  say "Installing $2"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "$2" >/dev/null
}

say "Installing packages"
make --no-print-directory install || { printf '0 passed, 1 failed\n'; exit 1; }
install_debian chromium chromium || missing chromium "the browser tests need it"
install_debian xmllint libxml2-utils || missing xmllint "the XML checks need it"
install_debian openssl openssl || missing openssl "the TLS tests need it"
command -v python3 >/dev/null || missing python3 "the peers written in Python need it"

checks_passed=0
failed_checks=()
check() { # label, command...
  local label=$1
  say "$label"
  shift
  if "$@"; then checks_passed=$((checks_passed + 1)); else failed_checks+=("$label"); fi
}
check "Type check" npm run --silent typecheck
check "Lint" npm run --silent lint
check "Building the web app" make --no-print-directory build

say "Tests"
mkdir -p .cache
rm -f .cache/tests.json
vitest run --reporter=default --reporter=./scripts/slowest.ts --reporter=json --outputFile.json=.cache/tests.json
status=$?

node scripts/verdict.ts .cache/tests.json "$checks_passed" "$status" "$SECONDS" "${failed_checks[@]}"
