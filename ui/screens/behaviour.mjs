// What a person does with keyboard and thumb, tried in the browser: [name, scene, address, steps], which throw when
// they do not find what they look for.
import { FIGURE } from './figure.mjs';
import { THUMB } from './thumb.mjs';
import { FIRST_RUN } from './first-run.mjs';
import { button, expectThat, focused, goTo, spoken, tickAll } from './hands.mjs';
import { ASKED_ANEW } from './asked-anew.mjs';
import { COUNTED } from './counted.mjs';
import { HANDS_FREE } from './hands-free.mjs';
import { LARGE_LETTERS } from './large-letters.mjs';
import { LEARN_AND_SIGNS } from './learn-and-signs.mjs';
import { PAIN } from './pain.mjs';
import { PAIN_IN_A_ROUND } from './pain-in-a-round.mjs';
import { LOOKING_BACK } from './looking-back.mjs';
import { MEASURES } from './measures.mjs';
import { PROGRESS } from './progress.mjs';
import { TAB_KEY } from './tab-key.mjs';
import { TYPING_IN } from './typing-in.mjs';
import { TAKING_IN } from './taking-in.mjs';
import { VISITS } from './visits.mjs';
import { WHAT_HURT } from './what-hurt.mjs';

const phone = { width: 360, height: 740 };

export const BEHAVIOUR = [
  ...FIGURE,
  ...THUMB,
  ...FIRST_RUN,
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
  ['a round by the clock is called by its time, and a long day is folded', 'full', '#/today', async (page) => {
    await page.getByText('Next: your round at 8:00').waitFor();
    const rows = page.locator('section', { has: page.getByRole('heading', { name: 'The rounds of today' }) });
    await rows.getByText('10:00').waitFor();
    await expectThat('later rounds in sight', rows.getByText('12:00').isVisible(), false);
    await rows.getByText('Later today').click();
    await rows.getByText('12:00').waitFor();
    await rows.getByRole('link', { name: /^12:00/ }).click();
    await page.getByText('Its time has not come yet.').waitFor();
  }],
  ['what the week leaves to choose is recorded with one tap, and undone', 'full', '#/today', async (page) => {
    await page.getByText('1 of 3 this week').waitFor();
    await page.getByText('You can do it today.').waitFor();
    await button(page, 'I did it: Wall push-up').click();
    await expectThat('spoken', spoken(page), 'Saved: Wall push-up, done');
    await button(page, 'Undo').click();
    await button(page, 'I did it: Wall push-up').waitFor();
  }],
  ['after both questions what is needed is recorded', 'full', '#/today', async (page) => {
    await button(page, 'I need it: Calf stretch at the wall').click();
    await button(page, 'No').click();
    await expectThat('focus', focused(page), 'Your sheet asks this first');
    await page.getByText('“Does it tingle when you stretch?”').waitFor();
    await button(page, 'I can do it').click();
    await page.getByRole('dialog').getByRole('button', { name: 'I did it', exact: true }).click();
    await page.getByText('2 times today').waitFor();
  }],
  ['Escape leaves a question, and the focus goes back', 'full-next-stage', '#/today', async (page) => {
    for (const name of ['I need it: Calf stretch at the wall', 'Is it time for this? Bridge', 'Take a pause']) {
      await button(page, name).press('Enter');
      await page.getByRole('dialog').waitFor();
      for (let stop = 0; stop < 9; stop++) {
        await page.keyboard.press('Tab');
        const inside = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null);
        if (!inside) throw new Error(`the Tab key leaves the question: ${name}`);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction((wanted) => (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim() === wanted, name);
    }
  }],
  ['"Not a good day" shows the sheet, asks for less, and is undone', 'full', '#/today', async (page) => {
    await button(page, 'Not a good day').click();
    await page.getByText('On your sheet: “Bad day? Do number 1 and one walk; that is enough.”').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.getByText('Not needed today').first().waitFor();
    await button(page, 'Undo: not a good day').click();
    await page.getByText('Later today').waitFor();
    await expectThat('cards', page.getByRole('heading', { name: 'Not a good day' }).count(), 0);
  }],
  ['a bad day ends the round that was opened before it', 'session-hold', '#/today', async (page) => {
    await page.getByText('A round is open').waitFor();
    await button(page, 'Not a good day').click();
    await page.getByText('A round is open').waitFor({ state: 'detached' });
  }],
  ['a sheet that says nothing of bad days is not added to', 'no-rules', '#/today', async (page) => {
    await button(page, 'Not a good day').click();
    await page.getByText('Your sheet says nothing about bad days.').waitFor();
    await page.getByText('Next: your morning round').waitFor();
  }],
  ['somebody who helps says so, it stands on each page, and one press ends it', 'full', '#/settings', async (page) => {
    await button(page, 'Somebody who helps me').click();
    const told = page.getByText('Somebody who helps is entering now.');
    await told.waitFor();
    await goTo(page, '#/today');
    await told.waitFor();
    await button(page, 'I enter again').press('Enter');
    await expectThat('told', told.count(), 0);
    await goTo(page, '#/settings');
    await expectThat('me', button(page, 'Me').getAttribute('aria-pressed'), 'true');
  }],
  ['a pause is taken, said, and ended', 'full', '#/today', async (page) => {
    await button(page, 'Take a pause').click();
    await page.getByLabel('The first day').fill('2025-11-17');
    await page.getByText('It cannot be before Tuesday 18 November 2025.').waitFor();
    await button(page, 'Begin the pause').click({ force: true });
    await page.getByLabel('The first day').fill('2026-11-18');
    await page.getByLabel('The last day, if you know it').fill('2026-11-01');
    await page.getByText('It cannot be before Wednesday 18 November 2026.').waitFor();
    await button(page, 'Begin the pause').click({ force: true });
    await page.getByLabel('The last day, if you know it').fill('2026-11-22');
    await button(page, 'Ill').click();
    await page.getByLabel('In your own words').fill('A cold');
    // Another reason begins without words.
    await button(page, 'Surgeon or team said so').click();
    await expectThat('who', page.getByLabel('Who said it').inputValue(), '');
    await page.getByLabel('Who said it').fill('Dr Weber');
    await button(page, 'Begin the pause').click();
    await page.getByText('until Sunday 22 November. Nothing is asked of you.').waitFor();
    await page.getByText('Why: Surgeon or team said so (Dr Weber)').waitFor();
    await expectThat('buttons to begin', page.getByRole('button', { name: /^Start/ }).count(), 0);
    await button(page, 'Go on today').click();
    await page.getByText('Next: your round at 8:00').waitFor();
  }],
  ['a pause may begin on a later day: today stays, it is shown as to come, and undone', 'full', '#/today', async (page) => {
    await button(page, 'Take a pause').click();
    await page.getByLabel('The first day').fill('2026-11-20');
    await page.getByText('The days before it stay as they are.').waitFor();
    await page.getByLabel('The last day, if you know it').fill('2026-11-19');
    await page.getByText('It cannot be before Friday 20 November 2026.').waitFor();
    await page.getByLabel('The last day, if you know it').fill('2026-11-22');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: /^To come: A pause from Friday 20 November until Sunday 22 November/ }).waitFor();
    await page.getByText('Next: your round at 8:00').waitFor();
    await button(page, 'Undo').click();
    await page.getByRole('link', { name: /^To come/ }).waitFor({ state: 'detached' });
  }],
  ['nobody has to say why they pause', 'full', '#/today', async (page) => {
    await button(page, 'Take a pause').click();
    await button(page, 'Away').click();
    await button(page, 'Away').click();
    await button(page, 'Begin the pause').click();
    await page.getByRole('heading', { name: 'You are taking a pause' }).waitFor();
    await expectThat('reasons', page.getByText('Why:').count(), 0);
  }],
  ['after its last day a pause asks once', 'full-pause-over', '#/today', async (page) => {
    await page.getByRole('heading', { name: 'Your pause was until Tuesday 17 November' }).waitFor();
    await button(page, 'Not yet').click();
    await expectThat('focus', focused(page), 'Go on today');
    await button(page, 'Go on today').click();
    await page.getByText('Next: your round at 8:00').waitFor();
  }],
  ['what the team said is recorded, and can be taken back', 'full-waits', '#/today', async (page) => {
    await button(page, 'What did your team say? Heel raises at the worktop').click();
    await page.getByText('The OK comes from the ward nurse.').waitFor();
    await button(page, 'Yes, they agree').click();
    await expectThat('focus', focused(page), 'Your team said yes');
    await page.getByLabel('Who said it?').fill('Nurse Okafor');
    await button(page, 'On the phone').click();
    await button(page, 'Save').click();
    await button(page, 'What did your team say? Heel raises at the worktop').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await button(page, 'What did your team say? Heel raises at the worktop').waitFor();
  }],
  ['a next step waits for the person, and staying records nothing', 'full-next-stage', '#/today', async (page) => {
    await button(page, 'Is it time for this? Bridge').click();
    await button(page, 'Stay as I am').click();
    await expectThat('said', spoken(page), '');
    await button(page, 'Is it time for this? Bridge').click();
    await button(page, 'Go to the next step').click();
    await page.getByText('Saved: the next step holds from today').first().waitFor();
  }],
  ['a dose that grows tells its next step, and waits for the person', 'full-growth-waits', '#/today', async (page) => {
    await page.getByRole('button', { name: /^Is it time for this\? Level/ }).click();
    await page.getByText('The next step: 12 minutes').waitFor();
    await button(page, 'Go to the next step').click();
    await page.getByText('Saved: the next step holds from today').first().waitFor();
  }],
  ['a limit whose day has passed ends only when the team has said so', 'full-limit-passed', '#/today', async (page) => {
    await page.getByText('This was until Monday 14 December. It stays until your team says that it is over.').waitFor();
    await page.getByRole('button', { name: /^My team says it is over: No bending/ }).click();
    await button(page, 'Yes, it is over').click();
    await page.getByText('This was until Monday 14 December.').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await page.getByText('This was until Monday 14 December.').waitFor();
  }],
  ['an entry of another day can be corrected', 'populated', '#/day/2026-11-16/clam/time/1', async (page) => {
    await button(page, 'Done').click();
    await page.getByText('You did it.').waitFor();
    await page.getByText('Put right: done').waitFor();
    await page.getByText('First entered: not done').waitFor();
    await page.getByText('The first entry stays in the record.').waitFor();
  }],
  ...LOOKING_BACK,
  ...HANDS_FREE,
  ...COUNTED,
  ['the warning signs are one tap away in a round, pause it, and lead back', 'session-hold', '#/session', async (page) => {
    await page.getByRole('link', { name: 'Warning signs' }).click();
    await page.getByRole('heading', { name: 'Get help now' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Get help now' }).waitFor();
    await button(page, 'Close the warning signs').click();
    await button(page, 'Go on').waitFor();
  }],
  ['a limit that would end is said before the yes, whatever the file is', 'other-plan', '#/plan/import', async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'a.backwise', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('These limits would no longer be shown:').waitFor();
    await page.getByText('Ask your team before you agree.').waitFor();
    await page.getByText('No longer a limit: Until the review: no bending').waitFor();
    await page.getByText('Yes, this is the plan to follow now').waitFor();
  }],
  ['the yes to a plan comes after everything that the sheet says', 'remarks', '#/plan/import', async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'a.backwise', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('Please look at these before you say yes').waitFor();
    const order = await page.locator('main h2, main button').allTextContents();
    const at = (text) => order.findIndex((one) => one.includes(text));
    const places = ['What changes from', 'Please look at these', 'Exercises', 'Limits', 'If it hurts', 'Whom to ring', 'Make this my plan'].map(at);
    if (places.includes(-1) || places.some((place, index) => index > 0 && place < places[index - 1])) throw new Error(`order: ${order.join(', ')}`);
  }],
  ['an example plan is read, and every line of it is off', 'populated', '#/plan', async (page) => {
    await page.getByRole('link', { name: 'Example plans to look at' }).click();
    await page.getByRole('link', { name: /^Decompression, weeks 2 to 6/ }).click();
    await page.getByText('Turn on only what your own team told you to do.').waitFor();
    await expectThat('focus', focused(page), 'Decompression, weeks 2 to 6: switch on and build');
    await expectThat('lines that are on', page.locator('main input:checked').count(), 0);
    await expectThat('lines that are off', page.getByText('Off', { exact: true }).count(), 23);
  }],
  ['what the sheet says of today in its own words leads to the exercise', 'populated', '#/today', async (page) => {
    await page.getByRole('link', { name: 'Log roll out of and into bed' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent.startsWith('Log roll'));
  }],
  ['what waits is said to go on as now', 'full-waits', '#/today', async (page) => {
    await page.getByText('The next stage starts when your surgeon or physiotherapist says so. Keep doing your present exercises.').waitFor();
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
  ['a plan file that was written by hand is taken in only after a tick for each of its lines', 'populated', '#/plan/import', async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'a.backwise', mimeType: 'text/plain', buffer: Buffer.from('x') });
    // It looks unready and says why when it is pressed all the same.
    await button(page, 'Make this my plan').click({ force: true });
    await page.locator('#tick-first').waitFor();
    await tickAll(page);
    await page.getByRole('checkbox').nth(1).uncheck();
    await button(page, 'Make this my plan').click({ force: true });
    await page.getByText('Please tick every box first.').first().waitFor();
    await page.getByRole('checkbox').nth(1).check();
    await button(page, 'Make this my plan').click();
    await page.getByRole('heading', { name: 'Your plan is taken in' }).first().waitFor();
  }],
  ['search finds what people call an exercise', 'populated', '#/exercises', async (page) => {
    await page.fill('#search', 'chair rise');
    await page.getByText('One exercise').waitFor();
    await page.getByRole('link', { name: /Sit to stand/ }).waitFor();
  }],
  ['a search without an answer helps on, and leads back to the groups', 'populated', '#/exercises', async (page) => {
    await page.fill('#search', 'bridge');
    await button(page, 'Standing').click();
    await page.getByRole('status').getByText('Nothing found for “bridge”').waitFor();
    await button(page, 'Look in every position').click();
    await page.getByRole('link', { name: /^Bridge/ }).first().waitFor();
    await page.fill('#search', 'swimming');
    await page.getByText('Try another word').waitFor();
    await button(page, 'Show the groups').click();
    await page.getByRole('heading', { name: 'Everyday movements' }).waitFor();
    await expectThat('focus', page.evaluate(() => document.activeElement?.id), 'search');
  }],
  ...LEARN_AND_SIGNS,
  ...PAIN,
  ...PAIN_IN_A_ROUND,
  ...WHAT_HURT,
  ['an exercise leads to a gentler one', 'populated', '#/exercises/bridge', async (page) => {
    await page.getByText('A usual first dose, for people who write plans. Yours is on your own sheet.').waitFor();
    await page.getByText('No clinician has reviewed this text.').waitFor();
    await page.getByRole('link', { name: 'Buttock squeezes' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Buttock squeezes');
  }],
  ['an exercise is shown moving, and still again', 'populated', '#/exercises/abdominal-brace', async (page) => {
    const knee = () => page.locator('main svg path.near').first().getAttribute('d');
    await button(page, 'Show it moving').click();
    await page.getByText('Hold: 2').waitFor();
    await expectThat('ghosts while it moves', page.locator('main svg .ghost').count(), 0);
    await button(page, 'Show it still').click();
    const before = await knee();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expectThat('a still', knee(), before);
  }],
  ['nothing moves where the system says so, and a still shows the ghost of what comes next', 'populated', '#/exercises/bridge', async (page) => {
    await page.locator('main svg .ghost').first().waitFor();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await button(page, 'Show it moving').waitFor({ state: 'detached' });
    await expectThat('the text for those who do not see it', page.getByRole('img', { name: /^Picture of Bridge\. .+\. .+\./ }).count(), 1);
  }],
  ...TYPING_IN,
  ...ASKED_ANEW,
  ...TAKING_IN,
  ...VISITS,
  ...MEASURES,
  ...PROGRESS,
  ...TAB_KEY,
  ...LARGE_LETTERS,
];

/** Tries each; answers what went wrong. */
export async function tryBehaviour(browser, base, wanted) {
  const faults = [];
  const some = BEHAVIOUR.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  for (const [name, scene, at, steps] of some) {
    const page = await browser.newPage({ viewport: phone, locale: 'en-GB', timezoneId: 'Europe/London' });
    page.setDefaultTimeout(20000);
    try {
      await page.goto(`${base}fake.html?scene=${scene}${at}`);
      await page.waitForSelector('h1:not(:empty)');
      await steps(page);
    } catch (error) {
      const step = error.stack.split('\n').find((line) => /screens\/.*mjs:/.test(line))?.replace(/.*screens\//, '');
      faults.push(`${name}: ${error.message.split('\n')[0]} (${step})`);
    }
    await page.close();
  }
  console.log(`${some.length} ways of using the screens`);
  return faults;
}
