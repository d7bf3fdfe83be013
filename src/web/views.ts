// Each template and what it is given, by name. A template's own use of it is checked too: see test/views.

import type { Language } from '../company/company.ts'
import type { Words } from '../words/words.ts'

export interface Banner {
  readonly kind: 'done' | 'error'
  readonly text: string
}

/** A field that did not do, and where it is. */
export interface FieldFault {
  readonly id: string
  readonly text: string
}

export interface Field {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: string
  readonly autocomplete: string
  readonly type: 'text' | 'email' | 'password'
  readonly hint: string | null
  readonly error: string | null
  readonly required: boolean
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly chosen: boolean
}

export interface LayoutView {
  readonly title: string
  /** What it becomes when something does not do. */
  /** What the page is called while nothing is to be told of. */
  readonly plainTitle: string
  readonly errorTitle: string
  readonly otherLanguage: { readonly href: string; readonly language: Language; readonly label: string }
  readonly sandbox: boolean
  /** What there is to see of the sandbox beside the product. */
  readonly sandboxLinks: readonly LinkView[]
  readonly assets: { readonly css: string; readonly icon: string; readonly scripts: readonly string[] }
  /** Stripe's script, on the pages that need it only, and then ours that use it. */
  readonly stripeScripts: readonly string[]
  readonly homeHref: string
  /** What stands at the top: a picture with this name as its text, or the name. */
  readonly brand: BrandView
  /** What stands at the head of a printed page. */
  readonly sheet: string
  readonly user: UserMenuView | null
  readonly navigation: readonly { readonly href: string; readonly label: string; readonly current: boolean }[]
  readonly banner: Banner | null
  readonly notice: NoticeView | null
  /** HTML that our own templates made. */
  readonly body: string
}

export interface BrandView {
  readonly name: string
  /** The operator's; null: our own mark beside the name. */
  readonly logoHref: string | null
}

export interface UserMenuView {
  readonly name: string
  readonly company: string
  /** Null for those whose role has no settings to see. */
  readonly settingsHref: string | null
  readonly accountHref: string
  readonly signOutAction: string
  readonly switchAction: string
  readonly companies: readonly { readonly id: string; readonly name: string }[]
}

export interface SignInView {
  readonly action: string
  readonly next: string | null
  readonly fields: readonly Field[]
  readonly forgottenHref: string
  readonly faults: readonly FieldFault[]
  readonly trial: {
    readonly intro: string
    readonly password: string
    readonly accounts: readonly { readonly email: string; readonly name: string; readonly about: string }[]
  } | null
}

export interface PasswordView {
  readonly action: string
  readonly email: string
  readonly field: Field
  readonly faults: readonly FieldFault[]
}

/** What may be done with one row of a list, behind three dots. */
export interface KebabView {
  readonly id: string
  /** What the button is called by those who do not see where it stands. */
  readonly name: string
  /** Said after each item, for the same readers. */
  readonly subject: string
  readonly items: readonly KebabItemView[]
  /** After a removal its neighbour's kebab takes the focus. */
  readonly focused: boolean
}

export interface KebabItemView extends LinkView {
  /** A form that posts; otherwise a link. */
  readonly posts: boolean
  /** Where htmx puts the answer; null: it is a page. */
  readonly target: string | null
}

/** What costs how much, a row each: invoices, or what one of them bills. */
export interface AmountsView {
  readonly caption: string
  readonly heads: { readonly name: string; readonly state: string | null; readonly date: string | null }
  readonly rows: readonly {
    readonly name: string
    readonly href: string | null
    readonly state: StateView | null
    readonly date: TimeView | null
    readonly amount: string
  }[]
  readonly total: string | null
}

/** Empty but for what htmx or the gallery puts into it. */
export interface DialogView {
  readonly id: string
  /** HTML that our own templates made. */
  readonly body: string | null
}

/** Radio buttons, one of which has to be chosen. */
export interface ChoicesView {
  readonly name: string
  readonly legend: string
  readonly error: string | null
  readonly choices: readonly (Choice & { readonly id: string; readonly note: string })[]
}

export interface UsersView {
  readonly intro: string
  readonly rows: readonly UserRowView[]
  readonly invitations: readonly InvitationRowView[]
  readonly inviteHref: string
  /** To those who have left. */
  readonly former: LinkView
}

export interface UserRowView {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly since: TimeView
  readonly isYou: boolean
  /** Null where there is nothing that the reader may do. */
  readonly kebab: KebabView | null
}

export interface InvitationRowView {
  readonly id: string
  readonly email: string
  readonly role: string
  readonly by: string
  readonly until: TimeView
  readonly isExpired: boolean
  readonly kebab: KebabView
}

export interface InviteView {
  readonly intro: string
  readonly action: string
  readonly cancelHref: string
  readonly faults: readonly FieldFault[]
  readonly email: Field
  /** Where an invitation to this address is sent again. */
  readonly againAction: string | null
  readonly roles: ChoicesView
}

export interface RoleView {
  readonly heading: string
  readonly email: string
  readonly action: string
  readonly cancelHref: string
  readonly faults: readonly FieldFault[]
  readonly roles: ChoicesView
  /** It is the reader's own. */
  readonly warning: string | null
}

export interface UserRemovalView {
  readonly heading: string
  readonly email: string
  readonly texts: readonly string[]
  readonly action: string
  readonly confirm: string
  readonly cancel: string
  readonly cancelHref: string
}

export interface OwnershipView {
  readonly heading: string
  readonly action: string
  readonly cancelHref: string
  readonly inviteHref: string
  readonly faults: readonly FieldFault[]
  readonly heirs: ChoicesView
}

export interface AcceptanceView {
  readonly heading: string
  readonly texts: readonly string[]
  readonly action: string
  readonly faults: readonly FieldFault[]
  /** What a newcomer fills in. */
  readonly newcomer: { readonly email: string; readonly name: Field; readonly password: Field } | null
  /** The words of the button that accepts; null where it cannot be accepted yet. */
  readonly submit: string | null
  readonly signInHref: string | null
  readonly signOutAction: string | null
}

/** A code to be entered: of six digits, or one of those kept for recovery. */
export interface CodeFieldView {
  readonly id: string
  readonly kind: 'digits' | 'recovery'
  readonly label: string
  readonly hint: string | null
  readonly error: string | null
}

export interface CodeView {
  readonly heading: string
  readonly intro: string
  readonly action: string
  readonly faults: readonly FieldFault[]
  readonly field: CodeFieldView
  readonly other: LinkView
  readonly startOverHref: string
}

export interface ForgottenView {
  readonly action: string
  readonly faults: readonly FieldFault[]
  readonly field: Field
  readonly backHref: string
}

/** The password again, and the form that waits for it. */
export interface AgainView {
  readonly action: string
  readonly email: string
  /** What is done once the password is right. */
  readonly about: string | null
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  /** What the form would have changed of its page; null without htmx. */
  readonly target: string | null
  readonly cancelHref: string
  readonly error: string | null
}

export interface AccountView {
  readonly email: string
  readonly faults: readonly FieldFault[]
  readonly name: { readonly action: string; readonly field: Field }
  readonly language: { readonly action: string; readonly select: SelectView }
  readonly password: { readonly action: string; readonly current: Field; readonly next: Field }
  readonly factor: { readonly state: StateView; readonly link: LinkView }
  readonly sessions: readonly SessionView[]
  /** Null where this session is the only one. */
  readonly endOthersAction: string | null
  readonly security: LinkView | null
  readonly erasure: LinkView
}

export interface SessionView {
  readonly device: string
  readonly isThis: boolean
  readonly place: string | null
  readonly signedIn: TimeView
  readonly seen: TimeView
  /** Null for this one: it ends by signing out. */
  readonly endAction: string | null
  readonly endName: string
}

/** A picture of dark squares, as a path in squares; `size` is its side. */
export interface PictureView {
  readonly size: number
  readonly path: string
}

/** One of `off`, `waiting` and `on`. */
export interface SecondFactorView {
  readonly backHref: string
  readonly required: string | null
  readonly faults: readonly FieldFault[]
  readonly off: { readonly action: string } | null
  readonly waiting: {
    readonly picture: PictureView
    readonly key: string
    readonly account: string
    readonly action: string
    readonly field: CodeFieldView
  } | null
  readonly on: {
    readonly since: string
    readonly left: string
    /** New ones would replace them. */
    readonly hasCodes: boolean
    readonly renewAction: string
    readonly offAction: string
    readonly offRequired: string | null
  } | null
}

export interface RecoveryCodesView {
  readonly codes: readonly string[]
  readonly onHref: string
}

export interface CompanySecurityView {
  readonly backHref: string
  readonly intro: string
  readonly state: string
  readonly without: string | null
  readonly own: string | null
  readonly action: string
  readonly required: boolean
}

export interface BillingDetailsView {
  readonly action: string
  readonly faults: readonly FieldFault[]
  readonly before: readonly Field[]
  readonly country: SelectView
  readonly after: readonly Field[]
}

export interface SelectView {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly autocomplete: string
  readonly error: string | null
  readonly placeholder: string | null
  readonly choices: readonly Choice[]
}

export interface CardNameView {
  readonly brand: string
  readonly last4: string | null
  readonly mark: string
}

export interface WalletView {
  readonly chargedNext: string
  readonly newHref: string
  readonly rows: readonly CardRowView[]
  readonly processing: ProcessingView | null
  readonly unverified: { readonly text: string } | null
  readonly backupHint: boolean
  /** The add button takes the focus: the last card has just gone. */
  readonly focusAdd: boolean
}

export interface ProcessingView {
  readonly count: number
  /** Null once it has been looked often enough: then it is said in words. */
  readonly look: string | null
  readonly refreshHref: string
}

/** What a card is among the others. */
export interface PlaceView {
  readonly kind: 'default' | 'backup' | 'none' | 'leaving'
  readonly text: string
}

export interface CardRowView {
  readonly id: string
  readonly name: CardNameView
  readonly fullName: string
  readonly expiry: {
    readonly text: string
    readonly iso: string
    readonly state: 'valid' | 'soon' | 'expired'
  } | null
  readonly place: PlaceView
  /** What there is to say of its state: that it is leaving, awaited as the default, or no backup. */
  readonly note: string | null
  readonly lastCharge: { readonly text: string; readonly date: string; readonly iso: string } | null
  /** The subscriptions that name this card as their own. */
  readonly chargedFor: string | null
  readonly twin: { readonly text: string; readonly keepAction: string } | null
  readonly order: { readonly action: string; readonly up: boolean; readonly down: boolean } | null
  readonly kebab: KebabView | null
}

export interface RemovalView {
  readonly heading: string
  readonly action: string
  readonly cancelHref: string
  readonly name: CardNameView
  /** Where another has the same name: what tells them apart. */
  readonly which: string | null
  readonly consequences: readonly string[]
  /** The subscriptions that name this card, and what they will be charged to. */
  readonly charged: {
    readonly intro: string
    readonly subscriptions: readonly SubscriptionView[]
    readonly instead: string
  } | null
  readonly follow: FollowView | null
  readonly noUndo: string
}

export interface DefaultView {
  readonly heading: string
  readonly action: string
  readonly cancelHref: string
  readonly name: CardNameView
  readonly becomes: string
  readonly follow: FollowView | null
}

/** Whether subscriptions that name another card shall follow the new default: a box, and it is ticked. */
export interface FollowView {
  readonly intro: string
  readonly subscriptions: readonly SubscriptionView[]
  /** Goes with the answer, which is to this question and to no other. */
  readonly question: string
  readonly label: string
}

export interface SubscriptionView {
  readonly name: string
  readonly price: string | null
  /** Null where the page is about the card; a text where it has gone. */
  readonly card: { readonly name: CardNameView | null; readonly text: string | null } | null
}

export interface BackupView {
  readonly heading: string
  readonly action: string
  readonly cancelHref: string
  readonly consent: string
}

export interface NewPaymentMethodView {
  readonly attempt: string
  readonly beginAction: string
  readonly returnUrl: string
  readonly refusalHref: string
  readonly cancelHref: string
  readonly abroadHref: string
  readonly publishableKey: string
  readonly consent: string
  readonly country: SelectView
  readonly refusal: RefusalView
}

/** What stands between heading and form: nothing, or why the last card was not taken. */
export interface RefusalView {
  readonly summary: string | null
  readonly fieldFault: FieldFault | null
  readonly postalCode: {
    readonly value: string
    readonly error: string | null
    readonly digitsOnly: string | null
    readonly nothingLeft: boolean
    readonly abroadHref: string
  }
}

export interface TimeView {
  readonly text: string
  readonly iso: string
}

export interface StateView {
  readonly kind: 'good' | 'bad' | 'warn' | 'plain'
  readonly text: string
}

export interface InvoicesView {
  /** Null where there are none yet. */
  readonly invoices: AmountsView | null
  readonly pages: PagesView | null
}

/** The way to the pages before and after; at least one of them is there. */
export interface PagesView {
  readonly label: string
  readonly previous: LinkView | null
  readonly next: LinkView | null
}

export interface AttemptView {
  readonly at: TimeView
  readonly card: CardNameView
  readonly result: StateView
  readonly by: string
  readonly reason: string | null
}

export interface InvoiceView {
  readonly heading: string
  readonly amount: string
  /** What is left of it, where a part is paid. */
  readonly remaining: string | null
  readonly state: StateView
  readonly issued: TimeView
  readonly due: TimeView | null
  readonly billed: AmountsView
  readonly story: readonly AttemptView[]
  readonly next: readonly string[]
  readonly confirmAction: { readonly href: string; readonly card: string; readonly number: number } | null
  readonly payHref: string | null
  readonly hostedHref: string | null
  readonly pdfHref: string | null
  readonly backHref: string
  /** While its outcome is not known the page looks by itself, and then offers to look again. */
  readonly look: { readonly href: string | null; readonly refreshHref: string } | null
}

export interface PayableCardView {
  readonly id: string
  readonly name: CardNameView
  readonly place: PlaceView
  readonly note: string | null
  readonly disabled: boolean
  readonly chosen: boolean
}

export interface PaymentView {
  readonly heading: string
  readonly lead: string
  readonly action: string
  /** Which attempt this would be: pressing twice is one. */
  readonly number: number
  readonly cards: readonly PayableCardView[]
  readonly error: string | null
  readonly submit: string
  readonly addHref: string
  readonly hostedHref: string | null
  readonly cancelHref: string
}

export interface PaymentsView {
  readonly lead: string
  readonly action: string
  readonly card: string
  readonly invoices: readonly {
    readonly id: string
    readonly name: string
    readonly amount: string
    readonly number: number
    readonly ticked: boolean
  }[]
  readonly error: string | null
  /** Said at the choice itself. */
  readonly noneChosen: FieldFault | null
  readonly submit: string
  readonly laterHref: string
}

export interface ConfirmationView {
  readonly lead: string
  readonly secret: string
  readonly publishableKey: string
  /** Where Stripe, or our script, leads to once the bank has answered. */
  readonly returnUrl: string
  readonly hostedHref: string | null
  readonly otherHref: string
}

/** What stands on every settings page while an invoice is unpaid. */
export interface NoticeView {
  readonly heading: string
  readonly texts: readonly string[]
  readonly href: string
  readonly confirmAction: InvoiceView['confirmAction']
  readonly payHref: string | null
  readonly addHref: string | null
  /** How many more there are; without an address on the page that shows them. */
  readonly more: { readonly text: string; readonly href: string | null } | null
}

/** The way to take a company's data along, and to have it gone. */
export interface YourDataView {
  readonly intro: string
  readonly links: readonly LinkView[]
}

export interface ExportView {
  readonly action: string
  readonly cancelHref: string
}

/** A question before something is erased. */
export interface ErasureView {
  readonly heading: string
  readonly faults: readonly FieldFault[]
  readonly consequences: readonly string[]
  /** What one may want to do first. */
  readonly first: LinkView | null
  readonly field: Field | null
  readonly noUndo: string
  readonly action: string
  readonly confirm: string
  readonly cancel: LinkView
}

/** There is nothing to ask: something stands in the way, or it is under way already. */
export interface ErasureStateView {
  readonly heading: string
  readonly text: string
  readonly links: readonly LinkView[]
  readonly again: { readonly action: string; readonly label: string } | null
  readonly back: LinkView | null
}

export interface FormerMembersView {
  readonly backHref: string
  readonly people: readonly { readonly name: string; readonly email: string; readonly erasureHref: string }[]
}

export interface LinkView {
  readonly href: string
  readonly label: string
}

export interface DateFieldView {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: string
  readonly type: 'date' | 'text'
  readonly error: string | null
}

export interface ActivityRowView {
  readonly at: TimeView
  readonly who: string
  readonly what: string
  readonly why: string | null
  readonly result: StateView
  readonly address: string | null
}

export interface ActivityView {
  readonly intro: string
  readonly faults: readonly FieldFault[]
  readonly action: string
  readonly selects: readonly SelectView[]
  readonly days: readonly DateFieldView[]
  /** Null where nothing is left out. */
  readonly clearHref: string | null
  readonly rows: readonly ActivityRowView[]
  /** What is said where there is no row. */
  readonly empty: string
  readonly pages: PagesView | null
  readonly csvHref: string
  readonly csvHint: string
}

export interface GuideView {
  readonly title: string
  readonly intro: string
  readonly sections: readonly {
    readonly heading: string
    readonly paragraphs: readonly string[]
    readonly steps?: readonly string[]
  }[]
  readonly others: readonly LinkView[]
}

export interface LetterFact {
  readonly label: string
  readonly value: string
  /** The value as it stands after a colon. */
  readonly inLine: string
}

export interface LetterView {
  readonly company: string
  readonly product: string
  readonly news: string
  readonly hello: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly LetterFact[]
  readonly toDo: string | null
  readonly action: LinkView
  readonly guide: LinkView | null
  /** Of a security notice: what to do if it was nobody of theirs. */
  readonly notYou: { readonly heading: string; readonly text: string } | null
  readonly why: string
}

export interface MailboxView {
  readonly rows: readonly {
    readonly href: string
    readonly subject: string
    /** In which the mail is written. */
    readonly language: Language
    readonly to: string
    readonly time: string
    readonly iso: string
  }[]
}

export interface DeliveryView {
  readonly subject: string
  /** In which the mail is written. */
  readonly language: Language
  readonly to: string
  readonly time: string
  readonly iso: string
  readonly text: string
  readonly htmlHref: string
  readonly backHref: string
}

export interface ErrorView {
  readonly title: string
  readonly text: string
  readonly homeHref: string
}

export interface Views {
  layout: { frame: LayoutView }
  error: { error: ErrorView }
  'sign-in/page': { page: SignInView }
  'sign-in/password': { page: PasswordView }
  'company/billing-details': { page: BillingDetailsView; yourData: YourDataView | null }
  'privacy/export': { page: ExportView }
  'privacy/erasure': { page: ErasureView }
  'privacy/state': { page: ErasureStateView }
  'privacy/former': { page: FormerMembersView }
  'privacy/_your-data': { yourData: YourDataView }
  'members/users': { page: UsersView }
  'members/_user': { row: UserRowView }
  'members/_invitation': { row: InvitationRowView }
  'members/invite': { page: InviteView }
  'members/role': { page: RoleView }
  'members/removal': { page: UserRemovalView }
  'members/ownership': { page: OwnershipView }
  'members/acceptance': { page: AcceptanceView }
  'sign-in/code': { page: CodeView }
  'sign-in/forgotten': { page: ForgottenView }
  'sign-in/again': { page: AgainView }
  'sign-in/_again': { page: AgainView }
  'account/page': { page: AccountView }
  'account/second-factor': { page: SecondFactorView }
  'account/recovery-codes': { page: RecoveryCodesView }
  'company/security': { page: CompanySecurityView }
  'payment-methods/list': { wallet: WalletView; guides: readonly LinkView[] }
  'payment-methods/_wallet': { wallet: WalletView }
  'payment-methods/_row': { row: CardRowView }
  'payment-methods/_announcement': { announcement: string }
  'payment-methods/removal': { page: RemovalView }
  'payment-methods/_removal': { page: RemovalView }
  'payment-methods/_follow': { follow: FollowView }
  'payment-methods/_subscriptions': { subscriptions: readonly SubscriptionView[] }
  'payment-methods/default': { page: DefaultView }
  'payment-methods/backup': { page: BackupView }
  'payment-methods/new': { page: NewPaymentMethodView }
  'payment-methods/_refusal': { refusal: RefusalView }
  'payment-methods/_postal-code': { refusal: RefusalView }
  'invoices/list': { page: InvoicesView }
  'invoices/invoice': { page: InvoiceView }
  'invoices/_invoice': { page: InvoiceView }
  'invoices/payment': { page: PaymentView }
  'invoices/payments': { page: PaymentsView }
  'invoices/confirmation': { page: ConfirmationView }
  'partials/_notice': { notice: NoticeView }
  'partials/_state': { state: StateView }
  'activity/list': { page: ActivityView }
  'help/guide': { guide: GuideView }
  'mail/letter': { letter: LetterView }
  'mail/letter-text': { letter: LetterView }
  'mail/mailbox': { page: MailboxView }
  'mail/delivery': { page: DeliveryView }
  'partials/_company': object
  'partials/_amounts': { amounts: AmountsView }
  'partials/_dialog': { dialog: DialogView }
  'partials/_kebab': { kebab: KebabView }
  'partials/_banner': { banner: Banner | null }
  'partials/_code': { field: CodeFieldView }
  'partials/_card-name': { name: CardNameView }
  'partials/_error-summary': { faults: readonly FieldFault[] }
  'partials/_field': { field: Field }
  'partials/_pages': { pages: PagesView }
  'partials/_choices': { choices: ChoicesView }
  'partials/_select': { select: SelectView }
  'partials/_user-menu': { user: UserMenuView }
}

export type ViewName = keyof Views

export interface LetterColours {
  readonly accent: string
  readonly onAccent: string
  readonly accentInDark: string
  readonly onAccentInDark: string
}

/** What every template has at hand besides its own. */
export interface Shared {
  readonly t: Words
  readonly language: Language
  readonly marks: string
  /** The id of the company whose page it is: its forms carry it. Null in fragments, and where there is none. */
  readonly company: string | null
  /** As mail programs read them, which know no tokens. */
  readonly letterColours: LetterColours
  /** A text with a date in it as HTML, escaped: the date as `<time>`. */
  readonly dated: (text: string) => string
}
