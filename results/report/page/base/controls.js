/// Selects and sliders that set the shared state.

import {el} from './dom.js';
import {short, t} from './text.js';

/// A control: {kind: 'select' | 'slider', key, label, options: [{value, label}]}.
function select(context, {key, label, options}) {
  const choose = el('select', {onchange: () => context.state.set(key, read(choose.value)), 'data-control': key});
  const read = (text) => options.find(({value}) => String(value) === text).value;
  choose.append(...options.map((option) => el('option', {value: option.value}, short(option.label, 70))));
  const follow = () => { choose.value = String(context.state.get(key)); };
  context.state.on([key], follow);
  follow();
  return el('label', {}, label, choose);
}

function slider(context, {key, label, options}) {
  const at = () => Math.max(0, options.findIndex(({value}) => value === context.state.get(key)));
  const output = el('output');
  const range = el('input', {
    type: 'range', min: 0, max: options.length - 1, step: 1, 'data-control': key,
    oninput: () => context.state.set(key, options[Number(range.value)].value),
  });
  const follow = () => {
    range.value = String(at());
    output.textContent = options[at()].label;
    range.setAttribute('aria-valuetext', options[at()].label);
  };
  context.state.on([key], follow);
  follow();
  return el('label', {class: 'slider'}, el('span', {}, `${label} `, output), range);
}

export function controls(context, wanted) {
  const shownOnes = wanted.filter(({options}) => options.length > 1);
  return shownOnes.length === 0 ? null
    : el('div', {class: 'controls'}, shownOnes.map((one) => (one.kind === 'slider' ? slider : select)(context, one)));
}

/// What is chosen, in words, for print.
export const spoken = (context, wanted) => wanted.filter(({options}) => options.length > 0).map(({key, label, options}) => {
  const chosen = options.find(({value}) => value === context.state.get(key)) ?? options[0];
  return `${label}: ${short(chosen.label, 70)}`;
}).join(' · ');

export const variantControl = ({data}) => ({
  kind: 'select', key: 'variant', label: t('control.variant'),
  options: data.variants.map(({id, title}, value) => ({value, label: title ? `${id} – ${title}` : id})),
});
export const yearControl = ({data}, numbers = data.years.map((_, i) => i)) => ({
  kind: 'slider', key: 'year', label: t('control.year'), options: numbers.map((value) => ({value, label: String(data.years[value])})),
});
