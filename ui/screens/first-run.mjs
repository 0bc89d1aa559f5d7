// The first run and what the person says of themselves, tried by keyboard: see behaviour.mjs.

import { button, expectThat, focused, goTo, tickAll } from './hands.mjs';

const enter = (page, name) => button(page, name).press('Enter');

/** The question that is asked has the focus, so that reading and the keyboard go on there. */
async function question(page, text) {
  await page.waitForFunction((wanted) => document.activeElement?.textContent?.trim() === wanted, text, { timeout: 5000 }).catch(async () => {
    throw new Error(`focus: ${JSON.stringify(await focused(page))} instead of ${JSON.stringify(text)}`);
  });
}

const OPERATION = 'When was your operation, or when will it be?';
const FUSION = 'Did they put in screws, rods or bone graft?';
const FLOOR = 'Can you get down to the floor and up again alone?';
const DISCHARGE = 'What was there already when you came home?';
const LIMITS = 'What did your team say about limits?';
const CONTACTS = 'Whom can you ring?';
const PLAN = 'Where is your plan?';

export const FIRST_RUN = [
  ['the first run goes from the terms to Today by keyboard alone', 'new', '#/today', async (page) => {
    await page.getByRole('heading', { name: 'Welcome to Backwise' }).waitFor();
    if (await page.getByRole('navigation').count()) throw new Error('other parts are offered before the terms');
    await enter(page, 'I understand');
    await question(page, OPERATION);
    await page.getByText('Question 1 of 7').waitFor();
    await page.getByLabel('Day of the operation').fill('2026-11-02');
    await page.getByText('Monday 2 November 2026, 16 days ago.').waitFor();
    await enter(page, 'Yes, that is right');
    await question(page, FUSION);
    await enter(page, 'I don’t know');
    await question(page, FLOOR);
    await enter(page, 'I have not tried');
    await question(page, DISCHARGE);
    await button(page, 'None of these was there').waitFor();
    await page.getByLabel('Pain in a leg').press('Space');
    await enter(page, 'Save these');
    await question(page, LIMITS);
    await enter(page, 'I wasn’t told');
    await question(page, CONTACTS);
    await expectThat('the loudest', page.locator('main .button.primary').allTextContents().then(String), 'Save this number');
    await enter(page, 'Save this number');
    await page.getByText('Please say who it is.').waitFor();
    await page.getByLabel('Who', { exact: true }).fill('Ward');
    await page.getByLabel('Number').fill('555-0134');
    await enter(page, 'Go on');
    await question(page, PLAN);
    await page.getByRole('button', { name: /^I have no plan yet/ }).press('Enter');
    await page.getByRole('heading', { name: 'You have no plan yet' }).waitFor();
    await page.getByRole('link', { name: 'Warning signs' }).first().click();
    await page.getByText('555-0134', { exact: true }).waitFor();
  }],
  ['a sheet of paper leads at once to where it is typed in, and goes on there', 'new-plan', '#/welcome', async (page) => {
    await page.getByRole('button', { name: /^I have it on paper/ }).press('Enter');
    await page.getByRole('link', { name: 'Add the first line' }).waitFor();
    await page.getByLabel('What is your sheet called?').fill('My sheet');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelector('[data-live]').textContent.includes('Saved'));
    await goTo(page, '#/welcome/plan');
    await page.getByRole('button', { name: /^I have it on paper/ }).press('Enter');
    await expectThat('the title', page.getByLabel('What is your sheet called?').inputValue(), 'My sheet');
  }],
  ['the language comes first where there is a choice', 'two-languages', '#/welcome/terms', async (page) => {
    await page.getByRole('group', { name: /./ }).getByRole('button', { pressed: true }).waitFor();
  }],
  ['Back shows the answer, which can be kept or given anew', 'new-floor', '#/welcome', async (page) => {
    await page.getByRole('heading', { name: FLOOR }).waitFor();
    await enter(page, '← Back');
    await question(page, FUSION);
    await enter(page, 'Yes');
    await question(page, FLOOR);
    await enter(page, '← Back');
    await question(page, FUSION);
    await page.getByRole('button', { name: 'Yes', exact: true, pressed: true }).waitFor();
    await enter(page, 'Keep this answer');
    await question(page, FLOOR);
  }],
  ['every question but the terms can be left open', 'new', '#/today', async (page) => {
    await button(page, 'I understand').waitFor();
    if (await button(page, 'Answer this later').count()) throw new Error('the terms can be passed over');
    await enter(page, 'I understand');
    for (const title of [OPERATION, FUSION, FLOOR, DISCHARGE, LIMITS]) {
      await question(page, title);
      await enter(page, 'Answer this later');
    }
    await question(page, CONTACTS);
    await enter(page, 'Go on without a number');
    await question(page, PLAN);
  }],
  ['before the operation nobody is asked what only the time after it can tell', 'new-operation', '#/welcome', async (page) => {
    await page.getByLabel('Day of the operation').fill('2026-12-01');
    await page.getByText('Tuesday 1 December 2026, in 13 days.').waitFor();
    await enter(page, 'Yes, that is right');
    await question(page, CONTACTS);
    await enter(page, 'Go on without a number');
    await page.getByRole('button', { name: /^I have no plan yet/ }).press('Enter');
    await page.getByRole('heading', { name: '13 days until your operation' }).waitFor();
    await page.getByText('Nothing is asked of you until then.').waitFor();
  }],
  ['nothing is kept of a day that was not confirmed', 'new-operation', '#/welcome', async (page) => {
    await page.getByLabel('Day of the operation').fill('2026-11-02');
    await button(page, 'Yes, that is right').waitFor();
    await page.getByLabel('Day of the operation').fill('');
    await button(page, 'Yes, that is right').waitFor({ state: 'detached' });
    await enter(page, 'Answer this later');
    await question(page, FUSION);
    await enter(page, '← Back');
    await question(page, OPERATION);
    if (await page.getByLabel('Day of the operation').inputValue()) throw new Error('a day is kept');
  }],
  ['before the terms every address leads to them, but for the warning signs', 'new', '#/plan/import', async (page) => {
    await page.getByRole('heading', { name: 'Welcome to Backwise' }).waitFor();
    await page.getByRole('link', { name: 'Warning signs' }).press('Enter');
    await page.getByRole('heading', { name: 'Get help now' }).waitFor();
  }],
  ['where no limit is in the plan the person is asked, and what nobody told becomes a question', 'no-rules', '#/today', async (page) => {
    await page.getByRole('heading', { name: LIMITS }).waitFor();
    await enter(page, 'No limit');
    await page.getByText('You said: no limit.').waitFor();
    await goTo(page, '#/settings/about-you');
    await enter(page, 'Change: Limits');
    await enter(page, 'I wasn’t told');
    await goTo(page, '#/today');
    await page.getByText('Nobody has told you about limits: ask your team.').waitFor();
    await enter(page, 'Note it as a question for the team');
    await button(page, 'Note it as a question for the team').waitFor({ state: 'detached' });
    await goTo(page, '#/questions');
    await page.getByText(/^Are there limits for me/).first().waitFor();
  }],
  ['a sheet that is read back without a limit asks what the team said', 'draft-empty', '#/plan/read-back', async (page) => {
    await page.getByRole('heading', { name: LIMITS }).waitFor();
    await enter(page, 'They gave me limits');
    await page.getByText('They do not stand in your plan yet.').waitFor();
    await goTo(page, '#/plan/edit/rules/limits');
    await page.getByRole('heading', { name: LIMITS }).waitFor();
    await page.getByRole('button', { name: 'They gave me limits', pressed: true }).waitFor();
  }],
  ['reminders are asked about once, and "not now" is kept', 'ask-reminders', '#/today', async (page) => {
    await enter(page, 'Not now');
    await page.getByText('Saved. You find reminders in Settings.').first().waitFor();
    await page.getByRole('heading', { name: 'Shall Backwise remind you?' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('switch', { checked: false }).waitFor();
  }],
  ['walks reach back as far as they go: earlier ones are a tap away', 'walks-many', '#/walks', async (page) => {
    await page.locator('li.walk').waitFor();
    await enter(page, 'Earlier ones');
    await page.locator('li.walk').nth(1).waitFor();
    await expectThat('when all are there', button(page, 'Earlier ones').count(), 0);
  }],
  ['a walk is noted, corrected, taken back, and each of it undone', 'empty', '#/today', async (page) => {
    await enter(page, 'Note this walk');
    await page.getByText('Please say how many minutes, from 1 to 600.').first().waitFor();
    await page.getByLabel('Minutes').fill('8');
    await page.getByLabel('Minutes').press('Tab');
    await enter(page, 'Note this walk');
    const row = page.locator('li.walk');
    await row.getByText('8 minutes').waitFor();
    await enter(page, 'Change: Wednesday 18 November, 8 minutes');
    await page.getByRole('dialog').getByLabel('Minutes').fill('10');
    await enter(page, 'Save');
    await row.getByText('10 minutes').waitFor();
    await row.getByText('corrected').waitFor();
    await enter(page, 'Undo');
    await row.getByText('8 minutes').waitFor();
    await enter(page, 'Change: Wednesday 18 November, 8 minutes');
    await enter(page, 'Take it back');
    await page.getByText('No walk is noted yet.').waitFor();
    await enter(page, 'Undo');
    await row.getByText('8 minutes').waitFor();
  }],
  ['a question is written, asked, answered, and moves behind the open ones', 'populated', '#/questions', async (page) => {
    await page.getByLabel('A new question').fill('May I swim?');
    await enter(page, 'Write it down');
    await page.getByText('May I swim?', { exact: true }).waitFor();
    await enter(page, 'I asked it: When may I drive again?');
    await page.getByLabel('What did they say?').fill('In three weeks');
    await enter(page, 'Save');
    await page.getByText('They said: In three weeks').waitFor();
    const all = await page.locator('li.question .name').allTextContents();
    if (all[0] !== 'May I swim?') throw new Error(`the open question is not first: ${all}`);
    await enter(page, 'Undo');
    await button(page, 'I asked it: When may I drive again?').waitFor();
  }],
  ['an answer is changed on the page about the person', 'populated', '#/settings/about-you', async (page) => {
    await enter(page, 'Change: Down to the floor and up again alone');
    await enter(page, 'Yes');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await button(page, 'Change: Whom to ring').click();
    await enter(page, 'Take away Out-of-hours line');
    await page.getByText('Taken away: Out-of-hours line').first().waitFor();
    await enter(page, 'Undo');
    await button(page, 'Take away Out-of-hours line').waitFor();
    await page.getByText('Operation on Sunday 1 November 2026').waitFor();
  }],
  ['an example becomes a plan only by what was ticked, and is seen before', 'populated', '#/plan/templates/lami-2-6', async (page) => {
    await page.getByRole('button', { name: 'Look at this plan' }).waitFor();
    if (await page.getByRole('checkbox', { checked: true }).count()) throw new Error('something is ticked by itself');
    await page.getByText('Nothing is ticked yet.').waitFor();
    await button(page, 'Look at this plan').press('Enter');
    await page.getByText('Please tick what your team told you to do.').first().waitFor();
    await page.getByRole('checkbox').first().press('Space');
    await page.getByText('One line is ticked.').last().waitFor();
    await enter(page, 'Look at this plan');
    await page.getByRole('button', { name: 'Make this my plan' }).waitFor();
  }],
  ['what is ticked on an example is there again after the window was closed, and can be taken away', 'populated', '#/plan/templates/lami-2-6', async (page) => {
    await page.getByRole('checkbox').first().press('Space');
    await page.getByRole('checkbox').nth(1).press('Space');
    await page.getByText('2 lines are ticked.').last().waitFor();
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('example-ticks') ?? '[]').length === 2);
    await page.goto(page.url().replace(/#.*/, '#/plan/templates'));
    await page.reload();
    await page.getByRole('link', { name: /2 lines are ticked\./ }).click();
    await button(page, 'Look at this plan').waitFor();
    await expectThat('ticks', page.getByRole('checkbox', { checked: true }).count(), 2);
    await page.getByRole('checkbox').first().press('Space');
    await page.getByText('One line is ticked.').last().waitFor();
    await page.reload();
    await button(page, 'Look at this plan').waitFor();
    await expectThat('ticks', page.getByRole('checkbox', { checked: true }).count(), 1);
  }],
  ['a closed example says why and cannot be ticked', 'closed', '#/plan/templates/lami-2-6', async (page) => {
    await page.getByText('Closed, because nobody has said whether screws').last().waitFor();
    if (await page.locator('main').getByRole('checkbox').count()) throw new Error('a closed example can be ticked');
  }],
  ['a plan that says another operation waits until the person says which is right', 'differs', '#/plan/import', async (page) => {
    await page.setInputFiles('input[type=file]', { name: 'a.backwise', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('Your plan says that the operation was on Monday 2 November 2026. You told us Sunday 1 November 2026.').waitFor();
    await tickAll(page);
    await button(page, 'Make this my plan').press('Enter');
    await page.getByText('Please say first which of both is right.').first().waitFor();
    await button(page, 'The plan is right').first().press('Enter');
    await button(page, 'What I said is right').last().press('Enter');
    await page.getByText('Please tell whoever wrote it').waitFor();
    await enter(page, 'Make this my plan');
    await page.getByRole('heading', { name: 'Your plan is taken in' }).last().waitFor();
  }],
  ['another language is spoken at once', 'two-languages', '#/settings', async (page) => {
    await page.locator('button[lang="en-XA"]').press('Enter');
    await page.waitForFunction(() => document.documentElement.lang === 'en-XA' && !document.querySelector('h1').textContent.includes('Settings'));
    await page.locator('button[lang="en"]').press('Enter');
    await page.waitForFunction(() => document.querySelector('h1').textContent === 'Settings');
  }],
  ['a program that gives no sentences is not waited for in silence', 'silent', '#/today', async (page) => {
    await page.getByRole('alert').getByText('Backwise is not answering yet.').waitFor();
    await page.getByText('ring the emergency number').waitFor();
  }],
];
