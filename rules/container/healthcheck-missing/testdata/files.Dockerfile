FROM scratch
COPY protocols /protocols
