// The person behind the fixtures: answers, walks and questions, changed as the record would change them.

import type * as T from './bindings';

type Answer = <Out>(value: Out) => Promise<Out>;

export interface PersonFixtures {
  person: T.Person;
  fresh: T.Person;
  walks: T.Walks;
  questions: T.QuestionView[];
}

/** What the core reckons, for the days that the screens are tried with. */
const DAYS_AGO: Record<string, number> = { '2026-11-18': 0, '2026-11-17': 1, '2026-11-02': 16, '2026-11-01': 17, '2026-11-19': -1, '2026-12-01': -13 };
const count = (date: T.Day): T.OperationDay => ({ date, days_ago: DAYS_AGO[date] ?? 100 });

const STEP_OF: Record<T.PersonFact['about'], T.Step | null> = {
  terms: 'terms', operation: 'operation', fusion: 'fusion', floor: 'floor', limits: 'limits', 'at-discharge': 'discharge', contact: 'contacts', skipped: null,
};

/**
 * `new`: nothing was said; `new-<question>`: everything before it was answered; `before`: the operation is to come;
 * `waiting`: questions were left open until after it.
 */
export function fakePerson(scene: string, isEmpty: boolean, fixtures: PersonFixtures, answer: Answer) {
  const isNew = scene === 'new' || scene.startsWith('new-');
  const who = isNew ? fixtures.fresh : fixtures.person;
  let { questions, walks: { walks } } = fixtures;
  let made = 0;
  const id = () => `said-${++made}`;

  if (scene === 'full-no-contacts') who.contacts = [];
  if (isEmpty) {
    who.has_plan = false;
    who.contacts = who.contacts.filter(({ source }) => source !== 'plan');
    if (isNew || scene === 'empty') [walks, questions] = [[], []];
  }

  function stand(step: T.Step, stands: T.StepStands): void {
    const { steps } = who.first_run;
    for (const one of steps) if (one.step === step) one.stands = stands;
    const open = steps.filter((one) => one.stands === 'open').map((one) => one.step);
    Object.assign(who.first_run, { next: open[0] ?? null, comes_first: open.includes('terms') || open.includes('plan') });
  }

  function say(fact: T.PersonFact): T.RecordId {
    const record = id();
    const { steps } = who.first_run;
    if (fact.about === 'terms') who.terms = [fact.version, who.today];
    if (fact.about === 'operation') {
      who.operation = count(fact.date);
      const isAhead = who.operation.days_ago < 0;
      if (isAhead) who.first_run.steps = steps.filter(({ step }) => !['fusion', 'floor', 'discharge', 'limits'].includes(step));
    }
    if (fact.about === 'fusion') who.fusion = fact.fusion;
    if (fact.about === 'floor') who.floor = fact.floor;
    if (fact.about === 'limits') who.limits = fact.limits;
    if (fact.about === 'at-discharge') [who.at_discharge, who.discharge_note] = [fact.signs, fact.note];
    if (fact.about === 'contact') who.contacts.push({ contact: fact.contact, source: { person: record } });
    if (fact.about === 'skipped') stand(fact.step, 'skipped');
    else stand(STEP_OF[fact.about]!, 'answered');
    return record;
  }

  const at = scene.startsWith('new-') ? scene.slice('new-'.length) : '';
  for (const { step } of [...who.first_run.steps]) {
    if (at === '' || step === at) break;
    stand(step, 'answered');
  }
  if (scene === 'before') {
    say({ about: 'operation', date: '2026-12-01' });
    who.contacts = [];
  }
  if (scene === 'waiting') for (const step of ['fusion', 'discharge'] as const) stand(step, 'open');

  const own = (record: T.RecordId) => who.contacts.find(({ source }) => source !== 'plan' && source.person === record);

  return {
    person: () => answer(who),
    count_days: (date: T.Day) => answer(count(date)),
    say: (fact: T.PersonFact) => answer(say(fact)),
    change_contact: (record: T.RecordId, contact: T.Contact) => {
      const made = id();
      Object.assign(own(record)!, { contact, source: { person: made } });
      return answer(made);
    },
    withdraw_contact: (record: T.RecordId) => {
      who.contacts = who.contacts.filter((one) => one !== own(record));
      return answer(id());
    },
    walks: (days: number) => answer({ walks: walks.slice(0, scene === 'walks-many' ? days / 28 : days), earlier: scene === 'walks-many' && walks.length > days / 28 }),
    record_walk: (day: T.Day, minutes: number) => {
      const record = id();
      walks = [{ record, day, minutes, entered_later: day < who.today, corrected: false }, ...walks];
      return answer(record);
    },
    correct_walk: (record: T.RecordId, minutes: number) => {
      const next = id();
      walks = walks.map((walk) => (walk.record === record ? { ...walk, record: next, minutes, corrected: true } : walk));
      return answer(next);
    },
    withdraw_walk: (record: T.RecordId) => {
      walks = walks.filter((walk) => walk.record !== record);
      return answer(id());
    },
    questions: () => answer([...questions].sort((a, b) => Number(a.asked_on !== null) - Number(b.asked_on !== null))),
    add_question: (text: string) => {
      const record = id();
      questions = [...questions, { record, text, asked_on: null, answer: null }];
      return answer(record);
    },
    change_question: (record: T.RecordId, text: string, asked: boolean, said: string | null) => {
      const next = id();
      const changed = (one: T.QuestionView) => ({ record: next, text, asked_on: asked ? (one.asked_on ?? who.today) : null, answer: said });
      questions = questions.map((one) => (one.record === record ? changed(one) : one));
      return answer(next);
    },
    withdraw_question: (record: T.RecordId) => {
      questions = questions.filter((one) => one.record !== record);
      return answer(id());
    },
  };
}
