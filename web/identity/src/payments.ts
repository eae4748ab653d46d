import { IntegrationError } from './integrationerror.js';

/** What pages call on a Stripe object that take payments too, as far as it is widely called. */
const names = [
  'collectBankAccountForPayment',
  'collectBankAccountForSetup',
  'collectBankAccountToken',
  'collectFinancialConnectionsAccounts',
  'confirmAlipayPayment',
  'confirmBancontactPayment',
  'confirmCardPayment',
  'confirmCardSetup',
  'confirmIdealPayment',
  'confirmKlarnaPayment',
  'confirmPayment',
  'confirmSepaDebitPayment',
  'confirmSepaDebitSetup',
  'confirmSetup',
  'confirmUsBankAccountPayment',
  'confirmUsBankAccountSetup',
  'createConfirmationToken',
  'createEmbeddedCheckoutPage',
  'createEphemeralKeyNonce',
  'createPaymentMethod',
  'createRadarSession',
  'createSource',
  'createToken',
  'elements',
  'handleCardAction',
  'handleNextAction',
  'initCheckout',
  'initCheckoutElementsSdk',
  'initEmbeddedCheckout',
  'paymentRequest',
  'redirectToCheckout',
  'retrievePaymentIntent',
  'retrieveSetupIntent',
  'retrieveSource',
  'verifyMicrodepositsForPayment',
  'verifyMicrodepositsForSetup',
] as const;

export type PaymentMethods = Record<(typeof names)[number], (...given: unknown[]) => never>;

/** Says where payments are made instead. */
export const payments = Object.fromEntries(
  names.map((name) => [
    name,
    () => {
      throw new IntegrationError(
        `stripe.${name}() belongs to Stripe.js. This object is Bonafide's and only verifies identities: ` +
          'load Stripe.js for payments, and call window.Bonafide() for verifyIdentity().',
      );
    },
  ]),
) as PaymentMethods;
