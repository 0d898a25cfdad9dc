/** A QR code as an image within the page. */
import { create } from 'qrcode';
import { html, type Html } from './html';

/** Modules of white around it, which readers need. */
const QUIET = 4;

export function qrImage(text: string, label: string): Html {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET;
  const path = [...modules.data]
    .map((dark, i) =>
      dark ? `M${QUIET + (i % modules.size)} ${QUIET + Math.floor(i / modules.size)}h1v1h-1z` : '',
    )
    .join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`;
}
