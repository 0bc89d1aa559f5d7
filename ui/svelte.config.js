import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

import { sentencesStand, shortName } from './scripts/smaller.mjs';

export default {
  preprocess: [vitePreprocess(), sentencesStand],
  compilerOptions: { runes: true, cssHash: shortName, discloseVersion: false },
};
