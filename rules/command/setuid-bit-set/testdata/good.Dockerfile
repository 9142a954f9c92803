FROM debian:12.8-slim
COPY --chmod=0755 helper /usr/bin/helper
RUN chmod 755 /usr/bin/helper && chmod u-s /usr/bin/su && chmod a-s /usr/bin/passwd
RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +
# A group that is handed on.
RUN mkdir -p /srv/shared && chgrp www-data /srv/shared && chmod 2775 /srv/shared
RUN mkdir -m 2775 /srv/a && install -d -m 2770 /srv/b && chmod g+s /srv/c/ && chmod -R g+s /srv/d
RUN chmod 1777 /tmp && echo chmod 4755 x
