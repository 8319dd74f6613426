FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json prisma.config.ts ./
COPY prisma ./prisma
COPY scripts/bundle.mjs ./scripts/
COPY src ./src
RUN npm run build
# Prisma's client names Prisma's command line tool and TypeScript as optional peers, so npm keeps both, with all that they
# stand on, until they are gone.
RUN rm -r node_modules/prisma node_modules/typescript package-lock.json \
  && npm pkg delete devDependencies \
  && npm prune --ignore-scripts
# Completes the bundled Postgres, which at run time lies where its user cannot write.
RUN node dist/database/complete-binaries.js

FROM node:20-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/dist ./dist
COPY docs/parity.json ./docs/
RUN install -d -o node -g node /data
ENV NODE_ENV=production
ENV IKS_HOST=0.0.0.0
ENV IKS_DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 4570
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.IKS_PORT || 4570) + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
