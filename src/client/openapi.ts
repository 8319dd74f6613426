// Made from openapi/openapi.json by `npm run client-types`. Do not edit.

export interface paths {
    "/_emulator/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts */
        get: operations["listAccounts"];
        put?: never;
        /** Create an account with an API key of its own */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /** Delete an account with everything in it */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /** Change how an account behaves */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/_emulator/accounts/{account}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an account's clock */
        get: operations["getClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set an account's time, its speed, or both
         * @description Everything that falls due on the way to a later time happens at its own moment. A clock that runs goes on from there.
         */
        patch: operations["changeClock"];
        trace?: never;
    };
    "/_emulator/accounts/{account}/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move an account's clock forward */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/clock/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run to the next due transition, or until nothing is due */
        post: operations["settleClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/clock/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an account's clock */
        post: operations["freezeClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/clock/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an account's clock run on */
        post: operations["unfreezeClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say why a resource is in its state, what comes next, and what each action would answer now
         * @description For everything with a lifecycle. Rules are named as in the lifecycle tables. Whether an address is free or a version fits is looked at only when the call comes.
         */
        get: operations["explainResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys that log in to an account
         * @description The keys themselves are not kept, so nobody can list them.
         */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key with a user and platform roles */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/api-keys/{apiKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description All tokens and passcodes that were made from it end at once, those in kubeconfigs too. Its text logs in no more.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/vlans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order a VLAN behind a router of your choice
         * @description The VLANs of a zone are listed with GET /v1/datacenters/{datacenter}/vlans.
         */
        post: operations["orderVlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the faults of an account, and how often each struck */
        get: operations["listFaults"];
        put?: never;
        /**
         * Let something go wrong
         * @description An effect on requests, or on clusters and workers; docs/faults.md tells what each does and how it ends.
         */
        post: operations["armFault"];
        /** Disarm every fault of an account */
        delete: operations["disarmFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/faults/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one fault */
        get: operations["getFault"];
        put?: never;
        post?: never;
        /**
         * Disarm a fault
         * @description A master that it kept away comes back, and a deployment that it held up goes on. Workers that it broke stay broken.
         */
        delete: operations["disarmFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read which operations and rules are proven, and by what
         * @description The parity ledger as of the build of this emulator: docs/parity.md shows the same for people.
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/env": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print the variables that lead clients to this emulator
         * @description The address in them is the one that the emulator was asked by.
         */
        get: operations["getEnvironment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Empty an account
         * @description Removes everything in the account, faults and journal included, and sets its clock to real time. The same calls then give the same ids again. Settings, API keys and snapshots stay.
         */
        post: operations["resetAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make accounts with all that a seed file tells of, or none of them
         * @description YAML or JSON, as --seed takes it at the start. Accounts that exist are left alone, unless they are to be reset.
         */
        post: operations["seedAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add to an account what a seed tells of, all of it or nothing
         * @description YAML or JSON: what stands below the name of an account in a seed file. Refusals name line and column.
         */
        post: operations["seedAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find and count what was asked in the name of an account
         * @description Every exchange of the account, also with IAM and the other services beside the container API; the control API is not part of it. The newest 1,000 are kept.
         */
        get: operations["getJournal"];
        put?: never;
        post?: never;
        /** Empty the journal of an account, marks included */
        delete: operations["clearJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/journal/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a mark in the journal of an account
         * @description It stands behind everything that was answered before. A mark of the same name moves here.
         */
        post: operations["markJournal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/journal/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the journal of an account live
         * @description Server-sent events, one for each entry, from now on or from a mark; after a broken connection from where it broke.
         */
        get: operations["streamJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the snapshots of an account */
        get: operations["listSnapshots"];
        put?: never;
        /**
         * Save everything in an account under a name, or take in a file
         * @description A file is what GET of a snapshot answers, of this or another emulator. It is taken in only if it can be restored.
         */
        post: operations["saveSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/snapshots/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a snapshot whole, as a file to keep */
        get: operations["getSnapshot"];
        put?: never;
        post?: never;
        /** Delete a snapshot */
        delete: operations["deleteSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/snapshots/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an account back to a snapshot
         * @description With the same ids, addresses, pending transitions, settings and time. What came later is gone; snapshots and journal stay.
         */
        post: operations["restoreSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/snapshots/{name}/fork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new account from a snapshot
         * @description With an API key of its own. Ids, addresses, pending transitions and time are those of the snapshot.
         */
        post: operations["forkSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_emulator/accounts/{account}/snapshots/{name}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed since a snapshot */
        get: operations["diffSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "id": "4f1c0d7a9b2e63858d0f4a1b7c92e6d3",
         *       "name": "my-test",
         *       "createdAt": "2026-08-22T10:03:16.000Z",
         *       "speed": 30,
         *       "vlanPolicy": "reuse",
         *       "auth": "server",
         *       "clusterQuota": 100,
         *       "workerQuota": 500,
         *       "subnetsPerVlanQuota": 40,
         *       "requestQuota": "off",
         *       "freeClusters": true,
         *       "serviceEndpoints": true,
         *       "publicEndpointOptional": true,
         *       "vlanSpanning": false,
         *       "idSeed": "4f1c0d7a9b2e63858d0f4a1b7c92e6d3",
         *       "now": "2026-08-22T10:03:16.000Z",
         *       "frozen": false
         *     }
         */
        Account: {
            id: string;
            name: string;
            createdAt: string;
            speed: "instant" | number;
            /**
             * @description What a create that names no VLAN does in a zone that has some: reuse them, or be refused with E0020.
             * @enum {string}
             */
            vlanPolicy: "reuse" | "require";
            /** @enum {string} */
            auth: "lenient" | "strict" | "server";
            /** @description Clusters per region. */
            clusterQuota: number;
            /** @description Workers per region. */
            workerQuota: number;
            /** @description Subnets on a VLAN, primary ones included, above which no further portable subnet comes. */
            subnetsPerVlanQuota: number;
            requestQuota: "off" | number;
            /** @description Whether free clusters can be created. */
            freeClusters: boolean;
            /** @description VRF and service endpoints are on, which private service endpoints need. */
            serviceEndpoints: boolean;
            /** @description Whether clusters may be without a public service endpoint. */
            publicEndpointOptional: boolean;
            /** @description Whether the private VLANs of the account reach each other. */
            vlanSpanning: boolean;
            idSeed: string;
            /** @description The account's time. */
            now: string;
            frozen: boolean;
        };
        /**
         * @example {
         *       "now": "2026-08-22T10:03:16.000Z",
         *       "frozen": false,
         *       "speed": 30,
         *       "nextDueAt": null
         *     }
         */
        AccountClock: {
            /** @description The account's time. */
            now: string;
            frozen: boolean;
            speed: "instant" | number;
            /** @description When the next transition is due, if any. */
            nextDueAt: string | null;
        };
        /**
         * @example {
         *       "speed": "instant"
         *     }
         */
        AccountPatch: {
            /** @description Real durations are divided by it; `instant` makes every step due at once. */
            speed?: "instant" | number;
            /**
             * @description What a create that names no VLAN does in a zone that has some: reuse them, or be refused with E0020.
             * @enum {string}
             */
            vlanPolicy?: "reuse" | "require";
            /**
             * @description Whether a call without a token is taken for one of the owner (lenient) or refused (strict); `server` leaves it to IKS_AUTH. Only the account `default` is called without a token.
             * @enum {string}
             */
            auth?: "lenient" | "strict" | "server";
            /** @description Clusters per region. */
            clusterQuota?: number;
            /** @description Workers per region. */
            workerQuota?: number;
            /** @description Subnets on a VLAN, primary ones included, above which no further portable subnet comes. */
            subnetsPerVlanQuota?: number;
            /** @description Requests within ten seconds, or `off`. */
            requestQuota?: "off" | number;
            /** @description Whether free clusters can be created. */
            freeClusters?: boolean;
            /** @description VRF and service endpoints are on, which private service endpoints need. */
            serviceEndpoints?: boolean;
            /** @description Whether clusters may be without a public service endpoint. */
            publicEndpointOptional?: boolean;
            /** @description Whether the private VLANs of the account reach each other. */
            vlanSpanning?: boolean;
        };
        /**
         * @example {
         *       "vlans": [
         *         {
         *           "name": "backend",
         *           "zone": "dal10",
         *           "type": "private"
         *         }
         *       ],
         *       "clusters": [
         *         {
         *           "name": "shop",
         *           "dataCenter": "dal10",
         *           "machineType": "b3c.4x16",
         *           "workerNum": 2,
         *           "age": "3d",
         *           "addons": [
         *             "istio"
         *           ],
         *           "tags": [
         *             "env:test"
         *           ]
         *         },
         *         {
         *           "name": "young",
         *           "dataCenter": "dal10",
         *           "machineType": "b3c.4x16",
         *           "state": "deploying"
         *         }
         *       ]
         *     }
         */
        AccountSeed: {
            /** @description Real durations are divided by it; `instant` makes every step due at once. */
            speed?: "instant" | number;
            /**
             * @description What a create that names no VLAN does in a zone that has some: reuse them, or be refused with E0020.
             * @enum {string}
             */
            vlanPolicy?: "reuse" | "require";
            /**
             * @description Whether a call without a token is taken for one of the owner (lenient) or refused (strict); `server` leaves it to IKS_AUTH. Only the account `default` is called without a token.
             * @enum {string}
             */
            auth?: "lenient" | "strict" | "server";
            /** @description Clusters per region. */
            clusterQuota?: number;
            /** @description Workers per region. */
            workerQuota?: number;
            /** @description Subnets on a VLAN, primary ones included, above which no further portable subnet comes. */
            subnetsPerVlanQuota?: number;
            /** @description Requests within ten seconds, or `off`. */
            requestQuota?: "off" | number;
            /** @description Whether free clusters can be created. */
            freeClusters?: boolean;
            /** @description VRF and service endpoints are on, which private service endpoints need. */
            serviceEndpoints?: boolean;
            /** @description Whether clusters may be without a public service endpoint. */
            publicEndpointOptional?: boolean;
            /** @description Whether the private VLANs of the account reach each other. */
            vlanSpanning?: boolean;
            /** @description Empties the account first. Otherwise it is added to. */
            reset?: boolean;
            clock?: {
                /**
                 * @description What time it is in the account; ages count back from it.
                 * @example 2030-01-01T00:00:00Z
                 */
                now?: string;
                /** @description Whether its clock stands still. */
                frozen?: boolean;
            };
            /** @description Names of groups beside the default one. */
            resourceGroups?: string[];
            vlans?: {
                /** @description Id of a classic zone. */
                zone: string;
                /** @enum {string} */
                type: "public" | "private";
                /** @description Such as `02a` or `bcr02a.dal10`. Without it, one that nothing of the account is behind in the zone. */
                router?: string;
                /** @description By which clusters and pools of the same account name it, in place of its id. */
                name?: string;
            }[];
            clusters?: {
                name: string;
                /** @description Required, as machineType is, but for a free cluster. */
                dataCenter?: string;
                /** @description A flavor of the zone, with or without the suffix .encrypted. */
                machineType?: string;
                /** @description Workers of the first pool; 1 unless told. */
                workerNum?: number;
                /**
                 * @description Shared hardware, or dedicated; a free cluster takes no notice of it.
                 * @enum {string}
                 */
                isolation?: "public" | "private";
                /** @description Id of a VLAN of the zone behind the same router. Left out beside a privateVlan, workers are private-only. */
                publicVlan?: string;
                /** @description Id of a VLAN of the zone. Without any the pair of the zone is reused, or made. */
                privateVlan?: string;
                /** @description This emulator alone: workers on a private VLAN only, which is made where the zone has none. */
                privateOnly?: boolean;
                /** @description No portable subnets, and so no ALBs and no Ingress subdomain. */
                noSubnet?: boolean;
                /** @description A minor, a patch or a build; the default version unless told. */
                masterVersion?: string;
                /** @description One that goes with version and flavor; a free cluster takes no notice of it. */
                operatingSystem?: string;
                /** @description On unless told; the flavor then shows the suffix .encrypted. A free cluster takes no notice of it. */
                diskEncryption?: boolean;
                /** @description A /23 or larger in CIDR form; 172.30.0.0/16 unless told. */
                podSubnet?: string;
                /** @description A /24 or larger in CIDR form; 172.21.0.0/16 unless told. */
                serviceSubnet?: string;
                /** @description default unless told; a free cluster takes no notice of it. */
                defaultWorkerPoolName?: string;
                /**
                 * @description An OpenShift licence that is there already; a free cluster takes no notice of it.
                 * @enum {string}
                 */
                defaultWorkerPoolEntitlement?: "cloud_pak" | "ocp_entitled";
                /** @description Patches of the master wait until they are asked for. */
                disableAutoUpdate?: boolean;
                /** @description On unless the private one alone is asked for. */
                publicServiceEndpoint?: boolean;
                /** @description Spelled so by the real API. */
                privateSeviceEndpoint?: boolean;
                /** @description The right spelling is taken too. */
                privateServiceEndpoint?: boolean;
                /** @description true is refused: gateway clusters are not built. */
                gatewayEnabled?: boolean;
                /** @description Taken and without effect: there are no network ACLs. */
                cseAclEnabled?: boolean;
                /** @description Taken and without effect: worker ids begin as the service makes them. */
                prefix?: string;
                /** @description Taken and without effect: no infrastructure permission is ever missing. */
                skipPermPrecheck?: boolean;
                /** @description Drawn from the id seed of the account when absent. */
                id?: string;
                /** @description Id or name; the default group when absent. */
                resourceGroup?: string;
                /**
                 * @description How long ago it was created. When absent, as long as its state takes.
                 * @example 25m
                 */
                age?: string;
                /**
                 * @description What it shows. When absent, what its age brings, or normal.
                 * @enum {string}
                 */
                state?: "requested" | "deploying" | "pending" | "normal" | "warning" | "critical" | "deleting";
                /** @description Worker pools beside the first one, made as soon as the master is deployed. */
                pools?: {
                    name: string;
                    /** @description A flavor of all zones, with or without the suffix .encrypted. */
                    machineType: string;
                    /**
                     * @description Workers for each zone.
                     * @example 3
                     */
                    sizePerZone: number;
                    /**
                     * @description Shared hardware, or dedicated.
                     * @enum {string}
                     */
                    isolation?: "public" | "private";
                    /** @description On unless told; the flavor then shows the suffix .encrypted. */
                    diskEncryption?: boolean;
                    /**
                     * @description The user's labels; they take the place of those before.
                     * @example {
                     *       "tier": "batch"
                     *     }
                     */
                    labels?: {
                        [key: string]: string;
                    };
                    /** @description One that goes with flavor and master's version. */
                    operatingSystem?: string;
                    /**
                     * @description An OpenShift licence that is there already.
                     * @enum {string}
                     */
                    entitlement?: "cloud_pak" | "ocp_entitled";
                    /** @description The zone of the cluster when absent. */
                    zones?: (string | {
                        /** @description Id of a VLAN of the zone. */
                        privateVlan?: string;
                        /** @description Id of a VLAN of the zone behind the same router. */
                        publicVlan?: string;
                        /**
                         * @description A zone such as dal12.
                         * @example dal12
                         */
                        id: string;
                    })[];
                    /**
                     * @description Key to value:effect; an empty object removes all taints.
                     * @example {
                     *       "dedicated": "edge:NoExecute"
                     *     }
                     */
                    taints?: {
                        [key: string]: string;
                    };
                }[];
                /** @description Enabled as soon as the master is deployed. */
                addons?: (string | {
                    name: string;
                    /** @description Without it the newest version that fits the cluster. */
                    version?: string;
                    /** @description Settings of the add-on: a text, or any JSON, which is kept as text. */
                    options?: string;
                })[];
                tags?: string[];
                /** @description Workers that are not well. */
                workers?: {
                    /** @default default */
                    pool: string;
                    /** @description Which of the pool: 1 is the oldest. */
                    number: number;
                    /** @enum {string} */
                    state: "critical" | "provision_failed" | "deploy_failed";
                    /**
                     * @description What the message on it says.
                     * @enum {string}
                     */
                    condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
                }[];
            }[];
            /** @description As POST /_emulator/accounts/{account}/faults takes them; armed at the end. */
            faults?: unknown[];
        };
        /**
         * @example {
         *       "id": "ApiKey-0b8f3c52-91de-47a6-8c35-e6f0a4b7d219",
         *       "user": {
         *         "email": "vera@example.com",
         *         "name": "Vera Viewer",
         *         "iamId": "IBMid-52D0A7C19B"
         *       },
         *       "roles": [
         *         "viewer"
         *       ],
         *       "createdAt": "2026-08-22T10:03:16.000Z"
         *     }
         */
        ApiKey: {
            id: string;
            user: {
                email: string;
                name: string;
                iamId: string;
            };
            roles: ("viewer" | "editor" | "operator" | "administrator")[];
            /** @description Real time. */
            createdAt: string;
        };
        /**
         * @example {
         *       "by": "25m"
         *     }
         */
        ClockAdvance: {
            /** @example 25m */
            by: string;
        };
        /**
         * @example {
         *       "now": "2030-01-01T00:00:00Z",
         *       "speed": 1
         *     }
         */
        ClockPatch: {
            /**
             * @description What the time is from now on. Earlier than it is only as long as nothing in the account is later.
             * @example 2030-01-01T00:00:00Z
             */
            now?: string;
            /** @description What real durations are divided by in steps that begin from now on, or `instant`. */
            speed?: "instant" | number;
        };
        /**
         * @example {
         *       "until": "all"
         *     }
         */
        ClockSettle: {
            /**
             * @description Jump to the next due transition, or run until nothing is due.
             * @enum {string}
             */
            until: "next" | "all";
        };
        /**
         * @example {
         *       "id": "4f1c0d7a9b2e63858d0f4a1b7c92e6d3",
         *       "name": "my-test",
         *       "createdAt": "2026-08-22T10:03:16.000Z",
         *       "speed": 30,
         *       "vlanPolicy": "reuse",
         *       "auth": "server",
         *       "clusterQuota": 100,
         *       "workerQuota": 500,
         *       "subnetsPerVlanQuota": 40,
         *       "requestQuota": "off",
         *       "freeClusters": true,
         *       "serviceEndpoints": true,
         *       "publicEndpointOptional": true,
         *       "vlanSpanning": false,
         *       "idSeed": "4f1c0d7a9b2e63858d0f4a1b7c92e6d3",
         *       "now": "2026-08-22T10:03:16.000Z",
         *       "frozen": false,
         *       "apiKey": "a-secret-of-64-hex-digits"
         *     }
         */
        CreatedAccount: {
            id: string;
            name: string;
            createdAt: string;
            speed: "instant" | number;
            /**
             * @description What a create that names no VLAN does in a zone that has some: reuse them, or be refused with E0020.
             * @enum {string}
             */
            vlanPolicy: "reuse" | "require";
            /** @enum {string} */
            auth: "lenient" | "strict" | "server";
            /** @description Clusters per region. */
            clusterQuota: number;
            /** @description Workers per region. */
            workerQuota: number;
            /** @description Subnets on a VLAN, primary ones included, above which no further portable subnet comes. */
            subnetsPerVlanQuota: number;
            requestQuota: "off" | number;
            /** @description Whether free clusters can be created. */
            freeClusters: boolean;
            /** @description VRF and service endpoints are on, which private service endpoints need. */
            serviceEndpoints: boolean;
            /** @description Whether clusters may be without a public service endpoint. */
            publicEndpointOptional: boolean;
            /** @description Whether the private VLANs of the account reach each other. */
            vlanSpanning: boolean;
            idSeed: string;
            /** @description The account's time. */
            now: string;
            frozen: boolean;
            /** @description Logs in to this account at POST /identity/token. */
            apiKey: string;
        };
        /**
         * @example {
         *       "id": "ApiKey-0b8f3c52-91de-47a6-8c35-e6f0a4b7d219",
         *       "user": {
         *         "email": "vera@example.com",
         *         "name": "Vera Viewer",
         *         "iamId": "IBMid-52D0A7C19B"
         *       },
         *       "roles": [
         *         "viewer"
         *       ],
         *       "createdAt": "2026-08-22T10:03:16.000Z",
         *       "apiKey": "a-secret-of-64-hex-digits"
         *     }
         */
        CreatedApiKey: {
            id: string;
            user: {
                email: string;
                name: string;
                iamId: string;
            };
            roles: ("viewer" | "editor" | "operator" | "administrator")[];
            /** @description Real time. */
            createdAt: string;
            /** @description Logs in to this account at POST /identity/token. It is shown here and never again. */
            apiKey: string;
        };
        /**
         * @example {
         *       "removed": 2
         *     }
         */
        DisarmedFaults: {
            /** @description How many faults there were. */
            removed: number;
        };
        /**
         * @example {
         *       "IBMCLOUD_IAM_API_ENDPOINT": "http://127.0.0.1:4570"
         *     }
         */
        Environment: {
            [key: string]: string;
        };
        /**
         * @example {
         *       "incidentID": "6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214",
         *       "code": "G0004",
         *       "description": "The specified cluster could not be found.",
         *       "type": "General"
         *     }
         */
        ErrorResponse: {
            /** @description Names this one failure; the log has it too. */
            incidentID: string;
            code: string;
            description: string;
            type: string;
            /** @description A command that helps, where one is known. */
            recoveryCLI?: string;
        };
        /**
         * @example {
         *       "summary": "The worker kube-c9t2m4ld0k7q1e5v8ub0-shop-default-0000010c is provisioning since 2026-08-22T10:05:46.000Z: it waits for its machine, which is ordered (R204). It becomes provisioned at 2026-08-22T10:11:46.000Z, in 6 min. Possible now: remove.",
         *       "kind": "worker",
         *       "id": "kube-c9t2m4ld0k7q1e5v8ub0-shop-default-0000010c",
         *       "name": null,
         *       "cluster": {
         *         "id": "c9t2m4ld0k7q1e5v8ub0",
         *         "name": "shop",
         *         "shownAs": "pending"
         *       },
         *       "state": "provisioning",
         *       "since": "2026-08-22T10:05:46.000Z",
         *       "rule": "R204",
         *       "means": "waits for its machine, which is ordered",
         *       "next": {
         *         "state": "provisioned",
         *         "at": "2026-08-22T10:11:46.000Z",
         *         "rule": "R132: virtual machines take minutes"
         *       },
         *       "waitsFor": null,
         *       "actions": [
         *         {
         *           "action": "replace",
         *           "outcome": "refused",
         *           "refusal": {
         *             "status": 400,
         *             "code": "E0023",
         *             "description": "To replace a worker is not possible in the state provisioning. Possible now: remove."
         *           },
         *           "calls": [
         *             {
         *               "operationId": "replaceWorker",
         *               "method": "POST",
         *               "path": "/v2/replaceWorker",
         *               "status": 400
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        Explanation: {
            /** @description All of it in a sentence or two. */
            summary: string;
            kind: string;
            id: string;
            name: string | null;
            /** @description Its cluster, or itself, with the state that callers see. */
            cluster: {
                id: string;
                name: string;
                shownAs: string;
            };
            /** @description The inner state, by which everything is decided. */
            state: string;
            since: string;
            rule: string;
            means: string;
            /** @description The step that it takes by itself, in the time of the account. */
            next: {
                state: string;
                at: string;
                rule: string;
            } | null;
            /** @description What must happen first; null where the step comes by itself, or nothing is awaited. */
            waitsFor: string | null;
            /** @description What each action would answer now. Nothing is done. */
            actions: {
                action: string;
                /** @enum {string} */
                outcome: "done" | "no effect" | "refused";
                refusal: {
                    status: number;
                    code: string;
                    description: string;
                } | null;
                /** @description The operations by which it is taken. */
                calls: {
                    operationId: string;
                    method: string;
                    path: string;
                    /** @description What it would answer now, as far as the state decides. */
                    status: number;
                }[];
            }[];
        };
        /**
         * @example {
         *       "id": "fault-0000010c",
         *       "effect": {
         *         "type": "error",
         *         "error": "internal"
         *       },
         *       "operations": [
         *         "getCluster*"
         *       ],
         *       "when": {
         *         "first": 2
         *       },
         *       "createdAt": "2026-08-22T10:03:16.000Z",
         *       "expiresAt": "2026-08-22T10:13:16.000Z",
         *       "armed": true,
         *       "matched": 1,
         *       "struck": 1,
         *       "resources": []
         *     }
         */
        Fault: {
            id: string;
            effect: {
                /** @constant */
                type: "error";
                /**
                 * @description Which error of the API's: a key of the table in docs/faults.md.
                 * @enum {string}
                 */
                error: "invalidRequest" | "missingFields" | "malformedJson" | "deprecatedFlavor" | "actionNotAllowed" | "masterNotDeployed" | "noPortableSubnet" | "notAuthenticated" | "notAuthorized" | "quotaExceeded" | "clusterNotFound" | "workerNotFound" | "workerPoolNotFound" | "albNotFound" | "subnetNotFound" | "addonNotFound" | "credentialsNotFound" | "apiKeyNotFound" | "zoneNotFound" | "pathNotFound" | "methodNotAllowed" | "clusterNameTaken" | "workerPoolNameTaken" | "alreadyAtVersion" | "heldByAnother" | "bodyTooLarge" | "wrongContentType" | "tooManyRequests" | "internal" | "databaseUnavailable" | "providerNotPermitted" | "apiKeyNotMade" | "webhookInTheWay" | "migrationRunning" | "tokenNotExchanged" | "registryAccessMissing" | "clusterOutOfReach" | "ingressSecretNotFound";
                /** @description The text, in place of an example of it. */
                description?: string;
            } | {
                /** @constant */
                type: "latency";
                /** @description Real time that the request waits before it is handled, up to 60s. */
                for: string;
            } | {
                /** @constant */
                type: "drop";
            } | {
                /** @constant */
                type: "commit-then-drop";
            } | {
                /** @constant */
                type: "truncated";
            } | {
                /** @constant */
                type: "rate-limited";
                /** @description Seconds, as the header Retry-After tells; 10 when absent. */
                retryAfter?: number;
            } | {
                /** @constant */
                type: "provisioning-fails";
                /**
                 * @description What the message on the worker says.
                 * @enum {string}
                 */
                condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
            } | {
                /** @constant */
                type: "deployment-fails";
                /**
                 * @description What the message on the worker says.
                 * @enum {string}
                 */
                condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
            } | {
                /** @constant */
                type: "reload-fails";
                /**
                 * @description What the message on the worker says.
                 * @enum {string}
                 */
                condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
            } | {
                /** @constant */
                type: "worker-critical";
                /**
                 * @description What the message on the worker says.
                 * @enum {string}
                 */
                condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
            } | {
                /** @constant */
                type: "worker-deployment-hangs";
            } | {
                /** @constant */
                type: "master-deployment-hangs";
            } | {
                /** @constant */
                type: "master-unavailable";
            } | {
                /** @constant */
                type: "subnet-limit-reached";
            };
            /** @description Ids of operations, in which * stands for any part. All when absent. For effects on requests alone. */
            operations?: string[];
            /** @description Id or name of a cluster, or id of a worker, pool, ALB or whatever else a request names. */
            resource?: string;
            /** @description Id of a zone. */
            zone?: string;
            /** @description A name, in which * stands for any part. */
            name?: string;
            /** @description Which of its matches it strikes. All when absent. */
            when?: {
                /** @description The first n matches. */
                first?: number;
                /** @description Every nth match: 3 means the third, the sixth and so on. */
                every?: number;
                /** @description Each with this probability, from 0 to 1. */
                probability?: number;
                /** @description With a probability: the same seed strikes the same matches in every run. */
                seed?: string;
            };
            /** @description The account's time. */
            createdAt: string;
            /** @description The account's time, or null for a fault without a limit. */
            expiresAt: string | null;
            /** @description Whether it may still strike. */
            armed: boolean;
            /** @description How many requests or transitions it was about. */
            matched: number;
            /** @description How many of those it struck. */
            struck: number;
            /** @description Ids of the clusters and workers that it struck. */
            resources: string[];
        };
        /**
         * @example {
         *       "count": 1,
         *       "entries": [
         *         {
         *           "sequence": 4711,
         *           "at": "2026-08-22T10:03:16.000Z",
         *           "durationMs": 12.4,
         *           "requestId": "6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214",
         *           "operationId": "createCluster",
         *           "method": "POST",
         *           "path": "/v1/clusters",
         *           "status": 400,
         *           "fault": null,
         *           "request": {
         *             "query": {},
         *             "headers": {
         *               "authorization": "[redacted]",
         *               "content-type": "application/json"
         *             },
         *             "body": {
         *               "contentType": "application/json",
         *               "bytes": 36,
         *               "kind": "json",
         *               "truncated": false,
         *               "content": {
         *                 "name": "shop",
         *                 "dataCentre": "dal10"
         *               }
         *             }
         *           },
         *           "answer": {
         *             "body": {
         *               "contentType": "application/json; charset=utf-8",
         *               "bytes": 158,
         *               "kind": "json",
         *               "truncated": false,
         *               "content": {
         *                 "code": "G0003",
         *                 "description": "These fields are missing: dataCenter.",
         *                 "incidentID": "6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214",
         *                 "type": "General"
         *               }
         *             }
         *           },
         *           "help": [
         *             {
         *               "problem": "unknown field",
         *               "where": "body.dataCentre",
         *               "text": "createCluster takes no body.dataCentre; it counts for nothing. Did you mean dataCenter?",
         *               "nearest": [
         *                 "dataCenter"
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "next": null
         *     }
         */
        Journal: {
            /** @description How many exchanges match, also those that are not in this answer. */
            count: number;
            /** @description The oldest first. */
            entries: components["schemas"]["JournalEntry"][];
            /** @description The `cursor` for those that follow; null when there are no more. */
            next: string | null;
        };
        /**
         * @example {
         *       "sequence": 4711,
         *       "at": "2026-08-22T10:03:16.000Z",
         *       "durationMs": 12.4,
         *       "requestId": "6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214",
         *       "operationId": "createCluster",
         *       "method": "POST",
         *       "path": "/v1/clusters",
         *       "status": 400,
         *       "fault": null,
         *       "request": {
         *         "query": {},
         *         "headers": {
         *           "authorization": "[redacted]",
         *           "content-type": "application/json"
         *         },
         *         "body": {
         *           "contentType": "application/json",
         *           "bytes": 36,
         *           "kind": "json",
         *           "truncated": false,
         *           "content": {
         *             "name": "shop",
         *             "dataCentre": "dal10"
         *           }
         *         }
         *       },
         *       "answer": {
         *         "body": {
         *           "contentType": "application/json; charset=utf-8",
         *           "bytes": 158,
         *           "kind": "json",
         *           "truncated": false,
         *           "content": {
         *             "code": "G0003",
         *             "description": "These fields are missing: dataCenter.",
         *             "incidentID": "6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214",
         *             "type": "General"
         *           }
         *         }
         *       },
         *       "help": [
         *         {
         *           "problem": "unknown field",
         *           "where": "body.dataCentre",
         *           "text": "createCluster takes no body.dataCentre; it counts for nothing. Did you mean dataCenter?",
         *           "nearest": [
         *             "dataCenter"
         *           ]
         *         }
         *       ]
         *     }
         */
        JournalEntry: {
            /** @description Grows from entry to entry and mark to mark. */
            sequence: number;
            /** @description Real time at which the request came. */
            at: string;
            durationMs: number;
            /** @description The incidentID of refusals, which the log has too. */
            requestId: string;
            /** @description Null where there is no such operation. */
            operationId: string | null;
            method: string;
            path: string;
            /** @description Null where the connection went before there was an answer. */
            status: number | null;
            /** @description The fault that struck, if one did. */
            fault: unknown;
            request: {
                query: {
                    [key: string]: unknown;
                };
                headers: {
                    [key: string]: unknown;
                };
                body: {
                    contentType: string | null;
                    /** @description How many were sent. */
                    bytes: number;
                    /** @enum {string} */
                    kind: "json" | "text" | "binary";
                    /** @description Of more than 16 KB only the first are here, as text; or nothing, where the body was not read. */
                    truncated: boolean;
                    /** @description JSON as it is, text as text, null for the rest. Secrets are `[redacted]`. */
                    content: unknown;
                } | null;
            };
            answer: {
                body: {
                    contentType: string | null;
                    /** @description How many were sent. */
                    bytes: number;
                    /** @enum {string} */
                    kind: "json" | "text" | "binary";
                    /** @description Of more than 16 KB only the first are here, as text; or nothing, where the body was not read. */
                    truncated: boolean;
                    /** @description JSON as it is, text as text, null for the rest. Secrets are `[redacted]`. */
                    content: unknown;
                } | null;
            } | null;
            /** @description What the caller may have meant, where something was wrong with the request. */
            help: {
                /** @enum {string} */
                problem: "unknown path" | "wrong method" | "not built" | "unknown field" | "missing field";
                where: string;
                text: string;
                /** @description Operations or fields that may have been meant, the nearest first. */
                nearest: string[];
            }[];
        };
        /**
         * @example {
         *       "name": "my-test",
         *       "sequence": 4710,
         *       "at": "2026-08-22T10:03:15.000Z"
         *     }
         */
        JournalMark: {
            name: string;
            sequence: number;
            /** @description Real time at which it was set. */
            at: string;
        };
        /**
         * @description How many there are of each kind; a kind of which there is nothing is left out.
         * @example {
         *       "clusters": 1,
         *       "workerPools": 1,
         *       "workers": 2,
         *       "vlans": 2,
         *       "subnets": 4
         *     }
         */
        KindCounts: {
            [key: string]: number;
        };
        /**
         * @example {
         *       "now": "2026-08-22T10:28:16.000Z",
         *       "frozen": false,
         *       "speed": 1,
         *       "nextDueAt": null,
         *       "transitions": [
         *         {
         *           "at": "2026-08-22T10:03:31.000Z",
         *           "kind": "cluster",
         *           "id": "c9t2m4ld0k7q1e5v8ub0",
         *           "from": "requested",
         *           "to": "deploying"
         *         }
         *       ]
         *     }
         */
        MovedClock: {
            /** @description The account's time. */
            now: string;
            frozen: boolean;
            speed: "instant" | number;
            /** @description When the next transition is due, if any. */
            nextDueAt: string | null;
            /** @description What happened on the way, in order. */
            transitions: {
                at: string;
                kind: string;
                id: string;
                from: string;
                to: string;
            }[];
        };
        /**
         * @example {
         *       "name": "my-test",
         *       "speed": "instant",
         *       "idSeed": "my-test"
         *     }
         */
        NewAccount: {
            name: string;
            /** @description What all ids in the account follow from: the same calls then give the same ids in every run. Its own id when absent. */
            idSeed?: string;
            /** @description The key that logs in to the account, which the account's id follows from. A secret of chance when absent. */
            apiKey?: string;
            /** @description Real durations are divided by it; `instant` makes every step due at once. */
            speed?: "instant" | number;
            /**
             * @description What a create that names no VLAN does in a zone that has some: reuse them, or be refused with E0020.
             * @enum {string}
             */
            vlanPolicy?: "reuse" | "require";
            /**
             * @description Whether a call without a token is taken for one of the owner (lenient) or refused (strict); `server` leaves it to IKS_AUTH. Only the account `default` is called without a token.
             * @enum {string}
             */
            auth?: "lenient" | "strict" | "server";
            /** @description Clusters per region. */
            clusterQuota?: number;
            /** @description Workers per region. */
            workerQuota?: number;
            /** @description Subnets on a VLAN, primary ones included, above which no further portable subnet comes. */
            subnetsPerVlanQuota?: number;
            /** @description Requests within ten seconds, or `off`. */
            requestQuota?: "off" | number;
            /** @description Whether free clusters can be created. */
            freeClusters?: boolean;
            /** @description VRF and service endpoints are on, which private service endpoints need. */
            serviceEndpoints?: boolean;
            /** @description Whether clusters may be without a public service endpoint. */
            publicEndpointOptional?: boolean;
            /** @description Whether the private VLANs of the account reach each other. */
            vlanSpanning?: boolean;
        };
        /**
         * @example {
         *       "user": {
         *         "email": "vera@example.com",
         *         "name": "Vera Viewer"
         *       },
         *       "roles": [
         *         "viewer"
         *       ]
         *     }
         */
        NewApiKey: {
            /** @description Whom the key speaks for: in the claims of its tokens, and as the owner of what is made with it. The owner of the account when absent. */
            user?: {
                email: string;
                /** @description The email when absent. */
                name?: string;
            };
            /** @description What the key may do. Operator and editor do not include each other; with none it may only look at the catalogue. `["administrator"]` when absent. */
            roles?: ("viewer" | "editor" | "operator" | "administrator")[];
            /** @description The key itself, when it is to be a certain one. A secret of chance when absent. */
            apiKey?: string;
        };
        /**
         * @example {
         *       "effect": {
         *         "type": "error",
         *         "error": "internal"
         *       },
         *       "operations": [
         *         "getCluster*"
         *       ],
         *       "when": {
         *         "first": 2
         *       },
         *       "for": "10m"
         *     }
         * @example {
         *       "effect": {
         *         "type": "provisioning-fails",
         *         "condition": "noCapacity"
         *       },
         *       "zone": "dal10",
         *       "when": {
         *         "first": 1
         *       }
         *     }
         */
        NewFault: {
            effect: {
                /** @constant */
                type: "error";
                /**
                 * @description Which error of the API's: a key of the table in docs/faults.md.
                 * @enum {string}
                 */
                error: "invalidRequest" | "missingFields" | "malformedJson" | "deprecatedFlavor" | "actionNotAllowed" | "masterNotDeployed" | "noPortableSubnet" | "notAuthenticated" | "notAuthorized" | "quotaExceeded" | "clusterNotFound" | "workerNotFound" | "workerPoolNotFound" | "albNotFound" | "subnetNotFound" | "addonNotFound" | "credentialsNotFound" | "apiKeyNotFound" | "zoneNotFound" | "pathNotFound" | "methodNotAllowed" | "clusterNameTaken" | "workerPoolNameTaken" | "alreadyAtVersion" | "heldByAnother" | "bodyTooLarge" | "wrongContentType" | "tooManyRequests" | "internal" | "databaseUnavailable" | "providerNotPermitted" | "apiKeyNotMade" | "webhookInTheWay" | "migrationRunning" | "tokenNotExchanged" | "registryAccessMissing" | "clusterOutOfReach" | "ingressSecretNotFound";
                /** @description The text, in place of an example of it. */
                description?: string;
            } | {
                /** @constant */
                type: "latency";
                /** @description Real time that the request waits before it is handled, up to 60s. */
                for: string;
            } | {
                /** @constant */
                type: "drop";
            } | {
                /** @constant */
                type: "commit-then-drop";
            } | {
                /** @constant */
                type: "truncated";
            } | {
                /** @constant */
                type: "rate-limited";
                /** @description Seconds, as the header Retry-After tells; 10 when absent. */
                retryAfter?: number;
            } | {
                /** @constant */
                type: "provisioning-fails";
                /**
                 * @description What the message on the worker says.
                 * @enum {string}
                 */
                condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
            } | {
                /** @constant */
                type: "deployment-fails";
                /**
                 * @description What the message on the worker says.
                 * @enum {string}
                 */
                condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
            } | {
                /** @constant */
                type: "reload-fails";
                /**
                 * @description What the message on the worker says.
                 * @enum {string}
                 */
                condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
            } | {
                /** @constant */
                type: "worker-critical";
                /**
                 * @description What the message on the worker says.
                 * @enum {string}
                 */
                condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
            } | {
                /** @constant */
                type: "worker-deployment-hangs";
            } | {
                /** @constant */
                type: "master-deployment-hangs";
            } | {
                /** @constant */
                type: "master-unavailable";
            } | {
                /** @constant */
                type: "subnet-limit-reached";
            };
            /** @description Ids of operations, in which * stands for any part. All when absent. For effects on requests alone. */
            operations?: string[];
            /** @description Id or name of a cluster, or id of a worker, pool, ALB or whatever else a request names. */
            resource?: string;
            /** @description Id of a zone. */
            zone?: string;
            /** @description A name, in which * stands for any part. */
            name?: string;
            /** @description Which of its matches it strikes. All when absent. */
            when?: {
                /** @description The first n matches. */
                first?: number;
                /** @description Every nth match: 3 means the third, the sixth and so on. */
                every?: number;
                /** @description Each with this probability, from 0 to 1. */
                probability?: number;
                /** @description With a probability: the same seed strikes the same matches in every run. */
                seed?: string;
            };
            /**
             * @description Disarms it after so much of the account's time.
             * @example 25m
             */
            for?: string;
            /**
             * @description Disarms it at a moment of the account's time.
             * @example 2030-01-01T00:00:00Z
             */
            until?: string;
        };
        /**
         * @example {
         *       "name": "my-test"
         *     }
         */
        NewJournalMark: {
            name: string;
        };
        /**
         * @example {
         *       "name": "base"
         *     }
         */
        NewSnapshot: {
            name: string;
            /** @description Whether it may take the place of one with the same name. */
            replace?: boolean;
            /** @description A snapshot to take in, instead of what is in the account now. */
            file?: components["schemas"]["SnapshotFileInput"];
        };
        /**
         * @example {
         *       "id": "getRegions",
         *       "method": "GET",
         *       "path": "/v1/regions",
         *       "group": "catalog",
         *       "tier": 1,
         *       "status": "proven",
         *       "ambiguities": [],
         *       "clients": [
         *         {
         *           "client": "bluemix-go",
         *           "calls": [
         *             "containerv1.Regions.List"
         *           ]
         *         }
         *       ],
         *       "tests": [
         *         {
         *           "file": "test/catalog/get-regions.test.ts",
         *           "names": [
         *             "getRegions › 200: the old name, and the modern one as alias"
         *           ]
         *         }
         *       ]
         *     }
         */
        OperationParity: {
            id: string;
            method: string;
            path: string;
            group: string;
            /** @description 1: classic clusters, 2: the rest of the container API, 3: hosts, storage and Satellite. */
            tier: number;
            /**
             * @description `proven`: tests that ran and passed carry its id; `partly` and `differs on purpose`: they do, and `reason` tells what they leave out; `not proven`: it is claimed, and none did; `not built`: it is not claimed, and of operations there is nothing but the answer 501.
             * @enum {string}
             */
            status: "proven" | "partly" | "differs on purpose" | "not built" | "not proven";
            /** @description Why the status is not `proven`. */
            reason?: string;
            /** @description Where clients disagree about it. */
            ambiguities: string[];
            /** @description The official clients that called it with success, and the calls of each that lead to it. */
            clients: {
                client: string;
                calls: string[];
            }[];
            /** @description By file, the tests that ran and passed. */
            tests: {
                file: string;
                names: string[];
            }[];
        };
        /**
         * @example {
         *       "summary": {
         *         "operations": {
         *           "total": 279,
         *           "proven": 114,
         *           "partly": 1,
         *           "differs on purpose": 0,
         *           "not built": 164,
         *           "not proven": 0
         *         },
         *         "tier1": {
         *           "total": 111,
         *           "proven": 111,
         *           "partly": 0,
         *           "differs on purpose": 0,
         *           "not built": 0,
         *           "not proven": 0
         *         },
         *         "rules": {
         *           "total": 224,
         *           "proven": 151,
         *           "partly": 23,
         *           "differs on purpose": 5,
         *           "not built": 45,
         *           "not proven": 0
         *         }
         *       },
         *       "operations": [],
         *       "rules": []
         *     }
         */
        ParityLedger: {
            summary: {
                operations: {
                    total: number;
                    proven: number;
                    partly: number;
                    "differs on purpose": number;
                    "not built": number;
                    "not proven": number;
                };
                tier1: {
                    total: number;
                    proven: number;
                    partly: number;
                    "differs on purpose": number;
                    "not built": number;
                    "not proven": number;
                };
                rules: {
                    total: number;
                    proven: number;
                    partly: number;
                    "differs on purpose": number;
                    "not built": number;
                    "not proven": number;
                };
            };
            operations: components["schemas"]["OperationParity"][];
            rules: components["schemas"]["RuleParity"][];
            /** @description What the last mutation check has shown; absent where one row is asked for. */
            mutation?: {
                /** @description The share of changes that tests noticed, in percent. */
                score: number;
                /** @description Changes with which a test failed. */
                killed: number;
                /** @description Changes with which tests did not come to an end; they count as noticed. */
                timedOut: number;
                /** @description Changes with which every test passed. */
                survived: number;
                /** @description Changes that no test came by. */
                notReached: number;
                files: {
                    file: string;
                    /** @description Changes with which a test failed. */
                    killed: number;
                    /** @description Changes with which tests did not come to an end; they count as noticed. */
                    timedOut: number;
                    /** @description Changes with which every test passed. */
                    survived: number;
                    /** @description Changes that no test came by. */
                    notReached: number;
                }[];
                /** @description What no test noticed, and why it stays so. */
                survivors: {
                    file: string;
                    line: number;
                    change: string;
                    reason: string;
                }[];
                /** @description Files that decide, and their tests, that had changed since then or had not been checked yet when this ledger was made. */
                changedSince: string[];
            };
        };
        /**
         * @example {
         *       "removed": {
         *         "clusters": 1,
         *         "workerPools": 1,
         *         "workers": 2,
         *         "vlans": 2,
         *         "subnets": 4
         *       }
         *     }
         */
        ResetAccount: {
            removed: components["schemas"]["KindCounts"];
        };
        /**
         * @example {
         *       "now": "2026-08-22T10:28:16.000Z",
         *       "holds": {
         *         "clusters": 1,
         *         "workers": 2
         *       }
         *     }
         */
        RestoredAccount: {
            /** @description The account's time from which it goes on. */
            now: string;
            holds: components["schemas"]["KindCounts"];
        };
        /**
         * @example {
         *       "id": "R218",
         *       "section": "Workers",
         *       "says": "A worker runs 110 pods, and with many cores up to 250.",
         *       "status": "not built",
         *       "reason": "Nothing runs in a cluster, so nothing is counted.",
         *       "sources": [
         *         "IBM Cloud docs, \"Service limitations\", 2022-11"
         *       ],
         *       "tests": []
         *     }
         */
        RuleParity: {
            id: string;
            section: string;
            says: string;
            /**
             * @description `proven`: tests that ran and passed carry its id; `partly` and `differs on purpose`: they do, and `reason` tells what they leave out; `not proven`: it is claimed, and none did; `not built`: it is not claimed, and of operations there is nothing but the answer 501.
             * @enum {string}
             */
            status: "proven" | "partly" | "differs on purpose" | "not built" | "not proven";
            /** @description Why the status is not `proven`. */
            reason?: string;
            /** @description What no source states. */
            assumed?: string;
            /** @description The public documents that it rests on. */
            sources: string[];
            /** @description By file, the tests that ran and passed. */
            tests: {
                file: string;
                names: string[];
            }[];
        };
        /**
         * @example {
         *       "clusters": [
         *         {
         *           "id": "c9t2m4ld0k7q1e5v8ub0",
         *           "name": "shop",
         *           "state": "normal"
         *         }
         *       ],
         *       "vlans": [
         *         {
         *           "id": "1000002",
         *           "name": "backend"
         *         }
         *       ],
         *       "faults": 0
         *     }
         */
        SeededAccount: {
            clusters: {
                id: string;
                name: string;
                state: string;
            }[];
            /** @description Those that the seed orders. */
            vlans: {
                id: string;
                name: string | null;
            }[];
            /** @description How many are armed by it. */
            faults: number;
        };
        /**
         * @example {
         *       "accounts": [
         *         {
         *           "name": "my-test",
         *           "id": "4f1c0d7a9b2e63858d0f4a1b7c92e6d3",
         *           "apiKey": "key-of-my-test",
         *           "outcome": "created",
         *           "clusters": [
         *             {
         *               "id": "c9t2m4ld0k7q1e5v8ub0",
         *               "name": "shop",
         *               "state": "normal"
         *             }
         *           ],
         *           "vlans": [
         *             {
         *               "id": "1000002",
         *               "name": "backend"
         *             }
         *           ],
         *           "faults": 0
         *         }
         *       ]
         *     }
         */
        SeededFile: {
            accounts: {
                name: string;
                id: string;
                /** @description Logs in to an account that was made, but for `default`. */
                apiKey?: string;
                /** @enum {string} */
                outcome: "created" | "reset" | "left alone";
                clusters: {
                    id: string;
                    name: string;
                    state: string;
                }[];
                /** @description Those that the seed orders. */
                vlans: {
                    id: string;
                    name: string | null;
                }[];
                /** @description How many are armed by it. */
                faults: number;
            }[];
        };
        /**
         * @example {
         *       "accounts": {
         *         "default": {
         *           "clusters": [
         *             {
         *               "name": "shop",
         *               "dataCenter": "dal10",
         *               "machineType": "b3c.4x16",
         *               "workerNum": 2,
         *               "age": "3d",
         *               "addons": [
         *                 "istio"
         *               ],
         *               "tags": [
         *                 "env:test"
         *               ]
         *             }
         *           ]
         *         }
         *       }
         *     }
         */
        SeedFile: {
            /** @description Accounts by name; `default` is the one of callers without a token. Those that exist are left alone, unless they are to be reset. */
            accounts: {
                [key: string]: {
                    /** @description Real durations are divided by it; `instant` makes every step due at once. */
                    speed?: "instant" | number;
                    /**
                     * @description What a create that names no VLAN does in a zone that has some: reuse them, or be refused with E0020.
                     * @enum {string}
                     */
                    vlanPolicy?: "reuse" | "require";
                    /**
                     * @description Whether a call without a token is taken for one of the owner (lenient) or refused (strict); `server` leaves it to IKS_AUTH. Only the account `default` is called without a token.
                     * @enum {string}
                     */
                    auth?: "lenient" | "strict" | "server";
                    /** @description Clusters per region. */
                    clusterQuota?: number;
                    /** @description Workers per region. */
                    workerQuota?: number;
                    /** @description Subnets on a VLAN, primary ones included, above which no further portable subnet comes. */
                    subnetsPerVlanQuota?: number;
                    /** @description Requests within ten seconds, or `off`. */
                    requestQuota?: "off" | number;
                    /** @description Whether free clusters can be created. */
                    freeClusters?: boolean;
                    /** @description VRF and service endpoints are on, which private service endpoints need. */
                    serviceEndpoints?: boolean;
                    /** @description Whether clusters may be without a public service endpoint. */
                    publicEndpointOptional?: boolean;
                    /** @description Whether the private VLANs of the account reach each other. */
                    vlanSpanning?: boolean;
                    /** @description Empties the account first. Otherwise it is added to. */
                    reset?: boolean;
                    clock?: {
                        /**
                         * @description What time it is in the account; ages count back from it.
                         * @example 2030-01-01T00:00:00Z
                         */
                        now?: string;
                        /** @description Whether its clock stands still. */
                        frozen?: boolean;
                    };
                    /** @description Names of groups beside the default one. */
                    resourceGroups?: string[];
                    vlans?: {
                        /** @description Id of a classic zone. */
                        zone: string;
                        /** @enum {string} */
                        type: "public" | "private";
                        /** @description Such as `02a` or `bcr02a.dal10`. Without it, one that nothing of the account is behind in the zone. */
                        router?: string;
                        /** @description By which clusters and pools of the same account name it, in place of its id. */
                        name?: string;
                    }[];
                    clusters?: {
                        name: string;
                        /** @description Required, as machineType is, but for a free cluster. */
                        dataCenter?: string;
                        /** @description A flavor of the zone, with or without the suffix .encrypted. */
                        machineType?: string;
                        /** @description Workers of the first pool; 1 unless told. */
                        workerNum?: number;
                        /**
                         * @description Shared hardware, or dedicated; a free cluster takes no notice of it.
                         * @enum {string}
                         */
                        isolation?: "public" | "private";
                        /** @description Id of a VLAN of the zone behind the same router. Left out beside a privateVlan, workers are private-only. */
                        publicVlan?: string;
                        /** @description Id of a VLAN of the zone. Without any the pair of the zone is reused, or made. */
                        privateVlan?: string;
                        /** @description This emulator alone: workers on a private VLAN only, which is made where the zone has none. */
                        privateOnly?: boolean;
                        /** @description No portable subnets, and so no ALBs and no Ingress subdomain. */
                        noSubnet?: boolean;
                        /** @description A minor, a patch or a build; the default version unless told. */
                        masterVersion?: string;
                        /** @description One that goes with version and flavor; a free cluster takes no notice of it. */
                        operatingSystem?: string;
                        /** @description On unless told; the flavor then shows the suffix .encrypted. A free cluster takes no notice of it. */
                        diskEncryption?: boolean;
                        /** @description A /23 or larger in CIDR form; 172.30.0.0/16 unless told. */
                        podSubnet?: string;
                        /** @description A /24 or larger in CIDR form; 172.21.0.0/16 unless told. */
                        serviceSubnet?: string;
                        /** @description default unless told; a free cluster takes no notice of it. */
                        defaultWorkerPoolName?: string;
                        /**
                         * @description An OpenShift licence that is there already; a free cluster takes no notice of it.
                         * @enum {string}
                         */
                        defaultWorkerPoolEntitlement?: "cloud_pak" | "ocp_entitled";
                        /** @description Patches of the master wait until they are asked for. */
                        disableAutoUpdate?: boolean;
                        /** @description On unless the private one alone is asked for. */
                        publicServiceEndpoint?: boolean;
                        /** @description Spelled so by the real API. */
                        privateSeviceEndpoint?: boolean;
                        /** @description The right spelling is taken too. */
                        privateServiceEndpoint?: boolean;
                        /** @description true is refused: gateway clusters are not built. */
                        gatewayEnabled?: boolean;
                        /** @description Taken and without effect: there are no network ACLs. */
                        cseAclEnabled?: boolean;
                        /** @description Taken and without effect: worker ids begin as the service makes them. */
                        prefix?: string;
                        /** @description Taken and without effect: no infrastructure permission is ever missing. */
                        skipPermPrecheck?: boolean;
                        /** @description Drawn from the id seed of the account when absent. */
                        id?: string;
                        /** @description Id or name; the default group when absent. */
                        resourceGroup?: string;
                        /**
                         * @description How long ago it was created. When absent, as long as its state takes.
                         * @example 25m
                         */
                        age?: string;
                        /**
                         * @description What it shows. When absent, what its age brings, or normal.
                         * @enum {string}
                         */
                        state?: "requested" | "deploying" | "pending" | "normal" | "warning" | "critical" | "deleting";
                        /** @description Worker pools beside the first one, made as soon as the master is deployed. */
                        pools?: {
                            name: string;
                            /** @description A flavor of all zones, with or without the suffix .encrypted. */
                            machineType: string;
                            /**
                             * @description Workers for each zone.
                             * @example 3
                             */
                            sizePerZone: number;
                            /**
                             * @description Shared hardware, or dedicated.
                             * @enum {string}
                             */
                            isolation?: "public" | "private";
                            /** @description On unless told; the flavor then shows the suffix .encrypted. */
                            diskEncryption?: boolean;
                            /**
                             * @description The user's labels; they take the place of those before.
                             * @example {
                             *       "tier": "batch"
                             *     }
                             */
                            labels?: {
                                [key: string]: string;
                            };
                            /** @description One that goes with flavor and master's version. */
                            operatingSystem?: string;
                            /**
                             * @description An OpenShift licence that is there already.
                             * @enum {string}
                             */
                            entitlement?: "cloud_pak" | "ocp_entitled";
                            /** @description The zone of the cluster when absent. */
                            zones?: (string | {
                                /** @description Id of a VLAN of the zone. */
                                privateVlan?: string;
                                /** @description Id of a VLAN of the zone behind the same router. */
                                publicVlan?: string;
                                /**
                                 * @description A zone such as dal12.
                                 * @example dal12
                                 */
                                id: string;
                            })[];
                            /**
                             * @description Key to value:effect; an empty object removes all taints.
                             * @example {
                             *       "dedicated": "edge:NoExecute"
                             *     }
                             */
                            taints?: {
                                [key: string]: string;
                            };
                        }[];
                        /** @description Enabled as soon as the master is deployed. */
                        addons?: (string | {
                            name: string;
                            /** @description Without it the newest version that fits the cluster. */
                            version?: string;
                            /** @description Settings of the add-on: a text, or any JSON, which is kept as text. */
                            options?: string;
                        })[];
                        tags?: string[];
                        /** @description Workers that are not well. */
                        workers?: {
                            /** @default default */
                            pool: string;
                            /** @description Which of the pool: 1 is the oldest. */
                            number: number;
                            /** @enum {string} */
                            state: "critical" | "provision_failed" | "deploy_failed";
                            /**
                             * @description What the message on it says.
                             * @enum {string}
                             */
                            condition?: "orderingNotPermitted" | "noCapacity" | "vlanNotFound" | "locationNotValid" | "permissionMissing" | "publicPortNotPermitted" | "credentialsNotValid" | "serviceUnreachable" | "rebootUnanswered" | "otherAccount" | "machineIdChanged";
                        }[];
                    }[];
                    /** @description As POST /_emulator/accounts/{account}/faults takes them; armed at the end. */
                    faults?: unknown[];
                    /** @description What all ids in the account follow from: the same calls then give the same ids in every run. Its own id when absent. */
                    idSeed?: string;
                    /** @description The key that logs in to the account, which the account's id follows from. A secret of chance when absent. */
                    apiKey?: string;
                };
            };
        };
        /**
         * @example {
         *       "name": "base",
         *       "createdAt": "2026-08-22T10:05:00.000Z",
         *       "takenAt": "2026-08-22T10:28:16.000Z",
         *       "frozen": false,
         *       "holds": {
         *         "clusters": 1,
         *         "workerPools": 1,
         *         "workers": 2
         *       }
         *     }
         */
        Snapshot: {
            name: string;
            createdAt: string;
            /** @description The account's time when it was taken. */
            takenAt: string;
            frozen: boolean;
            holds: components["schemas"]["KindCounts"];
        };
        /**
         * @example {
         *       "added": [
         *         {
         *           "kind": "workers",
         *           "id": "kube-c9t2m4ld0k7q1e5v8ub0-shop-default-0000010c"
         *         }
         *       ],
         *       "removed": [],
         *       "changed": [
         *         {
         *           "kind": "workerPools",
         *           "id": "c9t2m4ld0k7q1e5v8ub0-1a2b3c4",
         *           "fields": {
         *             "sizePerZone": {
         *               "from": 2,
         *               "to": 3
         *             }
         *           }
         *         }
         *       ]
         *     }
         */
        SnapshotDiff: {
            added: {
                kind: string;
                id: string;
            }[];
            removed: {
                kind: string;
                id: string;
            }[];
            changed: {
                kind: string;
                id: string;
                fields: {
                    [key: string]: {
                        from: unknown;
                        to: unknown;
                    };
                };
            }[];
        };
        /**
         * @example {
         *       "format": "iks-emulator snapshot",
         *       "version": 1,
         *       "takenAt": "2026-08-22T10:28:16.000Z",
         *       "frozen": false,
         *       "account": {
         *         "speed": 30,
         *         "id_seed": "my-test",
         *         "sequence": 0
         *       },
         *       "tables": {
         *         "resource_groups": [
         *           {
         *             "id": "6f0d1c",
         *             "name": "Default",
         *             "is_default": true,
         *             "created_at": "2026-08-22T10:03:16+00:00"
         *           }
         *         ]
         *       }
         *     }
         */
        SnapshotFile: {
            /** @constant */
            format: "iks-emulator snapshot";
            /** @constant */
            version: 1;
            /** @description The account's time when it was taken. */
            takenAt: string;
            /** @description Whether the account's clock stood still. */
            frozen: boolean;
            /** @description The settings of the account and where its ids go on. */
            account: {
                [key: string]: unknown;
            };
            /** @description The rows of each table. */
            tables: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        /**
         * @example {
         *       "format": "iks-emulator snapshot",
         *       "version": 1,
         *       "takenAt": "2026-08-22T10:28:16.000Z",
         *       "frozen": false,
         *       "account": {
         *         "speed": 30,
         *         "id_seed": "my-test",
         *         "sequence": 0
         *       },
         *       "tables": {
         *         "resource_groups": [
         *           {
         *             "id": "6f0d1c",
         *             "name": "Default",
         *             "is_default": true,
         *             "created_at": "2026-08-22T10:03:16+00:00"
         *           }
         *         ]
         *       }
         *     }
         */
        SnapshotFileInput: {
            /** @constant */
            format: "iks-emulator snapshot";
            /** @constant */
            version: 1;
            /** @description The account's time when it was taken. */
            takenAt: string;
            /** @description Whether the account's clock stood still. */
            frozen: boolean;
            /** @description The settings of the account and where its ids go on. */
            account: {
                [key: string]: unknown;
            };
            /** @description The rows of each table. */
            tables: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        /**
         * @example {
         *       "name": "my-other-test"
         *     }
         */
        SnapshotFork: {
            name: string;
        };
        /**
         * @example {
         *       "id": "1000003",
         *       "type": "private",
         *       "properties": {
         *         "name": "",
         *         "note": "",
         *         "primary_router": "bcr01a.dal10",
         *         "vlan_number": "1284",
         *         "vlan_type": "standard",
         *         "location": "dal10",
         *         "local_disk_storage_capability": "true",
         *         "san_storage_capability": "true",
         *         "subnet_count": 2
         *       }
         *     }
         */
        VLAN: {
            id: string;
            /** @enum {string} */
            type: "public" | "private";
            properties: {
                name: string;
                note: string;
                primary_router: string;
                vlan_number: string;
                vlan_type: string;
                location: string;
                local_disk_storage_capability: string;
                san_storage_capability: string;
                subnet_count: number;
            };
        };
        /**
         * @example {
         *       "zone": "dal10",
         *       "type": "private",
         *       "router": "02a"
         *     }
         */
        VlanOrder: {
            /** @description Id of a classic zone. */
            zone: string;
            /** @enum {string} */
            type: "public" | "private";
            /** @description Such as `02a` or `bcr02a.dal10`. Without it, one that nothing of the account is behind in the zone. */
            router?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"][];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedAccount"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0409 (accountNameTaken), X0409 (apiKeyTaken) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountClock"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    changeClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClockPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedClock"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0409 (clockWouldGoBack) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockAdvance"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedClock"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    settleClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockSettle"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedClock"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    freezeClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountClock"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    unfreezeClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountClock"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    explainResource: {
        parameters: {
            query: {
                /**
                 * @description Id of a cluster, worker, ALB, add-on, subdomain or network of a cluster in a zone; or the name of a cluster or add-on.
                 * @example my-cluster
                 */
                resource: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (resourceNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0409 (apiKeyTaken) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
                /**
                 * @description The id of an API key, not the key itself.
                 * @example ApiKey-0b8f3c52-91de-47a6-8c35-e6f0a4b7d219
                 */
                apiKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (accountApiKeyNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    orderVlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VlanOrder"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VLAN"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"][];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    armFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFault"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    disarmFaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisarmedFaults"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
                /**
                 * @description Id of a fault.
                 * @example fault-0000010c
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (faultNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    disarmFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
                /**
                 * @description Id of a fault.
                 * @example fault-0000010c
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (faultNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                /** @description For the row of this operation alone. */
                operation?: string;
                /** @description For the row of this rule alone. */
                rule?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParityLedger"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getEnvironment: {
        parameters: {
            query?: {
                /** @description `sh` to be evaluated, `dotenv` for a file .env, `hcl` for attributes as Terragrunt takes them, or `json`. */
                format?: "sh" | "dotenv" | "hcl" | "json";
                /** @description For one client; for all when absent. */
                client?: "terraform" | "bluemix-go" | "container-services-go-sdk" | "ibm-cloud-sdk-core" | "curl";
                /** @description Id or name of an account, or `default`, which gets a new API key each time. Without it the key is any text. */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "application/json": components["schemas"]["Environment"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    resetAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetAccount"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    seedAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeedFile"];
                "application/yaml": components["schemas"]["SeedFile"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeededFile"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    seedAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AccountSeed"];
                "application/yaml": components["schemas"]["AccountSeed"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeededAccount"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getJournal: {
        parameters: {
            query?: {
                /** @description Id of the operation, `*` standing for any part: `createCluster`, `*Worker*`. */
                operation?: string;
                /** @description Such as `POST`. */
                method?: string;
                /** @description Path without the query and without `/global`, `*` standing for any part: `/v1/clusters/*`. */
                path?: string;
                /** @description Such as `404`, or `4xx` for a whole class; `none` where the connection went before there was an answer. */
                status?: string;
                /** @description JSON that is part of the request body: the fields that it names have these values, lists contain these items. */
                body?: string;
                /** @description JSON that is part of the answer, in the same way. */
                answer?: string;
                /** @description Name of a mark: only what came after it. */
                after?: string;
                /** @description Name of a mark: only what came before it. */
                before?: string;
                /** @description The most entries to answer; it does not change the count. */
                limit?: number;
                /** @description What the answer before this one had as `next`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journal"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (journalMarkNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    clearJournal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    markJournal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewJournalMark"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalMark"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    streamJournal: {
        parameters: {
            query?: {
                /** @description Id of the operation, `*` standing for any part: `createCluster`, `*Worker*`. */
                operation?: string;
                /** @description Such as `POST`. */
                method?: string;
                /** @description Path without the query and without `/global`, `*` standing for any part: `/v1/clusters/*`. */
                path?: string;
                /** @description Such as `404`, or `4xx` for a whole class; `none` where the connection went before there was an answer. */
                status?: string;
                /** @description JSON that is part of the request body: the fields that it names have these values, lists contain these items. */
                body?: string;
                /** @description JSON that is part of the answer, in the same way. */
                answer?: string;
                /** @description Name of a mark: only what came after it. */
                after?: string;
            };
            header?: {
                /** @description The last event that was received: the stream goes on behind it. */
                "last-event-id"?: string;
            };
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (journalMarkNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"][];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    saveSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSnapshot"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0409 (snapshotNameTaken) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
                /**
                 * @description Name of a snapshot.
                 * @example base
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotFile"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (snapshotNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    deleteSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
                /**
                 * @description Name of a snapshot.
                 * @example base
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (snapshotNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    restoreSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
                /**
                 * @description Name of a snapshot.
                 * @example base
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoredAccount"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (snapshotNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    forkSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
                /**
                 * @description Name of a snapshot.
                 * @example base
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnapshotFork"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedAccount"];
                };
            };
            /** @description E0021 (invalidRequest), E0020 (missingFields), E0022 (malformedJson) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (snapshotNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0409 (accountNameTaken) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0007 (bodyTooLarge) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0008 (wrongContentType) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    diffSnapshot: {
        parameters: {
            query?: {
                /** @description Name of the later snapshot. Without it, the account as it is now. */
                with?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id or name of an account, or `default`.
                 * @example default
                 */
                account: string;
                /**
                 * @description Name of a snapshot.
                 * @example base
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDiff"];
                };
            };
            /** @description E0021 (invalidRequest) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0401 (controlTokenNotSet), X0401 (controlTokenMissing) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description X0404 (accountNotFound), X0404 (snapshotNotFound) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description G0002 (internal) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
}
