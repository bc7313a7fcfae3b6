import type { Socket } from 'node:net';
import type { Clock, Moment } from '../clock.ts';
import type { Weather } from '../weather/weather.ts';
import type { Caller } from './gateway.ts';

interface Connection {
  /** Who uses it for what; a client's connections are its own. */
  user?: {
    readonly service: string;
    readonly caller: string;
    readonly function: boolean;
    readonly at: Moment;
    /** How often, in milliseconds, a schedule calls the function. */
    readonly every: number;
  };
  forgotten: boolean;
}

/**
 * The gateway's connections, and what a path does to those that idle: a NAT gateway or a load
 * balancer forgets them without a word, and answers the next byte with RST.
 */
export class Connections {
  readonly #clock: Clock;
  readonly #weather: Weather;
  readonly #open = new Map<Socket, Connection>();

  constructor(clock: Clock, weather: Weather) {
    this.#clock = clock;
    this.#weather = weather;
  }

  opened(socket: Socket): void {
    this.#open.set(socket, { forgotten: false });
    socket.once('close', () => this.#open.delete(socket));
  }

  /** @returns whether a request that came on this connection gets through */
  carries(socket: Socket): boolean {
    const { forgotten = false, user } = this.#open.get(socket) ?? {};
    const died = user?.function === true && this.#weather.killed(user.service, this.#idle(user));
    if (!forgotten && !died) return true;
    socket.resetAndDestroy();
    return false;
  }

  /** Takes note of who makes a call on it. */
  used(socket: Socket, service: string, caller: Caller, every = Number.POSITIVE_INFINITY): void {
    const connection = this.#open.get(socket);
    const user = { service, caller: caller.label, at: this.#clock.now(), every };
    if (connection !== undefined) {
      connection.user = { ...user, function: caller.function !== undefined };
    }
  }

  /** Calls that the clock jumped over, since they would have found nothing to do, have used it as well. */
  #idle({ at, every }: NonNullable<Connection['user']>): number {
    return Math.min(this.#clock.now() - at, every);
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
