#!/usr/bin/env bash
# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
# What each command of the README takes, in seconds of wall clock and of processor time, at one commit or at several, in one sitting.
#
#   src/test/bench/stopwatch.sh [COMMIT]...        without one: HEAD
#
# Each commit is built from a fresh clone, with a copy of Maven's local repository, which must hold what the build needs: the folder in
# MAVEN_REPOSITORY, or Maven's default. Nothing else should run on the machine. A command that fails is marked.
set -uo pipefail
cd "$(dirname "$0")/../../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
TIMEFORMAT='%R %U %S'

measure() { # ARGUMENTS of mvn
  local status=0
  { time mvn -B -ntp -o "-Dmaven.repo.local=$work/repository" "$@" > "$work/log" 2>&1 < /dev/null; } 2> "$work/seconds" || status=$?
  awk -v command="mvn $*" -v status="$status" -v commit="$commit" \
    '{ printf "| %s | `%s` | %.0f | %.0f |%s\n", commit, command, $1, $2 + $3, status == 0 ? "" : " failed" }' "$work/seconds"
  [ "$status" = 0 ] || grep -m 3 ERROR "$work/log" >&2
}

echo "| commit | command | wall clock, s | processor, s |"
echo "|---|---|---|---|"
for commit in "${@:-HEAD}"; do
  commit=$(git rev-parse --short "$commit")
  rm -rf "$work/clone" "$work/project" "$work/repository"
  cp -a "$repository" "$work/repository"
  git clone -q "$root" "$work/clone"
  git -C "$work/clone" checkout -q "$commit"
  (cd "$work/clone" && measure package)
  (cd "$work/clone" && git clean -qfdx && measure verify)
  (cd "$work/clone" && mvn -B -q -ntp -o "-Dmaven.repo.local=$work/repository" install -DskipTests -Dinvoker.skip > "$work/log" 2>&1)
  # The README's project, which a case builds.
  mkdir "$work/project"
  cp "$work/clone/mnist-hls-maven-plugin/src/it/foreign-project/pom.xml" "$work/project/"
  sed -i "s/@project.version@/1.0.0-SNAPSHOT/" "$work/project/pom.xml"
  cd "$work/project"
  measure verify -Dmnist-hls.quick
  measure verify
  measure mnist-hls:generate
  measure mnist-hls:help -Ddetail
  cd "$root"
done
