#!/usr/bin/env bash
# Kills `mvn verify` at random moments; the build after each kill must succeed, and its outputs equal an undisturbed one's.
# Usage: kill.sh [rounds, default 50] [seed]. Every other round kills Maven alone, so that its children are orphans.
. "$(dirname "$0")/common.sh"
rounds=${1:-50}
RANDOM=${2:-1}

project "$work/calm"
for clock in 8 10; do
  start=$(date +%s%N)
  (cd "$work/calm" && maven -q verify -Dmnist-hls.clockPeriodNs=$clock) || exit 2
  [ $clock = 8 ] && full=$(( ($(date +%s%N) - start) / 1000000 ))
  outputs "$work/calm" >"$work/calm-$clock.sums"
done
echo "An undisturbed build takes $full ms; $(wc -l <"$work/calm-10.sums") files are compared."

project "$work/killed"
good=0
killed=0
for round in $(seq "$rounds"); do
  clock=$((8 + round % 2 * 2))
  # Every third round begins from nothing, the others on what is there.
  [ $((round % 3)) = 1 ] && rm -rf "$work/killed/target" "$work/killed/hls"
  delay=$((RANDOM * 32768 + RANDOM))
  # Most rounds find less to do than the undisturbed build did.
  delay=$((500 + delay % (full * 6 / 10)))
  (cd "$work/killed" && exec setsid bash -c '. "$0"; maven -q verify -Dmnist-hls.clockPeriodNs='$clock \
    "$module/src/test/robustness/common.sh" >"$work/killed.log" 2>&1) &
  group=$!
  sleep $((delay / 1000)).$(printf %03d $((delay % 1000)))
  if kill -0 $group 2>/dev/null; then
    killed=$((killed + 1))
    if [ $((round % 2)) = 0 ]; then
      kill -9 -- -$group
    else
      # The oldest Java of the group is Maven.
      kill -9 "$(pgrep -o -g $group java || echo $group)"
    fi
  fi
  if (cd "$work/killed" && maven -q verify -Dmnist-hls.clockPeriodNs=$clock) >"$work/after.log" 2>&1 \
    && outputs "$work/killed" | cmp -s - "$work/calm-$clock.sums"; then
    good=$((good + 1))
  else
    echo "round $round, killed after $delay ms: the next build differs or fails:"
    tail -20 "$work/after.log"
    outputs "$work/killed" | diff - "$work/calm-$clock.sums" | head -5
  fi
  wait $group 2>/dev/null
done
left=$(find "$work/killed/hls" "$work/killed/target" -name '*.tmp' -o -path '*/.staging/*' | head -3)
echo "$good of $rounds builds after a kill succeeded with equal outputs; $killed builds were still running when killed."
[ -z "$left" ] || echo "Left behind: $left"
[ $good = "$rounds" ] && [ -z "$left" ]
