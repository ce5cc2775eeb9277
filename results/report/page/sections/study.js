/// The study as it was run, with every default.

import {el} from '../base/dom.js';
import {t} from '../base/text.js';

export const study = {
  id: 'study',
  needs: ['study'],
  title: () => t('title.study'),
  draw({data}) {
    const place = el('pre', {tabindex: '0', lang: 'en'});
    const details = el('details', {}, el('summary', {}, t('study.open')), place);
    details.addEventListener('toggle', () => { if (details.open) place.textContent = data.sections.study.text; });
    return [el('p', {}, t('study.intro')), details];
  },
};
