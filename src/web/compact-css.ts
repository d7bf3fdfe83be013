// Stylesheets without what browsers skip. Ours have no spaces in their strings beside braces, commas or semicolons.

export function compactCss(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/\b0\./g, '.')
    .replace(/;}/g, '}')
    .trim()
}
