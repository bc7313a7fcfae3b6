import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface HttpCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array | string;
}

/** Calls to one service on this machine, over connections that are kept. */
export class HttpPeer {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  call({ method, path, headers, body }: HttpCall): Promise<HttpAnswer> {
    const content = Buffer.from(body as string);
    return new Promise((resolve, reject) => {
      const outgoing = request({
        host: '127.0.0.1',
        port: this.#port,
        agent: this.#agent,
        method,
        path,
        headers: {
          ...headers,
          host: `127.0.0.1:${this.#port}`,
          ...(method !== 'GET' && method !== 'HEAD' && { 'content-length': content.length }),
        },
      });
      outgoing.on('error', reject);
      outgoing.on('response', (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const { statusCode = 500, headers } = answer;
          resolve({ status: statusCode, headers, body: Buffer.concat(parts) });
        });
      });
      outgoing.end(content);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
