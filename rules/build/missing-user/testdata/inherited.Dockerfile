FROM python:3.13-slim AS base
RUN useradd --uid 10001 --no-create-home worker
USER worker

FROM base AS dependencies
COPY requirements.txt .
RUN pip install --user --no-cache-dir -r requirements.txt

FROM dependencies
COPY jobs /jobs
CMD ["python", "/jobs/run.py"]
