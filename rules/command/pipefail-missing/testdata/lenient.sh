#!/bin/sh
# Nothing stops this script, so a pipe does not either.
cat x | wc -l
