import { type Content, type Html, html } from './html.ts'
import type { Language } from './words/language.ts'

interface Page {
  language: Language
  title: string
  styles: ('pages' | 'form' | 'frame' | 'control')[]
  /** Paths under the browser folder. */
  scripts?: string[]
  kind: string
  /** Who opened the page in a frame, for its scripts. */
  opener?: Opener | undefined
  body: Content
}

export interface Opener {
  channel: string
  origin: string
}

export function document({ language, title, styles, scripts = [], kind, opener, body }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/sandbox/assets/marks/sandbox.svg">
${styles.map(stylesheet)}${scripts.map(script)}</head>
<body class="${kind}"${opener && attributes(opener)}>
${body}
</body>
</html>
`.html
}

function stylesheet(name: string): Html {
  return html`<link rel="stylesheet" href="/sandbox/assets/styles/${name}.css">
`
}

function script(path: string): Html {
  return html`<script type="module" src="/sandbox/assets/browser/${path}"></script>
`
}

function attributes({ channel, origin }: Opener): Html {
  return html` data-channel="${channel}" data-origin="${origin}"`
}
