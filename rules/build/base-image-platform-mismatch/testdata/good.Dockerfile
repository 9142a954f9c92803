ARG PLATFORM
FROM --platform=linux/arm64/v8 arm64v8/alpine:3.23
FROM --platform=linux/arm/v6 arm32v7/alpine:3.23
FROM --platform=linux i386/debian:13
FROM --platform=windows/arm64 mcr.microsoft.com/windows/nanoserver:ltsc2025
FROM --platform=linux/amd64 mcr.microsoft.com/dotnet/runtime:10.0
FROM --platform=linux/amd64 registry.example.com/arm64v8/alpine:3.23
FROM --platform=linux/amd64 alpine:3.23
FROM --platform=$PLATFORM arm64v8/alpine:3.23
FROM --platform=$BUILDPLATFORM arm64v8/alpine:3.23
FROM arm64v8/alpine:3.23
FROM --platform=linux/amd64 scratch
