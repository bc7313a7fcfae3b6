import { stampIn } from './stamp.ts';

/** A mail as the local cloud's mailbox lists it. */
export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly date: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
}

/** What became of an inbound mail. */
export interface Reply {
  readonly messageId: string;
  readonly from: string;
  readonly text: string;
  readonly intent: string;
  readonly outcome: string;
  readonly until?: string;
  readonly because?: string;
}

/**
 * The world outside, as tests see it: a browser without scripts, a mailbox, and a clock to move.
 *
 * @param place the cloud's URL, or what tells it once the cloud runs
 */
export function world(place: string | (() => string)) {
  const url = typeof place === 'string' ? () => place : place;
  async function json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await fetch(`${url()}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  const post = <T = { now: string }>(path: string, body: unknown) =>
    json<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const advance = (duration: string) => post('/_local/clock', { advance: duration });
  return {
    get url(): string {
      return url();
    },
    json,
    post,
    /**
     * A person's press of a button of ours: they open the page, look at it for some seconds, and what it holds
     * is sent along.
     */
    async press(page: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
      const opened = await fetch(page);
      // Whoever sees that something broke finds no button to press.
      if (opened.status >= 500) return opened;
      const made = stampIn(await opened.text());
      if (made !== undefined) await advance('PT4S');
      const body = new URLSearchParams({ ...(made && { made }), ...fields });
      return fetch(page, { method: 'POST', body });
    },
    /** Moves time by an ISO 8601 duration, and comes back when all is quiet. */
    advance,
    goTo: (moment: string) => post('/_local/clock', { to: moment }),
    /** Lets what is on its way arrive, without time passing to speak of. */
    settle: () => post('/_local/clock', { advance: 'PT1S' }),
    now: async () => (await json<{ now: string }>('/_local/clock')).now,
    replies: () => json<readonly Reply[]>('/_local/replies'),
    /** Lets a mail come in as it stands. @returns by what name it was received */
    async receives(raw: string, to: string, fields: Readonly<Record<string, string>> = {}) {
      const { messageId } = await json<{ messageId: string }>('/_local/inbound', {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822', 'x-envelope-to': to, ...fields },
        body: raw,
      });
      await this.settle();
      return messageId;
    },
    /** What became at once of a mail that was received by that name; an error if nothing did. */
    async becameOf(messageId: string): Promise<Reply> {
      const reply = (await this.replies()).find((one) => one.messageId === messageId);
      if (reply === undefined) throw new Error(`nothing became of ${messageId}`);
      return reply;
    },
    /** Lets something go wrong; `count` is how often it will, or did at once. */
    fault: (fault: object) => post<{ count: number }>('/_local/faults', fault),
    table: () => json<unknown>('/_local/table'),
    mailsTo: (address: string, after?: Mail) =>
      json<readonly Mail[]>(
        `/_local/messages?to=${encodeURIComponent(address)}${after ? `&after=${after.id}` : ''}`,
      ),
  };
}

export type World = ReturnType<typeof world>;

/** A person with a mailbox. */
export function person(outside: World, address: string) {
  const seen: Mail[] = [];
  /** All so far; only the new ones are asked for. */
  const mails = async (): Promise<readonly Mail[]> => {
    const fresh = await outside.mailsTo(address, seen.at(-1));
    seen.push(...fresh.filter(({ id }) => !seen.some((mail) => mail.id === id)));
    return [...seen];
  };
  const latest = async (): Promise<Mail> => {
    const mail = (await mails()).at(-1);
    if (mail === undefined) throw new Error(`no mail for ${address}`);
    return mail;
  };
  return {
    address,
    mails,
    latest,
    /** What lessons they got, by the id in the web copy's link, in order. */
    lessons: async () => (await mails()).flatMap((mail) => lessonIn(mail) ?? []),
    subjects: async () => (await mails()).map(({ subject }) => subject),

    async signUp(fields: object = {}): Promise<Response> {
      const response = await fetch(`${outside.url}/subscribe`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: address, ...fields }),
      });
      await outside.settle();
      return response;
    },

    /** Presses the button of the confirmation mail. */
    async confirm(): Promise<Response> {
      const response = await outside.press(linkIn(await latest(), 'confirm'));
      await outside.settle();
      return response;
    },

    async joins(fields: object = {}): Promise<void> {
      for (const response of [await this.signUp(fields), await this.confirm()]) {
        if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      }
    },

    /** Answers the last mail, quoting it as mail programs do. @returns by what name it was received */
    async writes(text: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
      const mail = await latest();
      return outside.receives(replyTo(mail, address, text), addressIn(mail.replyTo), fields);
    },

    /** The same, when something becomes of it at once. */
    async replies(text: string, fields: Readonly<Record<string, string>> = {}): Promise<Reply> {
      return outside.becameOf(await this.writes(text, fields));
    },
  };
}

export type Person = ReturnType<typeof person>;

let anns = 0;

/** Somebody new, called Ann, who has one letter; hers come every day at eight, in Berlin by default. */
export async function annWithALetter(outside: World, fields: object = {}): Promise<Person> {
  anns += 1;
  const ann = person(outside, `ann${anns}@example.net`);
  await ann.joins({ name: 'Ann', zone: 'Europe/Berlin', hour: 8, ...fields });
  await outside.advance('P1D');
  return ann;
}

/** The link in a mail's text part whose path begins so. */
export function linkIn(mail: Mail, path: string): string {
  const [link] = new RegExp(`https?://[^\\s>)]+/${path}/[^\\s>)]+`).exec(mail.text) ?? [];
  if (link === undefined) throw new Error(`no ${path} link in “${mail.subject}”`);
  return link;
}

/** The lesson that a mail is, or undefined for any other mail. */
export function lessonIn(mail: Mail): string | undefined {
  return /\/lessons\/[a-z2-7]+\.[a-z2-7]+\.[a-z0-9-]+\.([a-z0-9-]+)/.exec(mail.text)?.[1];
}

export const addressIn = (mailbox: string): string =>
  /<([^>]+)>/.exec(mailbox)?.[1] ?? mailbox.trim();

export const headerOf = (mail: Mail, name: string): string | undefined =>
  mail.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

function replyTo(mail: Mail, from: string, text: string): string {
  const quoted = mail.text.replace(/^/gm, '> ');
  return [
    `From: ${from}`,
    `To: ${mail.replyTo}`,
    `Subject: Re: ${mail.subject}`,
    `Message-ID: <${Math.random().toString(36).slice(2)}@example.com>`,
    `In-Reply-To: <${mail.id}@email.amazonses.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
    `On Mon, Nov 23, 2026 at 8:00 AM ${mail.from} wrote:`,
    quoted,
    '',
  ].join('\r\n');
}
