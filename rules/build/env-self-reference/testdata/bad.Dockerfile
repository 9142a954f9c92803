FROM alpine:3.22
# want@+1 `A is only set by this very ENV, so it is empty here` at `A`
ENV A=1 B=$A
# want@+2 `SRC is only set by this very ENV` at `SRC`
ENV OUT=/out \
    BIN=${SRC}/bin \
    SRC=/src
# want@+2 `ROOT is only set by this very ENV` at `ROOT`
ENV ROOT="/opt" \
    TOOLS="${ROOT}/tools" D=1
# want@+3 `E is only set by this very ENV` at `E`
ENV E=1 \
    # why
    F=$E
