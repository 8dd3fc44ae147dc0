#!/usr/bin/env bash
# Measures ArmsClassifier and its peers on this machine, and writes benchmarks/results/<machine>/ and the table of the README.
#
#   benchmarks/peers/run.sh                             what Debian packages of the peers, and BenchmarkDotNet's suites
#   benchmarks/peers/run.sh --fasttext PATH --vw PATH   builds of your own, such as with -march=native
#   MLNET=true benchmarks/peers/run.sh                  ML.NET as well, where its packages can be restored
#   SUITES=false benchmarks/peers/run.sh                the comparison alone
#
# Other options go to the comparison; --help lists them. Takes a few minutes; leave the machine alone meanwhile.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
project=benchmarks/ArmsClassifier.Benchmarks
options=(-c Release "-p:MLNet=${MLNET:-false}")

# install COMMAND PACKAGE: leaves alone what is there, and never fails: what is missing is skipped and named in the results.
install() {
  if command -v "$1" > /dev/null; then return; fi
  if ! command -v apt-get > /dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "$2: cannot be installed here without Debian's apt-get and root"
  elif ! apt-get install -y -qq "$2" > /dev/null 2>&1; then
    echo "$2: not to be had from this machine's package sources"
  fi
}

case " $* " in *" --fasttext"*) ;; *) install fasttext fasttext ;; esac
case " $* " in *" --vw"*) ;; *) install vw vowpal-wabbit ;; esac
dotnet build "${options[@]}" "$project" -v quiet
run() { dotnet "$project/bin/Release/net10.0/ArmsClassifier.Benchmarks.dll" "$@"; }
run peers "$@"
if [ "${SUITES:-true}" = true ]; then run suites; fi
