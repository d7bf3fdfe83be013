// All 62, by their numbers.

import { actions } from './actions.ts'
import type { Assertions } from './assertion.ts'
import { data } from './data.ts'
import { everyPage } from './every-page.ts'
import { forms } from './forms.ts'
import { menus } from './menus.ts'

export const assertions: Assertions = { ...everyPage, ...menus, ...actions, ...forms, ...data }
