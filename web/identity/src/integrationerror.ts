/** The page calls something in a way that can never work. Stripe.js throws errors of this name too. */
export class IntegrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'IntegrationError';
  }
}
