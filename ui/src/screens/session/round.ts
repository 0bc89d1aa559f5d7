import type { AgendaRound, SessionView } from '../../host';
import { t } from '../../i18n';
import { today } from '../../state/data.svelte';
import { roundName } from '../../words/round';

/** The round that a session is about; none where it is about exercises of any time. */
export function roundOf(view: SessionView): AgendaRound | undefined {
  const place = view.items[0]?.bout.place;
  return place && 'round' in place ? today.value?.agenda?.rounds.find((one) => one.round === place.round) : undefined;
}

/** That a round which was cut off is still open. */
export function cutOffWords(view: SessionView): string {
  const round = roundOf(view);
  return round ? t('session-cut-off', roundName(round)) : t('session-cut-off-exercise');
}
