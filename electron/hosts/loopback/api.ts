// The loopback host's routes: what the desktop does with dialogs, done with uploads and downloads. Each takes one
// JSON object (or one part of a file) and needs the session key, except the exchange that hands it out.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { FileHandle, SaveTarget } from '../../../shared/host.ts';
import { type Inbox, MAX_PART_BYTES } from './inbox.ts';
import type { Keyring } from './keyring.ts';
import { readBody, readJson, Refusal, sendJson, startBytes } from './reply.ts';

/** The part of the engine process that the routes use. */
export interface FileDoor {
  registerFile(path: string): Promise<FileHandle>;
  registerTarget(path: string): Promise<SaveTarget>;
  pathOfTarget(handle: string): Promise<string | null>;
  takeParcel(parcel: number): Promise<readonly Uint8Array[]>;
}

export interface ApiParts {
  readonly engine: FileDoor;
  readonly keyring: Keyring;
  readonly inbox: Inbox;
  /** Paths named on the command line; handed out once. */
  readonly takeLaunchFiles: () => readonly string[];
  /** A start link was used a second time. */
  readonly onReusedLink: () => void;
}

export interface Route {
  readonly contentType: 'application/json' | 'application/octet-stream';
  readonly needsKey: boolean;
  readonly limitBytes: number;
  run(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const MAX_JSON_BYTES = 8 * 2 ** 20;
const Name = z.string().min(1).max(400);

const Session = z.strictObject({ token: z.string().min(1).max(100) });
const Upload = z.strictObject({
  name: Name,
  bytes: z.int().min(0),
  purpose: z.enum(['spreadsheets', 'project']),
});
const Target = z.strictObject({ name: Name, purpose: z.enum(['project', 'export']) });
const Download = z.strictObject({ handle: z.string().min(1).max(200) });
const Parcel = z.strictObject({ parcel: z.int().min(0) });
const Empty = z.strictObject({});

/** The routes by exact path. */
export function createRoutes(parts: ApiParts): ReadonlyMap<string, Route> {
  return new Map<string, Route>([
    ['/api/session', { ...json(Session, (input) => openSession(parts, input.token)), needsKey: false }],
    ['/api/launch', json(Empty, () => launchFiles(parts))],
    ['/api/upload', json(Upload, (input) => beginUpload(parts, input))],
    ['/api/upload/part', uploadPart(parts)],
    ['/api/save-target', json(Target, (input) => saveTarget(parts, input))],
    ['/api/download', download(parts)],
    ['/api/columns', columns(parts)],
  ]);
}

function json<T>(schema: z.ZodType<T>, answer: (input: T) => Promise<unknown>): Route {
  return {
    contentType: 'application/json',
    needsKey: true,
    limitBytes: MAX_JSON_BYTES,
    async run(request, response) {
      sendJson(response, 200, await answer(await parsed(schema, request)));
    },
  };
}

async function parsed<T>(schema: z.ZodType<T>, request: IncomingMessage): Promise<T> {
  const input = schema.safeParse(await readJson(request, MAX_JSON_BYTES));
  if (!input.success) throw new Refusal(400);
  return input.data;
}

async function openSession(parts: ApiParts, token: string): Promise<{ readonly key: string }> {
  const exchange = parts.keyring.exchange(token);
  if (exchange.result === 'ok') return { key: exchange.key };
  if (exchange.result === 'used') parts.onReusedLink();
  throw new Refusal(exchange.result === 'unknown' ? 401 : 410);
}

async function launchFiles(parts: ApiParts): Promise<readonly FileHandle[]> {
  return Promise.all(parts.takeLaunchFiles().map((path) => parts.engine.registerFile(path)));
}

async function beginUpload(parts: ApiParts, input: z.infer<typeof Upload>): Promise<unknown> {
  const upload = await parts.inbox.begin(input.name, input.bytes, input.purpose === 'project');
  if (input.bytes > 0) return { upload };
  return { upload, file: await finish(parts, await parts.inbox.append(upload, 0, new Uint8Array())) };
}

async function finish(parts: ApiParts, path: string | null): Promise<FileHandle | null> {
  return path === null ? null : parts.engine.registerFile(path);
}

function uploadPart(parts: ApiParts): Route {
  return {
    contentType: 'application/octet-stream',
    needsKey: true,
    limitBytes: MAX_PART_BYTES,
    async run(request, response) {
      const { 'x-upload': upload, 'x-offset': offset } = request.headers;
      if (typeof upload !== 'string' || typeof offset !== 'string' || !/^\d{1,12}$/.test(offset))
        throw new Refusal(400);
      const part = await readBody(request, MAX_PART_BYTES);
      const path = await parts.inbox.append(upload, Number(offset), part);
      sendJson(response, 200, { file: await finish(parts, path) });
    },
  };
}

async function saveTarget(parts: ApiParts, input: z.infer<typeof Target>): Promise<SaveTarget> {
  const { inbox, engine } = parts;
  const path =
    input.purpose === 'project' ? await inbox.newProject(input.name) : await inbox.outgoing(input.name);
  return engine.registerTarget(path);
}

function download(parts: ApiParts): Route {
  return {
    contentType: 'application/json',
    needsKey: true,
    limitBytes: MAX_JSON_BYTES,
    async run(request, response) {
      const { handle } = await parsed(Download, request);
      const path = await parts.engine.pathOfTarget(handle);
      const size = path === null ? null : await stat(path).catch(() => null);
      if (path === null || size === null) throw new AppError('FILE-UNKNOWN');
      startBytes(response, size.size, { 'content-disposition': 'attachment' });
      await pipeline(createReadStream(path), response);
    },
  };
}

/** The bytes of columns that a frame on this session's socket has named. */
function columns(parts: ApiParts): Route {
  return {
    contentType: 'application/json',
    needsKey: true,
    limitBytes: MAX_JSON_BYTES,
    async run(request, response) {
      const { parcel } = await parsed(Parcel, request);
      const bytes = await parts.engine.takeParcel(parcel);
      startBytes(
        response,
        bytes.reduce((sum, part) => sum + part.byteLength, 0),
      );
      response.cork();
      for (const part of bytes) response.write(part);
      response.uncork();
      response.end();
    },
  };
}
