FROM debian:12.8-slim AS a
# want@+1 `stage a goes on when gpg fails: a pipe's status is that of its last command` at `gpg`
RUN gpg --decrypt a.gpg | tar x && cat x | wc -l
SHELL ["/bin/bash", "-c"]
# want@+1 `goes on when make fails` at `make`
RUN set -e; make 2>&1 | tee build.log
# want@+1 `goes on when cat fails` at `cat`
RUN bash -c 'cat x | wc -l'
# want@+1 `goes on when wget fails` at `"wget"`
RUN x=1 && "wget" -O - https://dl.example.com/x | grep y
# want@+1 `goes on when this command fails` at `$TOOL`
RUN $TOOL | sort > list

FROM a
# want@+1 `goes on when cat fails` at `cat`
RUN cat x | wc -l
