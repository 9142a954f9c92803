FROM golang:1.26 AS build
WORKDIR /src
RUN go build -o /out/server .

FROM scratch AS one
COPY --from=build /out/server /server
# want@+1 `the build ends here: RUN needs a shell, and scratch has none` at `RUN`
RUN chmod +x /server
RUN /server --version
CMD /server --never-judged

FROM scratch AS text
RUN ["/server", "--init"]

FROM scratch AS heredoc
WORKDIR /app
COPY . .
# want@+1 `the build ends here` at `RUN`
RUN <<EOF
ls
EOF

FROM scratch AS list
ADD https://example.com/server bin/server
# want@+1 `the build ends here` at `RUN`
RUN ["/bin/sh", "-c", "ls"]

FROM scratch
COPY --from=build /out/server /usr/local/bin/
# want@+1 `the container cannot start: CMD needs a shell, and scratch has none` at `/usr/local/bin/server --port=80`
CMD /usr/local/bin/server --port=80
# want@+1 `the container is never healthy: HEALTHCHECK needs a shell, and scratch has none` at `wget -q -O- localhost || exit 1`
HEALTHCHECK --interval=10s CMD wget -q -O- localhost || exit 1
