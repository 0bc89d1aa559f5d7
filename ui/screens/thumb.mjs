// What is under the thumb stays there from step to step, and what is shown large is shown from its beginning.

import { button, expectThat } from './hands.mjs';

const STEPS = ['hold', 'ready', 'rest', 'next', 'side', 'own-pace', 'get-up', 'from-floor', 'to-floor', 'position', 'led', 'taps', 'paused'];

/** Where the buttons of a step are. */
const places = (page) => page.evaluate(() => {
  const place = (one) => Object.values(one.getBoundingClientRect().toJSON()).slice(0, 4);
  return [...document.querySelectorAll('.reach .alarm, .reach .primary, .others .button')].flatMap(place);
});

/** So much may a line of text move them, in pixels. */
const NEAR = 3;

export const THUMB = [
  ['each button of a round keeps its place from step to step', 'session-hold', '#/session', async (page) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const at = async (step) => {
      await page.goto(page.url().replace(/scene=session-[\w-]+/, `scene=session-${step}`));
      await button(page, 'It hurts').waitFor();
      return places(page);
    };
    const first = await at(STEPS[0]);
    for (const step of STEPS) {
      const now = await at(step);
      await expectThat(step, now.length === first.length && now.every((one, index) => Math.abs(one - first[index]) < NEAR), true);
    }
  }],
  ['what is shown large is shown from its beginning, and so is what comes after it', 'session-cut-off', '#/session', async (page) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const scrolled = () => page.evaluate(() => document.querySelector('main').scrollTop);
    for (const name of ['Show it big', 'Usual size']) {
      await button(page, name).waitFor();
      const isLow = await page.evaluate(() => (document.querySelector('main').scrollTop = 9999, document.querySelector('main').scrollTop > 0));
      await expectThat(`${name}: there is something to scroll`, isLow, true);
      await button(page, name).click();
      await button(page, name).waitFor({ state: 'detached' });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await expectThat(name, scrolled(), 0);
    }
  }],
  ['an exercise of both sides is shown moving on one side and on the other', 'populated', '#/exercises/heel-slide', async (page) => {
    await button(page, 'Show it moving').click();
    await page.waitForFunction(() => {
      const one = document.querySelector('main .moving svg > g');
      globalThis.turns = new Set(globalThis.turns).add(one.getAttribute('transform'));
      return globalThis.turns.size > 1;
    });
  }],
  ['on a phone the limits in force are one touch below the next round', 'populated', '#/today', async (page) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: /limits? holds?/ }).press('Enter');
    await expectThat('focus', page.evaluate(() => document.activeElement.textContent), 'Limits in force');
    await page.getByRole('heading', { name: 'Limits in force' }).and(page.locator(':focus')).waitFor();
    await expectThat('in sight', page.evaluate(() => document.activeElement.getBoundingClientRect().top < innerHeight), true);
  }],
];
