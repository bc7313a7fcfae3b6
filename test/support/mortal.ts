/** One run of a Lambda: it can end at any call to the world, and others can act in between. */
export interface Life {
  /** The call at which it ends, counted from nought; it never ends by itself when absent. */
  readonly endsAt?: number | undefined;
  /** Whether that last call still has its effect. */
  readonly effect?: boolean | undefined;
  /** What happens just before the call of this number. */
  readonly meanwhile?: { readonly at: number; act(): Promise<unknown> } | undefined;
}

const NEVER = new Promise<never>(() => {});

/**
 * Runs work that touches the world through `reach` only.
 *
 * @returns what the work came to, or `dead`
 */
export async function lived<T>(
  life: Life,
  work: (reach: <W extends object>(part: W) => W) => Promise<T>,
): Promise<T | 'dead'> {
  let calls = 0;
  let dead = false;
  let die = () => {};
  let acting: Promise<unknown> | undefined;
  const death = new Promise<'dead'>((resolve) => {
    die = () => {
      dead = true;
      resolve('dead');
    };
  });

  async function call(act: () => Promise<unknown>): Promise<unknown> {
    if (dead) return NEVER;
    const number = calls++;
    if (life.meanwhile?.at === number) {
      acting = life.meanwhile.act();
      await acting;
    }
    if (dead) return NEVER;
    if (life.endsAt === number) {
      if (life.effect) await act();
      die();
      return NEVER;
    }
    const answer = await act();
    return dead ? NEVER : answer;
  }

  const reach = <W extends object>(part: W): W =>
    new Proxy(part, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) =>
          call(() => Reflect.apply(member, target, given) as Promise<unknown>);
      },
    });
  const ended = await Promise.race([work(reach), death]);
  // Whoever acted in between goes on, also when the process has ended.
  await acting;
  return ended;
}
