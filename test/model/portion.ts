/** What a worker is to tell: so many stories, drawn from one seed. */
export interface Portion {
  readonly seed: number;
  readonly runs: number;
}

/** What came of it. */
export type Told =
  | { readonly is: 'kept'; readonly runs: number }
  | { readonly is: 'broken'; readonly story: string };
