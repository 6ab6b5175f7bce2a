#!/usr/bin/env bash
# Interrupts `mvn verify` as Ctrl-C does while it trains and while it compiles: no process is left, and the next build succeeds.
. "$(dirname "$0")/common.sh"
project "$work/interrupted"
cd "$work/interrupted" || exit 2
bad=0
for step in TrainingProcess cc1plus; do
  rm -rf target hls
  export MNIST_HLS_TEST_MARK=$$-$step
  # A job of its own group, as a terminal starts it; -m lets it receive SIGINT.
  set -m
  maven -q verify -Dmnist-hls.epochs=20 >"$work/interrupted.log" 2>&1 &
  group=$!
  set +m
  until pgrep -g $group -f "$step" >/dev/null || ! kill -0 $group 2>/dev/null; do sleep 0.1; done
  if ! kill -INT -- -$group 2>/dev/null; then
    echo "The build ended before $step was seen:"
    tail -5 "$work/interrupted.log"
    bad=$((bad + 1))
    continue
  fi
  wait $group 2>/dev/null
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    left=$(grep -lsz "^MNIST_HLS_TEST_MARK=$MNIST_HLS_TEST_MARK" /proc/[0-9]*/environ | cut -d/ -f3 | grep -vx $$)
    left=$(for pid in $left; do [ -d "/proc/$pid" ] && [ "$(cut -d')' -f2 <"/proc/$pid/stat" | cut -c2)" != Z ] && echo "$pid"; done)
    [ -z "$left" ] && break
    sleep 0.5
  done
  unset MNIST_HLS_TEST_MARK
  if [ -n "$left" ]; then
    echo "Interrupted during $step: still running: $(ps -o args= -p $left)"
    bad=$((bad + 1))
  else
    echo "Interrupted during $step: nothing is left running"
  fi
done
maven -q verify || bad=$((bad + 1))
[ $bad = 0 ]
