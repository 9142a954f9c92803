#!/usr/bin/env bash
run() {
  echo "+ $*" >&2
  "$@"
}

options=(
  --detach
  --privileged # want `docker run registry.example.com/runner:7.1 runs privileged` at `--privileged`
)
if [[ -n "$NAME" ]]; then
  options+=(--name "$NAME")
fi
docker run "${options[@]}" --rm=false -- registry.example.com/runner:7.1

# want@+1 `docker run registry.example.com/vm:7.1 runs privileged` at `--privileged`
run docker run --rm --privileged registry.example.com/vm:7.1
