/* global document, getComputedStyle, NodeFilter, Image */
/** What a page looks like, in numbers. Runs in the browser. */

/** Beside, over, cut off, broken: each a list of the text in question. */
function measure(longestLine) {
  const blocks = [...document.querySelectorAll('h1, h2, h3, li, p, th, td, .label div, .box')];
  const placed = blocks
    .map((block) => ({ block, name: (block.textContent ?? '').trim(), rects: rectsOf(block) }))
    .filter(({ rects }) => rects.length > 0);
  const width = document.documentElement.clientWidth;
  return {
    outside: placed
      .filter(({ rects }) => rects.some(({ left, right }) => left < -0.5 || right > width + 0.5))
      .map(({ name }) => name),
    overlaps: placed.flatMap((one, i) =>
      placed
        .slice(i + 1)
        .filter(({ block }) => !one.block.contains(block))
        .filter(({ rects }) => one.rects.some((a) => rects.some((b) => overlap(a, b))))
        .map((other) => [one.name, other.name]),
    ),
    clipped: [...document.querySelectorAll('body *')]
      .filter((element) => getComputedStyle(element).overflow !== 'visible')
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.textContent ?? ''),
    broken: placed
      .filter(({ block }) => block.matches('table:not(.lights) td'))
      .filter(({ name, rects }) => name.length <= longestLine && linesOf(rects) > 1)
      .map(({ name }) => name),
    smallestFont: Math.min(
      ...placed.map(({ block }) => parseFloat(getComputedStyle(block).fontSize)),
    ),
  };

  /** Of the text alone: a box may be larger than what it holds. */
  function rectsOf(block) {
    const range = document.createRange();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const rects = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if ((node.textContent ?? '').trim() === '') continue;
      // Raised: it stands in the space between two lines.
      if (node.parentElement?.closest('sup')) continue;
      range.selectNodeContents(node);
      rects.push(...range.getClientRects());
    }
    return rects.filter((rect) => rect.width > 0);
  }

  function linesOf(rects) {
    return new Set(rects.map(({ top }) => Math.round(top))).size;
  }

  /** Lines of text are boxes that are higher than their letters: a quarter of a line may be shared. */
  function overlap(a, b) {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return across > 1 && down > Math.min(a.height, b.height) / 4;
  }
}

/** Whether each of size × size squares of a picture is dark in its middle. */
async function darkAt(png, size) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const middle = (i, whole) => Math.floor(((i + 0.5) * whole) / size);
  const each = Array.from({ length: size }, (_, i) => i);
  return each.map((y) =>
    each.map((x) => {
      const [red] = context.getImageData(
        middle(x, image.width),
        middle(y, image.height),
        1,
        1,
      ).data;
      return red < 128;
    }),
  );
}

globalThis.looks = { measure, darkAt };
