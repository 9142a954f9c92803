# want@+1 `base image arm64v8/alpine:3\.23 is made for linux/arm64, but stage 1 asks for linux/amd64` at `arm64v8/alpine:3.23`
FROM --platform=linux/amd64 arm64v8/alpine:3.23
# want@+1 `made for linux/386, but stage 2 asks for linux/amd64` at `docker.io/i386/debian@sha256:5b10f432ef3da1b8d4c7eb6c487f2f5a8f096bc91145e68878dd4a5019afde11`
FROM --platform=x86_64 docker.io/i386/debian@sha256:5b10f432ef3da1b8d4c7eb6c487f2f5a8f096bc91145e68878dd4a5019afde11
# want@+1 `made for windows, but stage 3 asks for linux/amd64` at `mcr.microsoft.com/windows/nanoserver:ltsc2022`
FROM --platform=linux/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2022
# want@+1 `made for windows/amd64, but stage app asks for linux` at `winamd64/golang`
FROM --platform=linux winamd64/golang AS app
# want@+1 `made for linux/ppc64le, but final stage asks for linux/riscv64` at `ppc64le/alpine`
FROM --platform=linux/riscv64 ppc64le/alpine
