import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type RawMail, sesMailer } from '../../functions/adapters/mailer.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import { at } from '../support/builders.ts';

/** The mailer over real sockets, whose other end does as each test says. */

beforeAll(() => {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
});

const MAIL: RawMail = {
  from: 'letters@news.example.com' as EmailAddress,
  to: 'ann@example.net' as EmailAddress,
  raw: 'Subject: x\r\n\r\nx',
  tags: {},
  stream: 'letters',
};

const ANSWER =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>' +
  '<MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>';
const EXPIRED =
  '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>' +
  '<Code>ExpiredToken</Code><Message>x</Message></Error></ErrorResponse>';

/** A mailer that talks to an address, at a time that the test moves. */
function mailerFor(endpoint: string) {
  let now: Instant = at('2026-11-24T07:00:00Z');
  let keys = 0;
  const mailer = sesMailer('set', () => now, {
    endpoint,
    region: 'us-east-1',
    credentials: async () => ({ accessKeyId: `key-${++keys}`, secretAccessKey: 'x' }),
  });
  return {
    /** @returns what is to become of the mail */
    async send() {
      const outcome = await mailer.send(MAIL);
      return outcome.is === 'not-sent' ? outcome.then : outcome.is;
    },
    /** Minus seconds set the clock back. */
    pass: (seconds: number) => {
      now = plusSeconds(now, seconds);
    },
  };
}

/** An SES that notes on which connection each call came, in the order in which they were opened. */
async function sesThat(answers: RequestListener = (_, response) => response.end(ANSWER)) {
  const sockets: Socket[] = [];
  const calls: number[] = [];
  const server = createServer((request, response) => {
    calls.push(sockets.indexOf(request.socket) + 1);
    request.resume().once('end', () => answers(request, response));
  });
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => sockets.push(socket));
  const endpoint = await listening(server, 'http');
  onTestFinished(() => server.closeAllConnections());
  return { ...mailerFor(endpoint), sockets, calls };
}

const closed = (sockets: readonly Socket[]) => sockets.map(({ destroyed }) => destroyed);

async function listening(server: ReturnType<typeof createTcpServer>, scheme: string) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('connections', () => {
  test.for<[reason: string, waits: readonly number[], onConnection: readonly number[]]>([
    ['one after another share one', [0, 0], [1, 1, 1]],
    ['also seconds later', [2, 2], [1, 1, 1]],
    ['none is older than that, when the Lambda has slept', [5], [1, 2]],
    ['its age counts, not how long it idled', [2, 2, 2], [1, 1, 1, 2]],
    ['a clock that was set back tells no age', [-1], [1, 2]],
  ])('%s', async ([, waits, onConnection]) => {
    const { send, pass, calls } = await sesThat();
    await send();
    for (const seconds of waits) {
      pass(seconds);
      await send();
    }
    expect(calls).toEqual(onConnection);
  });

  test('those that idle are closed with the client that they were of', async () => {
    const { send, pass, sockets } = await sesThat();
    await Promise.all([send(), send(), send()]);
    pass(5);
    await send();
    await expect.poll(() => closed(sockets)).toEqual([true, true, true, false]);
  });

  test('a call that waits for its answer gets it, though others have new ones meanwhile', async () => {
    const held: ServerResponse[] = [];
    const { send, pass, sockets } = await sesThat((_, response) => {
      if (held.length === 0) held.push(response);
      else response.end(ANSWER);
    });
    const slow = send();
    await expect.poll(() => held.length).toBe(1);
    pass(5);
    expect(await send()).toBe('sent');
    held[0]?.end(ANSWER);
    expect(await slow).toBe('sent');
    await expect.poll(() => closed(sockets)).toEqual([true, false]);
  });

  test('after expired credentials comes a new client, with new ones', async () => {
    const keys: (string | undefined)[] = [];
    const { send } = await sesThat(({ headers }, response) => {
      keys.push(/Credential=([^/]+)/.exec(headers.authorization ?? '')?.[1]);
      if (keys.length === 1) response.writeHead(403).end(EXPIRED);
      else response.end(ANSWER);
    });
    expect(await send()).toBe('retry');
    expect(await send()).toBe('sent');
    expect(keys).toEqual(['key-1', 'key-2']);
  });
});

describe('a call that could not even be made is known as not sent', () => {
  test.for<[reason: string, does: (socket: Socket) => void]>([
    [
      'hangs up in the middle of the handshake',
      (socket) => socket.once('data', () => socket.end()),
    ],
    ['breaks the handshake off', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['speaks no TLS', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['says nothing', () => {}],
  ])('somebody answers who %s', async ([, does]) => {
    const server = createTcpServer((socket) => does(socket.on('error', () => {})));
    const { send } = mailerFor(await listening(server, 'https'));
    expect(await send()).toBe('retry');
  });

  test.for([
    ['nobody listens', 'https://127.0.0.1:1'],
    ['nobody has that name', 'https://nowhere.invalid'],
  ])('%s', async ([, endpoint = '']) => {
    expect(await mailerFor(endpoint).send()).toBe('retry');
  });
});

describe('a call that came through is in doubt without an answer', () => {
  test.for<[reason: string, answers: RequestListener]>([
    ['the connection ends', (_, response) => response.destroy()],
    ['the connection breaks', ({ socket }) => socket.resetAndDestroy()],
    [
      'the answer is cut off',
      (_, response) => response.write(ANSWER.slice(0, 40), () => response.destroy()),
    ],
  ])('%s', async ([, answers]) => {
    const { send } = await sesThat(answers);
    expect(await send()).toBe('in-doubt');
  });

  test('SES takes its time: five seconds, and no more', { timeout: 15_000 }, async () => {
    const { send } = await sesThat(() => {});
    expect(await send()).toBe('in-doubt');
  });

  test('also on a connection that was used before', async () => {
    const { send, sockets } = await sesThat();
    await send();
    for (const socket of sockets) socket.once('data', () => socket.resetAndDestroy());
    expect(await send()).toBe('in-doubt');
  });
});
