/// How far each outcome reaches: by year, over all years, and by combination of the listed values.

import {look} from '../../base/colours.js';
import {variantControl, yearControl} from '../../base/controls.js';
import {figure} from '../../base/figure.js';
import {label, list, num, shown, t} from '../../base/text.js';
import {bands as bandChart} from '../../charts/bands.js';
import {hiddenIntervals, intervals} from '../../charts/intervals.js';
import {legendOf} from '../../charts/lines.js';
import {combinationControl, combinationName, inUnit, outcomeControl, outcomeOf, sweepOf} from './draws.js';

/// "61 (52–74)".
const told = (middle, low, high) => (Number.isFinite(low) ? `${num(middle, 3)} (${num(low, 3)}–${num(high, 3)})` : num(middle, 3));
const numbers = ['number', 'number', 'number'];
const heads = () => [t('draws.low'), t('draws.middle'), t('draws.high')];

const names = (context) => sweepOf(context).outcomes.map(({name}) => name);
const chosen = (context, key) => outcomeOf(context, context.state.get(key));

/// p10, p50, p90 of every variant in the combination chosen.
function seriesOf(context) {
  const {data, state} = context;
  const outcome = chosen(context, 'outcome');
  return data.variants.map(({id}, i) => {
    const of = sweepOf(context).bands[outcome.name][state.get('combination')][i];
    return {key: id, label: id, look: look(i), low: inUnit(outcome, of.p10), middle: inUnit(outcome, of.p50), high: inUnit(outcome, of.p90)};
  });
}

function byYear(context) {
  const {data, state} = context;
  const controls = [outcomeControl(context, 'outcome', names(context)), combinationControl(context)];
  const last = () => data.years.length - 1;
  return figure(context, {
    id: 'bands-years', title: () => t('draws.by-year', {figure: label(chosen(context, 'outcome'))}), uses: ['outcome', 'combination'], controls,
    sentence: () => {
      const known = seriesOf(context).filter(({middle}) => Number.isFinite(middle[last()]));
      if (known.length === 0) return t('alt.none');
      return t('draws.by-year-sentence', {year: data.years[last()], unit: shown(chosen(context, 'outcome')).unit,
                                          values: list(known.map(({label: name, low, middle, high}) => `${name} ${told(middle[last()], low?.[last()], high?.[last()])}`))});
    },
    legend: () => legendOf(seriesOf(context)),
    chart: (width, hidden) => bandChart({series: seriesOf(context), x: data.years, unit: shown(chosen(context, 'outcome')).unit, hidden}),
    note: () => (sweepOf(context).kind === 'draws' ? t('draws.band-note') : ''),
    table: () => ({
      columns: [{title: t('word.variant'), kind: 'head'}, {title: t('control.year'), kind: 'text'}, ...heads().map((title, i) => ({title, kind: numbers[i]}))],
      rows: seriesOf(context).flatMap(({label: name, low, middle, high}) => data.years.map((year, i) => [name, String(year), low?.[i] ?? null, middle[i], high?.[i] ?? null])),
    }),
  });
}

/// An outcome over the horizon, a row per variant.
function allYears(context) {
  const {data, state} = context;
  const summed = Object.keys(sweepOf(context).sums);
  if (summed.length === 0) return null;
  const controls = [outcomeControl(context, 'sum', summed), combinationControl(context)];
  const rows = () => data.variants.map(({id}, i) => {
    const [low, value, high] = inUnit(chosen(context, 'sum'), sweepOf(context).sums[state.get('sum')][state.get('combination')][i]);
    return {label: id, low, value, high, tip: {title: id, [t('draws.middle')]: num(value), '10–90 %': `${num(low)} – ${num(high)}`}};
  });
  return figure(context, {
    id: 'bands-sum', title: () => t('draws.sum', {figure: label(chosen(context, 'sum'))}), uses: ['sum', 'combination'], controls,
    sentence: () => t('draws.sum-sentence', {unit: shown(chosen(context, 'sum')).unit,
                                             values: list(rows().map(({label: name, low, value, high}) => `${name} ${told(value, low, high)}`))}),
    chart: (width) => intervals({rows: rows(), unit: shown(chosen(context, 'sum')).unit, width}),
    table: () => ({columns: [{title: t('word.variant'), kind: 'head'}, ...heads().map((title, i) => ({title, kind: numbers[i]}))],
                   rows: rows().map(({label: name, low, value, high}) => [name, low, value, high])}),
  });
}

/// A variant in a year, a row per combination.
function byCombination(context) {
  const {data, state} = context;
  const {combinations} = sweepOf(context);
  if (combinations.length < 2) return null;
  const controls = [outcomeControl(context, 'outcome', names(context)), variantControl(context), yearControl(context)];
  const rows = () => combinations.map((_, c) => {
    const of = sweepOf(context).bands[state.get('outcome')][c][state.get('variant')];
    const [low, value, high] = ['p10', 'p50', 'p90'].map((p) => inUnit(chosen(context, 'outcome'), of[p])?.[state.get('year')] ?? null);
    return {label: combinationName(context, c), low, value, high, tip: {title: combinationName(context, c), [t('draws.middle')]: num(value)}};
  });
  const title = () => ({figure: label(chosen(context, 'outcome')), variant: data.variants[state.get('variant')].id, year: data.years[state.get('year')]});
  return figure(context, {
    id: 'combinations', title: () => t('draws.combinations', title()), uses: ['outcome', 'variant', 'year'], controls,
    sentence: () => {
      const known = rows().filter(({value}) => Number.isFinite(value)).sort((a, b) => a.value - b.value);
      if (known.length === 0) return t('alt.none');
      return t('draws.combinations-sentence', {least: known[0].label, low: num(known[0].value), most: known.at(-1).label, high: num(known.at(-1).value), unit: shown(chosen(context, 'outcome')).unit});
    },
    chart: (width) => intervals({rows: rows(), unit: shown(chosen(context, 'outcome')).unit, width}),
    note: () => (hiddenIntervals(rows()) > 0 ? t('draws.more-in-table', {count: hiddenIntervals(rows())}) : ''),
    table: () => ({columns: [{title: t('draws.combination'), kind: 'head'}, ...heads().map((text, i) => ({title: text, kind: numbers[i]}))],
                   rows: rows().map(({label: name, low, value, high}) => [name, low, value, high])}),
  });
}

export const bands = {
  id: 'bands',
  needs: ['sweep'],
  title: () => t('title.bands'),
  shows: (data) => data.sections.sweep.outcomes.length > 0,
  draw: (context) => [byYear(context), allYears(context), byCombination(context)],
};
