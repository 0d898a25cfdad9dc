/** From "Try it" on, where nothing is typed any more. */
export function triedOn(page: string): string {
  return textOf(page).split(/5(?:Try it|Pruébelo)/)[1] ?? '';
}

/** A sheet as a reader sees it. */
export function textOf(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
