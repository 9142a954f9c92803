# want@+1 `stage one is built for the target platform anyway` at `--platform=$TARGETPLATFORM`
FROM --platform=$TARGETPLATFORM alpine:3.22 AS one
# want@+1 `stage 2 is built for the target platform anyway` at `--platform="${TARGETPLATFORM}"`
FROM --platform="${TARGETPLATFORM}" alpine:3.22
# want@+1 `final stage is built for the target platform anyway` at `--platform=${TARGETPLATFORM:-linux/amd64}`
FROM --platform=${TARGETPLATFORM:-linux/amd64} alpine:3.22
