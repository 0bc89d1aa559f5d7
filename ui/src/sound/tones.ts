// Short tones, made here and now: no files, nothing to decode, and told apart by pitch and length.

import type { Volume } from '../host';

export type Tone = 'ready' | 'go' | 'count' | 'hold' | 'tick' | 'over' | 'rest' | 'side' | 'change' | 'end';

/** Notes one after the other: hertz, seconds. */
export const TONES: Record<Tone, readonly (readonly [number, number])[]> = {
  ready: [[349, 0.45]],
  go: [[440, 0.12], [660, 0.3]],
  count: [[523, 0.16]],
  hold: [[660, 0.5]],
  tick: [[880, 0.07]],
  // What falls is over: a hold, and lower and longer a set.
  over: [[660, 0.12], [440, 0.25]],
  rest: [[440, 0.2], [330, 0.5]],
  side: [[523, 0.15], [659, 0.15], [523, 0.3]],
  change: [[392, 0.15], [523, 0.15], [659, 0.3]],
  end: [[659, 0.2], [523, 0.2], [392, 0.6]],
};

const LOUDNESS: Record<Volume, number> = { off: 0, soft: 0.06, medium: 0.2, loud: 0.6 };
/** A tone that begins at once makes people start; one that rises this long does not. */
const ATTACK = 0.02;
/** A tone that could not be played by then, in milliseconds, has nothing to say any more. */
const LATE = 400;

let context: AudioContext | undefined;

/** Plays `tone`. Never waited for: where a system has no sound, what is on screen says the same. */
export function play(tone: Tone, volume: Volume): void {
  if (LOUDNESS[volume] === 0 || typeof AudioContext === 'undefined') return;
  // No system plays anything before the first touch or key; asking for it earlier is a complaint in its log.
  if (globalThis.navigator?.userActivation?.hasBeenActive === false) return;
  context ??= new AudioContext();
  const ready = context;
  if (ready.state === 'running') return write(ready, tone, LOUDNESS[volume]);
  const asked = performance.now();
  ready.resume().then(
    () => performance.now() - asked < LATE && write(ready, tone, LOUDNESS[volume]),
    () => undefined,
  );
}

function write(on: AudioContext, tone: Tone, loudness: number): void {
  let at = on.currentTime;
  for (const [hertz, seconds] of TONES[tone]) {
    const gain = on.createGain();
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loudness, at + ATTACK);
    gain.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    const note = on.createOscillator();
    note.frequency.value = hertz;
    note.connect(gain).connect(on.destination);
    note.start(at);
    note.stop(at + seconds);
    at += seconds;
  }
}
