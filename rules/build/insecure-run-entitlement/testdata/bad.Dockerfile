FROM debian:12.8-slim AS build
# want@+1 `this step runs without a sandbox` at `--security=insecure`
RUN --mount=type=cache,target=/cache --security=insecure ./install-driver.sh
# want@+1 `this step runs in the network of the machine that builds` at `--network=host`
RUN --network=host ./fetch.sh
# want@+1 `this step runs without a sandbox` at `--security=insecure`
ONBUILD RUN --security=insecure ./install-driver.sh
USER 10001
