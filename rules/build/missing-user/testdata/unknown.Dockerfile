# Whom a private image, or one that the caller names, runs as is not known.
ARG BASE
FROM registry.example.com/platform/jre:21 AS library
COPY lib /lib

FROM ${BASE}
COPY app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
