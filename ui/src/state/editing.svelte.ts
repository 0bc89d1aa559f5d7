// The sheet that is being typed in. The screens change the draft itself; each change is saved at once.

import { tick } from 'svelte';

import {
  asApiError, host, type ApiError, type Asked, type DraftEdit, type DraftPlace, type DraftStart, type DraftView, type LineId,
  type PlaceDays, type PlanDraft, type Prescription, type RuleTold,
} from '../host';
import { t } from '../i18n';
import { moveToHeading } from '../router.svelte';
import { errorSentence } from '../words/errors';
import { lookAgain } from './data.svelte';
import { mergedDraft } from './merge';
import { notices } from './notice.svelte';

class Editing {
  /** What the host last said of the draft: null when there is none, undefined before it was asked. */
  view = $state.raw<DraftView | null | undefined>(undefined);
  /** The draft as it stands on screen. */
  draft = $state<PlanDraft | null>(null);
  trouble = $state.raw<ApiError | null>(null);
  /** How many things the host is still to do. */
  waiting = $state(0);
  /** Goes up when what has a number has another one: fields that keep something of their own begin anew. */
  moved = $state(0);
  #sent = 'null';
  /** What the host has. */
  #had = 'null';
  #work: Promise<unknown> = Promise.resolve();
  /** Whether the person has finished with a field, and whether something was kept that was not said yet. */
  #tell = false;
  #isUnsaid = false;
  #undo: (() => void) | null = null;

  load = async (): Promise<void> => {
    try {
      const view = await host().draft();
      // What was typed meanwhile is not lost.
      if (this.waiting === 0 && (this.draft === null || JSON.stringify(this.draft) === this.#had)) this.#show(view);
      this.trouble = null;
    } catch (thrown) {
      this.trouble = asApiError(thrown);
    }
  };

  /** Begins a draft. `replace`: one in which something was written may go. */
  begin = (start: DraftStart, replace = false): Promise<boolean> =>
    this.#ask(async () => {
      this.#show(await host().begin_draft(start, replace));
      void lookAgain();
    });

  /** Sends what is on screen if it differs from what the host has. Called after each change. */
  keep(): void {
    const text = JSON.stringify(this.draft);
    if (text === this.#sent || this.draft === null) return;
    this.#lapse();
    this.#sent = text;
    void this.#ask(async () => {
      // What was overtaken by a later change need not be sent any more.
      if (text !== this.#sent) return;
      const view = await host().save_draft(JSON.parse(text) as PlanDraft);
      if (this.draft === null) return;
      this.#took(text, view);
      if (this.#sent !== this.#had) return;
      this.#isUnsaid = true;
      if (this.#tell) this.#say();
    });
  }

  /** The person has finished with a field: what is saved then is said aloud, once. */
  tell(): void {
    this.#tell = true;
    if (this.#isUnsaid) this.#say();
  }

  /** A change that carries a rule; answers the place that it made or changed. */
  async edit(edit: DraftEdit): Promise<DraftPlace | null> {
    this.keep();
    this.#lapse();
    let place: DraftPlace | null = null;
    await this.#ask(async () => {
      const before = JSON.stringify(this.draft);
      // What was typed while this waited for its turn goes first.
      if (before !== this.#had && this.draft) await host().save_draft(JSON.parse(before) as PlanDraft);
      const edited = await host().edit_draft(edit);
      this.#took(before, edited.view);
      place = edited.place;
    });
    return place;
  }

  /** Takes something out, and offers the way back. */
  remove = (place: DraftPlace, said: string): Promise<void> => this.change({ remove: { place } }, said);

  /** Changes which lines there are, says so, and offers the way back. */
  async change(edit: DraftEdit, said: string): Promise<void> {
    const before = JSON.stringify(this.draft);
    if ((await this.edit(edit)) === null) return;
    this.moved++;
    await tick();
    // What was pressed is gone with it.
    if (document.activeElement === document.body) moveToHeading();
    notices.show(said, () => {
      this.draft = JSON.parse(before) as PlanDraft;
      this.moved++;
      this.keep();
      notices.announce(t('saved-undone'));
    });
    this.#undo = notices.shown?.undo ?? null;
  }

  /** Throws the draft away. */
  discard = (): Promise<boolean> =>
    this.#ask(async () => {
      this.#lapse();
      await host().discard_draft();
      this.#show(null);
      void lookAgain();
    });

  /** Forgets what is shown: the host has done something with the draft. */
  shown(view: DraftView | null): void {
    this.#show(view);
  }

  line(id: LineId): Prescription | undefined {
    return this.draft?.revision.lines.find((line) => line.id === id);
  }

  /** Whether a rule was compared with the paper as it is told now. */
  isRead(rule: RuleTold): boolean {
    const told = JSON.stringify(rule);
    return this.draft?.rules_read_back.some((read) => JSON.stringify(read) === told) ?? false;
  }

  /** What stands in the field `name` whose button was not pressed yet: it is kept with the draft. */
  typed = (name: string): string | null => this.draft?.unfinished[name] ?? null;

  type(name: string, text: string | null): void {
    if (!this.draft) return;
    if (text) this.draft.unfinished[name] = text;
    else delete this.draft.unfinished[name];
  }

  asks(place: DraftPlace, asked: Asked): boolean {
    const here = JSON.stringify(place);
    return this.draft?.open.some((open) => open.asked === asked && JSON.stringify(open.place) === here) ?? false;
  }

  /** The days of what counts by days or weeks. */
  days(place: DraftPlace): PlaceDays | undefined {
    const here = JSON.stringify(place);
    return this.view?.days.find((days) => JSON.stringify(days.place) === here);
  }

  /** What stands in the draft is the answer. */
  answer(place: DraftPlace, asked: Asked): void {
    if (this.draft === null || !this.asks(place, asked)) return;
    const here = JSON.stringify(place);
    this.draft.open = this.draft.open.filter((open) => open.asked !== asked || JSON.stringify(open.place) !== here);
  }

  /** Nobody has answered it: what stands in the draft there means nothing. */
  ask(place: DraftPlace, asked: Asked): void {
    if (this.draft && !this.asks(place, asked)) this.draft.open = [...this.draft.open, { place, asked }];
  }

  /** Waits until everything is with the host; false if something is not. */
  settled = async (): Promise<boolean> => {
    // Whoever asks from an effect depends on nothing of this.
    await null;
    this.keep();
    await this.#work;
    return JSON.stringify(this.draft) === this.#had;
  };

  /** The way back leads to a whole draft: it is offered only as long as nothing else was said. */
  #lapse(): void {
    if (this.#undo) notices.hide(this.#undo);
  }

  #show(view: DraftView | null): void {
    this.view = view;
    this.draft = view && structuredClone(view.draft);
    this.#had = this.#sent = JSON.stringify(this.draft);
  }

  /** Shows what the host made of `sent`, such as a number that has grown. What was typed meanwhile is not lost. */
  #took(sent: string, view: DraftView): void {
    const ours = JSON.stringify(this.draft);
    const now = mergedDraft(JSON.parse(sent) as PlanDraft, JSON.parse(ours) as PlanDraft, view.draft);
    this.view = view;
    this.#had = this.#sent = JSON.stringify(view.draft);
    if (JSON.stringify(now) !== ours) this.draft = structuredClone(now);
    this.keep();
  }

  #say(): void {
    this.#tell = this.#isUnsaid = false;
    notices.announce(t('edit-saved'));
  }

  /** One thing after the other, so that no answer overtakes another. */
  #ask(work: () => Promise<void>): Promise<boolean> {
    this.waiting++;
    const done = this.#work.then(async () => {
      try {
        await work();
        return true;
      } catch (thrown) {
        // What is on screen is not with the host: the next change sends it again.
        this.#sent = '';
        notices.fail(errorSentence(asApiError(thrown)));
        return false;
      } finally {
        this.waiting--;
      }
    });
    this.#work = done;
    return done;
  }
}

export const editing = new Editing();
