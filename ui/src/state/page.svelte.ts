// The heading of the screen that is on.

import { t } from '../i18n';

class Page {
  title = $state('');
  subtitle = $state('');
}

export const page = new Page();

/** Names the screen: in its heading and in the title of the window. */
export function name(title: string, subtitle = ''): void {
  page.title = title;
  page.subtitle = subtitle;
  document.title = t('page-title', { page: title });
}
