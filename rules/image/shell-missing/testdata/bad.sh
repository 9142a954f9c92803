# want@+1 `its entrypoint needs a shell, and its image has none` at `/bin/sh`
docker run --rm --entrypoint /bin/sh gcr.io/distroless/static-debian12:nonroot -c true
# want@+1 `its health check needs a shell` at `wget --spider localhost`
docker run -d --health-cmd "wget --spider localhost" gcr.io/distroless/static-debian12:nonroot
