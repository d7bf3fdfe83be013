import { type Request, type Response, Router, urlencoded } from 'express'
import type { SetupFlow } from '../setup-flow.ts'
import { protectQuestion } from './headers.ts'
import { openerOf } from './opener.ts'
import { answeredPage, noQuestionPage, questionPage } from './three-d-secure.ts'
import { type Language, languageFrom } from './words/language.ts'

export function threeDSecureRoutes(flow: SetupFlow): Router {
  const router = Router()
  router.get('/sandbox/3ds/:id', (request, response) => ask(flow, request, response))
  router.post('/sandbox/3ds/:id', urlencoded({ extended: false, limit: '4kb' }), (request, response) =>
    settle(flow, request, response),
  )
  return router
}

function ask(flow: SetupFlow, request: Request<{ id: string }>, response: Response): void {
  const { id } = request.params
  const [language, opener] = [languageOf(request), openerOf(request)]
  protectQuestion(response)
  if (flow.setupIntent(id)?.status !== 'requires_action') {
    response.status(404).send(noQuestionPage(language, opener))
  } else response.send(questionPage(language, request.originalUrl, opener))
}

function settle(flow: SetupFlow, request: Request<{ id: string }>, response: Response): void {
  const { id } = request.params
  const [language, opener] = [languageOf(request), openerOf(request)]
  const answer = request.body?.answer === 'passed' ? 'passed' : 'failed'
  const settled = flow.settleAuthentication(id, answer)
  const next = flow.returnAddress(id)
  protectQuestion(response)
  if (opener) response.send(answeredPage(language, opener))
  else if (next) response.redirect(303, next)
  else
    response.status(settled ? 200 : 404).send((settled ? answeredPage : noQuestionPage)(language, undefined))
}

function languageOf(request: Request<{ id: string }>): Language {
  return languageFrom(request.query.locale, () => request.acceptsLanguages('en', 'fr'))
}
