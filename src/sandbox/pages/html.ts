// HTML that escapes whatever is put into it, unless that is HTML already.
export interface Html {
  readonly html: string
}

export type Content = Html | string | number | undefined | null | false | readonly Content[]

export function html(strings: TemplateStringsArray, ...contents: Content[]): Html {
  return { html: String.raw({ raw: strings }, ...contents.map(written)) }
}

function written(content: Content): string {
  if (content === undefined || content === null || content === false) return ''
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content))
  return 'html' in content ? content.html : content.map(written).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
