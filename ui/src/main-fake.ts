// The screens on fixtures: `fake.html?scene=populated&locale=en-XA#/today`.

import { fakeHost } from './host/fake';
import { speakForTests } from './host/fakeSentences';
import { start } from './start';

const asked = new URLSearchParams(location.search);
void start(fakeHost(asked.get('scene') ?? 'populated', asked.get('locale') ?? 'en'), speakForTests);
