#!/bin/bash
set -euo pipefail

DB_PASSWORD=$(pass show shop/db)
API_TOKEN="${API_TOKEN:?}"
SMTP_PASSWORD=
read -rs ADMIN_PASSWORD
export ADMIN_PASSWORD
PASSWORD_FILE=/run/secrets/db_password

docker run --detach --env API_TOKEN --env "DB_PASSWORD=$DB_PASSWORD" --env DB_PASSWORD_FILE=/run/secrets/db registry.example.com/shop:4.0
