/**
 * The role that each operation of the API needs: the service's role table, its table of IAM actions where that has a
 * read (R300), and what is like its nearest neighbour where neither says anything. Written down a second time, so that
 * a wrong entry in the program's own table is noticed.
 */
const expectedRoles = {
  none: `
    getAddons getDatacenterMachineTypes getKubeVersions listLocations getRegions getVersions getZones v2GetFlavors v2GetVersions vpcGetZones
    v2GetMessages iamPasscode iamToken getMessages getProductConfig clusterOAuthMetadata clusterOAuthAuthorize
  `,
  viewer: `
    getClusters getCluster1 getClusterConfig getClusterWorkers getWorkers getWorkerByIdV1 getWorkerPools getWorkerPool1 getClusterSubnets
    getClusterUserSubnet getDatacenterVLANs listSubnets getVlanSpanning getClusterALB getAvailableALBTypes getClusterALBs getAlbAutoscale
    getLBConfig v2GetClusterALB getSupportedImages v2GetClusterALBs getIngressClusterHealthcheck getMigrationStatus getStatus
    listIgnoredIngressStatusErrors getIngressInstance getIngressInstances listNLBIPsForSubdomain getNlbDNSHealthMonitor listNlbDNSHealthMonitors
    listNlbDNSHealthMonitorStatus getNlbDNSList getClusterAddons v2GetClusterAddons kmsGetCRKs kmsGetInstances getClusterACLs
    getMasterLogCollectionStatus getDefaultLoggingEndpoint fetchFilterConfigs fetchFilterConfig fetchLoggingConfigs fetchLoggingConfigsForSource
    getFluentdUpdatePolicy getLoggingInstance getLoggingInstances getMonitoringInstance getMonitoringInstances getQuota getOperatingSystems
    getUserCredentials getInfraPermissions getClusterKeyOwner getUserConfig getAuditWebhook getClusterWebhooks listServicesForAllNamespaces
    listServicesInNamespace classicGetCluster classicGetClusters getVLANs classicGetWorker classicGetWorkerPool classicGetWorkerPools
    classicGetWorkers applyRBACAndGetKubeconfig getCluster getKubeconfig getRBACStatus getWorker getWorkerPool getWorkerPools1 getWorkers1
    getCACert vpcGetCluster vpcGetClusters getSubnets getVPC getVPCs vpcGetWorker vpcGetWorkerPool vpcGetWorkerPools vpcGetWorkers
    getDedicatedHost getDedicatedHostFlavors getDedicatedHostPool getDedicatedHostPools getDedicatedHosts getAttachment getAttachments getVolume
    getVolumes getSatLocationNlbDNSList getSatelliteClusters getSatelliteLocation getSatelliteLocations getSatelliteServiceClusters
    getSatelliteHosts getAssignedStorageConfigs getAssignment getAssignmentByName getAssignments getAssignmentsByConfig
    getAvailableStorageClasses getStorageConfiguration getStorageConfigurations getStorageTemplate getStorageTemplates getBluemixConfig
    clusterOpenShiftUser graphql
  `,
  editor: `
    enableALB disableALB updateALBs getUpdatePolicy changeUpdatePolicy rollbackUpdate createALB removeAlbAutoscale setAlbAutoscale
    addIgnoredIngressStatusErrors removeIgnoredIngressStatusErrors setIngressStatusState v2UpdateALB vpcCreateALB vpcDisableALB vpcEnableALB
    registerIngressInstance unregisterIngressInstance updateIngressInstance updateDNSWithIP updateNlbDNSHealthMonitor unregisterDNSWithIP
    registerDNSWithIP addNlbDNSHealthMonitor deleteSecret regenerateCert replaceLBHostname createNlbDNS removeLBHostname deleteFilterConfigs
    createFilterConfig deleteFilterConfig updateFilterConfig deleteLoggingConfigs createLoggingConfig deleteLoggingConfig updateLoggingConfig
    refreshLoggingConfig deleteAuditWebhook updateAuditWebhook addClusterWebhooks bindServiceToNamespace unbindServiceFromNamespace
    createAttachment deleteAttachment
  `,
  operator: `
    updateCluster handleMasterAPIServer addClusterWorkers removeClusterWorker updateClusterWorker createWorkerPool removeWorkerPool
    patchWorkerPool addWorkerPoolZone removeWorkerPoolZone addWorkerPoolZoneNetwork detachClusterSubnet addClusterSubnet addClusterUserSubnet
    removeClusterUserSubnet createClusterSubnet patchLBConfig setIngressClusterHealthcheck addIngressSecretField removeIngressSecretField
    v2DisableImageSecurity v2EnableImageSecurity v2EnablePullSecret rebalanceWorkerPool vpcRefreshMaster v2RemoveWorker removeWorkerPool1
    removeWorkerPoolZone1 replaceWorker v2ResizeWorkerPool v2SetWorkerPoolLabels setWorkerPoolOperatingSystem v2SetWorkerPoolTaints
    v2UpdateMaster setOutboundTrafficProtection enableSecureByDefault vpcCreateWorkerPool vpcCreateWorkerPoolZone vpcReplaceWorker
    createDedicatedHost createDedicatedHostPool disableDedicatedHostPlacement enableDedicatedHostPlacement removeDedicatedHost
    removeDedicatedHostPool registerMultishiftCluster createSatelliteWorkerPool createSatelliteWorkerPoolZone createSatelliteAssignment
    attachSatelliteHost removeSatelliteHost updateSatelliteHost createAssignment createAssignmentByCluster createStorageConfiguration
    removeAssignment removeStorageConfiguration updateAssignment updateAssignmentVersion updateStorageConfiguration
  `,
  administrator: `
    createCluster removeCluster getClusterConfigAdmin cleanupMigration startMigration createSecret deleteIngressSecret getSecret getSecrets
    updateSecret createALBSecret updateALBSecret deleteClusterALBSecrets viewClusterALBSecrets manageClusterAddons createKMSConfig
    kmsEnableCluster disableClusterACLs addClusterACLs enableClusterACLs removeClusterACLs createMasterLogCollection changeFluentdUpdatePolicy
    createLoggingInstance discoverLoggingInstance modifyLoggingInstance removeLoggingInstance createMonitoringInstance
    discoverMonitoringInstance modifyMonitoringInstance removeMonitoringInstance removeUserCredentials storeUserCredentials resetUserAPIKey
    autoUpdateMaster v2DisablePrivateServiceEndpoint v2DisablePublicServiceEndpoint v2EnablePrivateServiceEndpoint v2EnablePublicServiceEndpoint
    createCA rotateCACert vpcCreateCluster createSatelliteCluster createSatelliteClusterRemote createSatelliteLocation removeSatelliteLocation
  `,
} as const;

type Role = keyof typeof expectedRoles;

const namesIn = (text: string): string[] => text.trim().split(/\s+/);

/** Each operation id with the role that it needs. */
export const roleByOperation: ReadonlyMap<string, Role> = new Map(
  Object.entries(expectedRoles).flatMap(([role, text]) => namesIn(text).map((id) => [id, role as Role] as const)),
);
