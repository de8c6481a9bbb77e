// Launch tokens and session keys. Only their SHA-256 is kept and compared, in constant time; a token opens one
// session, once, within a minute.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_LIFE_MS = 60_000;
const BAD_KEYS_LIMIT = 10;

export type Exchange =
  | { readonly result: 'ok'; readonly key: string }
  | { readonly result: 'used' | 'expired' | 'unknown' };

export interface Keyring {
  /** A new launch token: 256 bits, base64url. */
  issue(): string;
  /** Trades a launch token for a session key. */
  exchange(token: string): Exchange;
  isValid(key: string): boolean;
  /** Ends every session and every unused token. */
  revokeAll(): void;
}

export interface KeyringOptions {
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** After the tenth wrong token or key of this run. */
  readonly onTooManyBadKeys: () => void;
}

interface Launch {
  readonly digest: Buffer;
  readonly expiresAt: number;
  used: boolean;
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret, 'latin1').digest();
const newSecret = (): string => randomBytes(32).toString('base64url');

/** An empty keyring. */
export function createKeyring(options: KeyringOptions): Keyring {
  let launches: Launch[] = [];
  let sessions: Buffer[] = [];
  let ended: Buffer[] = []; // an open tab asks again with its old key; that is no attack
  let bad = 0;

  const countBad = (): void => {
    bad += 1;
    if (bad === BAD_KEYS_LIMIT) options.onTooManyBadKeys();
  };

  return {
    issue() {
      const token = newSecret();
      launches.push({ digest: digestOf(token), expiresAt: options.now() + TOKEN_LIFE_MS, used: false });
      return token;
    },
    exchange(token) {
      const digest = digestOf(token);
      const launch = launches.find((candidate) => timingSafeEqual(candidate.digest, digest));
      if (launch === undefined || launch.used) countBad();
      if (launch === undefined) return { result: 'unknown' };
      if (launch.used) return { result: 'used' };
      if (options.now() > launch.expiresAt) return { result: 'expired' };
      launch.used = true;
      const key = newSecret();
      sessions.push(digestOf(key));
      return { result: 'ok', key };
    },
    isValid(key) {
      const digest = digestOf(key);
      const isIn = (list: readonly Buffer[]): boolean => list.some((other) => timingSafeEqual(other, digest));
      if (isIn(sessions)) return true;
      if (!isIn(ended)) countBad();
      return false;
    },
    revokeAll() {
      ended = [...ended, ...sessions];
      launches = [];
      sessions = [];
    },
  };
}
