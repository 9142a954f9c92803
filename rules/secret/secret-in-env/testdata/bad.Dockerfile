FROM python:3.13-slim AS build
# A default of ARG is no more than a build's, but it stays in the history.
# want@+1 medium `INDEX_TOKEN is written out: whoever can read this file or see the build has the secret` at `pypi-Zk31vq8Lw0tR`
ARG INDEX_TOKEN=pypi-Zk31vq8Lw0tR
RUN pip install --no-cache-dir --index-url "https://build:${INDEX_TOKEN}@pypi.example.com/simple" shop

FROM python:3.13-slim
# want@+1 `DB_PASSWORD is written out` at `tr0ub4dor-and-3`
ENV DB_HOST=db DB_PASSWORD=tr0ub4dor-and-3 DB_PORT=5432
# want@+1 `SIGNING_SECRET is written out: whoever can read this file or get the image has the secret` at `"correct horse battery"`
ENV SIGNING_SECRET="correct horse battery"
# want@+1 `AWS_SECRET_ACCESS_KEY is written out` at `w1KqPz7Yb4Vt9Nc2Xd5Lf8Hs`
ENV AWS_SECRET_ACCESS_KEY w1KqPz7Yb4Vt9Nc2Xd5Lf8Hs
COPY --from=build /usr/local/lib /usr/local/lib
USER 10001
CMD ["python", "-m", "shop"]
