ARG BASE
# want@+1 `whom stage app runs as is not known: its base depends on a variable` at `FROM $BASE AS app`
FROM $BASE AS app
CMD ["serve"]
