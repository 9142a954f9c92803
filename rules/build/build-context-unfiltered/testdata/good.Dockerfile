FROM python:3.13-slim AS build
COPY . .

FROM python:3.13-slim
COPY src /app/src
COPY --from=build . /app
USER 10001
