import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfAnswer, RequestsAttack } from './requests.ts';

let attack: RequestsAttack;

beforeAll(async () => {
  attack = await RequestsAttack.begin();
});

afterAll(() => attack.end());

describe('a request', () => {
  it('of any kind is answered, and neither ends the server nor gets what is nobody’s business', async () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= 150; seed += 1) faults.push(...(await attack.faultsOf(seed)));

    expect(faults).toEqual([]);
  });

  it.each([
    'HTTP/1.1 500 Oh\r\n\r\n',
    'HTTP/1.1 200 OK\r\nSet-Cookie:a\r\n\r\n',
    'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n\r\n',
    'HTTP/1.1 200 OK\r\n\r\nnobody is to read this',
    'HTTP/1.1 200 OK\r\n\r\nroot:x:0:0',
    'HTTP/1.1 200 OK\r\n\r\nthe-token',
    'HTTP/1.1 400 No\r\n\r\nError\n    at a (b.ts:1:2)',
    'Hello\r\n\r\n',
  ])('would be seen to be answered badly: %j', (answer) => {
    const session = { port: 1, token: 'the-token' };

    expect(faultsOfAnswer(answer, 'GET / HTTP/1.1', session)).toHaveLength(1);
    expect(faultsOfAnswer('HTTP/1.1 200 OK\r\n\r\nText', 'GET / HTTP/1.1', session)).toEqual([]);
  });
});
