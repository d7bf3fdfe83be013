import type { Language } from '../company/company.ts'
import { ours } from '../theme.ts'
import { paths } from '../web/paths.ts'
import type { LayoutView, UserMenuView } from '../web/views.ts'
import { words } from '../words/words.ts'

type Changes = Partial<LayoutView> & Partial<Pick<UserMenuView, 'company' | 'companies'>>

/** A page's frame, with Alice signed in. */
export function frame(
  language: Language,
  { company = 'Atelier Lumière', companies = [], ...changes }: Changes = {},
): LayoutView {
  const t = words[language]
  const other = language === 'fr' ? 'en' : 'fr'
  return {
    title: `${t.methods.title} – ${ours}`,
    plainTitle: `${t.methods.title} – ${ours}`,
    errorTitle: t.errorTitle(`${t.methods.title} – ${ours}`),
    otherLanguage: { href: `?lang=${other}`, language: other, label: words[other].languageName },
    sandbox: true,
    sandboxLinks: [
      { href: paths.sandbox, label: t.sandboxControl },
      { href: paths.sandboxMail, label: t.mail.page.title },
    ],
    assets: {
      css: '/assets/app.css',
      icon: '/assets/icon.svg',
      scripts: ['/assets/htmx.js', '/assets/app.js'],
    },
    stripeScripts: [],
    homeHref: paths.home,
    brand: { name: ours, logoHref: null },
    sheet: `${ours} · Atelier Lumière`,
    user: {
      name: 'Alice Martin',
      company,
      settingsHref: paths.billingDetails,
      accountHref: paths.account,
      signOutAction: paths.signOut,
      switchAction: paths.switchCompany,
      companies,
    },
    navigation: [
      { href: paths.billingDetails, label: t.navigation.billingDetails, current: false },
      { href: paths.paymentMethods, label: t.navigation.paymentMethods, current: true },
      { href: paths.invoices, label: t.navigation.invoices, current: false },
      { href: paths.users, label: t.navigation.users, current: false },
      { href: paths.activity, label: t.navigation.activity, current: false },
    ],
    banner: null,
    notice: null,
    body: `<h1>${t.methods.title}</h1>`,
    ...changes,
  }
}
