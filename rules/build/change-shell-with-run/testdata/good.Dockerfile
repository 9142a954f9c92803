FROM debian:12.8
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN ln -s /usr/bin/python3 /usr/bin/python && ln -s /bin/sh /bin/sh.old && ln -s /opt/app/bin/sh
RUN usermod --shell /bin/zsh dev && chsh -s /bin/zsh
RUN pwsh -File /install.ps1 && ./install.sh /bin/sh
CMD ["/bin/sh"]
