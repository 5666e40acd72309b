import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

const fonts = join(dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json')), 'dist/fonts/Titillium_Web');
const fontFiles = ['regular', '600'].map((weight) => join(fonts, `titillium-web-v10-latin-ext_latin-${weight}.ttf`));
/** The semi-bold cut is a family of its own in its file. */
const semiBold = 'font-family="Titillium Web SemiBold" font-weight="600"';
/** Pixels for each unit: sharp on a dense screen, and printed on half a page. */
const zoom = 2;

/** An SVG file as PNG, with the font of the site. */
export async function pngOf(drawing: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(drawing.replaceAll('font-weight="600"', semiBold), {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Titillium Web' },
  });
  return Uint8Array.from(image.asPng());
}
