FROM alpine:3.22
# want@+1 `a space stands between APP_HOME and its value` at `APP_HOME`
ENV APP_HOME /srv/app
# want@+1 `between description and its value` at `description`
LABEL description	the shop
# want@+1 `between OPTIONS and` at `OPTIONS`
ENV OPTIONS -Xmx1g -Da=b:$APP_HOME
# want@+1 `between A and` at `A`
ENV A  b C=d
# want@+1 `between QUOTED and` at `QUOTED`
LABEL QUOTED "one value"
# want@+1 `between WINDOWS and` at `WINDOWS`
ENV WINDOWS C:\temp
# want@+1 `between WRAPPED and` at `WRAPPED`
ENV WRAPPED one \
    two
# want@+1 `between both and` at `both`
ENV both some "quoted words" here
# want@+1 `between escaped and` at `escaped`
ENV escaped a\ b c
# want@+1 `between commented and` at `commented`
ENV commented \
    # why
    value
