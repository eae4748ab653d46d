# shellcheck shell=bash
# Shared by the scripts beside this file. Source it; it moves to the repository's root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

ROOT=$PWD
TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}
PYTHON=$ROOT/.venv/bin/python
STAMPS=$ROOT/.setup
export CARGO_TERM_PROGRESS_WHEN=never PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1

say() { printf '==> %s\n' "$*"; }

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Runs a command whose chatter matters only when it fails.
quietly() {
    local log
    mkdir -p "$STAMPS"
    log=$(mktemp "$STAMPS/log.XXXXXX")
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        local status=$?
        cat "$log" >&2
        rm -f "$log"
        return "$status"
    fi
}

# fingerprint FILE… : one hash over the contents of all files.
fingerprint() { cat -- "$@" | sha256sum | cut -d' ' -f1; }

# step NAME FINGERPRINT OUTPUT SENTENCE COMMAND… : runs COMMAND unless OUTPUT exists and the last
# success had the same FINGERPRINT.
step() {
    local stamp=$STAMPS/$1 wanted=$2 output=$3 sentence=$4
    shift 4
    if [ -e "$output" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    say "$sentence"
    "$@"
    mkdir -p "$STAMPS"
    printf '%s\n' "$wanted" >"$stamp"
}

# at_least VERSION MINIMUM
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "needs root to run: $*  (run it yourself, or install sudo)"
    fi
}

# each_page SCRIPT SENTENCE : runs an npm script of every folder under web/ that has one.
each_page() {
    local manifest folder
    for manifest in web/*/package.json; do
        [ -e "$manifest" ] || continue
        folder=$(dirname "$manifest")
        say "$2 $folder"
        npm run --silent --if-present --prefix "$folder" "$1"
    done
}

build_pages() {
    local manifest folder
    for manifest in web/*/package.json; do
        [ -e "$manifest" ] || continue
        folder=$(dirname "$manifest")
        step "pages-${folder//\//-}" "$(page_sources "$folder")" "$folder/dist" \
            "building the pages of $folder" quietly npm run --prefix "$folder" build
    done
}

# Names and contents of a page folder's sources, as one hash.
page_sources() {
    find "$1" \( -name node_modules -o -name dist \) -prune -o -type f -print0 \
        | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# install_models BINARY : unpacks and verifies the downloaded model packages, unless they are there.
install_models() {
    # The binary looks for models beside the repository's own target folder.
    [ "$TARGET_DIR" = "$ROOT/target" ] || export BONAFIDE_MODELS_DIR=$ROOT/models
    "$1" models check >/dev/null 2>&1 && return 0
    say "installing the models"
    "$1" models install --from models/dl
}
