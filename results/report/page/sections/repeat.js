/// How to get the same numbers again, and whose work is inside of the page.

import {el} from '../base/dom.js';
import {t} from '../base/text.js';

export const repeat = {
  id: 'repeat',
  needs: ['study'],
  title: () => t('title.repeat'),
  draw({data, licences}) {
    const {program, commit, seed, sha256} = data.sections.study;
    const {kind} = data;
    const rows = [[t('repeat.program'), `verbund ${program} (${commit})`], [t('repeat.seed'), seed], [t('repeat.sha'), sha256]];
    const place = el('pre', {tabindex: '0', lang: 'en'});
    const details = el('details', {}, el('summary', {}, t('repeat.licences')), place);
    details.addEventListener('toggle', () => { if (details.open) place.textContent = licences; });
    return [
      el('p', {}, t('repeat.text')),
      el('pre', {}, kind === 'sweep'
        ? `verbund sweep ${t('repeat.file')}.yaml --seed ${seed} -o ${t('repeat.folder')}\nverbund report ${t('repeat.folder')}/sweep.h5 -o ${t('repeat.page')}.html`
        : `verbund run ${t('repeat.file')}.yaml --seed ${seed} --out ${t('repeat.result')}.h5\nverbund report ${t('repeat.result')}.h5 -o ${t('repeat.page')}.html`),
      el('div', {class: 'scroll plain'}, el('table', {}, el('tbody', {}, rows.map(([name, value]) => el('tr', {},
        el('th', {scope: 'row'}, name), el('td', {}, value)))))),
      el('p', {class: 'note'}, t('repeat.data')),
      details,
    ];
  },
};
