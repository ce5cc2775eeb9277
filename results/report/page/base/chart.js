/// Draws a Vega-Lite chart as SVG.  Expressions are interpreted (AST), never compiled: the page allows no eval.

import {parse, View, Warn} from 'vega';
import {expressionInterpreter} from 'vega-interpreter';
import {compile} from 'vega-lite';

import {hideBubble, showBubble} from './bubble.js';
import * as colours from './colours.js';
import {chartLocale} from './text.js';

const font = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif';

const theme = {
  background: null,
  font,
  view: {stroke: null},
  aria: false,  // the sentence and the table speak for the chart
  axis: {
    labelColor: colours.soft, titleColor: colours.soft, labelFontSize: 11.5, titleFontSize: 11.5, titleFontWeight: 400,
    gridColor: colours.line, domainColor: colours.soft, tickColor: colours.line, labelLimit: 160, titleAnchor: 'start',
  },
  axisY: {titleAngle: 0, titleAlign: 'left', titleX: 0, titleY: -8, titleBaseline: 'bottom', domain: false, ticks: false},
  axisX: {grid: false, labelFlush: false},
  header: {labelColor: colours.ink, labelFontSize: 12, title: null},
  legend: {labelColor: colours.ink, titleColor: colours.soft, labelFontSize: 11.5, titleFontSize: 11.5, titleFontWeight: 400},
  line: {strokeWidth: 2.2},
  text: {color: colours.ink, fontSize: 11.5},
};

/// Replaces the chart in `container`, which `description` says in words; `spec(width)` gives the Vega-Lite specification without width.
export function draw(container, spec, description) {
  const width = Math.max(240, Math.floor(container.clientWidth || 640));
  const full = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json', width,
    autosize: {type: 'fit-x', contains: 'padding'}, padding: {left: 2, right: 8, top: 4, bottom: 2}, ...spec(width),
  };
  const runtime = parse(compile(full, {config: theme, logger: quiet}).spec, null, {ast: true});
  container.view?.finalize();
  const view = new View(runtime, {
    expr: expressionInterpreter, renderer: 'svg', container, hover: true, logLevel: Warn, locale: chartLocale(),
    loader: nothingToLoad, tooltip: (handler, event, item, value) => (value ? showBubble(event, value) : hideBubble()),
  });
  container.view = view;
  view.run();
  container.setAttribute('role', 'img');  // Vega writes its own
  container.setAttribute('aria-label', description);
}

/// The page loads nothing: a specification that asks for it is a mistake.
const nothingToLoad = {
  load: () => Promise.reject(new Error('charts load nothing')),
  sanitize: () => Promise.reject(new Error('charts have no links')),
};

const complain = (...texts) => { throw new Error(texts.join(' ')); };
const quiet = {
  level: () => quiet, error: complain, warn: (...texts) => { console.warn(...texts); return quiet; },
  info: () => quiet, debug: () => quiet,
};
