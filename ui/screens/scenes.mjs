// Every screen in each of its states, and how to get there.

const item = '#/day/2026-11-18/belly-brace/round/morning';

const chooseFile = async (page) => {
  await page.setInputFiles('input[type=file]', { name: 'sheet.backwise', mimeType: 'text/plain', buffer: Buffer.from('format = 1') });
  await page.waitForSelector('[data-heading=inner]');
};
const press = (name) => async (page) => {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
};
const see = (heading) => (page) => page.getByRole('heading', { name: heading, exact: true }).evaluate((it) => it.scrollIntoView());
const needIt = 'I need it: Calf stretch at the wall';
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
  { name: 'today-later-routine', scene: 'later-routine', at: '#/today' },
  { name: 'today-full', scene: 'full', at: '#/today' },
  { name: 'today-words', scene: 'populated', at: '#/today', then: (page) => page.getByRole('heading', { name: 'Also on your sheet' }).scrollIntoViewIfNeeded() },
  { name: 'today-full-words', scene: 'full', at: '#/today', then: see('A later stage') },
  { name: 'today-full-rounds', scene: 'full', at: '#/today', then: see('The rounds of today') },
  { name: 'today-full-folded', scene: 'full', at: '#/today', then: async (page) => {
    await page.getByText('Later today').click();
    await page.getByText('Later today').scrollIntoViewIfNeeded();
  } },
  { name: 'today-evening', scene: 'full-evening', at: '#/today' },
  { name: 'today-evening-rounds', scene: 'full-evening', at: '#/today', then: see('The rounds of today') },
  { name: 'today-evening-week', scene: 'full-evening', at: '#/today', then: see('This week') },
  { name: 'today-needed', scene: 'full', at: '#/today', then: see('When you need it') },
  { name: 'today-needed-calf', scene: 'full', at: '#/today', then: press(needIt) },
  { name: 'today-needed-ring', scene: 'full', at: '#/today', then: both(press(needIt), press('Yes')) },
  { name: 'today-needed-own', scene: 'full', at: '#/today', then: both(press(needIt), press('No')) },
  { name: 'today-needed-ready', scene: 'full', at: '#/today', then: both(press(needIt), press('No'), press('I can do it')) },
  { name: 'today-less', scene: 'full', at: '#/today', then: (page) => page.getByRole('button', { name: 'Not a good day' }).scrollIntoViewIfNeeded() },
  { name: 'today-bad-day', scene: 'full-bad-day', at: '#/today' },
  { name: 'today-bad-day-rounds', scene: 'full-bad-day', at: '#/today', then: see('The rounds of today') },
  { name: 'today-bad-day-done', scene: 'full-bad-day-done', at: '#/today' },
  { name: 'today-bad-day-no-words', scene: 'no-rules', at: '#/today', then: press('Not a good day') },
  { name: 'today-pause-ask', scene: 'full', at: '#/today', then: press('Take a pause') },
  { name: 'today-pause-wrong', scene: 'full', at: '#/today', then: both(press('Take a pause'), (page) => page.getByLabel('The last day').fill('2026-11-01')) },
  { name: 'today-paused', scene: 'full-paused', at: '#/today' },
  { name: 'today-paused-until', scene: 'full-paused-until', at: '#/today' },
  { name: 'today-pause-over', scene: 'full-pause-over', at: '#/today' },
  { name: 'today-pause-not-yet', scene: 'full-pause-over', at: '#/today', then: press('Not yet') },
  { name: 'today-paused-no-words', scene: 'no-rules', at: '#/today', then: both(press('Take a pause'), press('Begin the pause')) },
  { name: 'today-limit-holds', scene: 'full-limit-holds', at: '#/today', then: see('Not while a limit of your sheet holds') },
  { name: 'today-waits', scene: 'full-waits', at: '#/today', then: see('Waits for an OK from your team') },
  { name: 'today-ok', scene: 'full-waits', at: '#/today', then: press('What did your team say? Heel raises at the worktop') },
  { name: 'today-ok-who', scene: 'full-waits', at: '#/today', then: both(press('What did your team say? Heel raises at the worktop'), press('Yes, they agree')) },
  { name: 'today-stage', scene: 'full-next-stage', at: '#/today', then: press('Is it time for this? Bridge') },
  { name: 'today-limit-passed', scene: 'full-limit-passed', at: '#/today', then: see('Limits in force') },
  { name: 'today-limit-over', scene: 'full-limit-passed', at: '#/today', then: press(/^My team says it is over: No bending/) },
  { name: 'item-not-needed', scene: 'full-bad-day', at: '#/day/2026-11-18/bridge/time/1' },
  { name: 'item-no-longer-fits', scene: 'full-evening', at: '#/day/2026-11-18/brace/round/afternoon' },
  { name: 'item-not-before', scene: 'full-evening', at: '#/day/2026-11-18/walk/time/2' },
  { name: 'item-needed', scene: 'full', at: '#/day/2026-11-18/calf-stretch/time/2' },
  { name: 'item-week', scene: 'full', at: '#/day/2026-11-18/wall-push-up/time/1' },
  { name: 'today-not-reminded', scene: 'reminders-not-running', at: '#/today' },
  { name: 'today-gap', scene: 'gap-three', at: '#/today', then: see('There are no entries from Sunday 15 November to Tuesday 17 November') },
  { name: 'today-gap-long', scene: 'gap-long', at: '#/today', then: (page) => page.getByText('It was a pause').scrollIntoViewIfNeeded() },
  { name: 'today-gap-answered', scene: 'gap-three', at: '#/today', then: press('None of it') },
  { name: 'today-midnight', scene: 'midnight', at: '#/today' },
  { name: 'item-midnight', scene: 'midnight', at: '#/day/2026-11-18/sit-to-stand/time/1', then: (page) => page.getByText('Count it for').scrollIntoViewIfNeeded() },
  { name: 'today-extra', scene: 'populated', at: '#/day/2026-11-18/add', then: both((page) => page.getByRole('button', { name: 'I did it: Bridge', exact: true }).last().click(), see('Beyond what was asked')) },
  { name: 'record', scene: 'populated', at: '#/record' },
  { name: 'record-empty', scene: 'empty', at: '#/record' },
  { name: 'record-error', scene: 'error', at: '#/record' },
  { name: 'paper-week', scene: 'populated', at: '#/week/2026-11-16' },
  { name: 'paper-week-ticked', scene: 'populated', at: '#/week/2026-11-16', then: async (page) => {
    const boxes = page.getByRole('button', { name: /: empty$/ });
    await boxes.nth(0).click();
    await boxes.nth(0).click();
    const next = page.getByRole('button', { name: /: done$/ });
    await next.nth(0).click();
  } },
  { name: 'paper-week-kept', scene: 'populated', at: '#/week/2026-11-16', then: both((page) => page.getByRole('button', { name: /: empty$/ }).first().click(), press('Keep this entry')) },
  { name: 'paper-week-nothing', scene: 'populated', at: '#/week/2026-11-02' },
  { name: 'paper-week-empty', scene: 'empty', at: '#/week/2026-11-16' },
  { name: 'paper-week-error', scene: 'error', at: '#/week/2026-11-16' },
  { name: 'add-another', scene: 'populated', at: '#/day/2026-11-18/add' },
  { name: 'add-another-before', scene: 'populated', at: '#/day/2026-11-16/add' },
  { name: 'item-before', scene: 'populated', at: '#/day/2026-11-16/heel-slides/round/evening' },
  { name: 'item-before-right', scene: 'populated', at: '#/day/2026-11-16/heel-slides/round/evening', then: see('Is that not right?') },
  { name: 'item-before-history', scene: 'populated', at: '#/day/2026-11-16/heel-slides/round/evening', then: see('What was entered') },
  { name: 'day-ahead', scene: 'populated', at: '#/day/2026-11-19' },
  { name: 'item-ahead', scene: 'populated', at: '#/day/2026-11-19/clam/time/1' },
  { name: 'day-before', scene: 'populated', at: '#/day/2026-11-16' },
  { name: 'item', scene: 'populated', at: item },
  { name: 'item-some', scene: 'populated', at: '#/day/2026-11-18/bridge/time/1', then: press('Some of it') },
  { name: 'item-skip', scene: 'populated', at: item, then: press('Skip it') },
  { name: 'item-hurt', scene: 'populated', at: item, then: both(press('Skip it'), press('It hurt')) },
  { name: 'item-walk', scene: 'populated', at: '#/day/2026-11-18/walk/time/2' },
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
  { name: 'plan-stages', scene: 'populated', at: '#/plan', then: (page) => page.getByText('Now', { exact: true }).first().scrollIntoViewIfNeeded() },
  { name: 'plan-limits', scene: 'populated', at: '#/plan', then: (page) => page.getByRole('heading', { name: 'Limits' }).scrollIntoViewIfNeeded() },
  { name: 'plan-full', scene: 'full', at: '#/plan' },
  { name: 'plan-full-waits', scene: 'full', at: '#/plan', then: (page) => page.getByText('Waits for an OK').first().scrollIntoViewIfNeeded() },
  { name: 'plan-full-off', scene: 'full', at: '#/plan', then: (page) => page.getByText('Switched off', { exact: true }).scrollIntoViewIfNeeded() },
  { name: 'plan-full-days', scene: 'full', at: '#/plan', then: (page) => page.getByRole('heading', { name: 'Kinds of day' }).scrollIntoViewIfNeeded() },
  { name: 'templates', scene: 'populated', at: '#/plan/templates' },
  { name: 'templates-empty', scene: 'empty', at: '#/plan/templates' },
  { name: 'templates-error', scene: 'error', at: '#/plan/templates' },
  { name: 'template', scene: 'populated', at: '#/plan/templates/lami-2-6' },
  { name: 'template-walk', scene: 'populated', at: '#/plan/templates/walk-lami', then: (page) => page.getByText('stages').click() },
  { name: 'template-end', scene: 'populated', at: '#/plan/templates/lami-2-6', then: (page) => page.getByText('Where the numbers come from').scrollIntoViewIfNeeded() },
  { name: 'template-gone', scene: 'populated', at: '#/plan/templates/gone' },
  { name: 'plan-copy', scene: 'populated', at: '#/plan', then: press('Show the text') },
  { name: 'plan-empty', scene: 'empty', at: '#/plan' },
  { name: 'plan-error', scene: 'error', at: '#/plan' },
  { name: 'import', scene: 'populated', at: '#/plan/import' },
  { name: 'import-first', scene: 'first', at: '#/plan/import', then: chooseFile },
  { name: 'import-revision', scene: 'populated', at: '#/plan/import', then: chooseFile },
  { name: 'import-remarks', scene: 'remarks', at: '#/plan/import', then: both(chooseFile, (page) => page.getByText('Please look at these').scrollIntoViewIfNeeded()) },
  { name: 'import-yes', scene: 'populated', at: '#/plan/import', then: both(chooseFile, (page) => page.getByRole('button', { name: 'Take in this plan' }).scrollIntoViewIfNeeded()) },
  { name: 'import-other', scene: 'other-plan', at: '#/plan/import', then: chooseFile },
  { name: 'import-refused', scene: 'refused', at: '#/plan/import', then: chooseFile },
  { name: 'import-done', scene: 'first', at: '#/plan/import', then: both(chooseFile, (page) => page.getByRole('checkbox').check(), press('Take in this plan')) },
  { name: 'import-error', scene: 'error', at: '#/plan/import', then: async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'a.backwise', mimeType: 'text/plain', buffer: Buffer.from('') });
    await page.waitForSelector('[role=alert]');
  } },
  { name: 'exercises', scene: 'populated', at: '#/exercises' },
  { name: 'exercises-found', scene: 'populated', at: '#/exercises', then: both((page) => page.fill('#search', 'knee'), (page) => page.getByText('The likeliest first').scrollIntoViewIfNeeded()) },
  { name: 'exercises-standing', scene: 'populated', at: '#/exercises', then: press('Standing') },
  { name: 'exercises-none-standing', scene: 'populated', at: '#/exercises', then: both(press('Standing'), (page) => page.fill('#search', 'bridge')) },
  { name: 'exercises-none-found', scene: 'populated', at: '#/exercises', then: (page) => page.fill('#search', 'swimming') },
  { name: 'exercises-empty', scene: 'empty', at: '#/exercises' },
  { name: 'exercises-error', scene: 'error', at: '#/exercises' },
  { name: 'exercise', scene: 'populated', at: '#/exercises/bridge' },
  { name: 'exercise-authors', scene: 'populated', at: '#/exercises/bridge', then: (page) => page.getByText('A usual first dose').scrollIntoViewIfNeeded() },
  { name: 'exercise-one-leg', scene: 'populated', at: '#/exercises/calf-stretch-wall', then: (page) => page.getByText('Each time before you begin').scrollIntoViewIfNeeded() },
  { name: 'exercise-missing', scene: 'populated', at: '#/exercises/gone' },
  { name: 'learn', scene: 'populated', at: '#/learn' },
  { name: 'learn-themes', scene: 'populated', at: '#/learn', then: see('Risks, and when to ring') },
  { name: 'learn-found', scene: 'populated', at: '#/learn', then: (page) => page.fill('#search', 'sleep') },
  { name: 'learn-none', scene: 'populated', at: '#/learn', then: (page) => page.fill('#search', 'swimming pool') },
  { name: 'learn-empty', scene: 'empty', at: '#/learn' },
  { name: 'learn-error', scene: 'error', at: '#/learn' },
  { name: 'topic', scene: 'populated', at: '#/learn/what-it-is' },
  { name: 'topic-risk', scene: 'populated', at: '#/learn/nerve-damage' },
  { name: 'topic-end', scene: 'populated', at: '#/learn/driving-work-sex-sport', then: see('Where this comes from') },
  { name: 'topic-missing', scene: 'populated', at: '#/learn/gone' },
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
