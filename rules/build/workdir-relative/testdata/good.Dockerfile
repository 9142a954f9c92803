FROM node:24-slim AS build
WORKDIR /app
WORKDIR /app/src

FROM build
WORKDIR /app/dist

FROM node:24-slim
WORKDIR "/a b"
FROM node:24-slim
WORKDIR $SOMEWHERE
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
WORKDIR C:\\app
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
WORKDIR c:/app
FROM registry.example/base:1
ARG PREFIX=/opt
WORKDIR ${PREFIX}/app
