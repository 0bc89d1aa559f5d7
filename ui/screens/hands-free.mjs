// A round that leads: what is heard, what the screen does, and how big it is.

import { button, expectThat, focused, goTo, spoken, tapTwice, twoFrames } from './hands.mjs';

/** A device with a voice of its own, which keeps what it was asked to say. */
export const withVoice = (page) => page.evaluate(() => {
  globalThis.said = [];
  const engine = globalThis.speechSynthesis;
  engine.getVoices = () => [{ name: 'Here', lang: 'en-GB', localService: true, default: true }];
  engine.speak = (utterance) => globalThis.said.push(utterance.text);
  engine.cancel = () => globalThis.said.push('—');
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  engine.dispatchEvent(new Event('voiceschanged'));
});

/** A device that notes how many notes were played. */
const withSound = (page) => page.evaluate(() => {
  globalThis.notes = 0;
  const gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
  const node = () => ({ gain, frequency: {}, connect: (to) => to, start: () => globalThis.notes++, stop() {} });
  globalThis.AudioContext = class { state = 'running'; currentTime = 0; createGain = node; createOscillator = node; };
});

const isDimmed = (page) => page.evaluate(() => document.documentElement.hasAttribute('data-dimmed'));

/** Takes the half minute into our own hands. */
const holdTime = (page) => page.evaluate(() => {
  const [start, stop] = [globalThis.setTimeout, globalThis.clearTimeout];
  globalThis.setTimeout = (work, wait, ...rest) => (wait === 30_000 ? ((globalThis.untouched = work), -1) : start(work, wait, ...rest));
  globalThis.clearTimeout = (timer) => (timer === -1 ? (globalThis.untouched = undefined) : stop(timer));
});
const halfAMinute = (page) => page.evaluate(() => globalThis.untouched?.());

/** Half a minute in which nobody touches anything. */
export const leaveAlone = async (page) => {
  await holdTime(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await button(page, 'Pause').waitFor();
  await halfAMinute(page);
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-dimmed'));
};

/** Every kind of step of a round. */
const STEPS = ['ready', 'hold', 'rest', 'side', 'get-up', 'from-floor', 'to-floor', 'position', 'next', 'led', 'taps', 'own-pace', 'paused'];

/** What lies outside of the window, of what must be in it. */
const outside = (page, names) => page.evaluate((names) => {
  const buttons = [...document.querySelectorAll('button, a')].filter((one) => names.includes(one.textContent.trim()));
  const parts = [...document.querySelectorAll('main svg, .numbers, .taps, .words, .reach .button')];
  const isOut = (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > top && (top < 0 || bottom > innerHeight);
  };
  const missing = names.filter((name) => !buttons.some((one) => one.textContent.trim() === name));
  return [...missing, ...[...parts, ...buttons].filter(isOut).map((one) => one.textContent.trim() || one.className.baseVal || one.tagName)];
}, names);

export const HANDS_FREE = [
  ...STEPS.map((step) => [`on a phone all that is needed while a round runs is in sight: ${step}`, `session-${step}`, '#/session', async (page) => {
    await button(page, 'Skip').waitFor();
    await page.evaluate(() => document.fonts.ready);
    const needed = ['Warning signs', 'It hurts', 'Back', 'Skip', 'End the round', 'Show it big'];
    await expectThat('outside of 360 x 740', outside(page, needed).then(String), '');
  }]),
  ...STEPS.map((step) => [`what stops a round stays in reach where the window is low: ${step}`, `session-${step}`, '#/session', async (page) => {
    await page.setViewportSize({ width: 640, height: 320 });
    await button(page, 'It hurts').waitFor();
    for (const scroll of [0, 60, 9999]) {
      await page.evaluate((y) => scrollTo(0, y), scroll);
      const hidden = page.locator('.reach .button').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().bottom > innerHeight || one.getBoundingClientRect().top < 0).map((one) => one.textContent));
      await expectThat(`out of reach, scrolled by ${scroll}`, hidden.then(String), '');
    }
  }]),
  ['whatever is pressed in a round, the focus stays on something that can be pressed', 'session-begin', '#/session', async (page) => {
    const press = async (name, next) => {
      await button(page, name).focus();
      // After another key Enter is meant, however soon it comes.
      await page.keyboard.press('Shift');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: next, exact: true }).waitFor();
      // Two frames: what is moved after the step has changed is moved by then.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const lost = page.evaluate(() => document.activeElement === document.body);
      await expectThat(`focus lost after "${name}"`, lost, false);
    };
    await press('Begin', 'I am ready');
    await press('I am ready', 'Pause');
    await expectThat('focus', focused(page), 'Pause');
    await press('Pause', 'Go on');
    await press('Skip', 'Keep going with it');
    await press('Keep going with it', 'Go on');
    await expectThat('focus', focused(page), 'Go on');
    await press('It hurts', 'It has eased: go on');
    await press('It has eased: go on', 'Pause');
    await press('End the round', 'Keep going with it');
    await press('Keep going with it', 'Go on');
    await press('Show it big', 'Usual size');
    await press('Usual size', 'Show it big');
    await press('Back', 'I am ready');
    await press('End the round', 'End it here');
    await button(page, 'End it here').press('Enter');
    await page.getByRole('heading', { name: 'That is all for now' }).waitFor();
    await expectThat('focus', focused(page), 'That is all for now');
  }],
  ...['ready', 'rest', 'taps'].map((step) => [`the focus is not lost when a button goes with its step: ${step}`, `session-${step}`, '#/session', async (page) => {
    const all = await page.locator('.reach .button, .taps, main .others .button').count();
    for (let at = 0; at < all; at++) {
      await page.reload();
      await button(page, 'Skip').waitFor();
      const one = page.locator('.reach .button, .taps, main .others .button').nth(at);
      await one.press('Enter');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await expectThat(`focus lost after number ${at}`, page.evaluate(() => document.activeElement === document.body), false);
    }
  }]),
  ['of two quick taps in a round the second does nothing to what comes after', 'session-rest', '#/session', async (page) => {
    const ready = button(page, 'I am ready');
    // From the rest to the time to get ready, and not over it.
    await tapTwice(page, ready);
    await expectThat('the hold waits', ready.count(), 1);
    await page.goto(page.url().replace('session-rest', 'session-begin'));
    await button(page, 'Begin').click();
    await button(page, 'Show it big').click();
    await tapTwice(page, ready);
    await page.locator('.number').waitFor();
    await expectThat('the hold waits where letters are large, too', ready.count(), 1);
    await tapTwice(page, button(page, 'Pause'));
    await button(page, 'Go on').waitFor();
  }],
  ['Enter held down, or pressed twice, does nothing in a round to what comes after', 'session-rest', '#/session', async (page) => {
    const ready = button(page, 'I am ready');
    /** A key repeats itself, and is meant again, only after a while. */
    const aWhile = async () => page.waitForFunction((from) => performance.now() - from > 450, await page.evaluate(() => performance.now()));
    await ready.focus();
    for (const wait of [aWhile, twoFrames, twoFrames, twoFrames]) {
      await page.keyboard.down('Enter');
      await wait(page);
    }
    await page.keyboard.up('Enter');
    await expectThat('held down: it goes on', button(page, 'Pause').count(), 1);
    await expectThat('focus', focused(page), 'Pause');
    await page.reload();
    await ready.focus();
    for (let times = 0; times < 2; times++) {
      await page.keyboard.press('Enter');
      await twoFrames(page);
    }
    await expectThat('pressed again: it goes on', button(page, 'Pause').count(), 1);
    await aWhile();
    await page.keyboard.press('Enter');
    await button(page, 'Go on').waitFor();
  }],
  ['where nothing of a round is open, it says why and leads back', 'nothing-open', '#/today', async (page) => {
    await button(page, 'Start').click();
    await page.getByRole('heading', { name: 'There is nothing to begin' }).waitFor();
    await page.getByRole('link', { name: 'Back to Today' }).click();
    await button(page, 'Start').waitFor();
  }],
  ['a reminder of what waits for an answer leads to where that can be given', 'full-reminder', '#/today', async (page) => {
    await page.getByRole('heading', { name: 'There is nothing to begin' }).waitFor();
    await page.getByText('Your plan waits for an answer. You can enter it below.').waitFor();
    await expectThat('what waits for nothing', page.getByText('Log roll').count(), 0);
    await button(page, 'Is it time for this? Bridge').press('Enter');
    await page.getByRole('dialog').waitFor();
  }],
  ['big letters: all of it pauses and goes on, and the way out is kept', 'session-hold', '#/session', async (page) => {
    const breathing = page.getByText('Keep breathing', { exact: true });
    await breathing.waitFor();
    await button(page, 'Show it big').focus();
    await page.keyboard.press('Enter');
    await breathing.waitFor();
    await button(page, 'Pause').click();
    await button(page, 'Go on').waitFor();
    await page.keyboard.press('Space');
    await button(page, 'Pause').waitFor();
    await page.getByRole('link', { name: 'Warning signs' }).waitFor();
    await button(page, 'It hurts').click();
    await page.getByRole('heading', { name: 'Stop for a moment' }).waitFor();
    await button(page, 'It has eased: go on').click();
    await button(page, 'Usual size').click();
    await button(page, 'Skip').waitFor();
  }],
  ['a dimmed screen is lit by a key or a tap, which does nothing else', 'session-hold', '#/session', async (page) => {
    await leaveAlone(page);
    await expectThat('dimmed', isDimmed(page), true);
    await page.keyboard.press('Space');
    await expectThat('dimmed', isDimmed(page), false);
    await expectThat('paused by that key', button(page, 'Go on').count(), 0);
    await halfAMinute(page);
    await expectThat('dimmed again', isDimmed(page), true);
    await button(page, 'Skip').click();
    await expectThat('dimmed', isDimmed(page), false);
    await expectThat('left by that tap', page.getByText('Skip the rest').count(), 0);
    await button(page, 'Skip').click();
    await page.getByText('Skip the rest').waitFor();
    await halfAMinute(page);
    await expectThat('dimmed while paused', isDimmed(page), false);
  }],
  ['a screen reader presses what it presses, also in the dark', 'session-hold', '#/session', async (page) => {
    await leaveAlone(page);
    await button(page, 'Pause').evaluate((it) => it.click());
    await button(page, 'Go on').waitFor();
    await expectThat('dimmed', isDimmed(page), false);
  }],
  ['the warning signs are one tap away in the dark, too', 'session-hold', '#/session', async (page) => {
    await leaveAlone(page);
    await expectThat('dimmed', isDimmed(page), true);
    await page.getByRole('link', { name: 'Warning signs' }).click();
    await page.getByRole('heading', { name: 'Get help now' }).waitFor();
    await expectThat('dimmed', isDimmed(page), false);
  }],
  ['the space bar pauses, whatever has the focus', 'session-hold', '#/session', async (page) => {
    await button(page, 'Skip').focus();
    await page.keyboard.press('Space');
    await button(page, 'Go on').waitFor();
    await expectThat('skip panel', page.getByText('Skip the rest').count(), 0);
    await page.keyboard.press('Space');
    await button(page, 'Pause').waitFor();
  }],
  ['the screen is kept lit while a round runs, and let go where it is left', 'session-begin', '#/session', async (page) => {
    await page.evaluate(() => {
      window.held = 0;
      const request = async () => (window.held++, { release: async () => window.held-- });
      Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
    });
    await button(page, 'Begin').click();
    await page.waitForFunction(() => window.held === 1);
    await page.getByRole('link', { name: 'Warning signs' }).click();
    await page.waitForFunction(() => window.held === 0);
  }],
  ['where a round waits, the space bar presses what has the focus', 'session-begin', '#/session', async (page) => {
    await button(page, 'Begin').press('Space');
    await button(page, 'I am ready').focus();
    await page.keyboard.press('Shift');
    await page.keyboard.press('Space');
    await button(page, 'Pause').waitFor();
  }],
  ['enter presses what has the focus', 'session-hold', '#/session', async (page) => {
    await button(page, 'Skip').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Skip the rest').waitFor();
  }],
  ['the space bar presses "It hurts" where it has the focus', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').focus();
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: 'Stop for a moment' }).waitFor();
  }],
  ['a round that is out of sight goes on on a desk while it is heard, and says afterwards that it stopped where it was not', 'session-hold', '#/session', async (page) => {
    const hide = () => page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const stopped = page.getByText('Nobody could see or hear the round');
    await button(page, 'Pause').waitFor();
    await hide();
    await expectThat('stopped on a desk', stopped.count(), 0);
    await page.addInitScript(() => Object.defineProperty(navigator, 'userAgent', { value: 'Android Mobile' }));
    await page.reload();
    await button(page, 'Pause').waitFor();
    await hide();
    await stopped.first().waitFor();
    await button(page, 'Go on').click();
    await button(page, 'Pause').waitFor();
    await expectThat('still said', page.locator('main').getByText('Nobody could see').count(), 0);
  }],
  ['a round is heard, and stops being heard at once when it is paused', 'session-hold', '#/session', async (page) => {
    await withVoice(page);
    await withSound(page);
    await page.keyboard.press('Space');
    await button(page, 'Go on').waitFor();
    await expectThat('hushed', page.evaluate(() => globalThis.said.at(-1)), '—');
    await expectThat('the screen reader is told', spoken(page), 'Paused');
    await page.evaluate(() => (globalThis.said.length = 0));
    await page.keyboard.press('Space');
    await button(page, 'Pause').waitFor();
    await expectThat('said', page.evaluate(() => globalThis.said.at(-1)), '6. Hold, keep breathing');
    await expectThat('notes', page.evaluate(() => globalThis.notes), 1);
    await expectThat('the screen reader is not talked over', spoken(page), 'Paused');
  }],
  ['what is heard is chosen and kept, and a device without a voice says so', 'populated', '#/settings', async (page) => {
    await page.getByText('This device has no voice that works without a network.').waitFor();
    await withVoice(page);
    await page.getByRole('group', { name: 'Voice' }).waitFor();
    await withSound(page);
    const tones = page.getByRole('group', { name: 'Tones' });
    await tones.getByRole('button', { name: 'Off' }).focus();
    await page.keyboard.press('Enter');
    await tones.getByRole('button', { name: 'Off', pressed: true }).waitFor();
    await button(page, 'Try how it sounds').click();
    await expectThat('notes', page.evaluate(() => globalThis.notes), 0);
    await expectThat('said', page.evaluate(() => globalThis.said.at(-1)), 'Get ready');
    await page.getByLabel('Show it so big').press('Space');
    await goTo(page, '#/today');
    await goTo(page, '#/settings');
    await expectThat('big', page.getByLabel('Show it so big').isChecked(), true);
  }],
];
