ARG RELEASE=3.20
FROM alpine:${RELEASE} AS runtime
RUN apk add --no-cache tzdata

FROM runtime AS tools
USER nobody
RUN date

# A stage on a stage on an image: the image decides, and the sibling's USER does not count.
# want@+1 `stage app sets no user: on alpine:3.20 it runs as root` at `FROM runtime AS app`
FROM runtime AS app
COPY --chmod=755 report.sh /usr/local/bin/report
CMD ["report"]
