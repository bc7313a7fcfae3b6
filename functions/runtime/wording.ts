import type { Wordings } from '../adapters/wordings.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { Words } from '../core/words/words.ts';
import { fingerprint } from './fingerprint.ts';

/** What a record of consent names: the sentence that said what was agreed to, which is kept. */
export type Worded = Readonly<Record<'wording' | 'language', string>>;

/**
 * The sentence that somebody agrees to who asks for the newsletter; nothing where nobody does.
 *
 * @param spoken the words that they read, which are found out only where they agree to something
 */
export async function wordingOf(
  { wordings }: { readonly wordings: Pick<Wordings, 'keep'> },
  acts: readonly Act[],
  spoken: () => Words,
): Promise<Worded | undefined> {
  if (!acts.some((act) => act.is === 'newsletter' && act.on)) return undefined;
  const { language, done } = spoken();
  const wording = fingerprint(done.newsletter);
  await wordings.keep({ name: wording, language, text: done.newsletter });
  return { wording, language };
}
