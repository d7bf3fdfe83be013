// The bank's question about a card to be saved, or to be charged.
import { type Request, type Response, Router, urlencoded } from 'express'
import { protectQuestion } from './headers.ts'
import { openerOf } from './opener.ts'
import { answeredPage, noQuestionPage, questionPage } from './three-d-secure.ts'
import { type Language, languageFrom } from './words/language.ts'

export interface Questions {
  isOpen(intent: string): boolean
  /** Undefined where no question is open. */
  answer(intent: string, answer: 'passed' | 'failed'): object | undefined
  /** Where the cardholder goes then, if they are sent anywhere. */
  returnAddress(intent: string): string | undefined
}

export function threeDSecureRoutes(questions: Questions): Router {
  const router = Router()
  router.get('/sandbox/3ds/:id', (request, response) => ask(questions, request, response))
  router.post('/sandbox/3ds/:id', urlencoded({ extended: false, limit: '4kb' }), (request, response) =>
    settle(questions, request, response),
  )
  return router
}

function ask(questions: Questions, request: Request<{ id: string }>, response: Response): void {
  const [language, opener] = [languageOf(request), openerOf(request)]
  protectQuestion(response)
  if (questions.isOpen(request.params.id)) {
    response.send(questionPage(language, request.originalUrl, opener))
  } else response.status(404).send(noQuestionPage(language, opener))
}

function settle(questions: Questions, request: Request<{ id: string }>, response: Response): void {
  const { id } = request.params
  const [language, opener] = [languageOf(request), openerOf(request)]
  const settled = questions.answer(id, request.body?.answer === 'passed' ? 'passed' : 'failed')
  const next = questions.returnAddress(id)
  protectQuestion(response)
  if (opener) response.send(answeredPage(language, opener))
  else if (next) response.redirect(303, next)
  else
    response.status(settled ? 200 : 404).send((settled ? answeredPage : noQuestionPage)(language, undefined))
}

function languageOf(request: Request<{ id: string }>): Language {
  return languageFrom(request.query.locale, () => request.acceptsLanguages('en', 'fr'))
}
