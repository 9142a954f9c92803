FROM nginx:1.29
# want@+1 `^cd has no effect: the next instruction starts in WORKDIR again$` at `cd /usr/share/nginx/html`
RUN cd /usr/share/nginx/html
# want@+1 `^the whole step runs in another folder` at `cd ../share`
RUN cd ../share && tar xf site.tar
# want@+1 `^the whole step runs` at `cd /src`
RUN set -eux; cd /src; make
# want@+1 `^cd at the end of a step has no effect` at `cd build`
RUN mkdir build && cd build
# want@+1 `^cd has no effect` at `"cd", "/srv"`
RUN ["cd", "/srv"]
