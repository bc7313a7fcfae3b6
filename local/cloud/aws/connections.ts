import type { Socket } from 'node:net';

interface Connection {
  /** Who uses it for what; a client's connections are its own. */
  user?: { readonly service: string; readonly caller: string };
  forgotten: boolean;
}

/**
 * The gateway's connections, and what a path does to those that idle: a NAT gateway or a load
 * balancer forgets them without a word, and answers the next byte with RST.
 */
export class Connections {
  readonly #open = new Map<Socket, Connection>();

  opened(socket: Socket): void {
    this.#open.set(socket, { forgotten: false });
    socket.once('close', () => this.#open.delete(socket));
  }

  /** @returns whether a request that came on this connection gets through */
  carries(socket: Socket): boolean {
    if (this.#open.get(socket)?.forgotten !== true) return true;
    socket.resetAndDestroy();
    return false;
  }

  /** Takes note of who makes a call on it. */
  used(socket: Socket, service: string, caller: string): void {
    const connection = this.#open.get(socket);
    if (connection !== undefined) connection.user = { service, caller };
  }

  /**
   * Forgets all connections to a service; a call that is on its way is still answered.
   *
   * @param caller only those of this function
   * @returns how many they were
   */
  forget(service: string, caller: string | undefined): number {
    const those = [...this.#open.values()].filter(
      ({ user }) => user?.service === service && (caller ?? user.caller) === user.caller,
    );
    for (const connection of those) connection.forgotten = true;
    return those.length;
  }
}
