#!/bin/bash
set -euo pipefail
gpg --decrypt a.gpg | tar x
