/** Keeps the screen lit while a round runs; answers how to let it go. */
export function keepAwake(): () => void {
  let over = false;
  let lock: WakeLockSentinel | undefined;
  // Where the system refuses, the screen goes dark as it always does: nothing is lost by that.
  navigator.wakeLock?.request('screen').then(
    (held) => {
      lock = held;
      if (over) void held.release();
    },
    () => undefined,
  );
  return () => {
    over = true;
    void lock?.release();
  };
}
