# Read by ./hammer and ./verify, with root set: where the tools of the build are, found without
# starting any, and whether what was built is what the sources say.
# Plain POSIX sh; macOS has neither readlink -f nor flock.

# The file a chain of symbolic links ends at.
resolved() {
  resolved_file=$1
  while [ -L "$resolved_file" ]; do
    resolved_link=$(readlink "$resolved_file")
    case $resolved_link in
      /*) resolved_file=$resolved_link ;;
      *) resolved_file=$(dirname "$resolved_file")/$resolved_link ;;
    esac
  done
  printf '%s\n' "$resolved_file"
}

# Whether folder $1 is a JDK 25 that has the program $2.
is_java25() {
  [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r release_line || [ -n "$release_line" ]; do
    case $release_line in
      'JAVA_VERSION="25.'* | 'JAVA_VERSION="25"'*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# Sets java25 to the first JDK 25 that has the program $1 (java or javac).
find_java25() {
  java25=
  for candidate in "${JAVA25_HOME:-}" "${JAVA_HOME:-}"; do
    if [ -n "$candidate" ] && is_java25 "$candidate" "$1"; then
      java25=$candidate
      return 0
    fi
  done
  on_path=$(command -v java || true)
  case $on_path in
    /*)
      candidate=$(dirname "$(dirname "$(resolved "$on_path")")")
      if is_java25 "$candidate" "$1"; then
        java25=$candidate
        return 0
      fi
      ;;
  esac
  if [ -x /usr/libexec/java_home ]; then
    candidate=$(/usr/libexec/java_home -v 25 2>/dev/null || true)
    if [ -n "$candidate" ] && is_java25 "$candidate" "$1"; then
      java25=$candidate
      return 0
    fi
  fi
  for candidate in \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk@25 \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    "${ASDF_DATA_DIR:-${HOME:-}/.asdf}"/installs/java/* \
    "${HOME:-}"/.local/share/mise/installs/java/* \
    "${HOME:-}"/.jdks/*; do
    if is_java25 "$candidate" "$1"; then
      java25=$candidate
      return 0
    fi
  done
  return 1
}

no_java25() {
  printf '%s\n' "JDK 25 not found: looked for bin/$1 and a release file saying 25 in JAVA25_HOME (${JAVA25_HOME:-not set}), JAVA_HOME (${JAVA_HOME:-not set}), the java on PATH, /usr/lib/jvm, /usr/java, /opt, Homebrew, /Library/Java, SDKMAN, asdf, mise and ~/.jdks. Install one (https://adoptium.net/temurin/releases/?version=25) or name it: JAVA25_HOME=/path/to/jdk-25"
}

# Sets maven to a Maven that is new enough, and maven_problem where there is none. Needs java25.
find_maven() {
  maven=$(command -v mvn || true)
  if [ -z "$maven" ] && [ -n "${MAVEN_HOME:-}" ] && [ -x "$MAVEN_HOME/bin/mvn" ]; then
    maven=$MAVEN_HOME/bin/mvn
  fi
  if [ -z "$maven" ]; then
    maven_problem="Maven not found: looked for mvn on PATH and in MAVEN_HOME (${MAVEN_HOME:-not set}). Install Maven 3.8 or newer (apt install maven; brew install maven; https://maven.apache.org/download.cgi)"
    return 1
  fi
  maven_says=$(JAVA_HOME=$java25 "$maven" -B -version 2>&1) || true
  maven_version=$(printf '%s\n' "$maven_says" | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  maven_major=${maven_version%%.*}
  maven_minor=${maven_version#*.}
  maven_minor=${maven_minor%%.*}
  if [ -z "$maven_version" ]; then
    maven_problem="Maven does not work: $maven -version says: $(printf '%s' "$maven_says" | head -n 1)"
    return 1
  fi
  if [ "$maven_major" -lt 3 ] || { [ "$maven_major" -eq 3 ] && [ "$maven_minor" -lt 8 ]; }; then
    maven_problem="Maven $maven_version is too old ($maven). Install Maven 3.8 or newer (https://maven.apache.org/download.cgi) and put it first on PATH"
    return 1
  fi
}

# What ./hammer starts. The stamp says that it is whole, by its date when its build began, and of
# which commit it is: there and not in a jar, so that a commit alone changes no jar and no cache.
built=$root/cli/target/hammer
stamp=$built/built
lock=$root/cli/target/hammer.lock

say() {
  printf '%s\n' "$*" >&2
}

# Whether the last build finished and nothing it was made from is newer than its beginning.
is_built() {
  [ -f "$stamp" ] || return 1
  newer=$(
    cd "$root" && find pom.xml ./*/pom.xml stores/*/pom.xml ./*/src/main stores/*/src/main \
      \( -path ./testing/src/main -o -path ./acceptance/src/main -o -path ./bench/src/main \) \
      -prune -o -newer "$stamp" -print 2>/dev/null | head -n 1
  )
  [ -z "$newer" ]
}

# One build at a time, and it begins with an empty folder: a jar of another build would run, too.
begin_build() {
  rm -rf "$built"
  mkdir -p "$built" && commit_of_sources >"$stamp.started"
}

# The commit that is about to be built, and whether its sources were changed; nothing without git.
commit_of_sources() {
  [ -e "$root/.git" ] || return 0
  git -C "$root" rev-parse --verify -q HEAD 2>/dev/null || return 0
  changed=$(git -C "$root" status --porcelain -- pom.xml ':(glob)**/pom.xml' ':(glob)**/src/main/**' 2>/dev/null)
  [ -z "$changed" ] || echo modified
}

end_build() {
  mv "$stamp.started" "$stamp"
}

# A symbolic link is made in one step and carries the owner's process id; a dead owner's is taken away.
take_lock() {
  waiting=
  until ln -s "$$" "$lock" 2>/dev/null; do
    owner=$(readlink "$lock" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      mv -f "$lock" "$lock.$$" 2>/dev/null || continue
      [ "$(readlink "$lock.$$")" = "$owner" ] || mv -f "$lock.$$" "$lock"
      rm -f "$lock.$$"
      continue
    fi
    if [ -z "$owner" ] && [ ! -w "$root/cli/target" ]; then
      say "Cannot build Hammer: $root/cli/target is not writable."
      exit 2
    fi
    [ -n "$waiting" ] || say "Waiting for another build of Hammer (process $owner) ..."
    waiting=yes
    sleep 0.5
  done
}
