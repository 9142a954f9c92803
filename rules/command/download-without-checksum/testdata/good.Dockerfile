FROM debian:12.8-slim
RUN curl -fsSLo a.tgz https://dl.example.com/a.tgz && echo "$SUM  a.tgz" | sha256sum -c - && tar xf a.tgz
RUN wget https://dl.example.com/b.zip https://dl.example.com/b.zip.asc && gpg --verify b.zip.asc && unzip b.zip
RUN curl -fsSL https://keys.example.com/key.gpg -o /usr/share/keyrings/example.gpg
RUN curl -fsSL https://keys.example.com/release | gpg --dearmor > /etc/apt/trusted.gpg.d/example.gpg
RUN curl -fsS https://api.example.com/v1/tool.json > /etc/tool.json
RUN curl -o /dev/null https://dl.example.com/a.tgz && wget --spider https://dl.example.com/a.tgz && curl -I https://dl.example.com/a.tgz
RUN curl -F file=@a.tgz https://up.example.com/a.tgz && curl -T a.tgz https://up.example.com/a.tgz
RUN curl -s https://api.example.com/latest | grep tag
RUN wget http://localhost:8000/a.tgz
HEALTHCHECK CMD curl -f http://localhost/healthz
RUN dnf install -y --setopt=localpkg_gpgcheck=1 https://dl.example.com/f.rpm && rpm -qp https://dl.example.com/f.rpm
RUN yum install -y f && yum remove -y g && yum-config-manager --add-repo https://dl.example.com/f.repo && rpm -i f.rpm
