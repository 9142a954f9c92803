FROM debian:12.8-slim
RUN apt-get install -y --no-install-recommends x | grep -- --allow-unauthenticated
RUN echo "--force-yes" && apt-get -o APT::Get::AllowUnauthenticated=false install x
RUN echo "deb [signed-by=/usr/share/keyrings/x.gpg] https://apt.example.com stable main" > /etc/apt/sources.list.d/x.list
RUN dpkg-scanpackages . > Packages && echo "deb [ trusted=yes ] file://$built ./" > /etc/apt/sources.list.d/built.list && apt-get update
RUN rpm -q --nosignature x && rpm -qp --nodigest x.rpm && rpm --import x.asc
RUN dnf install -y --setopt=gpgcheck=1 x && echo "gpgcheck=1" >> /etc/yum.conf
RUN apk add --no-cache x && echo "trusted=yes"
RUN sed -i 's/^SigLevel.*/SigLevel = Required/' /etc/pacman.conf
RUN cat > /etc/yum.repos.d/tools.repo <<'EOF'
[tools]
gpgcheck=1
# gpgcheck=0
EOF
RUN grep -v tools <<EOF
gpgcheck=0
EOF
COPY <<EOF /etc/yum.repos.d/more.repo
gpgcheck=1
EOF
