# syntax=docker/dockerfile:1
# One image for all five services; the command names the one to run:  docker run weir node services/gateway/dist/main.js
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /weir
COPY package.json package-lock.json ./
COPY cli/package.json cli/
COPY libs/client/package.json libs/client/
COPY libs/contracts/package.json libs/contracts/
COPY libs/drift/package.json libs/drift/
COPY libs/enrichment/package.json libs/enrichment/
COPY libs/learning/package.json libs/learning/
COPY libs/model-exchange/package.json libs/model-exchange/
COPY libs/platform/package.json libs/platform/
COPY libs/url-features/package.json libs/url-features/
COPY services/gateway/package.json services/gateway/
COPY services/gateway/web/package.json services/gateway/web/
COPY services/inference/package.json services/inference/
COPY services/ingestion/package.json services/ingestion/
COPY services/standalone/package.json services/standalone/
COPY services/training/package.json services/training/
COPY services/validation/package.json services/validation/
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json ./
COPY libs libs
COPY services services
COPY scripts/build-page.mjs scripts/weir.mjs scripts/
COPY cli cli
RUN node node_modules/typescript/bin/tsc -b services/standalone cli \
 && node scripts/build-page.mjs \
 && npm prune --omit=dev --no-audit --no-fund
# What runs, and nothing else: no sources, no types, no maps, no test kits.
RUN find libs services cli -name node_modules -prune -o -type d \( -name src -o -name testing -o -name reference \) -prune -exec rm -rf {} + \
 && find libs services cli -name node_modules -prune -o -type f \( -name '*.d.ts' -o -name '*.map' -o -name '*under-test*' \
      -o -name .tsbuildinfo -o -name 'tsconfig*.json' -o -name 'vitest*.ts' -o -name '*.py' \) -exec rm {} + \
 && find . -type d \( -path '*/node_modules/.bin' -o -path '*/node_modules/typescript' -o -path '*/node_modules/@types' \) -prune -exec rm -rf {} + \
 && find . -path '*/node_modules/*' -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' \) -delete \
 && find . -path '*/node_modules/*' -type d -empty -delete \
 && rm tsconfig.json tsconfig.base.json scripts/build-page.mjs services/gateway/web/index.html services/gateway/web/vite.config.ts

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production WEIR_HOST=0.0.0.0 WEIR_PORT=8080 WEIR_HOME=/var/lib/weir
WORKDIR /weir
# The only folder written to is WEIR_HOME, and only by the embedded backends; the root file system can be read-only.
# Nothing is installed at run time, so the package managers only give scanners something to find.
RUN install -d -o node -g node /var/lib/weir \
 && rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg
COPY --link --from=build --chown=0:0 /weir /weir
COPY --link --chown=0:0 datasets /weir/datasets
COPY --link --chown=0:0 LICENSE /weir/LICENSE
RUN ln -s /weir/scripts/weir.mjs /usr/local/bin/weir
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WEIR_PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "services/gateway/dist/main.js"]
