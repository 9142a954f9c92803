FROM debian:12.8-slim
# want@+1 `COPY lets every user change what it copies` at `777`
COPY --chmod=777 app /app
# want@+1 `ADD lets every user change` at `0666`
ADD --chmod=0666 app.conf /etc/app.conf
# want@+1 `/data lets every user change what it holds` at `777`
RUN mkdir /data && chmod -R 777 /data
# want@+1 `the mode lets every user change` at `0666`
RUN chmod 0666 /etc/a /etc/b
# want@+1 `/data lets every user` at `a+rwx`
RUN chmod a+rwx /data
# want@+1 `/data lets every user` at `o+w`
RUN chmod o+w /data && chmod u=rwx,go=rx /app
# want@+1 `/cache lets every user` at `777` `the mode lets every user` at `0777`
RUN mkdir -p -m 777 /cache && install -m0777 app /usr/bin/app
# want@+1 `the mode lets every user` at `ugo+rw`
RUN find /data -type f -exec chmod ugo+rw {} +
# Set-group-ID makes it no better.
# want@+1 `/srv lets every user` at `2777`
RUN chmod 2777 /srv
# want@+1 `/data lets every user` at `"777"`
RUN ["chmod", "777", "/data"]
