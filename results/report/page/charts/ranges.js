/// Horizontal ranges on one scale: intervals, windows, bars of a Gantt chart, steps of a timeline.

import * as colours from '../base/colours.js';
import {short} from '../base/text.js';

const most = 40;

/// {rows: [{label, from, to, mark?, limit?, over?, strong?, tip}], unit, width, xTitle, ticks?}.  A range that is over its limit
/// is red and its label begins with "!"; `mark` is a point on it, `limit` a bar across it.  With `ticks` ([{value, text}])
/// the scale is logarithmic from 1 on, so that minutes can be told apart beside weeks.
export function ranges({rows, unit, width, xTitle = null, ticks = null}) {
  const shownRows = rows.filter(({from, to}) => Number.isFinite(from) && Number.isFinite(to)).slice(0, most);
  if (shownRows.length === 0) return null;
  const values = shownRows.map((row, i) => ({...row, row: i, text: `${row.over ? '! ' : ''}${short(row.label, Math.floor(width / 7))}`,
                                             level: row.over ? 2 : row.strong === false ? 0 : 1}));
  const y = {field: 'row', type: 'ordinal', axis: null, scale: {paddingInner: 0.6, paddingOuter: 0.5}};
  const ends = values.flatMap(({to, limit, mark}) => [to, limit, mark]).filter(Number.isFinite);
  const starts = values.flatMap(({from}) => [from]);
  const last = Math.max(...ends) * 1.04 || 1;
  const shownTicks = ticks?.filter(({value}) => value <= last);
  const x = {type: 'quantitative', scale: {domain: [Math.min(0, ...starts), last], nice: false, ...(ticks ? {type: 'symlog', constant: 1} : {})},
             axis: {title: xTitle ?? unit ?? null, ...(ticks ? {values: shownTicks.map(({value}) => value), labelOverlap: 'greedy',
               labelExpr: shownTicks.reduceRight((rest, {value, text}) => `datum.value === ${value} ? '${text}' : ${rest}`, "''")} : {tickCount: 6})}};
  const at = (field) => ({...x, field});
  const color = {field: 'level', type: 'nominal', scale: {domain: [0, 1, 2], range: ['#7d8995', colours.accent, colours.warning]}, legend: null};
  const point = values.filter(({from, to}) => from === to);
  const marked = values.filter(({mark}) => Number.isFinite(mark));
  const limited = values.filter(({limit}) => Number.isFinite(limit));
  return {
    height: 38 * values.length + 16,
    layer: [
      {data: {values}, mark: {type: 'bar', height: {band: 0.9}}, encoding: {y, x: at('from'), x2: {field: 'to'}, color, tooltip: {field: 'tip'}}},
      ...(point.length ? [{data: {values: point}, mark: {type: 'point', filled: true, size: 70, opacity: 1},
                           encoding: {y, x: at('from'), color, shape: {field: 'level', type: 'nominal', scale: {domain: [0, 1, 2], range: ['circle', 'diamond', 'diamond']}, legend: null},
                                      tooltip: {field: 'tip'}}}] : []),
      ...(marked.length ? [{data: {values: marked}, mark: {type: 'tick', thickness: 3, height: 20, color: colours.ink}, encoding: {y, x: at('mark'), tooltip: {field: 'tip'}}}] : []),
      ...(limited.length ? [{data: {values: limited}, mark: {type: 'tick', thickness: 3, height: 24, color: colours.warning}, encoding: {y, x: at('limit'), tooltip: {field: 'tip'}}}] : []),
      {data: {values}, mark: {type: 'text', align: 'left', baseline: 'bottom', dy: -9, limit: width - 12},
       encoding: {y, x: {value: 2}, text: {field: 'text'}}},
    ],
  };
}

export const hiddenRows = (rows) => Math.max(0, rows.length - most);
