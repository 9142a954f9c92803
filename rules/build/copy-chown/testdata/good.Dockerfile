FROM node:22-alpine AS build
COPY --chown=node:node . /src

FROM node:22-alpine
ARG OWNER
COPY --chown=root:root package.json /app/
COPY --chown=0:1000 start /app/
COPY --chown=$OWNER data /data
COPY --from=build /src/dist /app/dist
RUN chown node /app/uploads
USER node
