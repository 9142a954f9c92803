# want@+1 `as is written otherwise than its FROM, which would have AS` at `as` `docker knows stage build by that name in lower case alone` at `Build`
FROM golang:1.26 as Build
# want@+1 `copy is written otherwise than most instructions, which would have COPY` at `copy`
copy . .
# want@+1 `Run is written otherwise than most instructions` at `Run`
Run go build \
  -o /server .

# want@+1 `from is written otherwise` at `from` `as is written otherwise than its FROM, which would have AS` at `as`
from alpine:3.22 as last
# want@+1 `protocol TCP is known as tcp` at `80/TCP` `protocol Udp is known as udp` at `"53/Udp"`
EXPOSE 80/TCP 443/tcp "53/Udp"
USER 10001
CMD ["/server"]
