// The page of a bank that asks nobody: whoever tests chooses its answer.
import { document, type Opener } from './document.ts'
import { type Content, type Html, html } from './html.ts'
import { type Language, words } from './words/language.ts'

export function questionPage(language: Language, action: string, opener: Opener | undefined): string {
  const { title, honest, explain, pass, fail } = words[language].threeDSecure
  const body = html`<p class="notice">${honest}</p>
<p>${explain}</p>
<form method="post" action="${action}" class="answers">
<button type="submit" name="answer" value="passed" class="primary">${pass}</button>
<button type="submit" name="answer" value="failed" id="refuse">${fail}</button>
</form>`
  return bankPage(language, title, body, opener, 'three-d-secure/question.js')
}

export function answeredPage(language: Language, opener: Opener | undefined): string {
  const { done, doneExplain } = words[language].threeDSecure
  return bankPage(language, done, html`<p>${doneExplain}</p>`, opener, 'three-d-secure/answered.js')
}

export function noQuestionPage(language: Language, opener: Opener | undefined): string {
  const { none, noneExplain } = words[language].threeDSecure
  return bankPage(language, none, html`<p>${noneExplain}</p>`, opener, 'three-d-secure/answered.js')
}

function bankPage(
  language: Language,
  title: string,
  content: Content,
  opener: Opener | undefined,
  script: string,
): string {
  const body: Html = html`<main class="bank">
<img class="seal" src="/sandbox/assets/marks/sandbox.svg" alt="" width="32" height="32">
<h1 tabindex="-1">${title}</h1>
${content}
</main>`
  const scripts = opener ? [script] : []
  return document({
    language,
    title,
    styles: ['pages', 'form'],
    scripts,
    kind: opener ? 'bank-frame' : 'bank-page',
    opener,
    body,
  })
}
