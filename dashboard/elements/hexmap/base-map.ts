import { Map as MapLibre, type MapOptions, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { View } from '#dashboard/map/address.ts';
import type { Room } from '#dashboard/map/room.ts';
import type { Box } from '#dashboard/map/window.ts';
import { makeRoom } from './camera.ts';

// Vite does not find MapLibre's worker by itself: without this the map stays blank and says nothing.
setWorkerUrl(workerUrl);

/** Opens the base map, at a view or fitted to a box with a margin; arrow keys are left to whoever moves between hexagons. */
export function openBaseMap(
  container: HTMLElement,
  style: Exclude<MapOptions['style'], undefined>,
  { view, box, room, margin }: { view: View | undefined; box: Box; room: Room; margin: Room },
): MapLibre {
  const padding = {
    top: room.top + margin.top,
    right: room.right + margin.right,
    bottom: room.bottom + margin.bottom,
    left: room.left + margin.left,
  };
  const map = new MapLibre({
    container,
    style,
    bounds: [...box] as [number, number, number, number],
    fitBoundsOptions: { padding },
    minZoom: 6,
    maxZoom: 19,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    keyboard: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    refreshExpiredTiles: false,
  });
  map.touchZoomRotate.disableRotation();
  if (view) map.jumpTo({ center: [view.longitude, view.latitude], zoom: view.zoom, padding: room });
  else makeRoom(map, room);
  return map;
}
