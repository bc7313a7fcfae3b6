/**
 * A cloud in a process with a debugger: the function stops at its `debugger` statement and stands
 * still for longer than it has time. Prints what the debugger was told, and how the request ended.
 *
 * Usage: standstill.ts <assembly> <milliseconds>
 */
import { open, Session } from 'node:inspector';
import { startCloud } from '../../local/cloud/cloud.ts';

const [assemblyDir = '', milliseconds] = process.argv.slice(2);

interface Told {
  readonly method: string;
  readonly params: { readonly url?: string; readonly sourceMapURL?: string };
}

open(0, '127.0.0.1');
const session = new Session();
session.connect();
const sourceMaps: string[] = [];
let stops = 0;

/** Workers are reached through the thread that started them, as a debugger does. */
function tell(sessionId: string, method: string): void {
  const message = JSON.stringify({ id: 1, method });
  session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
}

session.on('NodeWorker.attachedToWorker', ({ params }) =>
  tell(params.sessionId, 'Debugger.enable'),
);
session.on('NodeWorker.receivedMessageFromWorker', ({ params: { sessionId, message } }) => {
  const { method, params } = JSON.parse(message) as Told;
  if (method === 'Debugger.scriptParsed' && params.url?.includes('web-') && params.sourceMapURL) {
    sourceMaps.push(new URL(params.sourceMapURL, params.url).href);
  }
  if (method === 'Debugger.paused') {
    stops += 1;
    setTimeout(() => tell(sessionId, 'Debugger.resume'), Number(milliseconds));
  }
});
session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });

const cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T09:00:00Z' });
const response = await fetch(cloud.url);
console.log(JSON.stringify({ stops, sourceMaps, status: response.status }));
await cloud.stop();
process.exit();
