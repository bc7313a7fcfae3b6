import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartError } from '../problem.ts';
import type { HttpApi } from './http-api.ts';

/** The cloud's face: `/_local` for people and tests, every other path for the HTTP API. */
export class WebServer {
  readonly #server: Server;
  #handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown> = unavailable;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
  }

  /** @throws StartError when the port is taken */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', ({ code }: NodeJS.ErrnoException) =>
        reject(new StartError(`Port ${port} can't be had (${code})`)),
      );
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  serve(localApi: Hono, httpApi: HttpApi): void {
    const local = getRequestListener(localApi.fetch);
    this.#handle = (request, response) =>
      /^\/_local(\/|\?|$)/.test(request.url ?? '')
        ? local(request, response)
        : httpApi.serve(request, response);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** The port is taken first, so that a busy one is told before anything else is done. */
function unavailable(_: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503, { 'retry-after': '1' }).end();
  return Promise.resolve();
}
