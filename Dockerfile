# syntax=docker/dockerfile:1
FROM node:26-slim AS packages
WORKDIR /talks
COPY package.json package-lock.json .npmrc ./
# Node is that of the image: the package that brings one is left out by its script not being run.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node

FROM node:26-slim
WORKDIR /talks
COPY --from=packages /talks/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY commands commands
COPY data data
RUN mkdir -p /var/lib/talks && chown node:node /var/lib/talks
USER node
ENV NODE_ENV=production TALKS_HOME=/var/lib/talks TALKS_HEALTH=127.0.0.1:3001 TALKS_LOG=json
VOLUME ["/var/lib/talks"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:3001/livez').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/app/start.js"]
