FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN npm run build && mkdir /data && chown node:node /data
USER node
EXPOSE 3000
CMD ["npm", "run", "--silent", "start"]
