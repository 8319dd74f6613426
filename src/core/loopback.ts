import ipaddr from 'ipaddr.js';

/** Whether an address is one by which a machine calls itself: 127.0.0.1 and its like, ::1, ::ffff:127.0.0.1. */
export const isLoopback = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';

/** Whether the name in a URL is one that a machine has for itself: localhost and what is below it, or such an address. */
export const isLoopbackName = (name: string): boolean => /^(.+\.)?localhost$/i.test(name) || isLoopback(name.replace(/^\[(.*)\]$/, '$1'));
