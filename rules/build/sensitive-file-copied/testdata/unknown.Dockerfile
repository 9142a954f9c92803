# Nothing is known of what the build is given.
FROM python:3.13-slim
COPY .netrc /root/
USER 10001
