docker run --rm --entrypoint /server gcr.io/distroless/static-debian12:nonroot -c true
docker run --rm --entrypoint "" gcr.io/distroless/static-debian12:nonroot sh
docker run --rm --entrypoint "$SHELL" gcr.io/distroless/static-debian12:nonroot
docker run --rm --entrypoint sh -v "$PWD/tools:/bin" gcr.io/distroless/static-debian12:nonroot
docker run --rm gcr.io/distroless/static-debian12:nonroot sh
docker run --rm --entrypoint sh alpine:3.22
