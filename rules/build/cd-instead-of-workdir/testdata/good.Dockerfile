FROM nginx:1.29
WORKDIR /usr/share/nginx/html
RUN tar xf site.tar
# The folder is made on the way, or left again.
RUN curl -fsSL https://example.com/a.tgz | tar xz && cd a-1.0 && ./configure && make install
RUN (cd /src && make) && (mkdir x; cd x)
RUN FILES=$(cd /src && ls) && echo "$FILES"
RUN echo cd /srv && git clone https://example.com/x.git && cd x && make && cd ..  && rm -r x
RUN if test -d /src; then cd /src; make; fi; make
CMD cd /srv && ./start
