import ipaddr from 'ipaddr.js';

/** Whether an address is one by which a machine calls itself: 127.0.0.1 and its like, ::1, ::ffff:127.0.0.1. */
export const isLoopback = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
