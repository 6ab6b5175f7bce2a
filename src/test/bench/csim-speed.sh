#!/usr/bin/env bash
# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
# C simulation of one generated project with the headers of an earlier commit and with those of the working tree, in turns:
# seconds of processor time of each run, their medians, and the ratio.
#
#   src/test/bench/csim-speed.sh example-project/target/mnist-hls/hls 406009a [RUNS]
#
# Headers that the commit does not have yet are taken from the working tree.
set -euo pipefail
project=$(cd "$1" && pwd)
commit=$2
runs=${3:-5}
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for version in before now; do
  cp -r "$project" "$work/$version"
  rm -rf "$work/$version/build" "$work/$version/sim"
  cp -r src/main/sim "$work/$version/sim"
done
git ls-tree --name-only "$commit" src/main/sim/ | while read -r header; do
  git show "$commit:$header" > "$work/before/sim/$(basename "$header")"
done
for version in before now; do
  make -s -C "$work/$version" build/csim_main
done

TIMEFORMAT=%U
for ((run = 0; run < runs; run++)); do
  for version in before now; do
    seconds=$( { time "$work/$version/build/csim_main" "$work/$version/tb/golden.bin" > "$work/$version.out"; } 2>&1 )
    echo "$version $seconds" | tee -a "$work/seconds"
  done
done
for version in before now; do
  echo "$version: $(tail -1 "$work/$version.out")"
done
sort -k1,1 -k2,2n "$work/seconds" | awk '
  { seconds[$1, ++count[$1]] = $2 }
  END {
    before = seconds["before", int((count["before"] + 1) / 2)]
    now = seconds["now", int((count["now"] + 1) / 2)]
    printf "medians: before %.2f s, now %.2f s, ratio %.2f\n", before, now, now / before
  }'
