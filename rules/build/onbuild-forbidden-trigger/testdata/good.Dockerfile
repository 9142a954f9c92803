FROM alpine:3.22
ONBUILD RUN echo FROM
ONBUILD copy --from=alpine:3.22 /etc/passwd /x
ONBUILD USER onbuild
