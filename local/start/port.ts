import { createServer } from 'node:net';
import { StartError } from '../cloud/problem.ts';

/**
 * Looks before the long work starts whether the port can be had.
 *
 * @throws StartError when it cannot
 */
export async function assertFree(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(portError(port, code, 'npm start')),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** Why a port could not be had, with what to do. @param command what is to be started on another one */
export function portError(port: number, code: string | undefined, command: string): StartError {
  const why = code === 'EADDRINUSE' ? 'is in use by another program' : `can't be used (${code})`;
  return new StartError(`Port ${port} ${why}. Take another one: PORT=${port + 1} ${command}`);
}
