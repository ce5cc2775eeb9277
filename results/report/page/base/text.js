/// The page's words and numbers in the language chosen.

import deTexts from '../texts/de.js';
import enTexts from '../texts/en.js';
import deWords from '../../words/de.json';
import enWords from '../../words/en.json';

const languages = {de: deTexts, en: enTexts};
const words = {de: deWords, en: enWords};  // those of the terminal, too
let language = 'de';

export function setLanguage(name) {
  language = name in languages ? name : 'de';
  document.documentElement.lang = language;
}
export const currentLanguage = () => language;

/// The text of that key with {name} replaced by the values; a missing key is a mistake in the page.
export function t(key, values = {}) {
  const text = languages[language][key];
  if (text === undefined) throw new Error(`no text "${key}" in ${language}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/// The word that an id of the results stands for ("day", "winter-workday"); the id itself where there is none.
export function word(group, id) {
  const known = words[language][group];
  return known && Object.hasOwn(known, id) ? known[id] : id;
}

/// The text that the data brings in both languages ({de, en}).
export const said = (text) => (typeof text === 'string' ? text : text[language]);

const locale = () => (language === 'de' ? 'de-DE' : 'en-GB');
const formats = new Map();
function format(options) {
  const key = locale() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale(), options));
  return formats.get(key);
}

/// Whole numbers as they are, others with the four significant digits that the data has; a dash for none.
export function num(value, digits = 4) {
  if (value === 'inf') return '∞';
  if (!Number.isFinite(value)) return '–';
  const shown = Number.isInteger(value) && Math.abs(value) < 1e6 && digits === 4
    ? format({maximumFractionDigits: 0}) : format({maximumSignificantDigits: digits});
  return shown.format(value);
}
/// A number and its unit, which stay on one line.
export const withUnit = (value, unit, digits) => `${num(value, digits)}${unit && value !== null ? `\u00a0${unit}` : ''}`;
export const percent = (share) => (share === null || share === undefined ? '–' : `${num(100 * share, 3)} %`);

/// How a metric is shown: euros in millions, shares in percent.
export function shown(metric) {
  if (metric.unit === 'EUR') return {unit: t('unit.million-eur'), factor: 1e-6};
  if (metric.display === 'share') return {unit: '%', factor: 100};
  return {unit: metric.unit, factor: 1};
}
/// value * factor without the noise of binary fractions.
export const scaled = (value, factor) => (!Number.isFinite(value) ? value ?? null
  : factor === 1 ? value : Number((value * factor).toPrecision(6)));

/// The text as the beginning of a title or sentence.
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const label = (metric) => capital(said(metric));
export const labelWithUnit = (metric) => {
  const {unit} = shown(metric);
  return unit ? `${label(metric)} [${unit}]` : label(metric);
};

/// At most that many characters.
export const short = (text, length = 28) => {
  const letters = [...text];
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text;
};

/// "a, b und c".
export const list = (items) => new Intl.ListFormat(locale(), {type: 'conjunction'}).format(items);

/// Number format of chart axes.
export const chartLocale = () => ({
  number: language === 'de' ? {decimal: ',', thousands: '.', grouping: [3], currency: ['', ' €'], percent: ' %'}
    : {decimal: '.', thousands: ',', grouping: [3], currency: ['', ' €'], percent: ' %'},
});
