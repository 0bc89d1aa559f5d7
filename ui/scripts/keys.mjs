// Writes src/i18n/keys.ts: the name of every sentence, so that the compiler finds a wrong one.
import { writeFileSync } from 'node:fs';
import { keysModule } from './strings.mjs';

writeFileSync(new URL('../src/i18n/keys.ts', import.meta.url), keysModule());
