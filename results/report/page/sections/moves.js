/// Migration waves: what moves when, as a Gantt chart of nights.

import {variantControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {num, t, withUnit} from '../base/text.js';
import {ranges} from '../charts/ranges.js';
import {chosen, rowsOf, rowsTable, tableFigure, yearChoice} from './engine.js';

export const moves = {
  id: 'moves',
  needs: ['events.waves'],
  title: () => t('title.moves'),
  draw(context) {
    const waves = rowsOf(context, 'waves');
    const cutovers = rowsOf(context, 'cutovers');
    const gantt = () => {
      const year = yearChoice(context, cutovers, 'moveYear');
      const picked = () => chosen(context, cutovers, {year: 'moveYear'});
      const bars = () => picked().map((row) => ({
        label: cutovers.value('administration', row), from: cutovers.raw('starts_night', row), to: cutovers.raw('finished_night', row),
        tip: {title: cutovers.value('administration', row), [t('moves.data')]: withUnit(cutovers.raw('data_gb', row), 'GB'),
              [t('moves.downtime')]: withUnit(cutovers.raw('downtime_h', row), 'h')},
      })).sort((a, b) => a.from - b.from || a.to - b.to);
      return figure(context, {
        id: 'cutovers', title: () => t('moves.cutovers', {year: context.state.get('moveYear')}), uses: ['variant', 'moveYear'], controls: [variantControl(context), year],
        sentence: () => (picked().length === 0 ? t('moves.none') : t('moves.sentence', {count: num(picked().length), nights: num(Math.max(...bars().map(({to}) => to)))})),
        chart: (width) => ranges({rows: bars(), unit: '', width, xTitle: t('moves.axis')}), note: () => t('moves.note'), table: () => rowsTable(cutovers, picked()),
      });
    };
    return [tableFigure(context, waves, {id: 'waves', title: t('moves.waves')}), cutovers ? gantt() : null];
  },
};
