// The screens on fixtures: `fake.html?scene=populated&locale=en-XA#/today`.

import { fakeHost } from './host/fake';
import { start } from './start';

const asked = new URLSearchParams(location.search);
start(fakeHost(asked.get('scene') ?? 'populated'), asked.get('locale') ?? 'en');
