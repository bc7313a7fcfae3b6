/** A DNS record, as a provider's form asks for it; no trailing dots. */
export interface DnsRecord {
  readonly name: string;
  readonly type: 'CNAME' | 'MX' | 'TXT';
  /** Of an MX: priority and host, `10 inbound-smtp.eu-west-1.amazonaws.com`. */
  readonly value: string;
}

/** The next thing to do about what a check found. */
export type How =
  | { readonly run: string }
  | { readonly records: readonly DnsRecord[] }
  | { readonly say: string };

/** What a check found. `todo` waits for the author, `wrong` is in the way. */
export type Verdict =
  | { readonly is: 'ok'; readonly what: string }
  | { readonly is: 'todo' | 'wrong'; readonly what: string; readonly how: readonly How[] };

export const ok = (what: string): Verdict => ({ is: 'ok', what });
export const todo = (what: string, ...how: readonly How[]): Verdict => ({ is: 'todo', what, how });
export const wrong = (what: string, ...how: readonly How[]): Verdict => ({
  is: 'wrong',
  what,
  how,
});

export const run = (command: string): How => ({ run: command });
export const say = (text: string): How => ({ say: text });
export const records = (all: readonly DnsRecord[]): How => ({ records: all });
