FROM alpine:3.22
ENV A=b C="d e" F=
ENV G=h\ i J='k l'
LABEL a.b="c d" e=f
LABEL one=1 \
      two="2 3"
ARG K
RUN export L M
