FROM eclipse-temurin:21-jre
ARG JAR_FILE
# want@+1 `ADD brings in plain files as COPY would` at `ADD`
ADD app.py config.yaml /app/
# want@+1 `ADD brings in plain files` at `ADD`
ADD --chown=root:root ["static/", "/app/static/"]
# want@+1 `ADD brings in plain files` at `add`
add . /app
# want@+1 `ADD brings in plain files` at `ADD`
ADD entrypoint /
# want@+1 `ADD brings in plain files` at `ADD`
ADD site.zip /srv/
# want@+1 `ADD brings in plain files` at `ADD`
ADD ${JAR_FILE} app.jar
# want@+1 `ADD brings in plain files` at `ADD`
ADD target/shop-${VERSION}.jar /app/shop.jar
# want@+1 `ADD brings in plain files` at `ADD`
ADD <<END /etc/motd
Welcome.
END
# want@+1 `ADD brings in plain files` at `ADD`
ONBUILD ADD package.json /app/
USER 10001
