// What people measure of themselves, tried in the browser.

import { button, expectThat, spoken } from './hands.mjs';

const enter = (page, name) => button(page, name).press('Enter');

export const MEASURES = [
  ['the time of sitting goes on while the lid is closed, and a clock that is set back takes nothing of it', 'measures-later', '#/measures/sitting', async (page) => {
    await enter(page, 'Start the time');
    await page.getByRole('timer').filter({ hasText: '12:3' }).waitFor();
    // What the page counts stands still meanwhile, and the clock on the wall does not.
    const setBy = (minutes) => page.evaluate((by) => {
      const now = (globalThis.unset ??= Date.now);
      Date.now = () => now() + by * 60_000;
    }, minutes);
    await setBy(30);
    await page.getByRole('timer').filter({ hasText: '42:' }).waitFor();
    await setBy(-30);
    await page.getByRole('timer').filter({ hasText: '12:' }).waitFor();
    await enter(page, 'I have to get up');
    await expectThat('minutes', page.getByLabel('Minutes', { exact: true }).inputValue(), '12');
  }],
  ['sitting is timed, and the time runs on while somebody is elsewhere', 'measures-later', '#/measures/sitting', async (page) => {
    await enter(page, 'Start the time');
    await page.getByRole('timer').filter({ hasText: '12:3' }).waitFor();
    await page.evaluate(() => (location.hash = '#/today'));
    await page.getByRole('timer').waitFor({ state: 'detached' });
    await page.evaluate(() => (location.hash = '#/measures/sitting'));
    await enter(page, 'I have to get up');
    await expectThat('minutes', page.getByLabel('Minutes', { exact: true }).inputValue(), '12');
    await page.getByRole('timer').waitFor();
    await enter(page, 'Keep it');
    await page.getByRole('timer').waitFor({ state: 'detached' });
    await expectThat('spoken', spoken(page), 'Kept: 12 minutes');
    await page.getByRole('cell', { name: /^12 minutes/ }).waitFor();
    await enter(page, 'Undo');
    await enter(page, 'Start the time');
    await enter(page, 'Stop, and enter nothing');
    await button(page, 'Start the time').waitFor();
    await page.getByLabel('Minutes', { exact: true }).fill('25');
    await enter(page, 'Keep it');
    await page.getByRole('cell', { name: /^25 minutes/ }).waitFor();
  }],
  ['the time of the chair stand is over when nobody saw it run', 'measures-later', '#/measures/chair-stand', async (page) => {
    await enter(page, 'Start the time');
    await page.evaluate(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 10_000;
    });
    await page.getByText('The time was stopped').first().waitFor();
    await button(page, 'Start the time').waitFor();
  }],
  ['a measure is entered, corrected in three taps, taken back, and each of it undone', 'empty', '#/measures', async (page) => {
    await page.getByRole('link', { name: 'Steps in a day' }).click();
    await enter(page, 'Keep it');
    await page.getByText('Please say the number first.').first().waitFor();
    await page.getByLabel('Steps', { exact: true }).fill('200000');
    await page.getByText('Please type a whole number from 0 to 100,000.').first().waitFor();
    await page.getByLabel('Steps', { exact: true }).fill('3000');
    await enter(page, 'Keep it');
    await expectThat('spoken', spoken(page), 'Kept: 3,000 steps');
    await enter(page, 'Change: Wednesday 18 November, 3,000 steps');
    await page.getByRole('dialog').getByRole('button', { name: 'More: Steps' }).click();
    await button(page, 'Save').click();
    await page.getByRole('cell', { name: /^3,001 steps/ }).waitFor();
    await enter(page, 'Undo');
    await page.getByRole('cell', { name: /^3,000 steps/ }).waitFor();
    await enter(page, 'Change: Wednesday 18 November, 3,000 steps');
    await enter(page, 'Take it back');
    await page.getByText('Nothing is entered yet.').last().waitFor();
    await enter(page, 'Undo');
    await page.getByRole('cell', { name: /^3,000 steps/ }).waitFor();
  }],
  ['the chair stand is offered after the word of the team, and not after it hurt', 'measures-no-ok', '#/measures/chair-stand', async (page) => {
    if (await button(page, 'Start the time').count()) throw new Error('the test is offered without an OK');
    await enter(page, 'My team said that I may');
    await enter(page, 'Save');
    await page.getByText('Please write who it was.').waitFor();
    await page.getByLabel('Who said it?').fill('Ward physio');
    await enter(page, 'Save');
    await enter(page, 'Start the time');
    await enter(page, 'It hurts');
    await page.getByText('You stopped on Tuesday 15 December, because it hurt.').waitFor();
    await expectThat('the signs', page.locator('main').getByRole('link', { name: 'Warning signs' }).getAttribute('href'), '#/warning-signs');
    if (await button(page, 'Start the time').count()) throw new Error('the test is offered after it hurt');
    await enter(page, 'Undo');
    await button(page, 'Start the time').waitFor();
  }],
  ['the time of the chair stand counts down, says what to do, and ends by itself', 'measures-later', '#/measures/chair-stand', async (page) => {
    await page.clock.install();
    await enter(page, 'Start the time');
    await expectThat('spoken', spoken(page), 'Get ready');
    await page.clock.runFor(5_500);
    await expectThat('spoken', spoken(page), 'Stand up and sit down');
    await page.clock.runFor(29_000);
    await button(page, 'Stop').waitFor();
    await page.clock.runFor(1_000);
    await expectThat('spoken', spoken(page), 'The time is over. Sit down. How many times was it?');
    await button(page, 'Start the time').waitFor();
  }],
  ['activities are named, rated together, and one is put aside and keeps its ratings', 'empty', '#/measures/activities', async (page) => {
    await enter(page, 'Add it');
    await page.getByText('Please write what it is.').waitFor();
    for (const words of ['Stairs', 'Shopping', 'Driving']) {
      await page.getByLabel('Something that matters to you').fill(words);
      await enter(page, 'Add it');
      await page.getByRole('heading', { name: words, exact: true }).waitFor();
    }
    for (const [words, score] of [['Stairs', '3'], ['Shopping', '0']]) {
      await page.getByRole('group', { name: words }).getByRole('button', { name: score, exact: true }).click();
    }
    await enter(page, 'Keep it');
    await page.getByRole('cell', { name: /^0 of 10/ }).waitFor();
    await enter(page, 'Change Shopping');
    await enter(page, 'Stop rating it');
    await page.getByText('Not rated any more').waitFor();
    await page.getByRole('cell', { name: /^0 of 10/ }).waitFor();
    if (await page.getByRole('group', { name: 'Shopping' }).count()) throw new Error('it is still rated');
  }],
];
