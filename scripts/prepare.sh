# Sourced by ./run, ./test and ./bench: finds or installs what the project needs, and says so where it cannot.
# need java|browser|word|mail: a Java 17 or newer with Maven; Chromium; what turns PDF and Word into text; Postfix’s
# test server and client, without a mail service of its own.

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi
}

install_packages() {
  if command -v apt-get >/dev/null; then
    say "Installing: $*"
    as_root apt-get update -qq >/dev/null 2>&1 || true
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; then
      return 0
    fi
  fi
  say "Please install, with your system's package manager: $*"
  return 1
}

java_version() { "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p'; }

need() {
  case $1 in
    java)
      if ! command -v javac >/dev/null || [ "$(java_version)" -lt 17 ] 2>/dev/null; then
        install_packages openjdk-17-jdk-headless || install_packages openjdk-21-jdk-headless || exit 1
      fi
      command -v mvn >/dev/null || install_packages maven || exit 1
      ;;
    browser)
      # Chromium without windows takes half the processor time: in a container it is installed beside the other.
      if ! command -v chromium-headless-shell >/dev/null && [ "$(id -u)" = 0 ]; then
        install_packages chromium-headless-shell fonts-dejavu-core && return
      fi
      if ! command -v chromium-headless-shell >/dev/null && ! command -v chromium >/dev/null \
        && ! command -v google-chrome >/dev/null; then
        install_packages chromium-headless-shell fonts-dejavu-core || install_packages chromium fonts-dejavu-core \
          || install_packages chromium-browser || exit 1
      fi
      ;;
    mail)
      if ! [ -x /usr/sbin/smtp-sink ]; then
        if command -v debconf-set-selections >/dev/null; then
          echo 'postfix postfix/main_mailer_type select No configuration' | as_root debconf-set-selections || true
        fi
        install_packages postfix || say "The measurement of the newsletter is left out."
      fi
      ;;
    word)
      command -v pdftotext >/dev/null || install_packages poppler-utils || exit 1
      ;;
  esac
}
