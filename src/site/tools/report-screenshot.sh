#!/usr/bin/env bash
# Takes the picture of the report page that README and site show, with headless Chromium, of what "mvn verify" wrote:
#   report-screenshot.sh [PAGE [PICTURE]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
page=$(realpath "${1:-example-project/target/mnist-hls/report/index.html}")
picture=${2:-src/site/resources/images/report.png}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
  --window-size=1100,1250 --virtual-time-budget=5000 --screenshot="$(realpath "$picture")" "file://$page" 2>/dev/null
ls -l "$picture"
