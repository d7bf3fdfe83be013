// The pages that say what is taken along, and ask before something is erased.

import type { Company } from '../company/company.ts'
import type { FormerMember } from '../ports/privacy.ts'
import { paths } from '../web/paths.ts'
import type {
  ErasureStateView,
  ErasureView,
  ExportView,
  Field,
  FieldFault,
  FormerMembersView,
} from '../web/views.ts'
import type { Words } from '../words/words.ts'
import type { Hindrance } from './hindrance.ts'

export function exportView(): ExportView {
  return { action: paths.companyExport, cancelHref: paths.billingDetails }
}

/** `typed`: what did not match; null where nothing was typed yet. */
export function companyErasureView(
  { privacy: { company: t } }: Words,
  { name }: Pick<Company, 'name'>,
  typed: string | null,
): ErasureView {
  const error = typed === null ? null : t.nameWrong(name)
  return {
    heading: t.title(name),
    faults: faultsOf('company-name', error),
    consequences: t.consequences,
    first: { href: paths.companyExport, label: t.exportFirst },
    field: {
      ...field('company-name', t.nameLabel, { value: typed ?? '', type: 'text', error }),
      hint: name,
    },
    noUndo: t.noUndo,
    action: paths.companyErasure,
    confirm: t.confirm,
    cancel: { href: paths.billingDetails, label: t.cancel },
  }
}

export function underWayView({ privacy: { company: t } }: Words): ErasureStateView {
  const { title, text, again } = t.underWay
  return {
    heading: title,
    text,
    links: [],
    again: { action: paths.companyErasure, label: again },
    back: null,
  }
}

/** The end: whoever reads it is nobody here any more. */
export function goneView({ title, text }: { title: string; text: string }): ErasureStateView {
  return { heading: title, text, links: [], again: null, back: null }
}

export function memberErasureView(
  { privacy: { member: t } }: Words,
  { id, name }: Pick<FormerMember, 'id' | 'name'>,
): ErasureView {
  return {
    heading: t.title(name),
    faults: [],
    consequences: t.consequences,
    first: null,
    field: null,
    noUndo: t.noUndo,
    action: paths.userErasure(id),
    confirm: t.confirm,
    cancel: { href: paths.formerMembers, label: t.cancel },
  }
}

export function selfErasureView({ privacy: { self: t, member } }: Words, error: string | null): ErasureView {
  return {
    heading: t.title,
    faults: faultsOf('password', error),
    consequences: t.consequences,
    first: null,
    field: field('password', t.password, { value: '', type: 'password', error }),
    noUndo: member.noUndo,
    action: paths.accountErasure,
    confirm: t.confirm,
    cancel: { href: paths.account, label: member.cancel },
  }
}

/** `here`: the company in which it is said; the ways out lead to its pages alone. */
export function hinderedView(
  { privacy: { self: t, former, member }, account, members }: Words,
  { why, companyId, companyName }: Hindrance,
  here: string,
  whoLeft?: Pick<FormerMember, 'name'>,
): ErasureStateView {
  const waysOfOwners = [
    { href: paths.ownership, label: members.handOver },
    { href: paths.companyErasure, label: t.seeErasure },
  ]
  const isHere = companyId === here
  return {
    heading: whoLeft ? member.title(whoLeft.name) : t.title,
    text: t.hindered[why === 'owner' && !isHere ? 'owner elsewhere' : why](companyName),
    links: why === 'owner' && isHere ? waysOfOwners : [],
    again: null,
    back: whoLeft
      ? { href: paths.formerMembers, label: former.title }
      : { href: paths.account, label: account.title },
  }
}

export function formerMembersView(people: readonly FormerMember[]): FormerMembersView {
  return {
    backHref: paths.users,
    people: people.map(({ id, name, email }) => ({ name, email, erasureHref: paths.userErasure(id) })),
  }
}

function faultsOf(id: string, error: string | null): FieldFault[] {
  return error === null ? [] : [{ id, text: error }]
}

function field(
  id: string,
  label: string,
  { value, type, error }: Pick<Field, 'value' | 'type' | 'error'>,
): Field {
  const autocomplete = type === 'password' ? 'current-password' : 'off'
  return { id, name: id, label, value, autocomplete, type, hint: null, error, required: true }
}
