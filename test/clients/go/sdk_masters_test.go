package clients

import (
	"net/http"
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

func TestSDKUpdatesAndRefreshesTheMaster(t *testing.T) {
	t.Parallel()
	account, client, id := readySDK(t, func(request *iks.CreateClusterOptions) { request.SetMasterVersion("1.34") })
	version := func() string {
		t.Helper()
		return val(sdkFind(t, client, id).MasterKubeVersion)
	}

	response, err := client.UpdateCluster(client.NewUpdateClusterOptions(id).SetAction("update").SetVersion("1.35"))
	done(t, response, err, http.StatusNoContent)
	wantText(t, version(), "pending")
	account.settle(t)
	want(t, "version", version(), "1.35.3_1523")
	_, err = client.V2UpdateMaster(client.NewV2UpdateMasterOptions().SetCluster(id).SetVersion("1.36"))
	noError(t, err)
	wantText(t, version(), "pending")
	account.settle(t)
	want(t, "version", version(), "1.36.3_1525")

	refreshes := map[string]func() error{
		"v1": func() error {
			_, err := client.HandleMasterAPIServer(client.NewHandleMasterAPIServerOptions("", id).SetAction("refresh"))
			return err
		},
		"v2": func() error {
			_, err := client.VpcRefreshMaster(client.NewVpcRefreshMasterOptions().SetCluster(id))
			return err
		},
	}
	for name, refresh := range refreshes {
		noError(t, refresh())
		want(t, "master is Ready during the refresh by "+name, val(sdkFind(t, client, id).MasterStatus) == "Ready", false)
		account.settle(t)
		want(t, "master status after the refresh by "+name, val(sdkFind(t, client, id).MasterStatus), "Ready")
	}
}

func TestSDKChangesSettingsOfACluster(t *testing.T) {
	t.Parallel()
	account, client, id := readySDK(t)
	read := func() *iks.GetClusterResponse {
		t.Helper()
		cluster, _, err := client.GetCluster(client.NewGetClusterOptions(id))
		noError(t, err)
		return cluster
	}

	t.Run("auto update of the master", func(t *testing.T) {
		want(t, "off in a new cluster", val(read().DisableAutoUpdate), false)
		_, err := client.AutoUpdateMaster(client.NewAutoUpdateMasterOptions().SetCluster(id).SetAutoUpdate(false))
		noError(t, err)
		want(t, "off", val(read().DisableAutoUpdate), true)
	})
	t.Run("image security", func(t *testing.T) {
		_, err := client.V2EnableImageSecurity(client.NewV2EnableImageSecurityOptions().SetCluster(id))
		noError(t, err)
		want(t, "image security", val(read().ImageSecurityEnabled), true)
		_, err = client.V2DisableImageSecurity(client.NewV2DisableImageSecurityOptions().SetCluster(id))
		noError(t, err)
		want(t, "image security after its end", val(read().ImageSecurityEnabled), false)
	})
	t.Run("pull secret", func(t *testing.T) {
		_, err := client.V2EnablePullSecret(client.NewV2EnablePullSecretOptions().SetCluster(id))
		noError(t, err)
		account.settle(t)
		want(t, "pull secret", val(read().Features.PullSecretApplied), true)
	})
}

func TestSDKChangesServiceEndpoints(t *testing.T) {
	t.Parallel()
	account, client, id := readySDK(t)
	endpoints := func() *iks.CommonClusterServiceEndpoint {
		t.Helper()
		_, err := client.VpcRefreshMaster(client.NewVpcRefreshMasterOptions().SetCluster(id))
		noError(t, err)
		account.settle(t)
		cluster, _, err := client.GetCluster(client.NewGetClusterOptions(id))
		noError(t, err)
		return cluster.ServiceEndpoints
	}

	_, err := client.V2EnablePrivateServiceEndpoint(client.NewV2EnablePrivateServiceEndpointOptions().SetCluster(id))
	noError(t, err)
	both := endpoints()
	want(t, "private endpoint", val(both.PrivateServiceEndpointEnabled), true)
	wantText(t, val(both.PrivateServiceEndpointURL), ".private.")

	_, err = client.V2DisablePublicServiceEndpoint(client.NewV2DisablePublicServiceEndpointOptions().SetCluster(id))
	noError(t, err)
	want(t, "public endpoint", val(endpoints().PublicServiceEndpointEnabled), false)
	_, err = client.V2EnablePublicServiceEndpoint(client.NewV2EnablePublicServiceEndpointOptions().SetCluster(id))
	noError(t, err)
	want(t, "public URL", val(endpoints().PublicServiceEndpointURL), val(both.PublicServiceEndpointURL))

	response, err := client.V2DisablePrivateServiceEndpoint(client.NewV2DisablePrivateServiceEndpointOptions().SetCluster(id))
	wantSDKRefusal(t, response, err, http.StatusBadRequest, "cannot be disabled")
}

// sdkRootKeys are the ids of the root keys of an instance that clusters use.
func sdkRootKeys(t *testing.T, client *iks.KubernetesServiceApiV1, instance string) []string {
	t.Helper()
	keys, _, err := client.KmsGetCRKs(client.NewKmsGetCRKsOptions(instance))
	noError(t, err)
	ids := make([]string, len(keys))
	for i, key := range keys {
		ids[i] = val(key.CrkID)
	}
	return ids
}

func TestSDKEnablesKeyManagement(t *testing.T) {
	t.Parallel()
	const instance, first, second = "b91d5f70-3c2e-4a68-9f04-e7d6a8c1b253", "first-root-key", "second-root-key"
	account, client, id := readySDK(t)

	_, err := client.CreateKMSConfig(client.NewCreateKMSConfigOptions(id, first, instance, "https://us-south.kms.cloud.ibm.com"))
	noError(t, err)
	account.settle(t)
	instances, _, err := client.KmsGetInstances(client.NewKmsGetInstancesOptions())
	noError(t, err)
	want(t, "instances", len(instances), 1)
	want(t, "instance", val(instances[0].InstanceID), instance)
	want(t, "region of the instance", val(instances[0].Region), "us-south")
	want(t, "root key", sdkRootKeys(t, client, instance)[0], first)

	_, err = client.KmsEnableCluster(client.NewKmsEnableClusterOptions().SetCluster(id).SetInstanceID(instance).SetCrkID(second))
	noError(t, err)
	account.settle(t)
	want(t, "next root key", sdkRootKeys(t, client, instance)[0], second)
	want(t, "key management", val(sdkFind(t, client, id).KeyProtectEnabled), true)
}
