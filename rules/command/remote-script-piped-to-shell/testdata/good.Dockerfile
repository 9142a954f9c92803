FROM debian:12.8-slim
RUN curl -fsSLo install.sh https://get.example.com/4.2/install.sh \
 && echo "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  install.sh" | sha256sum -c - \
 && sh install.sh
RUN wget https://get.example.com/i.sh https://get.example.com/i.sh.asc && gpg --batch --verify i.sh.asc i.sh && bash i.sh
RUN curl -fsSLO https://get.example.com/i.sh && [ "$(sha256sum i.sh | cut -d' ' -f1)" = "$SUM" ] && bash i.sh
RUN curl -fsSLO https://get.example.com/i.sh && sum=$(sha256sum i.sh) && test "$sum" = "$WANTED" && bash i.sh
# What is sent is data.
RUN curl -s https://api.example.com/releases | python3 -m json.tool
RUN curl -s https://api.example.com/releases | python3 -c 'import json,sys; print(json.load(sys.stdin)["tag"])'
RUN curl -s https://api.example.com/hosts | sh ./add-hosts.sh
RUN curl -s https://api.example.com/hosts | perl -ne 'print if /x/'
RUN bash ./deploy.sh "$(curl -s https://api.example.com/version)"
RUN sh -c 'make VERSION="$1"' build "$(curl -s https://api.example.com/version)"
RUN curl -s https://api.example.com/version | tr -d v > version && sh build.sh
RUN curl -fsSL https://keys.example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/example.gpg
RUN echo "curl https://get.example.com/install.sh | sh"
# The machine itself.
RUN curl -s http://localhost:8080/env.sh | sh && curl http://127.0.0.1:${PORT}/x | bash
RUN curl -s https://get.example.com/readme.txt -o readme.txt && sh install.sh
