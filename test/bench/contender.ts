// One contender in a process of its own: it says where it listens, then answers until it is ended.
//   contender.ts guichet DATABASE [WAY TO COMPRESS] | express FILE | http FILE

import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { paths } from '../../src/web/paths.ts'
import { withFiveCards } from '../support/main-pages.ts'
import { openDesk } from '../support/running-desk.ts'
import { ways } from './encodings.ts'

const [name, file = '', way] = process.argv.slice(2)

process.on('message', () => process.send?.(process.cpuUsage()))
if (name === 'guichet') await guichet()
else if (name === 'express') listen(createServer(bareExpress(readFileSync(file))))
else listen(bareHttp(readFileSync(file)))

/** Alice of Atelier Lumière, signed in, with five cards. */
async function guichet(): Promise<void> {
  const encoding = way === undefined ? undefined : ways[way]
  const encodings = way === undefined ? undefined : encoding ? [encoding] : []
  const desk = await openDesk({ databaseUrl: `file:${file}`, ...(encodings && { encodings }) })
  const cookie = await withFiveCards(desk)
  say({ url: desk.url + paths.paymentMethods, cookie })
}

function bareExpress(page: Buffer) {
  const app = express().disable('x-powered-by').disable('etag')
  app.get('/', (_request, response) => {
    response.type('html').send(page)
  })
  return app
}

function bareHttp(page: Buffer): Server {
  return createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': page.length })
    response.end(page)
  })
}

function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    say({ url: `http://localhost:${(server.address() as AddressInfo).port}/`, cookie: '' })
  })
}

function say(where: { url: string; cookie: string }): void {
  console.log(JSON.stringify(where))
}
