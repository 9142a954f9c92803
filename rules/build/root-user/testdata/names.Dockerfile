# Root's group is not root, nor is a user whose name only begins so.
FROM debian:12.8-slim AS group
USER 10001:0
CMD ["id"]

FROM group
USER rootless
CMD ["id"]
