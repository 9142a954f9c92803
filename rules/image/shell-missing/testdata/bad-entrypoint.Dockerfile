FROM scratch AS base
COPY server /app/server
CMD /app/server

FROM base
CMD server --port=80
# want@+1 `the container cannot start: ENTRYPOINT needs a shell` at `"sh"`
ENTRYPOINT ["sh", "/app/start.sh"]
# want@+1 `the container is never healthy` at `"/bin/bash"`
HEALTHCHECK CMD ["/bin/bash", "-c", "true"]
