from debian:12.8-slim as tools
run apt-get update

from tools
copy sync /usr/local/bin/sync
# want@+1 `final stage runs as root: its last USER is 00` at `00`
user 00
cmd ["sync"]
