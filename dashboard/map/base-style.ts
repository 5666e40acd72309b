import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** The greys of the base map, as CSS colours. */
export interface BaseColours {
  out: string;
  city: string;
  park: string;
  water: string;
  road: string;
  casing: string;
  street: string;
  rail: string;
  boundary: string;
}

/** Addresses of the GeoJSON it is drawn from. */
export interface BaseData {
  areas: string;
  streets: string;
}

/**
 * A plain base map of the municipality's own areas and streets: greys only, so that data is the only colour, and no names
 * (they are drawn above the hexagons). Streets carry `kind`: main, street, path, water, rail or park.
 */
export function baseStyle(colours: BaseColours, data: BaseData): StyleSpecification {
  return {
    version: 8,
    sources: {
      areas: { type: 'geojson', data: data.areas },
      streets: { type: 'geojson', data: data.streets, tolerance: 0.5 },
    },
    layers: [
      { id: 'out', type: 'background', paint: { 'background-color': colours.out } },
      ...ground(colours),
      ...ways(colours),
      ...edges(colours),
    ],
    transition: { duration: 0, delay: 0 },
  };
}

function ground({ city, park, water }: BaseColours): LayerSpecification[] {
  const surface = (id: string, colour: string): LayerSpecification => ({
    id,
    type: 'fill',
    source: 'streets',
    filter: ['all', ['==', ['get', 'kind'], id], ['==', ['geometry-type'], 'Polygon']],
    paint: { 'fill-color': colour },
  });
  return [
    { id: 'city', type: 'fill', source: 'areas', paint: { 'fill-color': city, 'fill-antialias': false } },
    surface('park', park),
    surface('water', water),
    line('river', ['water'], water, [11, 2.5, 14, 12, 17, 40]),
  ];
}

function ways({ road, casing, street, rail }: BaseColours): LayerSpecification[] {
  return [
    { ...line('paths', ['path'], street, [14, 0.5, 18, 3]), minzoom: 14 },
    { ...line('street-casing', ['street'], casing, [13, 1.8, 16, 8, 18, 19]), minzoom: 13 },
    line('streets', ['street'], street, [11, 0.4, 13, 1.4, 16, 6, 18, 16]),
    line('casing', ['main'], casing, [10, 1.6, 13, 5.4, 16, 13, 18, 28]),
    line('main', ['main'], road, [10, 1, 13, 3.8, 16, 10.5, 18, 24]),
    line('rail', ['rail'], rail, [10, 0.8, 14, 1.8, 17, 3], [4, 2.4]),
  ];
}

function edges({ boundary }: BaseColours): LayerSpecification[] {
  const paint = { 'line-color': boundary, 'line-width': 1.1, 'line-dasharray': [2, 3], 'line-opacity': 0.75 };
  return [{ id: 'boundaries', type: 'line', source: 'areas', layout: { 'line-join': 'round' }, paint }];
}

function line(id: string, kinds: string[], colour: string, widths: number[], dashes?: number[]): LayerSpecification {
  const width = ['interpolate', ['exponential', 1.5], ['zoom'], ...widths] as unknown as ExpressionSpecification;
  return {
    id,
    type: 'line',
    source: 'streets',
    filter: ['all', ['in', ['get', 'kind'], ['literal', kinds]], ['==', ['geometry-type'], 'LineString']],
    layout: { 'line-cap': dashes ? 'butt' : 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width, ...(dashes ? { 'line-dasharray': dashes } : {}) },
  };
}
