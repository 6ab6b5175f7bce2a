#!/usr/bin/env bash
# How long plans take: the default network and one with shortcuts, with and without slices, of 1 to 28 pixels per beat. The
# last column counts what all cores did. Takes a minute or two on idle cores; fails if a plan takes longer than it should.
set -euo pipefail
cd "$(dirname "$0")/../../.."
mvn -B -ntp -q -pl mnist-hls-maven-plugin test-compile
mvn -B -ntp -pl mnist-hls-maven-plugin -Dtest=PlanTimesBenchmark surefire:test@default-test | grep '^|'
