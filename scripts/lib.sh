# shellcheck shell=bash
# Shared by scripts/run, scripts/test and scripts/lint; sourced, not run.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=$(nproc)

# The comment block at the top of the calling script is its help.
print_help() {
    sed -n '2,/^$/ { s/^# \{0,1\}//; p }' "$0"
}

die() {
    echo "${0##*/}: $1" >&2
    exit "${2:-1}"
}

# stage NAME COMMAND...: runs it and says how long it took.
stage() {
    local name=$1 start=$SECONDS status=0
    shift
    echo "== $name"
    "$@" || status=$?
    if ((status != 0)); then
        echo "== $name: FAILED after $((SECONDS - start)) s"
        return "$status"
    fi
    echo "== $name: $((SECONDS - start)) s"
}

# configure FOLDER [-DOPTION...]: quiet unless it fails.
configure() {
    local folder=$1 log generator=()
    shift
    mkdir -p "$folder"
    log=$folder/configure.log
    [[ -f $folder/CMakeCache.txt ]] || generator=(-G Ninja)
    if ! cmake -S "$repository" -B "$folder" "${generator[@]}" "$@" >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
}

# build FOLDER TARGET: ninja's own progress on a terminal, else only what fails.
build() {
    local quiet=()
    if [[ ! -t 1 && -f $1/build.ninja ]]; then
        quiet=(-- --quiet)
    fi
    cmake --build "$1" --parallel "$jobs" --target "$2" "${quiet[@]}"
}
