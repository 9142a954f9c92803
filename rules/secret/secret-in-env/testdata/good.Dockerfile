FROM python:3.13-slim
ARG INDEX_TOKEN
ARG API_KEY=""
ENV DB_PASSWORD_FILE=/run/secrets/db_password \
    DB_USERNAME=shop \
    PASSWORD_POLICY=strict \
    KEY_VAULT_NAME=shop-prod \
    TOKEN_TTL=3600 \
    SECRET_ROTATION_ENABLED=true \
    PUBLIC_KEY=MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD \
    PIP_VERSION=25.3
ENV INDEX_TOKEN=$INDEX_TOKEN
RUN --mount=type=secret,id=index_token PASSWORD="$(cat /run/secrets/index_token)" ./install.sh
USER 10001
CMD ["python", "-m", "shop"]
