ARG REGISTRY_PASSWORD
FROM scratch AS files
ARG API_KEY
COPY app /app

FROM node:22-alpine
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
ARG VERSION
ARG TOKEN_URL
# This one ends in the image itself: another rule speaks.
ARG NPM_TOKEN
RUN npm config set //registry.example.com/:_authToken=$NPM_TOKEN $VERSION $TOKEN_URL
USER 1000
