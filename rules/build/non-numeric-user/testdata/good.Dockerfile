FROM node:22-alpine AS build
USER node
RUN true

FROM node:22-alpine
USER 1000:node
