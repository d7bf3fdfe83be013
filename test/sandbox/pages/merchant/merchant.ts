// A merchant's site with as strict a policy as a merchant may have.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import express from 'express'

export interface Merchant {
  url: string
  close(): void
}

export async function openMerchant(sandbox: string): Promise<Merchant> {
  const script = await readFile(new URL('merchant.js', import.meta.url), 'utf8')
  const app = express()
  app.use((_request, response, next) => {
    response.set('Content-Security-Policy', policy(sandbox))
    next()
  })
  app.get('/merchant.js', (_request, response) => response.type('js').send(script))
  app.get('/merchant.css', (_request, response) => response.type('css').send(styles))
  app.get('/', (_request, response) => response.send(page(sandbox)))
  app.get('/return', (_request, response) => response.send('<!doctype html><title>Returned</title>'))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

const styles = `
:root { color-scheme: light dark }
body { margin: 16px; font-family: system-ui }
iframe:focus { outline: none }
`

function policy(sandbox: string): string {
  return (
    `default-src 'none'; script-src 'self' ${sandbox}; style-src 'self'; frame-src ${sandbox}; ` +
    `connect-src 'self' ${sandbox}; img-src 'self'`
  )
}

function page(sandbox: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Merchant</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/merchant.css"><link rel="icon" href="/merchant.css"></head>
<body><h1>Add a card</h1><div id="payment"></div>
<button id="add">Add card</button><p id="result" role="status"></p>
<script src="${sandbox}/stripe.js"></script><script src="/merchant.js"></script></body></html>`
}
