FROM alpine:3.22
# want@+1 `ports end at 65535: docker refuses it` at `65536` `ports end at 65535` at `70000-70001/udp`
EXPOSE 65536 8080 70000-70001/udp
# want@+1 `EXPOSE publishes nothing on the host: only 80 counts` at `127.0.0.1:80:80` `only 8080/tcp counts` at `[::1]:8080:8080/tcp` `only 5000 counts` at `"5000:5000"`
EXPOSE 127.0.0.1:80:80 [::1]:8080:8080/tcp "5000:5000"
# want@+1 `there is no protocol http, only tcp, udp and sctp` at `80/http` `web is no port` at `web` `-1 is no port` at `-1`
EXPOSE 80/http web -1
# want@+1 `the range ends before it begins` at `9000-8000` `8000-b is no range` at `8000-b`
EXPOSE 9000-8000 8000-b
# want@+1 `docker reads no comment behind an instruction` at `#`
EXPOSE 80 # the web server
ARG PORTS="80 99999"
# want@+1 `ports end at 65535` at `$PORTS`
EXPOSE $PORTS
