FROM alpine:3.22 AS base
# want@+1 `stage base takes files from itself: docker refuses the build` at `base`
COPY --from=base /etc/passwd /passwd

FROM alpine:3.22 AS Second
# want@+1 `stage second takes files from itself` at `SECOND`
COPY --chmod=644 --from=SECOND /etc/passwd /passwd
# want@+1 `stage second takes files from itself` at `1`
COPY --from=1 /etc/group /group
# want@+1 `stage second takes files from itself` at `second`
RUN --mount=type=bind,from=second,target=/mnt cat /mnt/etc/passwd
