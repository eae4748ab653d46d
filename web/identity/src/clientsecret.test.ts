import { describe, expect, it } from 'vitest';

import { readClientSecret } from './clientsecret.js';

describe('a client secret', () => {
  it('names its session and ends as a link does', () => {
    expect(readClientSecret('vs_1AbC_secret_test_x-Y_z9')).toEqual({
      session: 'vs_1AbC',
      token: 'test_x-Y_z9',
    });
  });

  it('may have white space around it', () => {
    expect(readClientSecret(' vs_1_secret_test_a\n').token).toBe('test_a');
  });

  it.each([undefined, null, ''])('is missed when it is %j', (missing) => {
    expect(() => readClientSecret(missing)).toThrow(/was given none/);
  });

  it.each(['vs_1', 'pi_1_secret_abc', 'vs_1_secret_', 'vs_1_secret_../x', 'vs_1_secret_a?b', 7, {}])(
    'is not %j, which is not repeated',
    (other) => {
      expect(() => readClientSecret(other)).toThrow(
        expect.objectContaining({
          name: 'IntegrationError',
          message: expect.not.stringContaining(String(other)),
        }),
      );
    },
  );
});
