// When all pictures are taken: one page that shows them, a state a row.

import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { folder } from './folder.ts'
import { deadSelectors } from './selectors.ts'

// Whoever asks for some of them (npm run shots -- -t 'five cards') keeps the others.
const someOnly = process.argv.includes('-t')

export function setup(): void {
  if (!someOnly) rmSync(folder, { recursive: true, force: true })
}

export function teardown(): void {
  const pictures = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.png'),
  )
  const states = Map.groupBy(pictures.sort(), (file) => file.slice(0, file.lastIndexOf('.', file.length - 5)))
  const rows = [...states].map(([state, files]) => {
    const figures = files.map((file) => {
      const look = file.slice(state.length + 1, -'.png'.length)
      return `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${state}, ${look}"></a><figcaption>${look}</figcaption></figure>`
    })
    return `<section><h2>${state}</h2><div>${figures.join('')}</div></section>`
  })
  writeFileSync(`${folder}index.html`, sheet(rows.join('\n')))
  if (!someOnly) for (const selector of deadSelectors()) console.log(`matches nothing: ${selector}`)
  console.log(`${pictures.length} pictures of ${states.size} states: shots/index.html`)
}

// File names are ours and hold nothing to escape.
function sheet(rows: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Every page and state</title>
<style>
body { margin: 2rem; font: 0.875rem/1.5 system-ui, sans-serif; }
h2 { margin: 2rem 0 0.5rem; font-size: 1rem; }
div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
figure { margin: 0; }
img { block-size: 16rem; border: 1px solid #ddd; }
</style>
</head>
<body>
<h1>Every page and state</h1>
${rows}
</body>
</html>
`
}
