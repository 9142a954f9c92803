#!/bin/bash
set -euo pipefail
curl -fsSLo setup.run "https://dl.example.com/$VERSION/setup.run"
cosign verify-blob --key release.pub --signature setup.run.sig setup.run
bash setup.run

curl -s -X POST https://api.example.com/jobs -d @job.json | sh report.sh
status=$(curl -s https://api.example.com/status | jq -r .status)
curl -fsS https://dl.example.com/tool.tgz | tar xz -C /opt
ssh build.example.com 'bash -s' < setup.sh
