FROM docker.io/library/docker:28-cli
RUN --mount=type=secret,id=token docker login -u ci --password-stdin registry.example.com < /run/secrets/token
RUN echo docker login -p secret
