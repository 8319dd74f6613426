package clients

import (
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

func TestSDKReadsQuotas(t *testing.T) {
	t.Parallel()
	client := newSDK(t, newAccount(t, asReal).APIKey)

	quotas, _, err := client.GetQuota(client.NewGetQuotaOptions())
	noError(t, err)

	quota := func(kind string) int64 {
		t.Helper()
		ofKind := find(t, kind, quotas, func(quota iks.GetQuotaResource) bool { return val(quota.Type) == kind })
		inDallas := func(region iks.GetQuotaResourceRegion) bool { return val(region.ID) == "us-south" }
		return val(find(t, "us-south", ofKind.Regions, inDallas).Quota)
	}
	want(t, "clusters", quota("cluster"), 100)
	want(t, "workers", quota("worker"), 500)
}

func TestSDKReadsMessagesAboutDeprecatedVersions(t *testing.T) {
	t.Parallel()
	_, client, _ := readySDK(t, func(request *iks.CreateClusterOptions) { request.SetMasterVersion("1.34") })

	v1, _, err := client.GetMessages(client.NewGetMessagesOptions())
	noError(t, err)
	v2, _, err := client.V2GetMessages(client.NewV2GetMessagesOptions())
	noError(t, err)

	for _, messages := range [][]iks.MessageResponse{v1, v2} {
		want(t, "messages", len(messages), 1)
		want(t, "id", val(messages[0].ID), "1.34")
		wantText(t, val(messages[0].Message), "shopfront")
		want(t, "service", messages[0].Services[0], "containers-kubernetes")
	}
}

func TestSDKReadsWhereToLogIn(t *testing.T) {
	t.Parallel()
	client := newSDK(t, newAccount(t, asReal).APIKey)

	config, _, err := client.GetBluemixConfig(client.NewGetBluemixConfigOptions())
	noError(t, err)
	want(t, "address of IAM", val(config.IamBaseURL), emulatorURL)
	product, _, err := client.GetProductConfig(client.NewGetProductConfigOptions())
	noError(t, err)
	want(t, "product", val(product.ContainerServiceName), "IBM Cloud Kubernetes Service")
}

func TestSDKCannotDecodeTheVersionsOfV2(t *testing.T) {
	t.Parallel()
	client := newSDK(t, newAccount(t, asReal).APIKey)

	// A map of platforms, whose keys scripts read; this SDK expects an array (A4).
	_, response, err := client.V2GetVersions(client.NewV2GetVersionsOptions())
	platforms := decodeRaw[map[string][]iks.IKSVersion](t, response, err)

	isDefault := func(version iks.IKSVersion) bool { return val(version.Default) }
	want(t, "default Kubernetes versions", count(platforms["kubernetes"], isDefault), 1)
	want(t, "default OpenShift versions", count(platforms["openshift"], isDefault), 1)
}
