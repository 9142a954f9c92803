FROM python:3.13-slim AS build
COPY .netrc /root/

FROM python:3.13-slim
ARG NAME
WORKDIR /app
COPY . .
COPY keys/ca.pem missing.key $NAME /certs/
COPY --from=build /root/.netrc /root/
COPY <<.env /etc/motd
hello
.env
USER 10001
