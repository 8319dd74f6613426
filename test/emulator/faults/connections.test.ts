import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import { sendRaw, sharedServer } from './sockets.js';
import { faultsOf } from './support.js';

const emulator = await connectEmulator();
const server = sharedServer();

const order = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 };

describe('drop', () => {
  test('resets the connection before the request is handled: nothing is changed', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'drop' }, operations: ['createCluster'], when: { first: 1 } });
    expect(await sendRaw(server, account, 'POST', '/v1/clusters', order)).toEqual({ body: '', complete: false, error: 'ECONNRESET' });
    expect((await account.get('/v1/clusters')).body).toEqual([]);
    expect((await account.get('/v1/datacenters/dal10/vlans')).body).toEqual([]);
    expect((await sendRaw(server, account, 'POST', '/v1/clusters', order)).status).toBe(201);
    expect((await faults.read(id)).body).toMatchObject({ armed: false, matched: 2, struck: 1 });
  });

  test('strikes a read as well', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'drop' } });
    expect(await sendRaw(server, account, 'GET', '/v1/clusters')).toMatchObject({ complete: false, error: 'ECONNRESET' });
  });
});

describe('commit-then-drop', () => {
  test('handles and commits the request, then resets the connection', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'commit-then-drop' }, operations: ['createCluster'], when: { first: 1 } });
    expect(await sendRaw(server, account, 'POST', '/v1/clusters', order)).toEqual({ body: '', complete: false, error: 'ECONNRESET' });
    expect((await account.get('/v1/clusters')).body).toMatchObject([{ name: 'shop', state: 'requested', workerCount: 1 }]);
    expect((await account.get<unknown[]>('/v1/clusters/shop/workers')).body).toHaveLength(1);
    expect((await account.get<unknown[]>('/v1/datacenters/dal10/vlans')).body).toHaveLength(2);
    const again = await sendRaw(server, account, 'POST', '/v1/clusters', order);
    expect([again.status, JSON.parse(again.body)]).toMatchObject([409, { code: 'E0007' }]);
  });

  test('a refusal is dropped too, and has changed nothing', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'commit-then-drop' }, operations: ['removeCluster'] });
    expect(await sendRaw(server, account, 'DELETE', '/v1/clusters/nothing')).toEqual({ body: '', complete: false, error: 'ECONNRESET' });
  });
});

describe('truncated', () => {
  test('announces the whole answer, sends half of it and closes the connection', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    const whole = await sendRaw(server, account, 'GET', '/v1/clusters/shop');
    await faultsOf(emulator, account).arm({ effect: { type: 'truncated' }, operations: ['getCluster1'] });
    const cut = await sendRaw(server, account, 'GET', '/v1/clusters/shop');
    expect(whole).toMatchObject({ status: 200, complete: true });
    expect(cut).toMatchObject({ status: 200, complete: false, error: 'ECONNRESET' });
    expect(cut.headers).toMatchObject({ 'content-length': String(Buffer.byteLength(whole.body)), connection: 'close' });
    expect(cut.headers?.['content-type']).toBe(whole.headers?.['content-type']);
    expect(cut.body).toBe(Buffer.from(whole.body).subarray(0, Math.floor(Buffer.byteLength(whole.body) / 2)).toString());
  });

  test('what the request changed is committed', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'truncated' }, operations: ['createCluster'] });
    expect(await sendRaw(server, account, 'POST', '/v1/clusters', order)).toMatchObject({ status: 201, complete: false });
    expect((await account.get('/v1/clusters')).body).toMatchObject([{ name: 'shop' }]);
  });

  test('an answer without a body has no half: it comes as ever', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await faultsOf(emulator, account).arm({ effect: { type: 'truncated' }, operations: ['removeCluster'] });
    expect(await sendRaw(server, account, 'DELETE', '/v1/clusters/shop')).toMatchObject({ status: 204, complete: true, body: '' });
  });
});
