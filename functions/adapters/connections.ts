import { type ClientRequestArgs, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { type Instant, secondsBetween } from '../core/time.ts';

/**
 * How long a connection is used, in seconds of wall time from when it may have been made. A frozen
 * Lambda hears nothing of a connection that ends, and nobody documents after how long SES's HTTP
 * side ends one; its SMTP side does after ten idle seconds.
 */
const LIFE_SECONDS = 5;

/** For DNS, TCP and TLS together; less than any time limit on the answer. */
const CONNECT_MS = 3000;

/** What an error carries whose connection never came about: nothing of its request was sent. */
interface Unconnected {
  readonly unconnected: true;
}

export const isUnconnected = (error: unknown): boolean =>
  (error as Partial<Unconnected> | null | undefined)?.unconnected === true;

/** The connections that a client of the AWS SDK is to use (its option `requestHandler`). */
export interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/**
 * Gives out a client whose connections are all younger than {@link LIFE_SECONDS}. Their age counts
 * and not when the client was last used: after a trickle of single calls, most connections of an
 * earlier batch have idled for longer than the client.
 *
 * @param make a client that uses these connections and no others
 * @param now  wall time: whether a monotonic clock counts while Lambda freezes depends on the host
 */
export function youngConnections<Client>(make: (agents: Agents) => Client, now: () => Instant) {
  let current: { since: Instant; agents: Agents; client: Client } | undefined;
  const drop = () => {
    if (current !== undefined) Object.values(current.agents).forEach(retire);
    current = undefined;
  };
  return {
    client(): Client {
      const at = now();
      if (current !== undefined && !isYoung(current.since, at)) drop();
      current ??= born(at, make);
      return current.client;
    },
    /** The next call gets a new client. */
    drop,
  };
}

/** A clock that was set back says nothing about the age of a connection. */
function isYoung(since: Instant, at: Instant): boolean {
  const age = secondsBetween(since, at);
  return age >= 0 && age < LIFE_SECONDS;
}

function born<Client>(since: Instant, make: (agents: Agents) => Client) {
  const options = { keepAlive: true };
  const agents = { httpAgent: new PlainAgent(options), httpsAgent: new SecureAgent(options) };
  return { since, agents, client: make(agents) };
}

/**
 * Closes the connections that idle, and the others as soon as they do: `agent.destroy()` would also
 * end calls that wait for their answer.
 */
function retire(agent: HttpAgent): void {
  agent.maxFreeSockets = 0;
  for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();
}

class PlainAgent extends HttpAgent {
  override createConnection(options: ClientRequestArgs, callback?: OnConnection) {
    return watched(super.createConnection(options, callback), 'connect');
  }
}

/** Node hands a request to TLS only when the server has proved who it is. */
class SecureAgent extends HttpsAgent {
  override createConnection(options: RequestOptions, callback?: OnConnection) {
    return watched(super.createConnection(options, callback), 'secureConnect');
  }
}

type OnConnection = (error: Error | null, stream: Duplex) => void;

/**
 * Marks what goes wrong before a connection is there, whatever it is called: a name that is not
 * found, a refusal, a failed handshake, or nothing at all for too long.
 */
function watched(socket: Duplex | null | undefined, made: 'connect' | 'secureConnect') {
  if (socket === null || socket === undefined) return socket;
  const mark = (error: Error) => {
    Object.assign(error, { unconnected: true } satisfies Unconnected);
  };
  const late = setTimeout(() => socket.destroy(new Error('no connection in time')), CONNECT_MS);
  socket.once('error', mark);
  socket.once('close', () => clearTimeout(late));
  socket.once(made, () => {
    clearTimeout(late);
    socket.off('error', mark);
  });
  return socket;
}
