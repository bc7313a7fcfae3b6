import { expect, test } from 'vitest';
import { cloudOf, type TestCloud } from '../support/cloud.ts';
import { publishingMail } from '../support/publishing-mail.ts';

/** SES tells a topic, and a queue keeps what it told. */
const resources = publishingMail(['delivery', 'bounce', 'complaint']);

/** What SES told so far of each mail, by the numbers in the addresses. */
async function told({ get }: TestCloud): Promise<readonly string[]> {
  const queues = await get<readonly { readonly bodies: readonly string[] }[]>('/_local/queues');
  return queues
    .flatMap(({ bodies }) =>
      bodies.map((body) => (JSON.parse(body) as { Message: string }).Message),
    )
    .filter((message) => message.startsWith('{'))
    .map((message) => {
      const { eventType, mail } = JSON.parse(message) as {
        readonly eventType: string;
        readonly mail: { readonly destination: readonly string[] };
      };
      return `${eventType} ${/\d+/.exec(mail.destination.join())?.[0]}`;
    });
}

test('in late weather, events come up to a day late, in any order, and some twice', async () => {
  const cloud = await cloudOf(resources, { weather: { seed: 7, kinds: ['late-events'] } });
  const mails = Array.from({ length: 12 }, (_, number) => number);
  for (const number of mails) {
    await cloud.ask('ses', 'SendRawEmail', {
      ConfigurationSetName: 'set',
      RawMessage: {
        Data: `From: a@example.com\r\nTo: complaint+${number}@simulator.amazonses.com\r\n\r\nx\r\n`,
      },
    });
  }
  await cloud.advance('PT0S');
  expect((await told(cloud)).length, 'whoever waits for them waits long').toBeLessThan(12);
  await cloud.advance('P1D');
  const all = await told(cloud);
  expect(all.length, 'a delivery and a complaint each, and some again').toBeGreaterThan(24);
  expect(new Set(all).size, 'none is lost').toBe(24);
  const complainedFirst = mails.filter(
    (number) => all.indexOf(`Complaint ${number}`) < all.indexOf(`Delivery ${number}`),
  );
  expect(complainedFirst.length, 'whoever counts on an order is wrong').toBeGreaterThan(0);
});
