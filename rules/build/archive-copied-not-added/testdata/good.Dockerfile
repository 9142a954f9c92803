FROM debian:12.8-slim AS build
COPY shop.tar.gz /tmp/

FROM debian:12.8-slim
COPY --from=build /shop.tar.gz /tmp/
RUN tar -xzf /tmp/shop.tar.gz
ADD models.tgz /srv/
RUN tar -xzf /srv/models.tgz
COPY backup.tar.gz /backup/
RUN tar -czf /backup/other.tar.gz /etc && tar -tf /backup/backup.tar.gz
COPY site.zip /srv/
RUN unzip /srv/site.zip
USER 10001
