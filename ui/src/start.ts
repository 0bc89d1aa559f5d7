import { mount } from 'svelte';

import App from './App.svelte';
import { useHost, type Host, type Sentences } from './host';
import { speak } from './i18n';
import { sayThatNothingAnswers } from './nothingAnswers';
import { about } from './state/data.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

/** After so long without an answer the window says so. A cold start takes less on a slow disk, too. */
const PATIENCE = 3_000;

/** Shows the app, with everything asked of `host`; `speakIn` is how its sentences are taken over. */
export async function start(host: Host, speakIn: (sentences: Sentences) => void = speak): Promise<void> {
  useHost(host);
  const target = document.getElementById('app')!;
  const waiting = setTimeout(sayThatNothingAnswers, PATIENCE, target);
  // Both at once, so that the sentences cost no way of their own.
  const status = host.status();
  const asked = host.sentences();
  // Its trouble is told by the first screen.
  status.catch(() => undefined);
  try {
    const sentences = await asked;
    speakIn(sentences);
    about.language = sentences.language;
  } catch {
    return sayThatNothingAnswers(target);
  } finally {
    clearTimeout(waiting);
  }
  target.replaceChildren();
  mount(App, { target, props: { status, speakIn } });
}
