FROM debian:12.8-slim
ARG GIT_SSL_NO_VERIFY
ENV NODE_TLS_REJECT_UNAUTHORIZED=1 PYTHONHTTPSVERIFY=1 NPM_CONFIG_STRICT_SSL=true PIP_TRUSTED_HOST="" GOPRIVATE=*.example.com
ENV NODE_TLS_REJECT_UNAUTHORIZED=$REJECT
RUN curl -fsSL --cacert ca.pem https://files.example.com/k -o k
RUN curl -H '-k' -o -k https://files.example.com/k && curl -sok https://files.example.com/a
# The machine itself.
RUN curl -k https://localhost:8443/healthz && curl --insecure https://127.0.0.1:${PORT}/ && wget --no-check-certificate https://[::1]/x
RUN pip install --trusted-host localhost --index-url http://localhost:3141/simple shop
RUN git -c http.sslVerify=true clone https://git.example.com/a && git config http.sslVerify true
RUN npm config set strict-ssl true && npm config get strict-ssl && npm config set registry https://npm.example.com
RUN echo "curl -k https://files.example.com" && apt-get -o Acquire::Retries=3 update
RUN apt-get install -y insecure && helm upgrade --insecure-skip-tls-verify=false a b && grep -k x y
RUN yum-config-manager --save --setopt=sslverify=1 && dnf config-manager --disable sslverify
HEALTHCHECK CMD curl -kf https://localhost/ || exit 1
