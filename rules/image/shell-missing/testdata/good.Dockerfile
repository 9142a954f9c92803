FROM golang:1.26 AS build
RUN go build -o /out/server .

# What is copied may hold a shell.
FROM scratch AS root
ADD rootfs.tar.gz /
RUN ls
FROM scratch AS bin
COPY --from=busybox:1.37 /bin/ /bin/
RUN ls
FROM scratch AS link
COPY --from=busybox:1.37 /bin/busybox /bin/sh
RUN ls
FROM scratch AS here
COPY . .
RUN ls
FROM scratch AS somewhere
ARG TO
COPY files $TO
RUN ls
# So may a program that needs none, and what is mounted.
FROM scratch AS installed
COPY --from=busybox:1.37 /bin/busybox /busybox
RUN ["/busybox", "--install", "/bin"]
RUN ls
FROM scratch AS mounted
RUN --mount=from=busybox:1.37,dst=/bin ls
# Another shell is the file's own affair.
FROM scratch AS other
COPY --from=busybox:1.37 /bin/busybox /busybox/sh
SHELL ["/busybox/sh", "-c"]
RUN ls
FROM other AS more
RUN ls
# A here-document can name what runs it.
FROM scratch AS python
COPY --from=python:3.14 /usr/local /usr/local
RUN <<EOF
#!/usr/local/bin/python3
print()
EOF
# Nothing is known of it.
FROM registry.example.com/base/static AS private
RUN ls
CMD ls
FROM ${BASE:-unknown} AS variable
RUN ls
FROM alpine:3.22 AS alpine
RUN ls
# Of what does not ship nothing is started.
FROM scratch AS idle
CMD /server

FROM scratch
COPY --from=build /out/server /server
ENTRYPOINT ["/server"]
CMD ["--port=80"]
HEALTHCHECK CMD ["/server", "--healthy"]
