// Ways of using Learn and the warning signs.

import { button, expectThat } from './hands.mjs';

export const LEARN_AND_SIGNS = [
  ['a topic is found by a word, read, and leads to the next one', 'populated', '#/learn', async (page) => {
    await page.getByRole('heading', { name: 'For week 3' }).waitFor();
    await page.fill('#search', 'csf leak');
    await page.getByText('One topic').waitFor();
    await page.getByRole('link', { name: /Risk: spinal fluid leak/ }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Risk: spinal fluid leak');
    await page.getByText('No clinician has reviewed this text.').waitFor();
    await page.getByRole('heading', { name: 'Where this comes from' }).waitFor();
    await page.getByRole('link', { name: 'Next: Risk: blood clots' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Risk: blood clots');
  }],
  ['the signs of a topic lead to all warning signs, and back to the topic', 'populated', '#/learn/bleeding', async (page) => {
    await page.getByRole('link', { name: 'See all warning signs' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Warning signs');
    await button(page, 'Close the warning signs').click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Risk: bleeding');
  }],
  ['a yes to a warning sign shows the emergency card and nothing else', 'populated', '#/today', async (page) => {
    await page.getByRole('link', { name: 'Warning signs' }).click();
    await page.getByRole('link', { name: 'Answer the question about these signs' }).click();
    await button(page, 'Yes, one or more').click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Get help now');
    await page.getByText('Ring the emergency number, or go to an emergency department now.').waitFor();
    await page.getByText('999', { exact: true }).waitFor();
    await expectThat('parts of the app', page.getByRole('navigation').count(), 0);
    for (const route of ['#/today', '#/day/2026-11-18', '#/day/2026-11-18/clam/time/1', '#/session']) {
      await page.evaluate((to) => (location.hash = to), route);
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Get help now');
      await expectThat(`buttons to do an exercise on ${route}`, page.getByRole('button', { name: /^(Start|Done|Go on$|I did)/ }).count(), 0);
    }
  }],
  ['a yes in the middle of a round ends the round', 'session-hold', '#/session', async (page) => {
    await page.getByRole('link', { name: 'Warning signs' }).click();
    await page.getByRole('link', { name: 'Answer the question about these signs' }).click();
    await button(page, 'Yes, one or more').click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Get help now');
    await page.evaluate(() => (location.hash = '#/session'));
    await expectThat('the round', page.getByText('Gentle abdominal brace').count(), 0);
  }],
  ['a mistaken tap is asked about again, and a no brings the day back', 'populated', '#/check', async (page) => {
    await button(page, 'Yes, one or more').click();
    await button(page, 'I tapped by mistake').click();
    await page.getByText('Please read the list once more.').first().waitFor();
    await expectThat('ways to leave the question', button(page, 'Not now').count(), 0);
    await button(page, 'No, none of these').click();
    await page.getByRole('heading', { name: 'The rounds of today' }).waitFor();
  }],
  ['a mistaken tap whose question is left brings the card back', 'populated', '#/today', async (page) => {
    await page.getByRole('link', { name: 'Warning signs' }).click();
    await page.getByRole('link', { name: 'Answer the question about these signs' }).click();
    await button(page, 'Yes, one or more').click();
    for (const route of ['#/today', '#/session', '#/check']) {
      await button(page, 'I tapped by mistake').click();
      await page.getByText('Please read the list once more.').first().waitFor();
      await page.evaluate((to) => (to === '#/check' ? history.back() : (location.hash = to)), route);
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Get help now');
    }
  }],
  ['only somebody with a name starts the exercises again', 'stopped', '#/today', async (page) => {
    await button(page, 'Somebody said that I may go on').click();
    await button(page, 'Go on with my plan').click();
    await page.getByText('Please write who it was.').waitFor();
    await expectThat('focus', page.evaluate(() => document.activeElement?.tagName), 'INPUT');
    await page.getByLabel('Who said it?').fill('Dr Kahn');
    await button(page, 'Go on with my plan').click();
    await page.getByRole('heading', { name: 'The rounds of today' }).waitFor();
    await button(page, 'Undo').click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Get help now');
  }],
  ['a no that was not meant is taken back, and the question stands again', 'asked', '#/check', async (page) => {
    await button(page, 'No, none of these').click();
    await button(page, 'Undo').press('Enter');
    await page.evaluate(() => (location.hash = '#/today'));
    await page.getByRole('heading', { name: 'Any warning sign this week?' }).waitFor();
  }],
  ['the question is offered on Today and can be left', 'asked', '#/today', async (page) => {
    await page.getByRole('heading', { name: 'Any warning sign this week?' }).waitFor();
    await page.getByRole('button', { name: /^Start/ }).first().waitFor();
    await button(page, 'Not now').click();
    await expectThat('questions', page.getByText('Any warning sign this week?').count(), 0);
  }],
  ['the start of the app takes nobody away from the warning signs, and the way back leads to the round', 'session-cut-off', '#/warning-signs', async (page) => {
    await page.getByText('Your team', { exact: true }).waitFor();
    await button(page, 'Close the warning signs').click();
    await page.getByText('is still open').first().waitFor();
    await expectThat('place', page.evaluate(() => location.hash), '#/session');
  }],
  ['a yes that cannot be kept shows the card all the same', 'error', '#/check', async (page) => {
    await button(page, 'Yes, one or more').click();
    await page.getByText('This could not be saved. Get help all the same.').first().waitFor();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Get help now');
  }],
  ['on a telephone a tap on the number calls it, and elsewhere it is text', 'stopped', '#/today', async (page) => {
    await page.getByText('999', { exact: true }).waitFor();
    await expectThat('links to call', page.locator('a[href^="tel:"]').count(), 0);
    await page.addInitScript(() => Object.defineProperty(navigator, 'userAgent', { value: 'Linux; Android 15; Mobile' }));
    await page.reload();
    await expectThat('the number', page.getByRole('link', { name: '999' }).getAttribute('href'), 'tel:999');
    await expectThat('the ward', page.getByRole('link', { name: '555-0134' }).getAttribute('href'), 'tel:5550134');
  }],
  ...[['a hold', 'session-hold'], ['a pause', 'session-paused'], ['a wait', 'session-next'], ['big letters', 'session-hold', 'Show it big']].map(([where, scene, first]) =>
    [`the card is one key away: ${where}`, scene, '#/session', async (page) => {
      if (first) await button(page, first).press('Enter');
      await button(page, 'It hurts').focus();
      await page.keyboard.press('Alt+W');
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Warning signs');
      await page.getByText('999', { exact: true }).waitFor();
      await button(page, 'Close the warning signs').click();
      await button(page, 'It hurts').waitFor();
      await expectThat('the key is told', page.getByRole('link', { name: 'Warning signs' }).first().getAttribute('aria-keyshortcuts'), 'Alt+W');
    }]),
  ['the card is one key away in a field, too', 'populated', '#/learn', async (page) => {
    await page.locator('#search').focus();
    await page.keyboard.press('Alt+W');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Warning signs');
  }],
  ['the card is reached in one action by the keyboard, and the question from it', 'session-hold', '#/session', async (page) => {
    await page.getByRole('link', { name: 'Warning signs' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Warning signs');
    await page.getByRole('link', { name: 'Answer the question about these signs' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Any warning sign?');
  }],
];
