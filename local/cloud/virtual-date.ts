/**
 * Makes this thread's `Date` tell the cloud's time. Runs in workers only: the process that started
 * the cloud keeps its own clock.
 *
 * @param memory of the {@link Clock}
 */
export function tellCloudTime(memory: SharedArrayBuffer): void {
  const offset = new BigInt64Array(memory);
  const RealDate = Date;
  const now = () => RealDate.now() + Number(Atomics.load(offset, 0));

  // A Proxy keeps `instanceof`, statics and `Date()` without `new` as they are.
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: [], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}
