/**
 * Calls one operation of each service with ibm-cloud-sdk-core, as programs do that are set up by variables alone, and
 * prints the status of each answer as JSON.
 */
import { BaseService, getAuthenticatorFromEnvironment } from 'ibm-cloud-sdk-core';

/** Services by the names under which their variables are read, and what is called of each. */
const calls = {
  kubernetes_service_api: { method: 'GET', url: '/v1/clusters' },
  global_search: { method: 'POST', url: '/v3/resources/search', body: { query: 'type:k8-cluster' } },
  global_tagging: { method: 'GET', url: '/v3/tags' },
  resource_manager: { method: 'GET', url: '/v2/resource_groups' },
};

class Service extends BaseService {
  constructor(name) {
    super({ authenticator: getAuthenticatorFromEnvironment(name) });
    this.configureService(name);
  }

  call(options) {
    return this.createRequest({ options, defaultOptions: { ...this.baseOptions, headers: { Accept: 'application/json' } } });
  }
}

const statuses = {};
for (const [name, call] of Object.entries(calls)) statuses[name] = (await new Service(name).call(call)).status;
console.log(JSON.stringify(statuses));
