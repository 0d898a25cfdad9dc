/** A document to print that needs nothing else: no script, no picture, nothing from elsewhere. */
import { Html, html } from './html';
import type { SheetLanguage } from './language';
import { STYLE } from './style';

interface Printed {
  readonly title: string;
  readonly language: SheetLanguage;
  /** Each begins on a new sheet of paper. */
  readonly pages: readonly Html[];
}

export function printed({ title, language, pages }: Printed): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${title}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        ${pages.map((page) => html`<article>${page}</article> `)}
      </body>
    </html> `.text;
}
