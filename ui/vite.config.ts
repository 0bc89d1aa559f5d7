import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

import {
  SENTENCES,
  alikeOnce,
  asNow,
  minifiedTwice,
  neverDrawnBefore,
  sentencesByNumber,
  sentencesFound,
  shortColours,
  withoutEventNames,
  withoutFunctions,
  withoutWordsForAuthors,
} from './scripts/smaller.mjs';

export default defineConfig(({ mode }) => {
  // The screens on fixtures are a build of their own, so that nothing of them is shipped.
  const fake = mode === 'fake';
  const shipped = mode === 'production';
  return {
    base: './',
    plugins: [
      neverDrawnBefore,
      withoutEventNames,
      withoutFunctions,
      svelte(),
      sentencesFound,
      alikeOnce,
      asNow,
      shortColours,
      ...(shipped ? [withoutWordsForAuthors, sentencesByNumber, minifiedTwice] : []),
    ],
    define: { SENTENCES: shipped ? SENTENCES : 0 },
    build: {
      outDir: resolve(import.meta.dirname, fake ? '../target/ui-fake' : 'dist'),
      emptyOutDir: true,
      rollupOptions: { input: resolve(import.meta.dirname, fake ? 'fake.html' : 'index.html') },
      // The oldest webviews that know `light-dark()`, on which the colours stand.
      target: ['chrome123', 'safari17.5'],
      cssTarget: ['chrome123', 'safari17.5'],
      // What is shipped is made small by `minifiedTwice`.
      minify: !shipped,
      cssMinify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
    resolve: mode === 'test' ? { conditions: ['browser'] } : {},
    test: { include: ['tests/**/*.test.ts'] },
  };
});
