// The page in the Payment Element's frame: inputs, and nothing that a form could submit.
import { Router } from 'express'
import { countryOptions } from './country-options.ts'
import { document } from './document.ts'
import { protectFrame } from './headers.ts'
import { type Content, type Html, html } from './html.ts'
import { type Language, languageFrom, words } from './words/language.ts'

export function elementFrameRoutes(): Router {
  const router = Router()
  router.get('/elements/payment', (request, response) => {
    const language = languageFrom(request.query.locale, () => request.acceptsLanguages('en', 'fr'))
    protectFrame(response)
    response.send(elementFrame(language))
  })
  return router
}

function elementFrame(language: Language): string {
  const { card } = words[language]
  const body = html`<main>
<div class="fields" role="group" aria-label="${card.frame}">
${numberField(language)}
${networkField(language)}
<div class="pair">
${field('expiry', card.expiry, input('expiry', 'cc-exp', html`inputmode="numeric" placeholder="${card.expiryShape}"`))}
${codeField(language)}
</div>
${field('name', card.name, input('name', 'cc-name'), html` hidden`)}
${field('email', card.email, input('email', 'email', html`inputmode="email"`), html` hidden`)}
${field('phone', card.phone, input('phone', 'tel', html`inputmode="tel"`), html` hidden`)}
<div class="pair">
${field('country', card.country, countryChoice(language))}
${field('postalCode', card.postalCode, input('postalCode', 'postal-code'))}
</div>
</div>
</main>`
  return document({
    language,
    title: card.frame,
    styles: ['frame'],
    scripts: ['frame/element.js'],
    kind: 'element',
    body,
  })
}

function numberField(language: Language): Html {
  const marks = html`<span class="brand"><span id="brand" class="word" role="status"></span><img id="brand-mark" class="mark" src="/sandbox/assets/marks/visa.svg" alt="" hidden></span>`
  const control = input('number', 'cc-number', html`inputmode="numeric" placeholder="1234 1234 1234 1234"`)
  return field('number', words[language].card.number, html`<div class="adorned">${control}${marks}</div>`)
}

function codeField(language: Language): Html {
  const { code, codeBack, codeFront } = words[language].card
  const control = input(
    'cvc',
    'cc-csc',
    html`inputmode="numeric" placeholder="CVC" maxlength="4"`,
    'Field-cvcHint ',
  )
  const picture = html`<img id="code-picture" class="picture" src="/sandbox/assets/marks/code-back.svg" alt="" width="36" height="24">`
  const hint = html`<p class="hint" id="Field-cvcHint" data-back="${codeBack}" data-front="${codeFront}">${codeBack}</p>`
  return field('cvc', code, html`<div class="adorned">${control}${picture}</div>${hint}`)
}

function networkField(language: Language): Html {
  const { network, networkHint } = words[language].card
  const control = html`<select id="Field-networkInput" name="network" aria-describedby="Field-networkHint"></select>
<p class="hint" id="Field-networkHint">${networkHint}</p>`
  return field('network', network, control, html` id="network" hidden`)
}

function countryChoice(language: Language): Html {
  return html`<select id="Field-countryInput" name="country" autocomplete="country">${countryOptions(language)}</select>`
}

function field(name: string, label: string, control: Content, attributes?: Html): Html {
  return html`<div class="field"${attributes}>
<label for="Field-${name}Input">${label}</label>
${control}
<p class="fault" id="Field-${name}Error" role="alert"></p>
</div>`
}

function input(name: string, autocomplete: string, attributes?: Html, describedBy = ''): Html {
  return html`<input id="Field-${name}Input" name="${name}" type="text" autocomplete="${autocomplete}" ${attributes} spellcheck="false" aria-describedby="${describedBy}Field-${name}Error">`
}
