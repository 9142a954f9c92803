ARG RUN_AS=worker:workers
FROM python:3.13-slim AS base
RUN useradd worker
ARG RUN_AS
# want@+1 `final stage runs as worker` at `${RUN_AS}`
USER ${RUN_AS}

FROM base
COPY jobs /jobs
