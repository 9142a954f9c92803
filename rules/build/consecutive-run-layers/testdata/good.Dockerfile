FROM ubuntu:24.04 AS build
RUN make a
RUN make b

FROM ubuntu:24.04
RUN apt-get update && apt-get install -y wget && rm -rf /var/lib/apt/lists/*
RUN wget -q https://example.com/a.tar
COPY --from=build /a /a
COPY --from=build /b /b
RUN --mount=type=cache,target=/c make a
RUN make b
COPY --chown=1000 a ./
COPY b ./
ENV A=b
RUN <<EOF
make a
EOF
RUN make c
