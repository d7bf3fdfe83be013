// What is taken along, and what is asked before something is erased.

import { yourDataView } from '../company/pages.ts'
import type { Hindrance } from '../privacy/hindrance.ts'
import {
  companyErasureView,
  exportView,
  formerMembersView,
  goneView,
  hinderedView,
  memberErasureView,
  selfErasureView,
  underWayView,
} from '../privacy/pages.ts'
import type {
  ErasureStateView,
  ErasureView,
  ExportView,
  FormerMembersView,
  YourDataView,
} from '../web/views.ts'
import type { Words } from '../words/words.ts'

type Shown<View> = Readonly<Record<string, (t: Words) => View>>

const atelier = { id: 'atelier', name: 'Atelier Lumière' }
const hindrance = (why: Hindrance['why']): Hindrance => ({
  why,
  companyId: atelier.id,
  companyName: atelier.name,
})
const dan = { id: 'dan', name: 'Dan Moreau', email: 'dan@atelier.example', language: null }

export const exports: Shown<ExportView> = { asked: () => exportView() }

export const erasures: Shown<ErasureView> = {
  company: (t) => companyErasureView(t, atelier, null),
  'company, another name typed': (t) => companyErasureView(t, atelier, 'Atelier'),
  'who has left': (t) => memberErasureView(t, dan),
  oneself: (t) => selfErasureView(t, null),
  'oneself, without the password': (t) => selfErasureView(t, t.privacy.self.passwordMissing),
}

export const erasureStates: Shown<ErasureStateView> = {
  'under way': underWayView,
  owner: (t) => hinderedView(t, hindrance('owner'), atelier.id),
  'owner of another company': (t) => hinderedView(t, hindrance('owner'), 'brasserie'),
  'last for billing': (t) => hinderedView(t, hindrance('last for billing'), atelier.id),
  'in flight': (t) => hinderedView(t, hindrance('in flight'), atelier.id),
  'in flight, of who has left': (t) => hinderedView(t, hindrance('in flight'), atelier.id, dan),
  gone: (t) => goneView(t.privacy.gone.company),
}

export const formerMembers: Shown<FormerMembersView> = {
  none: () => formerMembersView([]),
  one: () => formerMembersView([dan]),
}

export const yourData: Readonly<Record<string, (t: Words) => YourDataView>> = {
  owner: (t) => ofRole(t, 'owner'),
  administrator: (t) => ofRole(t, 'administrator'),
}

function ofRole(t: Words, role: 'owner' | 'administrator'): YourDataView {
  const view = yourDataView(t, role)
  if (!view) throw new Error(`the gallery’s ${role} has nothing to do with data`)
  return view
}
