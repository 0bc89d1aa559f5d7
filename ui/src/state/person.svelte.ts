// What the person says of themselves, their walks without a plan, and their questions.

import { asApiError, host, type Contact, type PersonFact, type QuestionView, type RecordId, type Step, type WalkView } from '../host';
import { t } from '../i18n';
import { moveToHeading, router } from '../router.svelte';
import { errorSentence } from '../words/errors';
import { person, questions, walks } from './data.svelte';
import { notices, undone } from './notice.svelte';
import { attempt } from './recording.svelte';

/** Whom to ring: the plan's first, then the person's own. */
export const contacts = (): Contact[] => person.value?.contacts.map(({ contact }) => contact) ?? [];

/** Keeps an answer, and looks at what follows from it. */
export async function say(fact: PersonFact): Promise<boolean> {
  return keep(() => host().say(fact));
}

/** Goes to the question after `step`: one that is open, else Today. `even` takes one that was answered, too. */
export function goOn(step: Step, even: 'answered' | 'open' = 'open'): void {
  const run = person.value?.first_run;
  if (!run) return;
  const later = run.steps.slice(run.steps.findIndex((one) => one.step === step) + 1);
  const next = later.find((one) => even === 'answered' || one.stands === 'open')?.step ?? (even === 'open' ? run.next : null);
  router.go(next ? { at: 'welcome', step: next } : { at: 'today' });
}

/** Puts another contact in the place of one, with a way back. */
export async function changeContact(record: RecordId, contact: Contact): Promise<boolean> {
  const before = person.value?.contacts.find(({ source }) => source !== 'plan' && source.person === record)?.contact;
  return keep(async () => {
    const changed = await host().change_contact(record, contact);
    const back = before && (() => void keep(() => host().change_contact(changed, before).then(undone)));
    notices.show(t('contacts-saved', { name: contact.name }), back);
  });
}

/** Takes a number away, with a way back. */
export async function removeContact(record: RecordId, contact: Contact): Promise<void> {
  const isGone = await keep(() => host().withdraw_contact(record));
  if (!isGone) return;
  const again = () => void keep(() => host().say({ about: 'contact', contact }));
  notices.show(t('contacts-removed', { name: contact.name }), again);
  moveToHeading();
}

async function keep(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    await person.load();
    return true;
  } catch (thrown) {
    notices.fail(errorSentence(asApiError(thrown)));
    return false;
  }
}

/** Notes a walk, with a way back. */
export const noteWalk = (day: string, minutes: number) =>
  diary(async () => {
    const record = await host().record_walk(day, minutes);
    notices.show(t('walks-saved', { minutes }), () => void takeBack(record));
  });

export const correctWalk = (walk: WalkView, minutes: number) =>
  diary(async () => {
    const record = await host().correct_walk(walk.record, minutes);
    const before = () => void diary(() => host().correct_walk(record, walk.minutes).then(undone));
    notices.show(t('walks-corrected'), before);
  });

export const takeBackWalk = (walk: WalkView) =>
  diary(async () => {
    await host().withdraw_walk(walk.record);
    const again = () => void diary(() => host().record_walk(walk.day, walk.minutes).then(undone));
    notices.show(t('walks-taken-back'), again);
  });

const takeBack = (record: RecordId) => diary(() => host().withdraw_walk(record).then(undone));

export const addQuestion = (text: string) =>
  diary(async () => {
    const record = await host().add_question(text);
    notices.show(t('questions-saved'), () => void diary(() => host().withdraw_question(record).then(undone)));
  });

/** Says anew what a question is, with a way back to what it was. */
export const changeQuestion = (before: QuestionView, text: string, asked: boolean, answer: string | null) =>
  diary(async () => {
    const record = await host().change_question(before.record, text, asked, answer);
    const undo = () => host().change_question(record, before.text, before.asked_on !== null, before.answer);
    notices.show(t('questions-saved'), () => void diary(() => undo().then(undone)));
  });

export const takeBackQuestion = (question: QuestionView) =>
  diary(async () => {
    await host().withdraw_question(question.record);
    const again = () => void diary(() => host().add_question(question.text).then(undone));
    notices.show(t('walks-taken-back'), again);
  });

async function diary(work: () => Promise<void>): Promise<boolean> {
  const isKept = await attempt(work);
  await Promise.all([walks.load(), questions.load()]);
  return isKept;
}
