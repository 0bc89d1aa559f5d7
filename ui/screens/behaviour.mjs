// What a person does with keyboard and thumb, tried in the browser: [name, scene, address, steps].
// Each step throws a sentence when it does not find what it looks for.

const phone = { width: 360, height: 740 };

const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const spoken = (page) => page.textContent('[data-live]');

async function expectThat(what, found, wanted) {
  const value = await found;
  if (value !== wanted) throw new Error(`${what}: ${JSON.stringify(value)} instead of ${JSON.stringify(wanted)}`);
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Every stop of the Tab key can be seen: no bar covers it. */
async function walkByTab(page) {
  const seen = new Set();
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getBoundingClientRect();
      // The middle of what lies inside the window: a long region is taller than it.
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const top = document.elementFromPoint((box.left + box.right) / 2, y);
      const isHidden = element.closest('.visually-hidden') || element.matches('.visually-hidden');
      return {
        name: `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`,
        covered: !isHidden && !(top && (element.contains(top) || top.contains(element))),
        outlined: isHidden || getComputedStyle(element).outlineStyle !== 'none',
      };
    });
    if (!at) break;
    if (at.covered) throw new Error(`covered when focused: ${at.name}`);
    if (!at.outlined) throw new Error(`no sign of focus: ${at.name}`);
    seen.add(at.name);
  }
  if (seen.size < 2) throw new Error(`the Tab key reached only ${seen.size} places`);
}

export const BEHAVIOUR = [
  ['a change of place moves to the heading', 'populated', '#/today', async (page) => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Settings');
    await expectThat('focus', focused(page), 'Settings');
    await expectThat('title', page.title(), 'Settings – Backwise');
  }],
  ['the skip link passes the head of the screen', 'populated', '#/plan', async (page) => {
    await page.keyboard.press('Tab');
    await expectThat('first stop', focused(page), 'Go to the main part');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    if ((await focused(page)).includes('Warning signs')) return;
    if ((await focused(page)) === 'Go to the main part') throw new Error('the skip link leads nowhere');
  }],
  ['one tap records, is said, and can be undone', 'populated', '#/today', async (page) => {
    const did = page.getByRole('button', { name: 'I did one: Level walking' });
    await did.click();
    await page.getByText('2 of 3 today').waitFor();
    await expectThat('spoken', spoken(page), 'Saved: Level walking, done');
    await button(page, 'Undo').click();
    await page.getByText('1 of 3 today').waitFor();
    await expectThat('spoken', spoken(page), 'Undone');
  }],
  ['an entry of another day can be corrected', 'populated', '#/day/2026-11-16/clam/time/1', async (page) => {
    await button(page, 'Is that not right?').click();
    await button(page, 'Done').click();
    await page.getByText('You did it.').waitFor();
    await page.getByText('You corrected it.').waitFor();
  }],
  ['the space bar pauses, whatever has the focus', 'session-hold', '#/session', async (page) => {
    await button(page, 'Skip').focus();
    await page.keyboard.press('Space');
    await button(page, 'Go on').waitFor();
    await expectThat('skip panel', page.getByText('Skip the rest').count(), 0);
    await page.keyboard.press('Space');
    await button(page, 'Pause').waitFor();
  }],
  ['enter presses what has the focus', 'session-hold', '#/session', async (page) => {
    await button(page, 'Skip').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Skip the rest').waitFor();
  }],
  ['the warning signs are one tap away in a round, pause it, and lead back', 'session-hold', '#/session', async (page) => {
    await page.getByRole('link', { name: 'Warning signs' }).click();
    await page.getByRole('heading', { name: 'Get help now' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Get help now' }).waitFor();
    await button(page, 'Close the warning signs').click();
    await button(page, 'Go on').waitFor();
  }],
  ['"It hurts" pauses, shows the sheet and whom to ring, and keeps a score', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await expectThat('focus', focused(page), 'Stop for a moment');
    await page.getByText('555-0134', { exact: true }).waitFor();
    await button(page, 'Leg').click();
    await button(page, 'Pain 4 out of 10').click();
    await page.getByText('Saved: leg, 4 out of 10').first().waitFor();
    await button(page, 'Stop this exercise').click();
    await page.getByText('Heel slides').first().waitFor();
    await button(page, 'It hurts').click();
    await button(page, 'Stop this exercise').click();
    await page.getByText('That is all for now').waitFor();
  }],
  ['a round that is stopped because it hurts records the pain and says whom to ring', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'Stop the whole round').click();
    await expectThat('focus', focused(page), 'That is all for now');
    const rows = page.locator('main .rows > li');
    await expectThat('the exercise that hurt', rows.nth(0).textContent(), 'Gentle abdominal brace Skipped');
    await expectThat('the next one', rows.nth(1).textContent(), 'Heel slides Still open');
    await page.getByText('555-0134', { exact: true }).waitFor();
    await page.getByText('ring the ward').waitFor();
    await expectThat('nobody is asked back', page.getByText('while its time lasts').count(), 0);
  }],
  ['a round that was left for another reason says nothing of pain', 'session-hold', '#/session', async (page) => {
    await button(page, 'End the round').click();
    await button(page, 'End it here').click();
    await page.getByText('while its time lasts').waitFor();
    await expectThat('whom to ring', page.getByText('555-0134', { exact: true }).count(), 0);
  }],
  ['a limit that would end is said before the yes, whatever the file is', 'other-plan', '#/plan/import', async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'a.backwise', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('These limits would no longer be shown:').waitFor();
    await page.getByText('Ask your team before you agree.').waitFor();
    await page.getByText('No longer a limit: No bending').waitFor();
    await page.getByText('Yes, this is the plan to follow now').waitFor();
  }],
  ['a day to come is read, not answered', 'populated', '#/day/2026-11-19/clam/time/1', async (page) => {
    await page.getByText('This day has not come yet.').waitFor();
    await expectThat('buttons to answer', page.getByText('Did you do it?').count(), 0);
  }],
  ['a round whose time has not come is not begun from Today', 'later', '#/today', async (page) => {
    await page.getByText('Nothing is asked of you now').waitFor();
    await expectThat('buttons to begin', page.getByRole('button', { name: /^(Start|Go on)/ }).count(), 0);
  }],
  ['Today says when reminders cannot arrive, and leads to the cure', 'reminders-not-running', '#/today', async (page) => {
    await page.getByRole('link', { name: /^Reminders cannot reach you now/ }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Settings');
  }],
  ['Today says nothing of reminders that arrive', 'populated', '#/today', async (page) => {
    await page.getByRole('heading', { name: 'The rounds of today' }).waitFor();
    await expectThat('lines', page.getByText('Reminders cannot reach you').count(), 0);
  }],
  ['nothing is promised before a reminder has arrived', 'reminders-untried', '#/settings', async (page) => {
    await page.getByText('Not tried yet.').waitFor();
    await button(page, 'Show a test reminder').click();
    await page.getByText('The test reminder was shown.').waitFor();
    await expectThat('promises', page.getByText('Reminders can reach you').count(), 0);
  }],
  ['a test reminder that failed does not stand beside a promise', 'reminders-test-fails', '#/settings', async (page) => {
    await page.getByText('Reminders can reach you.').waitFor();
    await button(page, 'Show a test reminder').click();
    await page.locator('main').getByText('The test reminder could not be shown.').waitFor();
    await expectThat('promises', page.getByText('Reminders can reach you').count(), 0);
  }],
  ['another plan file is taken in only after a tick', 'populated', '#/plan/import', async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'a.backwise', mimeType: 'text/plain', buffer: Buffer.from('x') });
    // It looks unready and says why when it is pressed all the same.
    await button(page, 'Take in this plan').click({ force: true });
    await page.locator('#tick-first').waitFor();
    await page.getByRole('checkbox').check();
    await button(page, 'Take in this plan').click();
    await page.getByRole('heading', { name: 'Your plan is taken in' }).first().waitFor();
  }],
  ['search finds what people call an exercise', 'populated', '#/exercises', async (page) => {
    await page.fill('#search', 'chair rise');
    await page.getByText('One exercise').waitFor();
    await page.getByRole('link', { name: /Sit to stand/ }).waitFor();
  }],
  ...[
    ['populated', '#/today'],
    ['populated', '#/plan'],
    ['populated', '#/exercises'],
    ['populated', '#/settings'],
    ['populated', '#/warning-signs'],
    ['populated', '#/day/2026-11-18/clam/time/1'],
    ['session-hold', '#/session'],
  ].map(([scene, at]) => [`the Tab key reaches everything on ${at}, and nothing covers it`, scene, at, walkByTab]),
];

/** Tries each; answers what went wrong. */
export async function tryBehaviour(browser, base, wanted) {
  const faults = [];
  const some = BEHAVIOUR.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  for (const [name, scene, at, steps] of some) {
    const page = await browser.newPage({ viewport: phone, locale: 'en-GB', timezoneId: 'Europe/London' });
    page.setDefaultTimeout(5000);
    try {
      await page.goto(`${base}fake.html?scene=${scene}${at}`);
      await page.waitForSelector('h1:not(:empty)');
      await steps(page);
    } catch (error) {
      faults.push(`${name}: ${error.message.split('\n')[0]}`);
    }
    await page.close();
  }
  console.log(`${some.length} ways of using the screens`);
  return faults;
}
