FROM alpine:3.22

RUN apk add --no-cache \
    # room
    #
    curl

COPY <<EOF /etc/motd

two lines

EOF
RUN <<EOF

echo hello \

EOF
