FROM python:3.13-slim
WORKDIR /app
# want@+1 `COPY takes .env into the image: no line of .dockerignore keeps it out` at `.`
COPY . .
USER 10001
