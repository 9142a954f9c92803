FROM debian:12.8-slim
# want@+1 `every user may change what COPY copies` at `777`
COPY --chmod=777 app /app
# want@+1 `every user may change what ADD copies` at `0666`
ADD --chmod=0666 app.conf /etc/app.conf
# want@+1 `every user may change /data:` at `777`
RUN mkdir /data && chmod -R 777 /data
# want@+1 `every user may change /etc/a and 1 more:` at `0666`
RUN chmod 0666 /etc/a /etc/b
# want@+1 `every user may change /data:` at `a+rwx`
RUN chmod a+rwx /data
# want@+1 `every user may change /data:` at `o+w`
RUN chmod o+w /data && chmod u=rwx,go=rx /app
# want@+1 `every user may change /cache:` at `777` `every user may change /usr/bin/app:` at `0777`
RUN mkdir -p -m 777 /cache && install -m0777 app /usr/bin/app
# want@+1 `every user may change these files:` at `ugo+rw`
RUN find /data -type f -exec chmod ugo+rw {} +
# Set-group-ID makes it no better.
# want@+1 `every user may change /srv:` at `2777`
RUN chmod 2777 /srv
# want@+1 `every user may change /data:` at `"777"`
RUN ["chmod", "777", "/data"]
ENV DATA=/data LOGS=/var/log/app
# want@+1 `every user may change /data and 1 more:` at `777`
RUN chmod 777 "$DATA" "$LOGS"
# want@+1 `every user may change these files:` at `777`
RUN find /srv -type d -print0 | xargs -0 chmod 777
