import type { Ids, Stage } from '../support/matrix/stage.ts'
import { routesOf } from '../support/routes.ts'
import { parameterNames } from './names.ts'
import type { Known } from './request.ts'

/** What there is to ask for on this stage. */
export function knownOf(stage: Stage): Known {
  const ids = Object.values(stage)
    .filter(isIds)
    .flatMap(({ ours, theirs }) => [ours, theirs])
  return { routes: routesOf(stage.desk.app), names: parameterNames(), ids }
}

function isIds(value: Stage[keyof Stage]): value is Ids {
  return typeof value === 'object' && 'missing' in value
}
