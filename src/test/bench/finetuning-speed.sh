#!/usr/bin/env bash
# Fine-tuning side by side with training: CPU time for the same number of steps of the default network, and the ratio.
# Arguments: steps (200), rounds (5).
set -euo pipefail
cd "$(dirname "$0")/../../.."
mvn -B -ntp -q -pl mnist-hls-maven-plugin test-compile
mvn -B -ntp -pl mnist-hls-maven-plugin -Dtest=FinetuningSpeedBenchmark \
  -Dbench.steps="${1:-200}" -Dbench.rounds="${2:-5}" surefire:test@default-test | grep 'ratio'
