/** What goes wrong with one call of a process to the world. */
export interface Trouble {
  /** Which call, counted from nought. */
  readonly at: number;
  /**
   * - `die`: the process ends there;
   * - `fail`: the call throws, and the process goes on;
   * - `repeat`: the call was carried out, its answer lost, and the SDK made it once more.
   */
  readonly is: 'die' | 'fail' | 'repeat';
  /** Whether a call that ends the process, or throws, has been carried out all the same. */
  readonly effect: boolean;
}

/** One run of a Lambda: anything can go wrong with any call, and others can act in between. */
export interface Life {
  readonly troubles?: readonly Trouble[];
  /** What happens just before the call of this number. */
  readonly meanwhile?: { readonly at: number; act(): Promise<unknown> } | undefined;
}

const NEVER = new Promise<never>(() => {});

/** What the SDK never makes twice, and never throws. */
const ONCE = 'send';
/** A repeated claim knows its own, as the table's contract has it, and a transaction its token. */
const KNOWS_ITSELF: readonly string[] = ['claim', 'switchOver', 'grant'];
/** Where a part of the world has parts of its own. */
const PARTS: readonly string[] = ['leavers', 'requests'];

/** The part of a world that a process reaches, and in which its calls go wrong. */
export type Reach = <Part extends object>(part: Part) => Part;

/**
 * Runs work that touches the world through `reach` only.
 *
 * @returns what the work came to, or `dead`
 */
export async function lived<T>(
  life: Life,
  work: (reach: Reach) => Promise<T>,
): Promise<T | 'dead'> {
  let calls = 0;
  let dead = false;
  let others: Promise<unknown> = Promise.resolve();
  let die = () => {};
  const death = new Promise<'dead'>((resolve) => {
    die = () => {
      dead = true;
      resolve('dead');
    };
  });

  async function troubled(name: string, { is, effect }: Trouble, act: () => Promise<unknown>) {
    if (is === 'die') {
      if (effect) await act();
      die();
      return NEVER;
    }
    if (name === ONCE) return act();
    if (is === 'repeat') {
      const first = await act();
      const second = await act();
      return KNOWS_ITSELF.includes(name) ? first : second;
    }
    if (effect) await act();
    throw new NoAnswer(`no answer to ${name}`);
  }

  async function call(name: string, act: () => Promise<unknown>): Promise<unknown> {
    if (dead) return NEVER;
    const number = calls++;
    if (life.meanwhile?.at === number) {
      others = life.meanwhile.act();
      await others;
    }
    if (dead) return NEVER;
    const trouble = life.troubles?.find(({ at }) => at === number);
    const answer = await (trouble === undefined ? act() : troubled(name, trouble, act));
    return dead ? NEVER : answer;
  }

  const reach: Reach = (part) =>
    new Proxy(part, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (PARTS.includes(String(name))) return reach(member as object);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) =>
          call(String(name), () => Reflect.apply(member, target, given) as Promise<unknown>);
      },
    });
  try {
    return await Promise.race([work(reach), death]);
  } finally {
    // Whoever acted meanwhile does not end with it.
    await others;
  }
}

/** A call that failed as it was to. */
export class NoAnswer extends Error {}

/** Lets pass what was to fail, and nothing else: a broken promise must not look like a lost answer. */
export async function unlessNoAnswer<T>(work: Promise<T>): Promise<T | 'failed'> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NoAnswer) return 'failed';
    throw error;
  }
}
