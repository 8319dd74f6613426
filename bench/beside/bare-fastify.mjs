/**
 * Answers every request with what came on standard input, as JSON: what Fastify costs without what this project adds.
 * The first line of its output is where it listens.
 */
import { text } from 'node:stream/consumers';
import fastify from 'fastify';

const body = await text(process.stdin);
const app = fastify();
app.get('/', (_request, reply) => reply.type('application/json').send(body));
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
