FROM python:3.13-slim
WORKDIR /srv
COPY --chown=10001 . .
USER 10001
RUN python -m compileall .
# want@+1 `final stage runs as root: its last USER is root` at `root`
USER root
ENTRYPOINT ["python", "-m", "srv"]
