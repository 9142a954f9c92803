FROM alpine:3.20 AS base
COPY settings.conf /etc/shop/
WORKDIR /app
COPY shop .

FROM base AS middle
RUN true

FROM middle
COPY data data/

FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
COPY shop.exe C:/shop/
COPY shop.exe \\shop\\
COPY shop.exe ${TARGET}/shop
ONBUILD COPY . .
