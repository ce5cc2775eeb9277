/// Map of administrations, centers and links with a figure per year.

import * as colours from '../base/colours.js';
import {variantControl, yearControl} from '../base/controls.js';
import {figure} from '../base/figure.js';
import {label, labelWithUnit, num, scaled, short, shown, t, withUnit, word} from '../base/text.js';
import {placeLabels} from '../charts/labels.js';
import {at} from './limits.js';

const shades = ['#d5e5e9', '#a3c7d0', '#669fae', '#2f768a', '#0b4a5c'];
const halfTurn = Math.PI / 180;
const mercator = (latitude) => Math.log(Math.tan(Math.PI / 4 + (latitude * halfTurn) / 2));

/// Scale and shift of a Mercator map that shows all places within the size.
export function projection(places, width, height) {
  const least = 0.004;  // of the globe's radius: about 25 km
  const margin = 0.1;
  const xs = places.map(({lon}) => lon * halfTurn);
  const ys = places.map(({lat}) => mercator(lat));
  const reduce = (values, pick) => values.reduce((a, b) => pick(a, b));
  const [west, east] = [reduce(xs, Math.min), reduce(xs, Math.max)];
  const [south, north] = [reduce(ys, Math.min), reduce(ys, Math.max)];
  const scale = Math.min(width / Math.max(least, (east - west) * (1 + 2 * margin)), height / Math.max(least, (north - south) * (1 + 2 * margin)));
  return {
    type: 'mercator', scale,
    translate: [width / 2 - (scale * (west + east)) / 2, height / 2 + (scale * (south + north)) / 2],
  };
}

class Places {
  constructor({data, state}) {
    this.data = data;
    this.state = state;
    this.section = data.sections.map;
    this.centerRows = data.sections.centers?.rows.map((row, i) => ({...row, i})) ?? [];
  }
  /// Position among the years of the map: the last one not after the year chosen.
  yearAt() {
    const later = this.section.years.findIndex((year) => year > this.state.get('year'));
    return later === 0 ? 0 : (later < 0 ? this.section.years.length : later) - 1;
  }
  year() { return this.data.years[this.section.years[this.yearAt()]]; }
  metric() { return this.section.figures.find(({name}) => name === this.state.get('figure')); }
  read(name, i) {
    const value = this.section.values[name][this.state.get('variant')][i];
    return value === null ? undefined : at(value, this.yearAt());
  }
  takesPart(i) { return this.section.values.servers[this.state.get('variant')][i] !== null; }
  mainCenter(i) {
    const center = this.read('main_center', i);
    return center >= 0 ? this.data.centers[center] : null;
  }
  administrations() {
    const {name, lat, lon} = this.section.administrations;
    const {factor} = shown(this.metric());
    return name.map((text, i) => ({i, name: text, lat: lat[i], lon: lon[i]})).filter(({i}) => this.takesPart(i))
      .map((place) => ({...place, v: scaled(this.read(this.metric().name, place.i) ?? null, factor)}));
  }
  /// Centers that run anything in the year.
  centers() {
    const values = this.data.sections.centers?.values;
    const year = this.section.years[this.yearAt()];
    return this.centerRows.filter((row) => row.variant === this.state.get('variant') && at(values.in_operation[row.i], year) === 1)
      .map((row) => ({...this.data.centers[row.center], servers: at(values.servers_placed[row.i], year), kw: at(values.it_power_kw[row.i], year)}))
      .filter(({lat}) => lat !== null);
  }
  /// Everything that the map must show in any year, so that it does not jump.
  extent() {
    const centers = this.centerRows.filter((row) => row.variant === this.state.get('variant')).map(({center}) => this.data.centers[center]);
    return [...this.administrations(), ...centers].filter(({lat, lon}) => lat !== null && lon !== null);
  }
  place(number) {
    const {centers} = this.data;
    const {lat, lon} = this.section.administrations;
    return number < centers.length ? centers[number] : {lat: lat[number - centers.length], lon: lon[number - centers.length]};
  }
  links() {
    const {link, need, limit} = this.section.loads[this.state.get('variant')];
    const {from, to} = this.section.links;
    return link.map((number, i) => ({
      a: from[number], b: to[number], need: at(need[i], this.yearAt()), limit: at(limit[i], this.yearAt()),
    })).filter(({a, b, need: wanted}) => a !== null && b !== null && wanted > 0).map(({a, b, need: wanted, limit: there}) => {
      const [start, end] = [this.place(a), this.place(b)];
      return {lon: start.lon, lat: start.lat, lon2: end.lon, lat2: end.lat, need: wanted, over: there !== null && wanted > there ? 1 : 0,
              tip: {title: t('map.link'), [t('limits.need')]: withUnit(wanted, 'Gbit/s'), [t('limits.limit')]: withUnit(there, 'Gbit/s')}};
    });
  }
  assignments() {
    const {lat, lon} = this.section.administrations;
    return this.administrations().map(({i}) => ({i, center: this.mainCenter(i)})).filter(({center}) => center && center.lat !== null)
      .map(({i, center}) => ({lon: lon[i], lat: lat[i], lon2: center.lon, lat2: center.lat, need: 1, over: 0, tip: null}));
  }
}

function colourOf(metric) {
  if (metric.name === 'home_binding_share') return {type: 'threshold', domain: [80, 100.000001], range: colours.shares};
  return {type: 'quantize', range: shades, zero: true};
}

function tooltips(places, metric) {
  const {unit} = shown(metric);
  return places.administrations().map((place) => {
    const center = places.mainCenter(place.i);
    return {...place, tip: {title: place.name, [label(metric)]: place.v === null ? '–' : withUnit(place.v, unit),
                            [t('map.main-center')]: center ? short(center.name, 40) : t('map.own-room')}};
  }).filter(({lat, lon}) => lat !== null && lon !== null);
}

function spec(places, map, width) {
  const extent = places.extent();
  if (extent.length === 0) return null;
  const metric = places.metric();
  const {unit} = shown(metric);
  const height = Math.round(Math.min(width * 1.25, 720));
  const points = tooltips(places, metric);
  const known = points.filter(({v}) => v !== null).sort((a, b) => b.v - a.v);
  const many = points.length > 150;
  const routes = places.state.get('lines') === 'assignments' ? places.assignments() : places.state.get('lines') === 'links' ? places.links() : [];
  const centers = places.centers().map((center) => ({...center, text: short(center.name, 26), tip: {
    title: center.name, [t('sites.kind')]: word('kind', center.kind), [t('map.servers')]: num(center.servers), [t('map.it-peak')]: withUnit(center.kw, 'kW')}}));
  const position = {longitude: {field: 'lon', type: 'quantitative'}, latitude: {field: 'lat', type: 'quantitative'}};
  const legend = {title: unit ? `${label(metric)} [${unit}]` : label(metric), orient: 'bottom', direction: 'horizontal', titleLimit: width - 20, symbolType: 'circle', columns: width > 560 ? 6 : 3};
  const view = projection(extent, width - 4, height);
  const named = placeLabels(centers.map((center) => ({
    ...center, x: view.scale * center.lon * halfTurn + view.translate[0], y: view.translate[1] - view.scale * mercator(center.lat), weight: center.servers,
  })), width - 4, height);
  const nameLayers = named.flatMap(({side: {align, dx, dy}, points: values}) => [{stroke: '#ffffff', strokeWidth: 3}, {}].map((edge) => ({
    data: {values}, mark: {type: 'text', align, baseline: 'middle', dx, dy, fontWeight: 700, clip: true, ...edge},
    encoding: {...position, text: {field: 'text'}},
  })));
  return {
    width: width - 4, height, autosize: {type: 'pad', contains: 'padding'}, padding: 0,
    projection: view,
    layer: [
      {data: {values: map, format: {type: 'topojson', feature: 'kreise'}}, mark: {type: 'geoshape', fill: colours.land, stroke: '#c9c4b7', strokeWidth: 0.6, clip: true}},
      ...(routes.length ? [{data: {values: routes}, mark: {type: 'rule', opacity: places.state.get('lines') === 'links' ? 0.8 : 0.45, clip: true}, encoding: {
        ...position, longitude2: {field: 'lon2'}, latitude2: {field: 'lat2'}, tooltip: {field: 'tip'},
        strokeWidth: {field: 'need', type: 'quantitative', scale: {type: 'sqrt', range: [0.8, 4], zero: true}, legend: null},
        strokeDash: {field: 'over', type: 'nominal', scale: {domain: [0, 1], range: [[1, 0], [5, 3]]}, legend: null},
        color: {condition: {test: 'datum.over === 1', value: colours.warning}, value: '#6d7783'}}}] : []),
      {data: {values: known}, mark: {type: 'circle', stroke: colours.ink, strokeWidth: 0.6, opacity: 0.92, clip: true}, encoding: {
        ...position, tooltip: {field: 'tip'},
        size: {field: 'v', type: 'quantitative', scale: {type: 'sqrt', range: [6, many ? 220 : 500], zero: true}, legend},
        color: {field: 'v', type: 'quantitative', scale: colourOf(metric), legend}}},
      {data: {values: points.filter(({v}) => v === null)}, mark: {type: 'point', size: 14, color: colours.soft, clip: true}, encoding: {...position, tooltip: {field: 'tip'}}},
      {data: {values: centers}, mark: {type: 'point', shape: 'diamond', filled: true, size: width > 560 ? 150 : 90, color: '#b3541e', stroke: '#ffffff', strokeWidth: 1.2, opacity: 1, clip: true},
       encoding: {...position, tooltip: {field: 'tip'}}},
      ...nameLayers,
    ],
  };
}

function sentence(places) {
  const metric = places.metric();
  const {unit} = shown(metric);
  const known = places.administrations().filter(({v}) => v !== null).sort((a, b) => b.v - a.v);
  const shared = {year: places.year(), figure: label(metric), centers: num(places.centers().length), all: num(places.administrations().length)};
  return known.length === 0 ? t('map.no-value', shared) : t('map.sentence', {
    ...shared, high: withUnit(known[0].v, unit), name: short(known[0].name, 40), low: withUnit(known.at(-1).v, unit),
  });
}

function table(places) {
  const figures = places.section.figures.filter(({name}) => name !== 'main_center');
  return {
    columns: [{title: t('word.administration'), kind: 'head'}, ...figures.map((metric) => ({title: labelWithUnit(metric), kind: 'number'})),
              {title: t('map.main-center'), kind: 'text'}],
    rows: places.administrations().map(({i, name}) => [name, ...figures.map((metric) => scaled(places.read(metric.name, i) ?? null, shown(metric).factor)),
                                                       places.mainCenter(i)?.name ?? t('map.own-room')]),
  };
}

export const map = {
  id: 'map',
  needs: ['map'],
  title: () => t('title.map'),
  draw(context) {
    const {state} = context;
    const places = new Places(context);
    const figures = places.section.figures.filter(({name}) => name !== 'main_center');
    if (!state.get('figure')) state.set('figure', 'servers');
    if (!state.get('lines')) state.set('lines', places.section.administrations.name.length > 60 ? 'assignments' : 'links');
    const options = (keys) => keys.map((value) => ({value, label: t(`map.lines-${value}`)}));
    return figure(context, {
      id: 'map-figure', title: () => t('map.title', {figure: label(places.metric()), year: places.year()}), uses: ['variant', 'year', 'figure', 'lines'],
      controls: [variantControl(context), yearControl(context, places.section.years),
                 {kind: 'select', key: 'figure', label: t('word.figure'), options: figures.map((metric) => ({value: metric.name, label: labelWithUnit(metric)}))},
                 {kind: 'select', key: 'lines', label: t('map.lines'), options: options(['links', 'assignments', 'none'])}],
      sentence: () => sentence(places),
      chart: (width) => spec(places, context.map, width),
      note: () => [t('map.note'), places.section.links.synthetic ? t('map.synthetic') : '', places.section.all_years ? '' : t('map.milestones')].join(' ').trim(),
      table: () => table(places),
    });
  },
};
