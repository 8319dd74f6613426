package clients

import (
	"testing"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
	"github.com/IBM-Cloud/bluemix-go/api/container/containerv2"
)

func TestBluemixChangesServiceEndpoints(t *testing.T) {
	t.Parallel()
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	change := func(action string) containerv1.ClusterInfo {
		t.Helper()
		noError(t, client.v1.Clusters().Update(id, containerv1.ClusterUpdateParam{Action: action, Force: true}, client.target))
		noError(t, client.v1.Clusters().RefreshAPIServers(id, client.target))
		want(t, "master status during the refresh", client.find(t, id).MasterStatus == "Ready", false)
		account.settle(t)
		return client.find(t, id)
	}

	both := change("enablePrivateServiceEndpoint")
	want(t, "private endpoint", both.PrivateServiceEndpointEnabled, true)
	wantText(t, both.PrivateServiceEndpointURL, ".private.")
	want(t, "server URL", both.ServerURL, both.PublicServiceEndpointURL)

	private := change("disablePublicServiceEndpoint")
	want(t, "public endpoint", private.PublicServiceEndpointEnabled, false)
	want(t, "server URL without the public one", private.ServerURL, both.PrivateServiceEndpointURL)

	want(t, "public endpoint again", change("enablePublicServiceEndpoint").PublicServiceEndpointURL, both.PublicServiceEndpointURL)
}

func TestBluemixSwitchesImageSecurity(t *testing.T) {
	t.Parallel()
	_, client, id := readyBluemix(t, clusterRequest("shopfront"))
	want(t, "image security of a new cluster", client.find(t, id).ImageSecurityEnabled, false)

	noError(t, client.v2.Clusters().EnableImageSecurityEnforcement(id, client.targetV2))
	want(t, "image security", client.find(t, id).ImageSecurityEnabled, true)
	noError(t, client.v2.Clusters().DisableImageSecurityEnforcement(id, client.targetV2))
	want(t, "image security after its end", client.find(t, id).ImageSecurityEnabled, false)
}

func TestBluemixEnablesKeyManagement(t *testing.T) {
	t.Parallel()
	const instance, first, second = "b91d5f70-3c2e-4a68-9f04-e7d6a8c1b253", "first-root-key", "second-root-key"
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	enabled := func() bool {
		t.Helper()
		cluster, err := client.v2.Clusters().GetCluster(id, client.targetV2)
		noError(t, err)
		return cluster.Features.KeyProtectEnabled
	}
	rootKeys := func() []string {
		t.Helper()
		return sdkRootKeys(t, newSDK(t, account.APIKey), instance)
	}
	want(t, "key management of a new cluster", enabled(), false)

	v1 := containerv1.KmsEnableReq{Cluster: id, Kms: instance, Crk: first}
	noError(t, client.v1.Kms().EnableKms(v1, containerv1.ClusterHeader{}))
	account.settle(t)
	want(t, "key management", enabled(), true)
	want(t, "root key", rootKeys()[0], first)

	v2 := containerv2.KmsEnableReq{Cluster: id, Kms: instance, Crk: second}
	noError(t, client.v2.Kms().EnableKms(v2, containerv2.ClusterHeader{}))
	account.settle(t)
	want(t, "next root key", rootKeys()[0], second)
}
