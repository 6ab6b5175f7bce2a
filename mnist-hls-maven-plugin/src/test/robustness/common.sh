# Shared by the scripts in this folder: a small project and Maven on the plugin that the build has just made.
set -uo pipefail
module=${MODULE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)}
repository=${REPOSITORY:-$module/target/it-repository}
outer=${OUTER_REPOSITORY:-$HOME/.m2/repository}
work=${WORK:-$module/target/robustness}

plugin=$(ls -d "$repository"/io/github/mnisthls/mnist-hls-maven-plugin/*/ 2>/dev/null | head -1)
if [ -z "$plugin" ] || [ ! -d "$module/target/test-classes" ]; then
  echo "Build the plugin first: mvn verify -pl mnist-hls-maven-plugin -Dinvoker.test=help" >&2
  exit 2
fi
version=$(basename "$plugin")
mkdir -p "$work"
sed "s,@localRepositoryUrl@,file://$outer," "$module/src/it/settings.xml" >"$work/settings.xml"
if [ ! -d "$work/dataset" ]; then
  cat >"$work/Dataset.java" <<'JAVA'
class Dataset {
    public static void main(String[] arguments) throws Exception {
        io.github.mnisthls.it.TinyDataset.write(java.nio.file.Path.of(arguments[0]));
    }
}
JAVA
  java -cp "$module/target/test-classes" "$work/Dataset.java" "$work/dataset" || exit 2
fi

# A fresh copy of the project.
project() {
  rm -rf "$1"
  mkdir -p "$1"
  cp "$module/src/test/robustness/pom.xml" "$1/"
}

maven() {
  mvn -B -ntp -o -Daether.offline.protocols=file -s "$work/settings.xml" -Dmaven.repo.local="$repository" \
    -Dplugin.version="$version" -Ddataset="$work/dataset" "$@"
}

# One line per file that must be the same in every build; what a clock decides is left out.
outputs() {
  (cd "$1" && find hls target/mnist-hls/hls target/mnist-hls/weights target/mnist-hls/model/network target/*.zip \
    -type f ! -name emulator.json -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 sha256sum)
}
