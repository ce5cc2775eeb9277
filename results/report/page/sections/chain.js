/// Energy along the chain from the grid to the IT, of variants and of centers.

import * as colours from '../base/colours.js';
import {variantControl, yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {num, percent, short, t, withUnit} from '../base/text.js';
import {stack, stackLegend} from '../charts/stack.js';
import {at} from './limits.js';

const keys = ['it', 'distribution', 'ups', 'auxiliary', 'cooling', 'transformer'];
const parts = () => keys.map((key) => ({key, label: t(`chain.${key}`), short: t(`chain.${key}-short`), colour: colours.chain[key]}));
const mwh = 'MWh';

function describe(bars) {
  const known = bars.filter(({parts: p, grid}) => grid > 0 && p.it > 0);
  if (known.length === 0) return t('alt.none');
  const sorted = [...known].sort((a, b) => a.grid / a.parts.it - b.grid / b.parts.it);
  const say = (bar) => ({name: short(bar.label, 40), share: percent(bar.parts.it / bar.grid)});
  if (sorted.length === 1) return t('chain.one', {...say(sorted[0]), grid: withUnit(sorted[0].grid, mwh)});
  return t('chain.sentence', {best: say(sorted[0]).name, bestShare: say(sorted[0]).share, worst: say(sorted.at(-1)).name,
                              worstShare: say(sorted.at(-1)).share});
}

const partTable = (bars, head) => ({
  columns: [{title: head, kind: 'head'}, ...parts().map(({label}) => ({title: `${label} [${mwh}]`, kind: 'number'})),
            {title: `${t('chain.grid')} [${mwh}]`, kind: 'number'}],
  rows: bars.map((bar) => [bar.label, ...keys.map((key) => bar.parts[key]), bar.grid]),
});

const barOf = (label, read) => ({label, parts: Object.fromEntries(keys.map((key) => [key, read(`energy_${key}_mwh`)])), grid: read('energy_grid_mwh')});

export const chain = {
  id: 'chain',
  needs: ['summary'],
  title: () => t('title.chain'),
  draw(context) {
    const {data, state} = context;
    const {values} = data.sections.summary;
    const year = () => state.get('year');
    const ofVariants = () => data.variants.map(({id}, i) => barOf(id, (name) => values[name][i][year()]));
    const centers = data.sections.centers;
    const ofCenters = () => centers.rows.map((row, i) => ({...row, i}))
      .filter((row) => row.variant === state.get('variant') && at(centers.values.in_operation[row.i], year()) === 1)
      .map((row) => barOf(data.centers[row.center].name, (name) => at(centers.values[name][row.i], year())))
      .sort((a, b) => b.grid - a.grid);
    const most = 12;
    return [
      figure(context, {
        id: 'chain-variants', title: () => t('chain.variants', {year: data.years[year()]}), uses: ['year'], controls: [yearControl(context)],
        sentence: () => describe(ofVariants()), legend: () => stackLegend(parts()),
        chart: (width, hidden) => stack({bars: ofVariants(), parts: parts(), unit: mwh, hidden, width}),
        table: () => partTable(ofVariants(), t('word.variant')),
      }),
      centers && centers.rows.length > 0 ? figure(context, {
        id: 'chain-centers', title: () => t('chain.centers', {year: data.years[year()]}), uses: ['year', 'variant'],
        controls: [variantControl(context), yearControl(context)],
        sentence: () => describe(ofCenters()), legend: () => stackLegend(parts()),
        chart: (width, hidden) => (ofCenters().length ? stack({bars: ofCenters().slice(0, most), parts: parts(), unit: mwh, hidden, width}) : null),
        note: () => (ofCenters().length > most ? t('chain.more', {shown: num(most), all: num(ofCenters().length)}) : ''),
        table: () => partTable(ofCenters(), t('word.center')),
      }) : null,
    ];
  },
};
