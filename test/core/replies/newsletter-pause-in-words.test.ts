import { expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import type { Wish } from '../../../functions/core/replies/understanding.ts';
import type { LocalDate } from '../../../functions/core/time.ts';

/** Which list a pause is of, as each language says it. */

const MARCH = { until: '2027-03-01' as LocalDate };
const NEWSLETTER: Wish = { is: 'pause', ...MARCH, of: 'newsletter' };
const ALL: Wish = { is: 'pause', ...MARCH, of: 'all' };
const AWAY: Wish = { is: 'pause', until: '2027-01-06' as LocalDate, of: 'all' };
const AGAIN: Wish = { is: 'resume', of: 'newsletter' };

test.for<readonly [language: string, text: string, wish: Wish]>([
  ['en', 'Pause the newsletter until March.', NEWSLETTER],
  ['en', 'No newsletter until March, keep the letters coming', NEWSLETTER],
  ['en', 'Please pause the letters but not the newsletter', { is: 'pause', of: 'letters' }],
  ['en', 'pause the letters and the newsletter until March', ALL],
  ['en', 'hold all mail until March', ALL],
  ['en', 'the newsletter again', AGAIN],
  ['de', 'Pausiert bitte den Newsletter bis März.', NEWSLETTER],
  ['de', 'Kein Newsletter bis März, aber die Briefe bitte weiter', NEWSLETTER],
  ['de', 'Bitte alles pausieren bis März', ALL],
  ['de', 'Ich bin bis 6. Januar im Urlaub', AWAY],
  ['de', 'Den Newsletter bitte wieder', AGAIN],
  ['es', 'Pausad el boletín hasta marzo, por favor', NEWSLETTER],
  ['es', 'Ningún boletín hasta marzo, pero seguid con las cartas', NEWSLETTER],
  ['es', 'Pausad las cartas y el boletín hasta marzo', ALL],
  ['es', 'Estoy de vacaciones hasta el 6 de enero', AWAY],
  ['es', 'El boletín otra vez, por favor', AGAIN],
  ['fr', 'Mettez la newsletter en pause jusqu’en mars, s’il vous plaît', NEWSLETTER],
  ['fr', 'Pas de newsletter jusqu’en mars, mais gardez les lettres', NEWSLETTER],
  ['fr', 'Mettez les lettres et la newsletter en pause jusqu’en mars', ALL],
  ['fr', 'Je suis absente jusqu’au 6 janvier', AWAY],
  ['fr', 'Reprenez la newsletter', AGAIN],
  ['it', 'Mettete in pausa la newsletter fino a marzo, per favore', NEWSLETTER],
  ['it', 'Niente newsletter fino a marzo, ma continuate con le lettere', NEWSLETTER],
  ['it', 'Mettete in pausa tutto fino a marzo', ALL],
  ['it', 'Sono in vacanza fino al 6 gennaio', AWAY],
  ['it', 'Riprendete la newsletter', AGAIN],
  ['nl', 'Pauzeer de nieuwsbrief tot maart, alsjeblieft', NEWSLETTER],
  ['nl', 'Geen nieuwsbrief tot maart, maar de brieven wel graag', NEWSLETTER],
  ['nl', 'Pauzeer de brieven en de nieuwsbrief tot maart', ALL],
  ['nl', 'Ik ben tot 6 januari op vakantie', AWAY],
  ['nl', 'De nieuwsbrief weer graag', { is: 'newsletter', on: true }],
  ['pt', 'Pausem a newsletter até março, por favor', NEWSLETTER],
  ['pt', 'Nenhuma newsletter até março, mas continuem com as cartas', NEWSLETTER],
  ['pt', 'Pausem tudo até março', ALL],
  ['pt', 'Estou de férias até 6 de janeiro', AWAY],
  ['pt', 'Retomem a newsletter', AGAIN],
])('%s: “%s”', ([language, text, wish]) => {
  const { wishes } = understand(text, {
    now: '2026-11-26T10:00:00Z',
    zone: 'Europe/Berlin',
    language,
    state: 'paused',
  });
  // Going on with letters that are in no pause is nothing.
  expect(wishes.filter(({ is, ...more }) => is !== 'resume' || 'of' in more)).toEqual([wish]);
});
