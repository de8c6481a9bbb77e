// Whose program is at the other end of a local connection. Any user of the machine can reach 127.0.0.1; Linux says
// which user owns each socket, so others are turned away before they have said a word.

import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

const LOCALHOST = ['0100007F', '0000000000000000FFFF00000100007F']; // IPv4, and IPv4 through an IPv6 socket

/**
 * Finds the owner of the client's end of a connection.
 *
 * @param table text of `/proc/net/tcp` or `/proc/net/tcp6`
 * @param clientPort port of the client's end
 * @param serverPort our port
 * @returns the user id, or null when the connection is not in the table
 */
export function ownerOf(table: string, clientPort: number, serverPort: number): number | null {
  for (const line of table.split('\n').slice(1)) {
    const [, local, remote, , , , , uid] = line.trim().split(/\s+/);
    if (isAt(local, clientPort) && isAt(remote, serverPort)) return Number(uid);
  }
  return null;
}

function isAt(address: string | undefined, port: number): boolean {
  const [host, hexPort] = address?.split(':') ?? [];
  return host !== undefined && LOCALHOST.includes(host) && Number.parseInt(hexPort ?? '', 16) === port;
}

/** True when the peer runs as the same user as we do; where the system cannot tell (not Linux), always. */
export function isSameUser(socket: Socket): boolean {
  if (process.platform !== 'linux') return true;
  const { remotePort, localPort } = socket;
  if (remotePort === undefined || localPort === undefined) return false;
  for (const path of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const owner = ownerOf(readTable(path), remotePort, localPort);
    if (owner !== null) return owner === process.getuid?.();
  }
  return false;
}

function readTable(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return ''; // no IPv6 on this machine; without the IPv4 table nobody is let in
  }
}
