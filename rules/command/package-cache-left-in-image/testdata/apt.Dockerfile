FROM debian:12.8-slim AS base
# want@+1 `^what apt-get downloads stays in the image's layer, in /var/lib/apt/lists: nothing reads it there again$` at `update`
RUN set -eux; apt-get update \
    # the editor
    && apt-get install -y --no-install-recommends nano

FROM debian:12.8-slim AS build
RUN apt-get update && apt-get install -y gcc

FROM base
# Deleted in another layer, it is in the first one still.
# want@+1 `in /var/lib/apt/lists` at `update`
RUN apt update; apt install -y curl
RUN rm -rf /var/lib/apt/lists/*
# want@+1 `in /var/lib/apt/lists` at `update`
RUN sudo apt-get update && sudo apt-get install -y tree && apt-get clean
# A mount of another folder does not help. No fix where more than a command ends the step.
# want@+1 `in /var/lib/apt/lists` at `update`
RUN --mount=type=cache,target=/var/cache/apt if true; then apt-get update && apt-get install -y jq; fi
# Nor where another step may need what this one fetches.
# want@+1 `in /var/lib/apt/lists` at `update`
RUN apt-get update && echo fetched
# want@+1 `in /var/lib/apt/lists` at `"update"`
RUN ["apt-get", "update"]
COPY --from=build /out /out
