// The voice of the device, where it has one of its own. A voice that asks a network for help is none.

import type { Volume } from '../host';

const LOUDNESS: Record<Volume, number> = { off: 0, soft: 0.35, medium: 0.7, loud: 1 };
/** A little slower than people talk. */
const CALM = 0.9;

type Known = Pick<SpeechSynthesisVoice, 'name' | 'voiceURI' | 'lang' | 'localService' | 'default'>;

/** The voices of Flite, which are a part of WebKitGTK. It says of them that they are not local; they know no network. */
const FLITE = ['kal', 'kal16', 'awb', 'rms', 'slt'];
const isHere = ({ name, voiceURI, localService }: Known) => localService || (voiceURI === '' && FLITE.includes(name));

/** The voice for `language`: one that works on this device alone; the person's own choice comes first. */
export function localVoice<V extends Known>(voices: readonly V[], language: string): V | undefined {
  const base = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  const fitting = voices.filter((voice) => isHere(voice) && base(voice.lang) === base(language));
  return fitting.find((voice) => voice.default) ?? fitting[0];
}

class Voice {
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);

  constructor() {
    const engine = globalThis.speechSynthesis as SpeechSynthesis | undefined;
    // Some systems tell their voices at once, others when they have looked for them.
    const look = () => (this.#voices = engine?.getVoices() ?? []);
    engine?.addEventListener?.('voiceschanged', look);
    look();
  }

  /** Whether this device can say something in `language` by itself. */
  speaks(language: string): boolean {
    return localVoice(this.#voices, language) !== undefined;
  }

  /** Says `words`. What is still being said gives way where something new begins, and goes on where nothing does. */
  say(words: string, language: string, volume: Volume, begins: boolean): void {
    const voice = localVoice(this.#voices, language);
    if (!voice || volume === 'off' || words === '') return;
    if (begins) speechSynthesis.cancel();
    else if (speechSynthesis.speaking) return;
    const said = new SpeechSynthesisUtterance(words);
    Object.assign(said, { voice, lang: voice.lang, rate: CALM, volume: LOUDNESS[volume] });
    speechSynthesis.speak(said);
  }

  /** Says nothing more. */
  hush(): void {
    (globalThis.speechSynthesis as SpeechSynthesis | undefined)?.cancel();
  }
}

export const voice = new Voice();
