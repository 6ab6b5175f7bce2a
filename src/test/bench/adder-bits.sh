#!/usr/bin/env bash
# Adder bits of random matrices and of the default network's layers beside those of the algorithm that da4ml publishes, and
# of digits alone. Takes some minutes, and more memory than tests have.
set -euo pipefail
cd "$(dirname "$0")/../../.."
mvn -B -ntp -q -pl mnist-hls-maven-plugin test-compile
mvn -B -ntp -pl mnist-hls-maven-plugin -Dquick.tests.jvm="--add-modules=jdk.incubator.vector -Xmx5g" \
  -Dtest=AdderBitsBenchmark surefire:test@default-test | grep '^|'
