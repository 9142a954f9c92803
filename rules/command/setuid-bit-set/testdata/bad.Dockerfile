FROM debian:12.8-slim
# want@+1 `COPY sets the setuid bit` at `4755`
COPY --chmod=4755 helper /usr/bin/helper
# want@+1 `ADD sets the setuid bit` at `u+s`
ADD --chmod=u+s helper /usr/bin/helper
# want@+1 `final stage sets the setuid bit: whoever runs the file has all rights of its owner while it runs` at `4755`
RUN chmod 4755 /usr/bin/helper
# want@+1 `sets the setuid bit` at `u+s` `sets the setuid bit` at `+s`
RUN chmod u+s /usr/bin/helper && chmod +s /usr/bin/other
# want@+1 `sets the setgid bit: whoever runs the file has the rights of its group` at `02755` `sets the setgid bit` at `g+xs`
RUN chmod 02755 /usr/bin/helper; chmod g+xs /usr/bin/helper
# want@+1 `sets the setuid bit` at `06711`
RUN install -o root -m 06711 helper /usr/bin
# want@+1 `sets the setuid bit` at `4770`
RUN mkdir /x && chmod -R 4770 /x
