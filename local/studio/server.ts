import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { portError } from '../start/port.ts';
import { studioApp } from './app.ts';
import { Entry, type Secrets } from './entry.ts';
import { OPEN } from './guard.ts';
import type { Studio } from './studio.ts';

/** A studio that runs. */
export interface RunningStudio {
  /** Opens it, once: it holds the key. */
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Serves a studio on this machine, and to nobody else.
 *
 * @param port 0 takes a free one
 * @throws StartError when the port is taken
 */
export async function serveStudio(
  studio: Studio,
  secrets: Secrets,
  port: number,
): Promise<RunningStudio> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(portError(port, code, 'npm run studio')),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  const app = studioApp(studio, new Entry(secrets, own));
  server.on('request', getRequestListener(app.fetch));
  return {
    // By number: what else listens on this machine under its name must not get the key.
    address: `http://127.0.0.1:${own}${OPEN}?key=${secrets.key}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
