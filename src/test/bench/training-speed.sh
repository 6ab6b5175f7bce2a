#!/usr/bin/env bash
# Training speed side by side with PyTorch: seconds an epoch of the default network, 60,000 images, two threads.
# Needs Debian's python3-torch. Arguments: batch size (128), epochs (3).
set -euo pipefail
cd "$(dirname "$0")/../../.."
batch=${1:-128}
epochs=${2:-3}
mvn -B -ntp -q -pl mnist-hls-maven-plugin test-compile
/usr/bin/python3 src/test/bench/torch_epoch.py "$batch" "$epochs" src/main/mnist
mvn -B -ntp -pl mnist-hls-maven-plugin -Dtest=TrainingSpeedBenchmark \
  -Dbench.batch="$batch" -Dbench.epochs="$epochs" surefire:test@default-test | grep 'this plugin'
