import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { synthesizedFrom } from '../support/assembly.ts';
import { germanContent } from '../support/german-content.ts';
import { visibleIn } from '../support/visible.ts';
import { linkIn, type Mail, person, type World, world } from '../support/visitor.ts';

/** A German publication: nobody who reads it, and nobody who writes it, meets an English word. */

const AUTHOR = 'author@example.com';
let cloud: Cloud;
let outside: World;
let anna: ReturnType<typeof person>;
beforeAll(async () => {
  cloud = await startCloud({
    assemblyDir: await synthesizedFrom(germanContent(), 'test-assembly-german'),
    port: 0,
    now: '2026-11-23T09:00:00Z',
  });
  outside = world(cloud.url);
  anna = person(outside, 'anna@example.net');
});
afterAll(() => cloud.stop());

/** Small words that no German sentence has, and no English one does without. */
const ENGLISH =
  /\b(?:the|your|you|we|our|letters?|reply|replies|and|of|to|with|from|this|that|there|please|days?|every|weeks?|weekdays|at|until|is|are|it|not|what|when|how|if|for|read|yes|hello|by|all|more|here|somebody|wrote)\b/giu;

/** Places have the names that the time zone database gives them. */
const shownOn = (html: string): string =>
  visibleIn(html)
    .filter(({ where }) => where !== 'option')
    .map(({ text }) => text)
    .join('\n');

const englishIn = (text: string): readonly string[] =>
  text.replace(/https?:\/\/\S+/g, ' ').match(ENGLISH) ?? [];

/** Everything that Anna got to see on pages, and where. */
const seen: (readonly [where: string, text: string])[] = [];

async function page(path: string): Promise<string> {
  const response = await fetch(new URL(path, outside.url));
  const shown = shownOn(await response.text());
  seen.push([`GET ${path}`, shown]);
  return shown;
}

async function post(path: string, fields: Readonly<Record<string, string>> = {}) {
  const shown = shownOn(
    await (await outside.press(`${new URL(path, outside.url)}`, fields)).text(),
  );
  seen.push([`POST ${path}`, shown]);
  return shown;
}

async function mailCalled(subject: string): Promise<Mail> {
  const mail = (await anna.mails()).find((one) => one.subject === subject);
  if (mail === undefined) throw new Error(`no mail “${subject}”`);
  return mail;
}
const theTea = () => mailCalled('Eine Kanne für zwei');

test('Anna signs up, after a slip', async () => {
  expect(await page('/')).toContain('Wohin dürfen wir dir schreiben?');
  const wrong = await post('/subscribe', { email: 'anna', hour: '25', days: 'choose' });
  expect(wrong).toContain('Ein paar Stellen brauchen noch einen Blick');
  const wish = { email: anna.address, name: 'Anna', hour: '8', days: 'daily', track: 'allein' };
  expect(await post('/subscribe', wish)).toContain('Schau bitte in dein Postfach');
  await outside.settle();
});

test('she confirms, and is welcome', async () => {
  const confirmation = await mailCalled('Ein Knopfdruck, und die Briefe können kommen');
  const link = linkIn(confirmation, 'confirm');
  expect(await page(link)).toMatch(/Deine Briefe kommen dann jeden Tag um 0?8:00 Uhr/);
  expect(await post(link)).toContain('Du bist dabei');
  await outside.settle();
  const { text } = await mailCalled('Schön, dass du dabei bist');
  expect(text).toMatch(
    /Wann sie kommen: \*\*jeden Tag um 0?8:00 Uhr \(Mitteleuropäische Zeit\)\*\*\./,
  );
  expect(text).toMatch(/Dein erster Brief: \*\*Dienstag, 24\. November 2026, um 0?8:00 Uhr\*\*\./);
});

test('she reads two letters, the second with all that there is', async () => {
  await outside.advance('P2D');
  const { text } = await mailCalled('Zehn Minuten am Fenster');
  expect(text).toMatch(/^Stille Morgen · Brief 1 von 3 · 3 Minuten\n/);
  expect(text).toContain('Hallo Anna');
  const tea = await theTea();
  for (const label of ['ZUM AUSPROBIEREN', 'DER MYTHOS', 'WAS STIMMT', 'ZU DEINER SICHERHEIT'])
    expect(tea.text).toContain(label);
  expect(await page(linkIn(tea, 'lessons'))).toContain('Koch dir eine Tasse.');
  const checkIn = `${linkIn(tea, 'check-in').replace(/\/\d$/, '')}/4`;
  expect(await page(checkIn)).toContain('So ungefähr?');
  expect(await post(checkIn)).toContain(', 4 von 7. Am Ende deiner Briefe');
});

test('she pauses until a day, and goes on before it', async () => {
  const pause = await anna.replies('Pause bis 15. Dezember bitte');
  expect(pause).toMatchObject({ intent: 'pause', outcome: 'applied', until: '2026-12-15' });
  const paused = await mailCalled('Deine Briefe machen Pause');
  expect(paused.text).toMatch(/und zwar\s+\*\*bis Dienstag, 15\. Dezember 2026\*\*\./);
  const link = linkIn(paused, 'preferences').replace(/\?.*/, '');
  expect(await page(link)).toContain('Sie warten, und zwar bis Dienstag, 15. Dezember 2026.');
  expect(await post(link, { action: 'pause' })).toContain('wie lange die Pause dauern soll');

  expect(await anna.replies('weiter')).toMatchObject({ intent: 'resume', outcome: 'applied' });
  expect((await anna.latest()).subject).toBe('Willkommen zurück');
  await outside.advance('P1D');
  const last = await anna.latest();
  expect(last.text, 'an answer is nothing for a mail that may be shown around').not.toContain(
    '4 von 7',
  );
  const circles = linkIn(last, 'check-in');
  expect(await page(circles)).toContain('Deine Antworten sind nur für dich');
  expect(await post(circles)).toContain('Schau in dein Postfach');
  const line = await mailCalled('Der Link, um den du gebeten hast');
  expect(line.text).toContain('Meine Kreise als Linie');
  expect(await page(linkIn(line, 'own'))).toMatch(/Brief 2:\s+4 von 7, einiges gemeinsam/);
});

test.for([
  ['Hilfe', 'Was du uns schreiben kannst'],
  ['nur unter der Woche', 'Es ist erledigt'],
] as const)('“%s” is answered by “%s”', async ([ask, subject]) => {
  await anna.replies(ask);
  expect((await anna.latest()).subject).toBe(subject);
});

test('what she tells a person reaches one', async () => {
  await anna.replies('Das mit dem Tee habe ich gleich ausprobiert.');
  const [forwarded, ...others] = await outside.mailsTo(AUTHOR);
  expect(others).toEqual([]);
  expect(forwarded?.text).toContain('Anna schreibt nach Brief 3 von 3, „Der Weg zum Bäcker“:');
});

test('she leaves with “stop”, and every page says so', async () => {
  expect(await anna.replies('stop')).toMatchObject({ intent: 'unsubscribe', outcome: 'applied' });
  const goodbye = await mailCalled('Auf Wiedersehen, und mach’s gut');
  const left = 'Du hast die Briefe abbestellt';
  expect(await page(linkIn(goodbye, 'wish'))).toContain('Ja, ich lese weiter');
  expect(await page(linkIn(await theTea(), 'preferences'))).toContain(left);
  const confirmation = await mailCalled('Ein Knopfdruck, und die Briefe können kommen');
  expect(await page(linkIn(confirmation, 'confirm'))).toContain(left);
  const unsubscribe = linkIn(await theTea(), 'unsubscribe');
  expect(await page(unsubscribe)).toContain('Die Briefe sind abbestellt');
});

test('anybody may read the newsletter, and is told where nothing is', async () => {
  expect(await page('/newsletter')).toContain('1. November 2026');
  expect(await page('/newsletter/raureif')).toContain('Eine Frage zum Mitnehmen');
  expect(await page('/nirgendwo')).toContain('Hier ist nichts');
});

test('nobody met an English word, on a page or in a mail', async () => {
  for (const { subject, text, html } of [
    ...(await anna.mails()),
    ...(await outside.mailsTo(AUTHOR)),
  ]) {
    seen.push([subject, `${subject}\n${text}\n${shownOn(html)}`]);
  }
  expect(seen.length).toBeGreaterThan(25);
  const met = seen.flatMap(([where, text]) => englishIn(text).map((word) => `${where}: ${word}`));
  expect(met).toEqual([]);
});
