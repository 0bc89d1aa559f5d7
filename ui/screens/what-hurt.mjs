// What is asked, and kept, where somebody says that it hurt.

import { button, expectThat, goTo } from './hands.mjs';

const saved = (page) => page.getByText('Saved', { exact: true }).first();

export const WHAT_HURT = [
  ['where the sheet asks for numbers after each round they are asked for where it hurt, too, whatever was told of which exercise', 'each-round-hold', '#/session', async (page) => {
    const asked = async () => {
      for (const place of ['Back', 'Leg']) await page.getByRole('list', { name: place, exact: true }).waitFor();
    };
    await button(page, 'It hurts').click();
    await button(page, 'Stop this exercise').press('Enter');
    await button(page, 'I am ready').waitFor();
    await button(page, 'It hurts').click();
    await button(page, 'Stop the whole round').press('Enter');
    await page.getByRole('heading', { name: 'That is all for now' }).waitFor();
    await asked();
    const leg = page.getByRole('list', { name: 'Leg', exact: true });
    await leg.getByRole('button', { name: 'Pain 7 out of 10', exact: true }).press('Enter');
    await button(page, 'Save').press('Enter');
    await saved(page).waitFor();
  }],
  ['numbers that were chosen after a round stay when it is said that it hurt', 'each-round', '#/session', async (page) => {
    const number = page.getByRole('list', { name: 'Leg', exact: true }).getByRole('button', { name: 'Pain 4 out of 10', exact: true });
    await number.press('Enter');
    await button(page, 'It hurt').press('Enter');
    await page.getByRole('heading', { name: 'Which exercise hurt?' }).waitFor();
    await expectThat('kept', number.getAttribute('aria-pressed'), 'true');
  }],
  ['"It hurt" after a round is kept by one tap, before an exercise is named, and can be undone', 'session-finished', '#/session', async (page) => {
    await button(page, 'It hurt').press('Enter');
    await saved(page).waitFor();
    const signs = page.getByText('It hurt. Is there a warning sign, too?');
    await signs.waitFor();
    // Whoever comes back finds it as it was.
    await goTo(page, '#/today');
    await goTo(page, '#/session');
    await page.getByRole('heading', { name: 'Which exercise hurt?' }).waitFor();
    const first = page.locator('main .rows button').first();
    await first.press('Enter');
    await page.waitForFunction(() => document.querySelector('main .rows button')?.ariaPressed === 'true');
    await button(page, 'Undo').click();
    await page.waitForFunction(() => document.querySelector('main .rows button')?.ariaPressed === 'false');
    await button(page, 'Undo').click();
    await button(page, 'Fine').waitFor();
    await signs.waitFor({ state: 'detached' });
  }],
  ['"It hurt" on the page of an exercise is kept by one tap, and a number takes its place', 'populated', '#/day/2026-11-18/heel-slides/round/evening', async (page) => {
    await button(page, 'Done').press('Enter');
    await button(page, 'It hurt').press('Enter');
    await saved(page).waitFor();
    await button(page, 'Leg').click();
    await button(page, 'Pain 3 out of 10').click();
    await page.getByText('Saved: leg, 3 out of 10').first().waitFor();
    await button(page, 'Pain 8 out of 10').click();
    await page.getByRole('heading', { name: 'Your plan says: stop this exercise' }).waitFor();
    // Closed, no older way back stands there that would take the stop away.
    await button(page, 'Close').click();
    await expectThat('ways back', button(page, 'Undo').count(), 0);
  }],
  ['"It hurt" that was tapped by mistake on the page of an exercise is undone as it was said', 'populated', '#/day/2026-11-18/heel-slides/round/evening', async (page) => {
    await button(page, 'Done').press('Enter');
    await button(page, 'It hurt').press('Enter');
    await saved(page).waitFor();
    await button(page, 'Undo').click();
    await page.getByRole('heading', { name: 'If it hurts' }).waitFor({ state: 'detached' });
  }],
  ['"Not now" for the warning signs is about what hurt before it', 'asked-hurt', '#/today', async (page) => {
    const asked = page.getByRole('heading', { name: 'It hurt. Is there a warning sign, too?' });
    await button(page, 'Not now').first().press('Enter');
    await asked.waitFor({ state: 'detached' });
    await button(page, 'Something hurts').press('Enter');
    await button(page, 'Leg').click();
    await button(page, 'Pain 3 out of 10').click();
    await asked.waitFor();
  }],
];
