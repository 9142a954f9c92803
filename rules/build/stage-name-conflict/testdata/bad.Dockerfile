FROM debian:12.8-slim AS tools
RUN touch /marker

# want@+1 `an earlier stage is called tools too` at `Tools`
FROM alpine:3.22 AS Tools
COPY --from=tools /marker /marker

# want@+1 `stage context has a name that docker uses itself` at `context`
FROM alpine:3.22 as context

# want@+1 `stage scratch has a name that docker uses itself` at `scratch`
FROM alpine:3.22 AS scratch

# want@+1 `an earlier stage is called tools too` at `tools`
FROM alpine:3.22 AS tools
