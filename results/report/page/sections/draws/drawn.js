/// Which figures were drawn, and what came without an outcome.

import {figure} from '../../base/figure.js';
import {list, num, said, t, word} from '../../base/text.js';
import {brief, sweepOf, tableOf, valuesOf} from './draws.js';

export const drawn = {
  id: 'drawn',
  needs: ['sweep.tables.drawn_keys'],
  title: () => t('title.drawn'),
  draw(context) {
    const rows = tableOf(context, 'drawn_keys');
    const inert = sweepOf(context).without_effect;
    const byDraw = sweepOf(context).kind === 'draws';
    const shown = [...(byDraw ? [['p10', t('draws.low')], ['p50', t('draws.middle')], ['p90', t('draws.high')]] : []), ['low', t('draws.end-low')], ['high', t('draws.end-high')]];
    return figure(context, {
      id: 'drawn-keys', title: () => t('draws.drawn'), open: true,
      sentence: () => `${byDraw ? t('draws.drawn-sentence', {count: num(rows.count), groups: num(valuesOf(rows, 'group').length)}) : t('draws.ends-sentence', {count: num(rows.count)})} ${inert.length > 0 ? t('draws.inert', {things: list(inert.map(said))}) : ''}`.trim(),
      note: () => (byDraw ? t('draws.drawn-note') : ''),
      table: () => ({
        columns: [{title: t('draws.key'), kind: 'head'}, ...(byDraw ? [{title: t('draws.group'), kind: 'text'}] : []), ...shown.map(([, title]) => ({title, kind: 'text'}))],
        rows: rows.numbers().map((row) => [rows.value('key', row), ...(byDraw ? [word('sweep-group', rows.value('group', row))] : []), ...shown.map(([name]) => brief(rows.value(name, row)))]),
      }),
    });
  },
};

export const failures = {
  id: 'failures',
  needs: ['sweep.tables.failed_cases'],
  title: () => t('title.failures'),
  draw(context) {
    const rows = tableOf(context, 'failed_cases');
    return figure(context, {
      id: 'failed-cases', title: () => t('draws.failed'), open: true, sentence: () => t('draws.failed-sentence', {count: num(rows.count)}),
      table: () => ({
        columns: [{title: t('draws.case'), kind: 'head'}, {title: t('word.variant'), kind: 'text'}, {title: t('draws.reason'), kind: 'text'}, {title: t('draws.again'), kind: 'text', lang: 'en'}],
        rows: rows.numbers().map((row) => ['case', 'variant', 'reason', 'repeat'].map((name) => rows.value(name, row))),
      }),
    });
  },
};
