// A question of safety that comes before something is begun or recorded.

import type { AgendaItem, LineId, SafetyQuestion, Today } from '../host';
import { today } from './data.svelte';

export type Answered = 'no' | 'yes' | 'left';

/** What is asked now, of which lines (none: it is asked because it hurts), and what follows the answer; `first`: what a yes does before it is kept. */
export type Asked = { first?: (() => Promise<void>) | undefined; question: SafetyQuestion; lines: { line: LineId | null; title: string }[]; answer?: (how: Answered) => void };

class Asking {
  now = $state.raw<Asked | null>(null);

  /** Asks what must be asked of `items` first, and tells what was answered: no where nothing must be asked. */
  before(items: AgendaItem[]): Promise<Answered> {
    const question = items.find((item) => item.safety_question !== null)?.safety_question;
    if (!question) return Promise.resolve('no');
    const of = new Map(items.filter((item) => item.safety_question === question).map((item) => [item.bout.line, item.title]));
    const lines = [...of].map(([line, title]) => ({ line, title }));
    return new Promise((answer) => {
      this.now = { question, lines, answer };
    });
  }
}

export const asking = new Asking();

/** What a day has of a round, or of one line. */
export function itemsOf(round: string | null, line: LineId | null, day: Pick<Today, 'agenda'> | undefined): AgendaItem[] {
  const agenda = day?.agenda;
  if (!agenda) return [];
  const inRounds = agenda.rounds.filter((one) => round === null || one.round === round).flatMap((one) => one.items);
  const needed = agenda.as_needed.flatMap((one) => one.recorded);
  const all = round === null ? agenda.any_time.concat(needed) : inRounds;
  return all.filter((item) => line === null || item.bout.line === line);
}

/** What the day still asks for of a round, or of one line. What is begun when it is needed is asked about where it is, and here where it goes on. */
export function askedOf(round: string | null, line: LineId | null, day: Today | undefined = today.value): AgendaItem[] {
  const open = ['in-progress', 'due', 'upcoming', 'available'];
  return itemsOf(round, line, day).filter((item) => open.includes(item.state.is));
}
