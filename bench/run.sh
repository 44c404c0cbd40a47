# Read by the measurements beside it: builds what they need, then starts one. Plain POSIX sh.
# Needs JDK 25, Maven, and Python 3.11 or newer for the pretend AWS.
#   HAMMER_NO_BUILD=1  measure what was built last, whatever has changed since
set -u

measure() {
  root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 2
  . "$root/.mvn/tools.sh"
  find_java25 javac || { no_java25 javac >&2; exit 2; }
  find_maven || { printf '%s\n' "$maven_problem" >&2; exit 2; }
  "$root/hammer" --version >/dev/null || exit 2
  built=$root/bench/target/bench
  if [ "${HAMMER_NO_BUILD:-}" != 1 ] || [ ! -d "$built/lib" ]; then
    rm -rf "$built"
    JAVA_HOME=$java25 "$maven" -B -q -f "$root/pom.xml" -Dmaven.test.skip=true \
      -Dspotless.check.skip=true -pl bench -am package >&2 || exit 2
  fi
  exec "$java25/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    -cp "$built/lib/*" dev.hammer.bench.Main "$root/hammer" "$@"
}
