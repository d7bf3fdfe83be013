// What stands around every page: its title, the ways to elsewhere, and who is signed in.

import type { Request } from 'express'
import { type Actor, may } from '../company/company.ts'
import { type Words, words } from '../words/words.ts'
import { inLanguage } from './locale.ts'
import { paths } from './paths.ts'
import type { PageLayout } from './render.ts'
import type { PageOptions, Site, Visit } from './site.ts'
import type { Banner, BrandView, LayoutView, UserMenuView } from './views.ts'

export function layoutOf(
  site: Site,
  visit: Visit,
  banner: Banner | null,
  { title, failed = false, stripeScript }: PageOptions,
): Omit<PageLayout, 'notice'> {
  const { language, t, actor, request } = visit
  const other = language === 'fr' ? 'en' : 'fr'
  const asset = site.assets.path
  const { brand } = site
  return {
    title: titleOf(brand, t, title, failed, banner),
    plainTitle: titleOf(brand, t, title, false, null),
    errorTitle: titleOf(brand, t, title, true, null),
    otherLanguage: {
      href: inLanguage(switchable(request), other),
      language: other,
      label: words[other].languageName,
    },
    sandbox: site.sandbox,
    sandboxLinks: site.sandbox ? sandboxLinks(t) : [],
    assets: {
      css: asset('app.css'),
      icon: asset('icon.svg'),
      scripts: [asset('htmx.js'), asset('app.js')],
    },
    stripeScripts: stripeScript ? [site.stripeScript, asset(stripeScript)] : [],
    company: actor?.company.id ?? null,
    homeHref: paths.home,
    brand,
    sheet: [brand.name, actor?.company.name].filter(Boolean).join(' · '),
    user: actor && userMenu(actor),
    navigation: actor ? navigation(t, actor, request.path) : [],
    banner,
  }
}

function sandboxLinks(t: Words): LayoutView['sandboxLinks'] {
  return [
    { href: paths.sandbox, label: t.sandboxControl },
    { href: paths.sandboxMail, label: t.mail.page.title },
  ]
}

// A form that was sent and comes back is found again at its own address; what else answers a POST has none.
const forms: readonly RegExp[] = [
  paths.billingDetails,
  paths.signIn,
  paths.payment('[^/]+'),
  paths.companyExport,
  paths.companyErasure,
  paths.accountErasure,
  paths.userErasure('[^/]+'),
  paths.invitations,
  paths.user('[^/]+'),
  paths.ownership,
  paths.acceptance('[^/]+'),
  paths.signInCode,
  paths.forgotten,
  paths.account,
  paths.companySecurity,
].map((path) => new RegExp(`^${path}$`))

function switchable(request: Request): string {
  if (request.method === 'GET') return request.originalUrl
  if (forms.some((form) => form.test(request.path))) return request.path
  // What is sent there comes from the page that adds one.
  if (request.path === paths.paymentMethods) return paths.newPaymentMethod
  // Each of the account's forms stands on one of two pages.
  if (request.path.startsWith(paths.secondFactor)) return paths.secondFactor
  return request.path.startsWith(`${paths.account}/`) ? paths.account : paths.home
}

export function titleOf(
  { name }: BrandView,
  t: Words,
  title: string,
  failed: boolean,
  banner: Banner | null,
): string {
  const page = `${title} – ${name}`
  if (failed || banner?.kind === 'error') return t.errorTitle(page)
  return banner ? `${banner.text} – ${page}` : page
}

function userMenu({ member, company, role, otherCompanies }: Actor): UserMenuView {
  return {
    name: member.name,
    company: company.name,
    settingsHref: may(role, 'manage billing') ? paths.billingDetails : null,
    accountHref: paths.account,
    signOutAction: paths.signOut,
    switchAction: paths.switchCompany,
    companies: otherCompanies,
  }
}

const ofDetails: readonly string[] = [paths.billingDetails, paths.companyExport, paths.companyErasure]

function navigation(t: Words, actor: Actor, path: string): LayoutView['navigation'] {
  if (!may(actor.role, 'manage billing') || actor.company.isErasing || actor.owesSecondFactor) return []
  const onMethods = path.startsWith(paths.paymentMethods)
  const entries: LayoutView['navigation'] = [
    {
      href: paths.billingDetails,
      label: t.navigation.billingDetails,
      current: ofDetails.includes(path),
    },
    { href: paths.paymentMethods, label: t.navigation.paymentMethods, current: onMethods },
    { href: paths.invoices, label: t.navigation.invoices, current: path.startsWith(paths.invoices) },
    ...(may(actor.role, 'manage members')
      ? [
          {
            href: paths.users,
            label: t.navigation.users,
            current: path.startsWith(paths.users) || path === paths.formerMembers,
          },
        ]
      : []),
    ...(may(actor.role, 'see activity')
      ? [{ href: paths.activity, label: t.navigation.activity, current: path.startsWith(paths.activity) }]
      : []),
  ]
  // It is the settings' own: a guide or an error is none of them.
  return entries.some((entry) => entry.current) ? entries : []
}
