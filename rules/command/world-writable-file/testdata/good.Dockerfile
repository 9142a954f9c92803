FROM debian:12.8-slim
ARG MODE
COPY --chmod=755 app /app
COPY --chmod=$MODE app /app
COPY --chmod=u=rwx,go=rx app /app
RUN chmod 1777 /tmp && chmod a+rwxt /scratch && chmod +w file && chmod 775 /data && chmod g+rwX /data
RUN chmod -R o-w /srv && chmod 644 777 && chmod "$MODE" x && chmod --reference=777 x
RUN mkdir -m 700 /a && install -d -m 0750 /b && echo chmod 777 /data
RUN find / -perm 777 -print && find /data -exec chmod 640 {} \;
