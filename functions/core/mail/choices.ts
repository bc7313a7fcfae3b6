import { escapeHtml } from './template.ts';

/** A button, drawn once for all: what stands before its link, between link and words, and behind. */
export type ChoicePicture = readonly [before: string, between: string, after: string];

/** One thing to choose: what it says, and where it leads. */
export interface Choice {
  readonly label: string;
  readonly url: string;
}

/** The choices of a question, as buttons and as words: the slots of `::choices`. */
export function choicesOf(
  choices: readonly Choice[],
  [before, between, after]: ChoicePicture,
): { readonly choicesHtml: string; readonly choicesText: string } {
  const button = ({ label, url }: Choice) =>
    before + escapeHtml(url) + between + escapeHtml(label) + after;
  return {
    choicesHtml: choices.map(button).join(''),
    choicesText: choices.map(({ label, url }) => `${label}:\n${url}`).join('\n\n'),
  };
}
