#!/usr/bin/env bash
# Fills a small disk under the build, with ever less space left: each build fails with one clear error or succeeds, what an
# earlier build made is intact, and with space again the build succeeds. Needs to be root, for the disk is a tmpfs.
# Usage: disk-full.sh [kilobytes left ...]
. "$(dirname "$0")/common.sh"
disk="$work/disk"
mkdir -p "$disk"
umount "$disk" 2>/dev/null
if ! mount -t tmpfs -o size=16m none "$disk" 2>/dev/null; then
  echo "SKIPPED disk-full.sh: needs to be root, and mount (Debian package mount)"
  [ "${MNIST_HLS_REQUIRE_TOOLS:-}" = 1 ] && exit 1
  exit 0
fi
trap 'cd /; umount "$disk"' EXIT

project "$disk/project"
cd "$disk/project" || exit 2
maven -q verify || exit 2
outputs . >"$work/before.sums"
bad=0
failed=0
for left in ${@:-0 8 64 128 256 512 1024 2048}; do
  free=$(df --output=avail -k "$disk" | tail -1)
  head -c $(((free > left ? free - left : 0) * 1024)) /dev/zero >"$disk/filler" 2>/dev/null
  if maven verify -Dmnist-hls.clockPeriodNs=8 -Dmnist-hls.seed=$((left + 2)) >"$work/full.log" 2>&1; then
    rm "$disk/filler"
    echo "$left kB left: built"
  else
    failed=$((failed + 1))
    rm "$disk/filler"
    message=$(grep -m1 '^\[ERROR\] Failed to execute goal' "$work/full.log")
    echo "$left kB left: ${message#*default) on project robust: }"
    if ! grep -q 'No space left on device\|disk space' <<<"$message"; then
      echo "  the error does not say that the disk is full:"
      tail -20 "$work/full.log"
      bad=$((bad + 1))
    fi
    # A step that was complete before space ran out may be new; what there is must be whole.
    if ! maven -q verify -Dmnist-hls.csim.skip >"$work/after.log" 2>&1; then
      echo "  the next build fails:"
      tail "$work/after.log"
      bad=$((bad + 1))
    elif ! outputs . | cmp -s - "$work/before.sums"; then
      echo "  the next build's outputs differ"
      bad=$((bad + 1))
    fi
  fi
done
echo "$failed builds ran out of space; $bad of them did badly."
[ $failed -gt 0 ] && [ $bad = 0 ]
