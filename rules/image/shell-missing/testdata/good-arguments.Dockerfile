# What follows an entrypoint is its arguments, and not started.
FROM scratch
COPY server /server
CMD 80
ENTRYPOINT ["/server"]
HEALTHCHECK NONE
