/** A QR code as an image within the page. */
import { create } from 'qrcode';
import { html, type Html } from './html';

/** Modules of white around it, which readers need. */
const QUIET = 4;

/** Its dark squares as the path of an SVG, in a square of so many units. */
export function qrCode(text: string): { readonly size: number; readonly path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const path = [...modules.data]
    .map((dark, i) =>
      dark ? `M${QUIET + (i % modules.size)} ${QUIET + Math.floor(i / modules.size)}h1v1h-1z` : '',
    )
    .join('');
  return { size: modules.size + 2 * QUIET, path };
}

export function qrImage(text: string, label: string): Html {
  const { size, path } = qrCode(text);
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`;
}
