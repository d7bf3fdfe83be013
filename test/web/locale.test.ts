import express from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/company/company.ts'
import { asLanguage, inLanguage, languageOf, rememberLanguage } from '../../src/web/locale.ts'

interface Asking {
  query?: string
  cookie?: string
  accepts?: string
  own?: Language | null
}

function ask({ query = '', cookie, accepts, own = null }: Asking): request.Test {
  const app = express()
  app.get('/', (incoming, response) => {
    rememberLanguage(incoming, response, false)
    response.json(languageOf(incoming, own))
  })
  const asking = request(app).get(`/${query}`)
  if (cookie) asking.set('Cookie', cookie)
  return accepts ? asking.set('Accept-Language', accepts) : asking
}

describe('The language of an answer', () => {
  const cases: readonly [string, Asking, Language][] = [
    ['English where nothing is known', {}, 'en'],
    ['the one that the browser likes best', { accepts: 'fr-CA,fr;q=0.9,en;q=0.8' }, 'fr'],
    ['the next best that we speak', { accepts: 'de, fr;q=0.5, en;q=0.4' }, 'fr'],
    ['English for a browser that speaks neither', { accepts: 'de' }, 'en'],
    ["the member's own over the browser's", { own: 'fr', accepts: 'en' }, 'fr'],
    ["the switch's, which is kept, over the member's", { cookie: 'a=b; lang=en', own: 'fr' }, 'en'],
    [
      'the one that this host alone can have set, over another',
      { cookie: 'lang=en; __Host-lang=fr', own: 'en' },
      'fr',
    ],
    ['the one just chosen over the one kept', { query: '?lang=fr', cookie: 'lang=en' }, 'fr'],
    ['not one that we do not speak', { query: '?lang=de', cookie: 'lang=de', own: 'fr' }, 'fr'],
    ['not one from a cookie of a longer name', { cookie: 'xlang=fr; lang=french' }, 'en'],
    ['not one that was asked for twice', { query: '?lang=fr&lang=fr' }, 'en'],
  ]
  it.each(cases)('is %s', async (_which, asking, language) => {
    expect((await ask(asking)).body).toBe(language)
  })

  it('is remembered when it was chosen, and only then', async () => {
    const [chosen, guessed] = [await ask({ query: '?lang=fr' }), await ask({ accepts: 'fr' })]
    expect(chosen.headers['set-cookie']?.[0]).toMatch(
      /^lang=fr; Max-Age=31536000; Path=\/;.*HttpOnly; SameSite=Lax$/,
    )
    expect(guessed.headers['set-cookie']).toBeUndefined()
  })
})

it('Only the languages that we speak are languages', () => {
  expect(['fr', 'en', 'FR', 'de', '', null, ['fr']].map(asLanguage)).toEqual([
    'fr',
    'en',
    ...Array.from({ length: 5 }, () => undefined),
  ])
})

it('The same address in another language keeps its other parameters', () => {
  expect(inLanguage('/settings?look=3&lang=en', 'fr')).toBe('/settings?look=3&lang=fr')
  expect(inLanguage('/', 'en')).toBe('/?lang=en')
  expect(inLanguage('//', 'en')).toBe('/?lang=en')
  expect(inLanguage('/a//../..//evil.example', 'fr')).toBe('/?lang=fr')
  expect(inLanguage('//evil.example/settings', 'fr')).toBe('/?lang=fr')
})
