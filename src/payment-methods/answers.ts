// What a browser gets after something was done to a wallet: without JavaScript the list again, with a banner;
// with htmx the list alone, and the one live region says what happened.

import type { Language } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import { wantsFragment } from '../web/htmx.ts'
import { paths } from '../web/paths.ts'
import { answerFragment, answerPage, type MemberVisit, redirect, type Site, titleTag } from '../web/site.ts'
import type { Banner, ViewName, Views, WalletView } from '../web/views.ts'
import { type WalletSituation, walletView } from './pages.ts'

/** How long a page says that a card could not be verified. */
const news = 3 * 24 * 60 * 60_000

export interface WalletAnswers {
  list(visit: MemberVisit): Promise<void>
  /** `focus`: whose kebab has it afterwards; without one it stays where it is. */
  done(visit: MemberVisit, text: string, focus?: string): Promise<void>
  failed(visit: MemberVisit, text: string): Promise<void>
  fragment<N extends ViewName>(visit: MemberVisit, name: N, view: Views[N]): void
}

export function walletAnswers(ports: Ports, site: Site): WalletAnswers {
  const { render } = site

  return {
    async list(visit) {
      const looks = Number(visit.request.query.look)
      const wallet = await view(visit, { looks: Number.isInteger(looks) && looks > 0 ? looks : 0 })
      const { methods, guides } = visit.t
      if (wantsFragment(visit.request)) {
        // What the look has brought; one that still waits says nothing.
        const news = visit.request.query.verifying === 'yes' ? wallet.unverified?.text : undefined
        const spoken = wallet.processing ? '' : announced(visit, news ?? methods.upToDate)
        return answerFragment(visit, walletHtml(visit.language, wallet) + spoken)
      }
      const links = [
        { href: paths.help.update, label: guides.update.title },
        { href: paths.help.failed, label: guides.failed.title },
      ]
      return answerPage(
        site,
        visit,
        'payment-methods/list',
        { wallet, guides: links },
        { title: methods.title },
      )
    },

    async done(visit, text, focus) {
      if (!wantsFragment(visit.request)) return redirect(visit, paths.paymentMethods, { kind: 'done', text })
      const wallet = await view(visit, { focus })
      const title = titleTag(site, visit, visit.t.methods.title, false)
      answerFragment(
        visit,
        title + walletHtml(visit.language, wallet) + bannerPart('') + announced(visit, text),
      )
    },

    async failed(visit, text) {
      const banner: Banner = { kind: 'error', text }
      if (!wantsFragment(visit.request)) return redirect(visit, paths.paymentMethods, banner)
      const wallet = await view(visit, {})
      const said = render.fragment(visit.language, 'partials/_banner', { banner })
      const title = titleTag(site, visit, visit.t.methods.title, true)
      // What was said before has ceased to be true, or is said by the banner.
      answerFragment(
        visit,
        title + walletHtml(visit.language, wallet) + bannerPart(said) + announced(visit, ''),
      )
    },

    fragment: (visit, name, model) => answerFragment(visit, render.fragment(visit.language, name, model)),
  }

  function announced({ language }: MemberVisit, announcement: string): string {
    return render.fragment(language, 'payment-methods/_announcement', { announcement })
  }

  function walletHtml(language: Language, wallet: WalletView): string {
    return render.fragment(language, 'payment-methods/_wallet', { wallet })
  }

  async function view(
    { actor, language }: MemberVisit,
    more: Partial<Pick<WalletSituation, 'looks' | 'focus'>>,
  ): Promise<WalletView> {
    const { store, clock } = ports
    const [wallet, subscriptions, unfinished] = [
      await store.wallets.of(actor.company.id),
      await store.subscriptions.of(actor.company.id),
      await store.setups.unfinished(actor.company.id, clock.now() - news),
    ]
    return walletView(language, {
      wallet,
      subscriptions,
      processing: unfinished.filter((setup) => setup.status === 'processing').length,
      unverifiedSince: unfinished.findLast((setup) => setup.status === 'failed')?.startedAt ?? null,
      looks: 0,
      now: clock.now(),
      ...more,
    })
  }
}

// Also where there is nothing to say any more: what an earlier banner said may have ceased to be true.
function bannerPart(html: string): string {
  return `<hx-partial hx-target="#banner" hx-swap="innerHTML">${html}</hx-partial>`
}
