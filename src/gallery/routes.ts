// The gallery in a browser, for those who write pages: /gallery lists the states, each has an address of its own.

import { Router } from 'express'
import type { Language } from '../company/company.ts'
import { dated } from '../web/dated.ts'
import type { Doors } from '../web/doors.ts'
import { answerError } from '../web/errors.ts'
import { paths } from '../web/paths.ts'
import { answerFragment, answerLetter, type Site } from '../web/site.ts'
import type { ViewName, Views } from '../web/views.ts'
import { words } from '../words/words.ts'
import { frame } from './frame.ts'
import { gallery } from './gallery.ts'

interface Exhibit {
  readonly name: ViewName
  readonly state: string
  readonly html: (language: Language) => string
}

export function galleryRoutes(site: Site, { anyone }: Doors): Router {
  const routes = Router()
  const exhibits = (Object.keys(gallery) as ViewName[]).flatMap((name) => exhibitsOf(site, name))

  routes.get(
    '/',
    anyone((visit) => answerFragment(visit, inFrame(site, visit.language, 'Gallery', index(exhibits)))),
  )

  routes.get(
    '/:at',
    anyone((visit) => {
      const exhibit = exhibits[Number(visit.request.params.at)]
      if (!exhibit) return answerError(site, visit, 'notFound')
      const html = addressed(site, exhibits, exhibit.html(visit.language))
      if (exhibit.name === 'layout') return answerFragment(visit, html)
      if (exhibit.name === 'mail/delivery') site.headers.withLetter(visit.request, visit.response, () => {})
      if (exhibit.name === 'mail/letter') return answerLetter(site, visit, html)
      const title = `${exhibit.name}, ${exhibit.state}`
      return answerFragment(visit, inFrame(site, visit.language, title, onItsOwn(exhibit, html)))
    }),
  )

  return routes
}

// In the examples, assets go by their plain names, the script for Stripe's form has no form, and the letter in a frame is
// nobody's.
function addressed(site: Site, exhibits: readonly Exhibit[], html: string): string {
  const letter = exhibits.findIndex(({ name }) => name === 'mail/letter')
  return html
    .replace('<script src="/assets/add-card.js" defer></script>', '')
    .replace(/"\/assets\/([\w-]+\.(?:css|js|svg))"/g, (_, name: string) => `"${site.assets.path(name)}"`)
    .replace(/src="\/sandbox\/mail\/[^"]+"/, `src="${paths.gallery}/${letter}"`)
}

function exhibitsOf<N extends ViewName>(site: Site, name: N): Exhibit[] {
  const states: Readonly<Record<string, (language: Language) => Views[N]>> = gallery[name]
  return Object.entries(states).map(([state, view]) => ({
    name,
    state,
    html: (language) => site.render.fragment(language, name, view(language)),
  }))
}

// A part of a page stands under its own name, a row of a list in a list, and a letter as plain text as it is written.
function onItsOwn({ name, state }: Exhibit, html: string): string {
  const heading = `<h1>${dated('en', `${name}, ${state}`, String)}</h1>`
  if (name === 'mail/letter-text') {
    const text = html.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    return `${heading}<div class="delivery"><pre>${text}</pre></div>`
  }
  if (!name.includes('/_') || html.includes('<h1')) return html
  const list = html.startsWith('<li class="card"') ? 'rows cards' : 'rows'
  return heading + (html.startsWith('<li') ? `<ul class="${list}">${html}</ul>` : html)
}

function inFrame(site: Site, language: Language, title: string, body: string): string {
  const asset = site.assets.path
  const assets = {
    css: asset('app.css'),
    icon: asset('icon.svg'),
    scripts: [asset('htmx.js'), asset('app.js')],
  }
  // As on the pages themselves: what was done, or went wrong, is said first.
  const [, done] = /class="banner done".*?<p>(.*?)<\/p>/.exec(body) ?? []
  const failed = body.includes('class="banner error"')
  const said = failed
    ? words[language].errorTitle(title)
    : done === undefined
      ? title
      : `${done.replace(/<[^>]*>/g, '')} – ${title}`
  // A menu of who is signed in is not shown beside another.
  const alone = body.includes('id="user-menu"') ? { user: null } : {}
  const page = frame(language, { title: said, assets, body, ...alone })
  return site.render.fragment(language, 'layout', { frame: page })
}

// Names and states are ours, and hold nothing to escape.
function index(exhibits: readonly Exhibit[]): string {
  const items = exhibits.map(
    ({ name, state }, at) =>
      `<li><a href="${paths.gallery}/${at}">${dated('en', `${name}, ${state}`, String)}</a></li>`,
  )
  return `<h1>Gallery</h1><ul class="guides">${items.join('')}</ul>`
}
