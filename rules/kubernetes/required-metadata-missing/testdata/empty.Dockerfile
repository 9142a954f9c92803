FROM scratch
# want@+1 `label org\.opencontainers\.image\.vendor of final stage is empty` at `""`
LABEL org.opencontainers.image.vendor=""
