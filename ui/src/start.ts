import { mount } from 'svelte';

import App from './App.svelte';
import { useHost, type Host } from './host';
import { speak } from './i18n';
import { about } from './state/data.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

/** Shows the app in the language `locale`, with everything asked of `host`. */
export function start(host: Host, locale: string): void {
  useHost(host);
  speak(locale);
  about.language = locale;
  const target = document.getElementById('app');
  if (target) mount(App, { target });
}
