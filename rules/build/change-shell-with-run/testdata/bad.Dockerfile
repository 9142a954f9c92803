FROM debian:12.8
# want@+1 `^ln puts another program in the place of /bin/sh` at `ln`
RUN ln -sfv /bin/bash /bin/sh
# want@+1 `^ln puts` at `"ln"`
RUN ["ln", "-s", "/bin/dash", "/bin/sh"]
# want@+2 `^ln puts` at `ln`
RUN apt-get install -y bash \
    && ln -sf /bin/bash /bin/sh
# want@+1 `^mv puts` at `mv`
RUN mv dash /bin/sh
# want@+1 `^powershell is started by hand` at `powershell`
RUN powershell -command Get-Date
