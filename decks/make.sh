#!/bin/sh
# Makes the ready decks from seeds/: an import into an empty data folder, and an export of each deck.
set -eu
cd "$(dirname "$0")/.."
cargo build --quiet
dokpa="${CARGO_TARGET_DIR:-target}/debug/dokpa"
data=$(mktemp -d)
trap 'rm -r "$data"' EXIT
deck() {
    file=$1 name=$2
    shift 2
    for seed in "$@"; do
        "$dokpa" --quiet --data "$data" import --deck "$name (seeds)" seeds/"$seed"-*.txt
    done
    "$dokpa" --quiet --data "$data" export "$name (seeds)" "$data/deck.toml"
    sed "s/ (seeds)\"/\"/" "$data/deck.toml" >"decks/$file.toml"
}
deck 1-companies '기업과 투자' 01 02 03 10
deck 2-finance '금융과 시장' 04 05 06
deck 3-industry '산업과 에너지' 07 08 13 14
deck 4-living '생활과 일터' 09 11 12
