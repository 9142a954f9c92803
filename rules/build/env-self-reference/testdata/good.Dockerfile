FROM alpine:3.22
ARG VERSION=1
ENV A=1
ENV A=2 B=$A C=$VERSION AB=$A
# Its own value, which the base image may set.
ENV LD_LIBRARY_PATH=/x:$LD_LIBRARY_PATH PATH=/y:$PATH
ENV D='$E' E=1 F=\$E G=$EE EE_=1
# Each ARG sees those before it.
ARG H=1 I=$H
ENV J K=$J
