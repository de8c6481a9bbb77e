// The HTTP server of the loopback host: the page's files, the routes, the WebSocket. It listens on 127.0.0.1 only,
// on a port the system picks, and refuses before it reads.

import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Asset, AssetMap } from '../assets.ts';
import { SECURITY_HEADERS } from '../headers.ts';
import type { Activity } from './activity.ts';
import type { Route } from './api.ts';
import { apiRefusal, assetRefusal, bearer, hostRefusal } from './guard.ts';
import type { Keyring } from './keyring.ts';
import { isSameUser } from './peer.ts';
import { Refusal, sendError, sendRefusal } from './reply.ts';
import type { Sockets } from './socket.ts';

export interface ServerParts {
  readonly routes: ReadonlyMap<string, Route>;
  /** Read at each request, so that development sees a new build. */
  readonly assets: () => AssetMap;
  readonly keyring: Keyring;
  readonly sockets: Sockets;
  readonly activity: Activity;
  /** A refused request: the route's name (never the path that was sent) and the status. */
  readonly onRefused: (route: string, status: number) => void;
}

export interface LoopbackServer {
  readonly port: number;
  close(): void;
}

const LIMITS = {
  maxHeaderSize: 8192,
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
} as const;
const MAX_CONNECTIONS = 64;

/** Starts listening. */
export async function startServer(parts: ServerParts): Promise<LoopbackServer> {
  const server = createServer(LIMITS);
  server.maxConnections = MAX_CONNECTIONS;
  server.on('connection', (socket) => {
    if (!isSameUser(socket)) socket.destroy();
  });
  server.on('clientError', (_error, socket) => void socket.destroy());
  const port = await listen(server);
  server.on('request', (request, response) => void serve(request, response, port, parts));
  server.on('upgrade', (request, socket, head) => parts.sockets.upgrade(request, socket, head, port));
  return {
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  parts: ServerParts,
): Promise<void> {
  const path = request.url ?? '';
  const route = parts.routes.get(path);
  const asset = parts.assets().get(path);
  try {
    refuseUnless(hostRefusal(request, port));
    if (route) await runRoute(request, response, port, route, parts);
    else if (path.startsWith('/api/')) throw new Refusal(request.method === 'OPTIONS' ? 403 : 404);
    else serveAsset(request, response, asset);
  } catch (error) {
    if (error instanceof Refusal) parts.onRefused(route || asset ? path : 'unknown route', error.status);
    sendError(response, error);
  }
}

function refuseUnless(status: number): void {
  if (status !== 0) throw new Refusal(status);
}

async function runRoute(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  route: Route,
  { keyring, activity }: ServerParts,
): Promise<void> {
  refuseUnless(apiRefusal(request, port, route.contentType));
  if (route.needsKey) {
    const key = bearer(request);
    if (key === null || !keyring.isValid(key)) throw new Refusal(401);
  }
  activity.seen();
  await route.run(request, response);
}

function serveAsset(request: IncomingMessage, response: ServerResponse, asset: Asset | undefined): void {
  refuseUnless(assetRefusal(request));
  if (asset === undefined) throw new Refusal(404);
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': asset.contentType });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(asset.file)
      .on('error', () => sendRefusal(response, 404))
      .pipe(response);
}
