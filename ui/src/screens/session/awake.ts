/** Keeps the screen lit; answers how to let it go. The system lets it go by itself when the window is hidden. */
export function keepAwake(): () => void {
  let over = false;
  let lock: WakeLockSentinel | undefined;
  async function hold() {
    if (document.visibilityState === 'hidden') return;
    // Where the system refuses, the screen goes dark as it always does: nothing is lost by that.
    const held = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (over) void held?.release();
    else lock = held;
  }
  document.addEventListener('visibilitychange', hold);
  void hold();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', hold);
    void lock?.release();
  };
}

/** Whether the system lets the screen be kept lit: it is tried and let go again. */
export async function canKeepAwake(): Promise<boolean> {
  const held = await navigator.wakeLock?.request('screen').catch(() => undefined);
  await held?.release();
  return held !== undefined;
}
