FROM debian:12.8-slim AS tools
# want@+1 `stage tools runs what get.example.com sends, and nothing checks what that is` at `https://get.example.com/install.sh`
RUN curl -fsSL https://get.example.com/install.sh | sh
# want@+1 `runs what get.example.com sends` at `https://get.example.com/install.sh`
RUN wget -qO- https://get.example.com/install.sh | sudo -E bash -s -- --yes
# want@+2 `runs what` at `"https://get.example.com/setup_22.x"`
RUN set -eux; \
    curl -sL "https://get.example.com/setup_22.x" \
      | bash -
# want@+1 `runs what` at `https://get.example.com/install.sh`
RUN bash <(curl -s https://get.example.com/install.sh)
# want@+1 `runs what` at `https://get.example.com/install.sh`
RUN sh -c "$(curl -fsSL https://get.example.com/install.sh)" -- --quiet
# want@+1 `runs what` at `https://get.example.com/install.py`
RUN curl -sSL https://get.example.com/install.py | python3 -
# want@+1 `runs what` at `https://get.example.com/env`
RUN eval "$(curl -s https://get.example.com/env)" && make
# want@+1 `runs what` at `https://get.example.com/install.sh`
RUN curl -o /tmp/install.sh https://get.example.com/install.sh && sh /tmp/install.sh && rm /tmp/install.sh
# want@+1 `runs what` at `https://get.example.com/setup`
RUN cd /tmp && wget https://get.example.com/setup && chmod +x setup && ./setup --quiet
# want@+1 `runs what` at `https://get.example.com/install.sh`
RUN curl -s https://get.example.com/install.sh > i.sh; . ./i.sh
# want@+1 `runs what another machine sends` at `"$INSTALLER"`
RUN curl -fsSL "$INSTALLER" | gunzip | sh
# A checksum that comes too late.
# want@+1 `runs what` at `https://get.example.com/x.sh`
RUN curl -O https://get.example.com/x.sh && sh x.sh && echo "9f86d081  x.sh" | sha256sum -c
# want@+1 `runs what` at `https://get.example.com/x.pl`
RUN ["sh", "-c", "curl https://get.example.com/x.pl | perl"]
RUN <<EOF
set -e
# want@+1 `runs what` at `https://get.example.com/install.sh`
curl https://get.example.com/install.sh | tee install.log.sh | bash
EOF
# The image of whoever builds on this one.
# want@+1 `runs what` at `https://get.example.com/`
ONBUILD RUN curl https://get.example.com/ | sh
