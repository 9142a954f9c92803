FROM python:3.13-slim
# want@+1 `ADD takes .env into the image: no .dockerignore keeps it out` at `"./"`
ADD ["./", "/app/"]
USER 10001
