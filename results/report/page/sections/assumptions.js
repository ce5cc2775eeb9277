/// Every value that held in the run, with its source and evidence mark.

import {el} from '../base/dom.js';
import {figure} from '../base/figure.js';
import {Rows} from '../base/rows.js';
import {currentLanguage, num, t, word} from '../base/text.js';

const marks = ['S', 'S-ex', 'C', 'M-h', 'M-m', 'M-l', 'A', 'G'];

/// How texts of a column are shown: those without German are marked as English.
const marked = (column) => {
  const english = new Set(column.texts.filter((text) => typeof text === 'string'));
  return (text) => (currentLanguage() === 'de' && english.has(text) ? el('span', {lang: 'en'}, text) : text);
};

export const assumptions = {
  id: 'assumptions',
  needs: ['assumptions'],
  title: () => t('title.assumptions'),
  draw(context) {
    const {data, state} = context;
    const rows = new Rows(data.sections.assumptions.rows, data);
    const present = marks.filter((mark) => rows.byName.evidence.texts.includes(mark));
    if (!state.get('evidence')) state.set('evidence', 'all');
    const pass = (row) => state.get('evidence') === 'all' || rows.value('evidence', row) === state.get('evidence');
    const count = (mark) => rows.numbers().filter((row) => rows.value('evidence', row) === mark).length;
    return [
      el('p', {}, t('assumptions.intro')),
      el('ul', {class: 'small'}, present.map((mark) => el('li', {}, el('span', {class: 'tag'}, mark), ` ${word('evidence', mark)} (${num(count(mark))})`))),
      figure(context, {
        id: 'assumption-table', title: () => t('assumptions.table'), uses: ['evidence'],
        controls: [{kind: 'select', key: 'evidence', label: t('assumptions.evidence'),
                    options: [{value: 'all', label: t('assumptions.all')}, ...present.map((mark) => ({value: mark, label: `${mark}: ${word('evidence', mark)}`}))]}],
        sentence: () => t('assumptions.sentence', {count: num(rows.numbers().filter(pass).length)}),
        table: () => {
          const {columns, rows: lines} = rows.table([['key'], ['value'], ['given'], ['text'], ['evidence'], ['source']], pass);
          columns[0] = {...columns[0], kind: 'head'};
          columns[3] = {...columns[3], show: marked(rows.byName.text)};
          columns[5] = {...columns[5], show: marked(rows.byName.source)};
          return {columns, rows: lines};
        },
      }),
    ];
  },
};
