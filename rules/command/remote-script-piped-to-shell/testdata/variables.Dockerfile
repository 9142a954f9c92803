# What a RUN finds in a variable: what ARG and ENV say, of this stage and those that it builds on.
ARG SITE=https://sh.example.com
FROM debian:12.8-slim AS base
ARG SITE
ENV INSTALLER=$SITE/install.sh LATER=https://first.example.com/a.sh

FROM base
# want@+1 `runs what sh.example.com` at `$INSTALLER`
RUN curl -fsSL $INSTALLER | sh
# want@+1 `runs what sh.example.com` at `"${SITE}/x.sh"`
RUN curl -fsSL "${SITE}/x.sh" | sh
# want@+1 `runs what first.example.com` at `$LATER`
RUN curl -fsSL $LATER | sh
ENV LATER=http://127.0.0.1:8080/a.sh
RUN curl -fsSL $LATER | sh
# want@+1 `runs what another machine` at `$INSTALLER`
RUN . /etc/site.env && curl -fsSL $INSTALLER | sh
# want@+1 `runs what another machine` at `$INSTALLER`
RUN [ -z "$MIRROR" ] || INSTALLER="$MIRROR/install.sh"; curl -fsSL $INSTALLER | sh
# want@+1 `runs what another machine` at `$INSTALLER`
ONBUILD RUN curl -fsSL $INSTALLER | sh
ARG INSTALLER
# want@+1 `runs what sh.example.com` at `$INSTALLER`
RUN ["sh", "-c", "curl -fsSL $INSTALLER | sh"]
USER 10001
