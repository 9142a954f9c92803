FROM debian:12.8
RUN apt-get update && apt-get install -y apt && apt-cache policy curl && apt-key list
RUN rm -rf /var/lib/apt && echo apt install curl && which apt
COPY apt /etc/apt
