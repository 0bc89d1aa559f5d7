// Every screen in each of its states, and how to get there.

const item = '#/day/2026-11-18/belly-brace/round/morning';

const chooseFile = async (page) => {
  await page.setInputFiles('input[type=file]', { name: 'sheet.backwise', mimeType: 'text/plain', buffer: Buffer.from('format = 1') });
  await page.waitForSelector('[data-heading=inner]');
};
const press = (name) => async (page) => {
  await page.getByRole('button', { name, exact: true }).click();
};
const both = (...steps) => async (page) => {
  for (const step of steps) await step(page);
};

export const SCENES = [
  { name: 'today', scene: 'populated', at: '#/today' },
  { name: 'today-empty', scene: 'empty', at: '#/today' },
  { name: 'today-error', scene: 'error', at: '#/today' },
  { name: 'today-saved', scene: 'populated', at: '#/today', then: press('I did one: Level walking') },
  { name: 'today-some-done', scene: 'populated', at: '#/today', then: async (page) => {
    await page.goto(page.url().replace(/#.*/, '#/day/2026-11-18/belly-brace/round/afternoon'));
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('You did it.').waitFor();
    await page.goto(page.url().replace(/#.*/, '#/today'));
    await page.getByText('1 of 2 done').scrollIntoViewIfNeeded();
  } },
  { name: 'today-later', scene: 'later', at: '#/today' },
  { name: 'today-not-reminded', scene: 'reminders-not-running', at: '#/today' },
  { name: 'day-ahead', scene: 'populated', at: '#/day/2026-11-19' },
  { name: 'item-ahead', scene: 'populated', at: '#/day/2026-11-19/clam/time/1' },
  { name: 'day-before', scene: 'populated', at: '#/day/2026-11-16' },
  { name: 'item', scene: 'populated', at: item },
  { name: 'item-some', scene: 'populated', at: '#/day/2026-11-18/bridge-half/time/1', then: press('Some of it') },
  { name: 'item-skip', scene: 'populated', at: item, then: press('Skip it') },
  { name: 'item-hurt', scene: 'populated', at: item, then: both(press('Skip it'), press('It hurt')) },
  { name: 'item-walk', scene: 'populated', at: '#/day/2026-11-18/walk-weeks-3-4/time/2' },
  { name: 'item-gone', scene: 'populated', at: '#/day/2026-11-18/gone/time/1' },
  { name: 'session-begin', scene: 'session-begin', at: '#/session' },
  { name: 'session-first', scene: 'session-begin', at: '#/session', then: press('Begin') },
  { name: 'session-ready', scene: 'session-ready', at: '#/session' },
  { name: 'session-hold', scene: 'session-hold', at: '#/session' },
  { name: 'session-paused', scene: 'session-paused', at: '#/session' },
  { name: 'session-rest', scene: 'session-rest', at: '#/session' },
  { name: 'session-next', scene: 'session-next', at: '#/session' },
  { name: 'session-side', scene: 'session-side', at: '#/session' },
  { name: 'session-own-pace', scene: 'session-own-pace', at: '#/session' },
  { name: 'session-hurts', scene: 'session-hold', at: '#/session', then: press('It hurts') },
  { name: 'session-hurts-ended', scene: 'session-hold', at: '#/session', then: both(press('It hurts'), press('Stop the whole round')) },
  { name: 'session-skip', scene: 'session-hold', at: '#/session', then: press('Skip') },
  { name: 'session-end', scene: 'session-hold', at: '#/session', then: press('End the round') },
  { name: 'session-finished', scene: 'session-finished', at: '#/session' },
  { name: 'session-finished-part', scene: 'session-finished-part', at: '#/session' },
  { name: 'session-empty', scene: 'empty', at: '#/session' },
  { name: 'session-error', scene: 'error', at: '#/session' },
  { name: 'plan', scene: 'populated', at: '#/plan' },
  { name: 'plan-copy', scene: 'populated', at: '#/plan', then: press('Show the text') },
  { name: 'plan-empty', scene: 'empty', at: '#/plan' },
  { name: 'plan-error', scene: 'error', at: '#/plan' },
  { name: 'import', scene: 'populated', at: '#/plan/import' },
  { name: 'import-first', scene: 'first', at: '#/plan/import', then: chooseFile },
  { name: 'import-revision', scene: 'populated', at: '#/plan/import', then: chooseFile },
  { name: 'import-other', scene: 'other-plan', at: '#/plan/import', then: chooseFile },
  { name: 'import-refused', scene: 'refused', at: '#/plan/import', then: chooseFile },
  { name: 'import-done', scene: 'first', at: '#/plan/import', then: both(chooseFile, (page) => page.getByRole('checkbox').check(), press('Take in this plan')) },
  { name: 'import-error', scene: 'error', at: '#/plan/import', then: async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'a.backwise', mimeType: 'text/plain', buffer: Buffer.from('') });
    await page.waitForSelector('[role=alert]');
  } },
  { name: 'exercises', scene: 'populated', at: '#/exercises' },
  { name: 'exercises-none-found', scene: 'populated', at: '#/exercises', then: (page) => page.fill('#search', 'swimming') },
  { name: 'exercises-empty', scene: 'empty', at: '#/exercises' },
  { name: 'exercises-error', scene: 'error', at: '#/exercises' },
  { name: 'exercise', scene: 'populated', at: '#/exercises/bridge' },
  { name: 'exercise-missing', scene: 'populated', at: '#/exercises/gone' },
  { name: 'settings', scene: 'populated', at: '#/settings' },
  { name: 'settings-empty', scene: 'empty', at: '#/settings' },
  { name: 'settings-untried', scene: 'reminders-untried', at: '#/settings' },
  { name: 'settings-not-taken', scene: 'reminders-not-taken', at: '#/settings' },
  { name: 'settings-test-failed', scene: 'reminders-test-fails', at: '#/settings', then: press('Show a test reminder') },
  { name: 'settings-error', scene: 'error', at: '#/settings' },
  { name: 'warning-signs', scene: 'populated', at: '#/warning-signs' },
  { name: 'warning-signs-empty', scene: 'empty', at: '#/warning-signs' },
  { name: 'warning-signs-error', scene: 'error', at: '#/warning-signs' },
  { name: 'locked', scene: 'locked', at: '#/today' },
];
