/// Where the sites compared lie: primaries, simulated choices by their best verdict, candidates left out.

import * as colours from '../base/colours.js';
import {figure} from '../base/figure.js';
import {label, num, short, t, word} from '../base/text.js';
import {rowsOf} from './engine.js';
import {projection} from './map.js';

const leftOut = {colour: colours.soft, shape: 'diamond', dash: [0, 28]};
const primary = {colour: colours.ink, shape: 'square', dash: [0, 28]};
const isPlaced = ({lat, lon}) => Number.isFinite(lat) && Number.isFinite(lon);

/// Each simulated site once, with the best verdict of the choices that it is part of.
function simulated(context, choices, looks) {
  const order = Object.keys(looks);
  const sites = new Map();
  for (const row of choices.picked()) {
    for (const id of choices.ids(row)) {
      const known = sites.get(id);
      if (!known || order.indexOf(choices.verdict(row)) < order.indexOf(known.key)) sites.set(id, {key: choices.verdict(row), ranked: num(choices.raw('rank', row))});
    }
  }
  return [...sites].map(([id, {key, ranked}]) => {
    const center = context.data.centers.find((one) => one.id === id);
    return {key, id, ranked, name: center?.name ?? id, lat: center?.lat, lon: center?.lon,
            tip: {title: center?.name ?? id, [label(choices.column('verdict'))]: word('verdict', key), [label(choices.column('rank'))]: ranked}};
  });
}

function candidates(context) {
  const rows = rowsOf(context, 'sites_left_out');
  return rows ? rows.numbers().map((row) => {
    const name = rows.value('name', row) || rows.value('site', row);
    return {key: 'left-out', name, lat: rows.raw('latitude', row), lon: rows.raw('longitude', row),
            tip: {title: name, [t('sites.reason')]: word('criterion', rows.value('criterion', row))}};
  }) : [];
}

const primaries = ({data}) => data.sections.sites.primaries.map((id) => {
  const center = data.centers.find((one) => one.id === id);
  return {key: 'primary', id, name: center?.name ?? id, lat: center?.lat, lon: center?.lon, tip: {title: center?.name ?? id, [t('sites.kind')]: t('sites.primary')}};
});

function administrations({data}) {
  const places = data.sections.map?.administrations;
  return places ? places.lat.map((lat, i) => ({lat, lon: places.lon[i]})).filter(isPlaced) : [];
}

function spec(context, places, looks, hidden, width) {
  const shown = places.filter((place) => isPlaced(place) && !hidden.has(place.key));
  if (shown.length === 0) return null;
  const height = Math.round(Math.min(width * 1.1, 560));
  const position = {longitude: {field: 'lon', type: 'quantitative'}, latitude: {field: 'lat', type: 'quantitative'}};
  const keys = Object.keys(looks);
  const scale = (pick) => ({domain: keys, range: keys.map((key) => looks[key][pick])});
  const mark = (size) => ({type: 'point', filled: true, size, opacity: 1, stroke: '#ffffff', strokeWidth: 1, clip: true});
  const encoding = {...position, tooltip: {field: 'tip'}, color: {field: 'key', type: 'nominal', scale: scale('colour'), legend: null},
                    shape: {field: 'key', type: 'nominal', scale: scale('shape'), legend: null}};
  const big = shown.filter(({key}) => key !== 'left-out');
  const crowded = big.length > (width > 560 ? 8 : 5);
  const named = big.map((place) => ({...place, text: crowded && place.ranked ? place.ranked : short(place.name, width > 560 ? 26 : 16)}));
  const view = projection([...shown, ...administrations(context)], width - 4, height);
  const isLeft = ({lon, text}) => view.scale * lon * (Math.PI / 180) + view.translate[0] + 7.2 * text.length + 12 < width;
  const labels = (side, pass) => [{stroke: '#ffffff', strokeWidth: 3}, {}].map((edge) => ({
    data: {values: named.filter(pass)}, mark: {type: 'text', align: side, dx: side === 'left' ? 9 : -9, fontWeight: 600, clip: true, ...edge},
    encoding: {...position, text: {field: 'text'}},
  }));
  return {
    width: width - 4, height, autosize: {type: 'pad', contains: 'padding'}, padding: 0, projection: view,
    layer: [
      {data: {values: context.map, format: {type: 'topojson', feature: 'kreise'}}, mark: {type: 'geoshape', fill: colours.land, stroke: '#c9c4b7', strokeWidth: 0.6, clip: true}},
      {data: {values: administrations(context)}, mark: {type: 'circle', size: 10, color: colours.soft, opacity: 0.7, clip: true}, encoding: position},
      {data: {values: shown.filter(({key}) => key === 'left-out')}, mark: mark(40), encoding},
      {data: {values: big}, mark: mark(140), encoding},
      ...labels('left', isLeft), ...labels('right', (place) => !isLeft(place)),
    ],
  };
}

export function siteMap(context, choices, year, verdictLooks) {
  const looks = {...verdictLooks, primary, 'left-out': leftOut};
  const names = {primary: () => t('sites.primary'), 'left-out': () => t('sites.candidate')};
  const kind = (key) => names[key]?.() ?? word('verdict', key);
  const places = () => [...primaries(context), ...simulated(context, choices, verdictLooks), ...candidates(context)];
  return figure(context, {
    id: 'sites-map', title: () => t('sites.map', {year: context.state.get('sitesYear')}), uses: ['sitesYear'], controls: [year],
    sentence: () => t('sites.map-sentence', {all: num(simulated(context, choices, verdictLooks).length), out: num(candidates(context).length)}),
    legend: () => Object.keys(looks).filter((key) => places().some((place) => place.key === key)).map((key) => ({key, label: kind(key), look: looks[key]})),
    chart: (width, hidden) => spec(context, places(), looks, hidden, width), note: () => t('sites.map-note'),
    table: () => ({columns: [{title: t('word.place'), kind: 'head'}, {title: t('sites.kind'), kind: 'text'}],
                   rows: places().map(({name, key}) => [name, kind(key)])}),
  });
}
