FROM debian:12.8-slim
# want@+1 `final stage has curl verify no certificate: whoever answers in the server's place can send anything` at `k`
RUN curl -fsSkL https://files.example.com/a.txt -o a.txt
# want@+2 `has wget verify no certificate` at `--no-check-certificate`
RUN wget \
    --no-check-certificate \
    https://files.example.com/a.txt
# want@+2 `has pip verify no certificate` at `--trusted-host=pypi.example.com`
RUN pip install shop \
    --trusted-host=pypi.example.com
RUN true
# want@+1 `has pip3 verify no certificate` at `--trusted-host a.example.com` `has pip3 verify` at `--trusted-host b.example.com`
RUN pip3 install --trusted-host a.example.com --trusted-host b.example.com shop
# want@+1 `has python3 verify no certificate` at `--trusted-host a.example.com`
RUN python3 -m pip install --trusted-host a.example.com shop
# want@+1 `configures that no certificate is verified` at `false`
RUN npm config set strict-ssl false -g && npm ci
# want@+1 `configures that` at `strict-ssl=false` `configures that` at `"false"`
RUN npm set strict-ssl=false && yarn config set strict-ssl "false" --global
# want@+1 `has git verify no certificate` at `-c http.sslVerify=false` `configures that` at `0`
RUN git -c http.sslVerify=false clone https://git.example.com/a && git config --global http.sslVerify 0
# want@+1 `has apt-get verify no certificate` at `-o Acquire::https::Verify-Peer=false`
RUN apt-get -o Acquire::https::Verify-Peer=false update
# want@+1 `configures that` at `'Acquire::https::Verify-Peer "false";'`
RUN echo 'Acquire::https::Verify-Peer "false";' > /etc/apt/apt.conf.d/99tls
# want@+1 `has dnf verify no certificate` at `--setopt=sslverify=0` `has yum-config-manager verify no` at `--setopt="a.sslverify=False"`
RUN dnf config-manager --save --setopt=sslverify=0; yum-config-manager --setopt="a.sslverify=False" --save
# want@+1 `configures that` at `false` `configures that` at `true`
RUN conda config --set ssl_verify false && composer config disable-tls true
# want@+1 `has helm verify no certificate` at `--insecure-skip-tls-verify`
RUN helm pull --insecure-skip-tls-verify repo/chart
# want@+1 `has curl verify no certificate` at `"--insecure"`
RUN ["curl", "--insecure", "https://files.example.com/a.txt"]
# want@+1 `NODE_TLS_REJECT_UNAUTHORIZED has Node.js verify no certificate` at `NODE_TLS_REJECT_UNAUTHORIZED=0`
RUN A=1 NODE_TLS_REJECT_UNAUTHORIZED=0 node build.js
# want@+1 `GIT_SSL_NO_VERIFY has git verify no certificate` at `GIT_SSL_NO_VERIFY=0`
RUN cd /src && export GIT_SSL_NO_VERIFY=0 && git clone https://git.example.com/a
# want@+1 `PYTHONHTTPSVERIFY has Python verify` at `PYTHONHTTPSVERIFY=0` `PIP_TRUSTED_HOST has pip verify` at `PIP_TRUSTED_HOST="a.example.com"`
ENV LANG=C PYTHONHTTPSVERIFY=0 PIP_TRUSTED_HOST="a.example.com"
# want@+1 `NPM_CONFIG_STRICT_SSL has npm` at `NPM_CONFIG_STRICT_SSL false`
ENV NPM_CONFIG_STRICT_SSL false
# want@+1 `GOINSECURE has Go verify no certificate` at `GOINSECURE=*.example.com`
ARG GOINSECURE=*.example.com
# want@+1 `npm_config_strict_ssl has npm` at `npm_config_strict_ssl=false`
RUN npm_config_strict_ssl=false npm ci
# want@+1 `mvn verify no certificate` at `-Dmaven.wagon.http.ssl.insecure=true`
RUN mvn -B package -Dmaven.wagon.http.ssl.insecure=true && mvn -Dmaven.wagon.http.ssl.insecure=false test
COPY <<EOF /root/.npmrc
registry=https://npm.example.com
# want@+1 `COPY configures that no certificate is verified` at `strict-ssl=false`
strict-ssl=false
EOF
RUN cat <<EOF >>/etc/wgetrc
# want@+1 `configures that no certificate is verified` at `check_certificate = off`
check_certificate = off
EOF
CMD ["app"]
