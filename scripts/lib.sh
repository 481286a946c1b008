# shellcheck shell=bash disable=SC2034 # the scripts that source this use the names
# What the scripts share: packages, configuring, building. Sourced, never run.
# All chatter goes to standard error, so that standard output belongs to the program that a script runs.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Debian 12 names. What the program needs to build, what the tests need beside it, and what those with other programs need.
build_packages=(g++ cmake ninja-build pkg-config libxml2-dev libzip-dev libicu-dev liblzma-dev zlib1g-dev nettle-dev
    libsqlite3-dev libxlsxwriter-dev libxxhash-dev libfmt-dev libcli11-dev libtomlplusplus-dev nlohmann-json3-dev)
test_packages=(libgtest-dev libgmock-dev clang-14 clang-tidy-14 libclang-rt-14-dev python3 python3-jsonschema unzip
    libxml2-utils)
engine_packages=(libreoffice-writer-nogui libreoffice-calc-nogui python3 python3-jsonschema sqlite3 postgresql slurm-wlm munge
    python3-distributed)

say() { printf '%s\n' "$*" >&2; }
die() {
    say "error: $1"
    shift
    for line in "$@"; do say "  $line"; done
    exit 1
}

# need_packages NAME...: installs those that are missing. Asks the network for nothing when all are there.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "note: no Debian system; these packages, under their Debian names, have to be there: $*"
        return 0
    fi
    local installed package missing=()
    installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qx "ii *$package" <<<"$installed" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || die "these packages are missing and there is no apt-get: ${missing[*]}"
    [ "$(id -u)" = 0 ] || die "packages are missing, and only root can install them. As root:" \
        "apt-get install -y --no-install-recommends ${missing[*]}"
    say "installing: ${missing[*]}"
    {
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -q -o Acquire::Retries=3 &&
            apt-get install -q -y --no-install-recommends -o Acquire::Retries=3 "${missing[@]}"
    } </dev/null >&2 || die "apt-get could not install: ${missing[*]}" "Is there a network, and is Debian 12's main archive configured?"
}

# build PRESET [TARGET...]: configures when needed and builds; silent when there is nothing to do.
build() {
    local preset=$1 folder=$repository/build/$1
    shift
    (
        cd "$repository"
        if [ ! -e "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/.configured" ]; then
            say "configuring: $preset"
            cmake --preset "$preset" >"$repository/build/$preset.log" 2>&1 || {
                cat "$repository/build/$preset.log" >&2
                exit 1
            }
            touch "$folder/.configured"
            say "building: $preset (the first time takes some minutes)"
        fi
        if [ $# -gt 0 ]; then set -- --target "$@"; fi
        cmake --build --preset "$preset" "$@" -- --quiet >&2
    )
}
