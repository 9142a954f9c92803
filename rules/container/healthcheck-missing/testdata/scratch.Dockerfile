# want@+1 `stage app has no HEALTHCHECK` at `FROM scratch AS app`
FROM scratch AS app
COPY shop /shop
ENTRYPOINT ["/shop"]
