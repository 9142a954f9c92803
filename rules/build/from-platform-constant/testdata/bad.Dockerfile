# want@+1 `stage build is built for linux/amd64, whatever platform the build asks for` at `linux/amd64`
FROM --platform=linux/amd64 golang:1.26 AS build
# want@+1 `stage 2 is built for arm64` at `arm64`
FROM --platform=arm64 alpine:3.22
# want@+1 `stage 3 is built for windows` at `"windows"`
FROM --platform="windows" mcr.microsoft.com/windows/nanoserver:ltsc2022
# want@+1 `stage for-arm is built for linux/riscv64` at `linux/riscv64`
FROM --platform=linux/riscv64 alpine:3.22 AS for-arm
# want@+1 `final stage is built for linux/arm/v7` at `linux/arm/v7`
FROM --platform=linux/arm/v7 alpine:3.22
