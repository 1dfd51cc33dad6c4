# Sourced by the launcher and by ./verify: sets jdk to the home of the newest JDK of at least the version needed, and
# jdk_version to its major version. It looks at JAVA_HOME, at the java on the path, and in the usual folders of systems
# and version managers; of two JDKs of one version the one that was found first is taken. When there is none, jdk is
# empty and jdk_missing says in one sentence what is missing.

jdk_needed=21
jdk=
jdk_version=0
jdk_seen=

# Major version of a JDK, from the file "release" that every JDK carries, else by asking it; empty when it is none.
jdk_major() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    version=
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" | head -n 1)
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
    fi
    case "$version" in
        1.*) version=${version#1.} ;;
    esac
    printf '%s\n' "$version" | sed -n 's/^\([0-9][0-9]*\).*/\1/p'
}

jdk_consider() {
    found=$(jdk_major "$1")
    [ -n "$found" ] || return 0
    case ", $jdk_seen, " in
        *", $found in $1, "*) return 0 ;;
    esac
    jdk_seen="$jdk_seen${jdk_seen:+, }$found in $1"
    if [ "$found" -ge "$jdk_needed" ] && [ "$found" -gt "$jdk_version" ]; then
        jdk=$1
        jdk_version=$found
    fi
}

if [ -n "${JAVA_HOME:-}" ]; then
    jdk_consider "$JAVA_HOME"
fi
if javac=$(command -v javac 2>/dev/null); then
    javac=$(readlink -f "$javac" 2>/dev/null || printf '%s' "$javac")
    jdk_consider "${javac%/bin/javac}"
fi
# TORCHGRAPH_JDK_FOLDERS names other folders of JDKs to look in, separated by spaces.
for folder in ${TORCHGRAPH_JDK_FOLDERS-/usr/lib/jvm /usr/java /usr/local/java /opt /opt/java /Library/Java/JavaVirtualMachines \
    /opt/homebrew/opt /usr/local/opt "${HOME:-/}/.sdkman/candidates/java" "${HOME:-/}/.jdks" "${HOME:-/}/.asdf/installs/java"}; do
    for home_of_jdk in "$folder"/* "$folder"/*/Contents/Home "$folder"/*/libexec/openjdk.jdk/Contents/Home; do
        [ -d "$home_of_jdk" ] && jdk_consider "$home_of_jdk"
    done
done
jdk_missing="a JDK of version $jdk_needed or newer is missing: install one, or point JAVA_HOME to it (found: ${jdk_seen:-none})"
