# want@+2 `an empty line interrupts this ARG` at "\n"
ARG A \

    B
FROM alpine:3.22
# want@+2 `an empty line interrupts this RUN: what stands below still belongs to it` at "\n"
RUN apk add --no-cache \

    curl \
    # for the health check

    git
# want@+3 `an empty line interrupts this ENV` at "\n  \n"
ENV A=1 \
    # why

  
    B=2
USER 10001
