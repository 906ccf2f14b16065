#!/usr/bin/env bash
# Makes .venv from the hashed lock, after the system packages that Planbook uses. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# install_package COMMAND-NAME DEBIAN-PACKAGE: false where it may not be installed
install_package() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || return 1
  say "Installing the system package $2 ..."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}

how_to_install() {
  if command -v apt-get >/dev/null; then say "  sudo apt-get install $1"
  elif command -v dnf >/dev/null; then say "  sudo dnf install $2"
  elif command -v brew >/dev/null; then say "  brew install $3"
  else say "  install $3 with your system's package manager"
  fi
}

is_new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && is_new_enough "$name"; then command -v "$name"; return; fi
  done
  return 1
}

if ! python=$(find_python); then
  install_package python3 python3 || true
  if ! python=$(find_python); then
    say "Python 3.11 or newer is needed and was not found. Install it with:"
    how_to_install python3 python3 python
    exit 1
  fi
fi

if [ ! -x .venv/bin/python ] || ! is_new_enough .venv/bin/python; then
  rm -rf .venv
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    rm -rf .venv
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    install_package venv "python$version-venv" || true
    if ! "$python" -m venv .venv; then
      rm -rf .venv
      say "Python's venv module is needed and is missing. Install it with:"
      how_to_install "python$version-venv" python3 python
      exit 1
    fi
  fi
fi

if ! command -v tesseract >/dev/null && ! install_package tesseract tesseract-ocr; then
  say "Tesseract is missing: scanned pages will be reported as not read. Install it with:"
  how_to_install tesseract-ocr tesseract tesseract
fi

say "Installing the Python packages of requirements.lock ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
  --no-deps -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check \
  --no-deps --no-build-isolation --editable .
touch .venv/.ready
