// What is counted by hand in a round: taps, and how much of an exercise was done.

import { button, expectThat } from './hands.mjs';

/** How many times a pointer was pressed from now on. */
function countTaps(page) {
  const counting = page.evaluate(() => {
    globalThis.taps = 0;
    addEventListener('click', (event) => (globalThis.taps += event.detail > 0 ? 1 : 0), true);
  });
  return async () => (await counting, page.evaluate(() => globalThis.taps));
}

export const COUNTED = [
  ['another set and number than were seen, and a reason, are three taps', 'session-from-floor', '#/session', async (page) => {
    const taps = countTaps(page);
    await button(page, 'Skip').click();
    await page.getByRole('group', { name: 'Set 2' }).getByRole('button', { name: 'Set 2, 7 of 8' }).click();
    await expectThat('pressed', page.locator('[aria-pressed=true]').count(), 1);
    await button(page, 'Too tired').click();
    await page.getByRole('heading', { name: 'Skip the rest' }).waitFor({ state: 'detached' });
    await expectThat('taps', taps(), 3);
  }],
  ['one tap is one repetition, and the last can be taken back', 'session-taps', '#/session', async (page) => {
    const taps = page.locator('button.taps');
    await expectThat('before', taps.locator('.count').textContent(), '3');
    await taps.click();
    await expectThat('a tap', taps.locator('.count').textContent(), '4');
    await button(page, 'Take the last one back').click();
    await expectThat('taken back', taps.locator('.count').textContent(), '3');
  }],
  ['what was seen is pressed when the rest is left', 'session-hold', '#/session', async (page) => {
    await button(page, 'Skip').click();
    await expectThat('as it was seen', button(page, '5 of 10').getAttribute('aria-pressed'), 'true');
    await button(page, '0 of 10').click();
    await expectThat('none of it', button(page, '0 of 10').getAttribute('aria-pressed'), 'true');
  }],
  ['of a walk by its steps in a round the number is one tap', 'walk-steps', '#/session', async (page) => {
    await button(page, 'Skip').click();
    await page.getByText('Steps done', { exact: true }).waitFor();
    await button(page, '1,200 of 2,000').click();
    await button(page, 'Too tired').click();
    await page.getByText('Saved: Gentle').last().waitFor();
  }],
  ['on Today some of it, up to any number of any set, and a reason, are three taps', 'populated', '#/day/2026-11-18/bridge/time/1', async (page) => {
    const taps = countTaps(page);
    await button(page, 'Some of it').click();
    await button(page, 'Set 2, 7 of 8').click();
    await button(page, 'Too tired').click();
    await page.getByText('First entered: some of it, one whole set, 7 times in the last set, too tired').waitFor();
    await expectThat('taps', taps(), 3);
    await button(page, 'Is that not right?').press('Enter');
    await expectThat('as it was said', button(page, 'Set 2, 7 of 8').getAttribute('aria-pressed'), 'true');
    await button(page, 'Set 2, 7 of 8').press('Enter');
    await button(page, 'Save as some of it').press('Enter');
    await page.getByText('Put right: some of it', { exact: true }).waitFor();
  }],
  ['the list of a day says how much was done of what was done in part', 'populated', '#/day/2026-11-16', async (page) => {
    await page.locator('main').getByText('6 of 10 times on each side').first().waitFor({ state: 'attached' });
  }],
  ['of many repetitions some have a button, and a field takes any other', 'full', '#/day/2026-11-18/ankle-pumps/round/clock-0800', async (page) => {
    await button(page, 'Some of it').click();
    await button(page, '15 of 20').click();
    await expectThat('in the field', page.getByLabel('How many in all', { exact: true }).inputValue(), '15');
    await page.getByLabel('How many in all', { exact: true }).fill('13');
    await expectThat('the button', button(page, '15 of 20').getAttribute('aria-pressed'), 'false');
    await button(page, 'Save').click();
    await page.getByText('13 of 20 times').last().waitFor();
  }],
  ['of a walk in part the minutes are said in one tap, and put right', 'populated', '#/day/2026-11-18/walk/time/2', async (page) => {
    await button(page, 'Some of it').click();
    await button(page, '12 of 15').click();
    await button(page, 'Save').click();
    await page.getByText('12 of 15 minutes').waitFor();
    await page.getByText('First entered: some of it, 12 minutes').waitFor();
    await button(page, 'Is that not right?').click();
    await button(page, '5 of 15').click();
    await button(page, 'Save as some of it').click();
    await page.getByText('5 of 15 minutes').waitFor();
  }],
  ['of timed sets the seconds and a reason are three taps, and put right', 'populated-seconds', '#/day/2026-11-18/walk/time/2', async (page) => {
    const taps = countTaps(page);
    await button(page, 'Some of it').click();
    await page.getByText('Set 2: Seconds done', { exact: true }).waitFor();
    await button(page, 'Set 2, 15 of 30').click();
    await button(page, 'Too tired').click();
    await page.getByText('45 of 90 seconds').waitFor();
    await page.getByText('First entered: some of it, 45 seconds, too tired').waitFor();
    await expectThat('taps', taps(), 3);
    await button(page, 'Is that not right?').press('Enter');
    await expectThat('as it was said', button(page, 'Set 2, 15 of 30').getAttribute('aria-pressed'), 'true');
    await page.getByLabel('How many in all', { exact: true }).fill('52');
    await button(page, 'Save as some of it').press('Enter');
    await page.getByText('52 of 90 seconds').waitFor();
  }],
  ['of a walk by its steps the number and a reason are three taps, and put right', 'populated-steps', '#/day/2026-11-18/walk/time/2', async (page) => {
    const taps = countTaps(page);
    await button(page, 'Some of it').click();
    await page.getByText('Steps done', { exact: true }).waitFor();
    await button(page, '1,200 of 2,000').click();
    await button(page, 'Too tired').click();
    await page.getByText('1,200 of 2,000 steps').waitFor();
    await page.getByText('First entered: some of it, 1,200 steps, too tired').waitFor();
    await expectThat('taps', taps(), 3);
    await button(page, 'Is that not right?').press('Enter');
    await expectThat('as it was said', button(page, '1,200 of 2,000').getAttribute('aria-pressed'), 'true');
    await page.getByLabel('How many in all', { exact: true }).fill('1350');
    await button(page, 'Save as some of it').press('Enter');
    await page.getByText('1,350 of 2,000 steps').waitFor();
  }],
];
