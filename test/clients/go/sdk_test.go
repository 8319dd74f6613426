package clients

import (
	"encoding/json"
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
	"github.com/IBM/go-sdk-core/v5/core"
)

func newAuthenticator(t *testing.T, apiKey string) *core.IamAuthenticator {
	t.Helper()
	authenticator, err := core.NewIamAuthenticatorBuilder().SetApiKey(apiKey).SetURL(emulatorURL).Build()
	noError(t, err)
	return authenticator
}

func newSDK(t *testing.T, apiKey string) *iks.KubernetesServiceApiV1 {
	t.Helper()
	return openSDK(t, newAuthenticator(t, apiKey))
}

func openSDK(t *testing.T, authenticator core.Authenticator) *iks.KubernetesServiceApiV1 {
	t.Helper()
	client, err := iks.NewKubernetesServiceApiV1(&iks.KubernetesServiceApiV1Options{
		URL:           emulatorURL + "/global",
		Authenticator: authenticator,
	})
	noError(t, err)
	return client
}

// sdkClusterRequest leaves the resource group, which the SDK insists on, empty: the default group.
func sdkClusterRequest(client *iks.KubernetesServiceApiV1, name string) *iks.CreateClusterOptions {
	return client.NewCreateClusterOptions("").
		SetName(name).
		SetDataCenter("dal10").
		SetMachineType("b3c.4x16").
		SetWorkerNum(2)
}

func sdkCreate(t *testing.T, client *iks.KubernetesServiceApiV1, name string) string {
	t.Helper()
	created, _, err := client.CreateCluster(sdkClusterRequest(client, name))
	noError(t, err)
	wantSome(t, "id of the new cluster", val(created.ID))
	return val(created.ID)
}

// readySDK is a client with a cluster on which nothing is left to happen.
func readySDK(t *testing.T, adjust ...func(*iks.CreateClusterOptions)) (account, *iks.KubernetesServiceApiV1, string) {
	t.Helper()
	account := newAccount(t, asReal)
	client := newSDK(t, account.APIKey)
	request := sdkClusterRequest(client, "shopfront")
	for _, change := range adjust {
		change(request)
	}
	created, _, err := client.CreateCluster(request)
	noError(t, err)
	account.settle(t)
	return account, client, val(created.ID)
}

func sdkFind(t *testing.T, client *iks.KubernetesServiceApiV1, idOrName string) *iks.Cluster {
	t.Helper()
	cluster, _, err := client.GetCluster1(client.NewGetCluster1Options(idOrName).SetShowResources("true"))
	noError(t, err)
	return cluster
}

// done stops the test unless a call whose answer has no body had that status.
func done(t *testing.T, response *core.DetailedResponse, err error, status int) {
	t.Helper()
	noError(t, err)
	want(t, "status", response.StatusCode, status)
}

// wantSDKRefusal checks status and error envelope: the SDK's own error text is that of the status alone.
func wantSDKRefusal(t *testing.T, response *core.DetailedResponse, err error, status int, text string) {
	t.Helper()
	if err == nil || response == nil {
		t.Fatalf("got error %v and answer %v, want an answer with status %d", err, response, status)
	}
	want(t, "status of: "+response.String(), response.StatusCode, status)
	envelope, ok := response.GetResultAsMap()
	if !ok {
		t.Fatalf("the error is not a JSON object: %s", response)
	}
	for _, key := range []string{"incidentID", "code", "type", "description"} {
		if value, _ := envelope[key].(string); value == "" {
			t.Fatalf("the error has no %s: %v", key, envelope)
		}
	}
	wantText(t, envelope["description"].(string), text)
}

// decodeRaw decodes an answer of another shape than the SDK expects. The SDK keeps it and reports an error.
func decodeRaw[T any](t *testing.T, response *core.DetailedResponse, err error) T {
	t.Helper()
	if err == nil || response == nil {
		t.Fatal("the SDK decoded an answer that the service sends in a shape the SDK does not know")
	}
	want(t, "status", response.StatusCode, 200)
	var value T
	noError(t, json.Unmarshal(response.RawResult, &value))
	return value
}

// sdkRefreshToken is the token for the header that the SDK insists on for calls to the infrastructure.
func sdkRefreshToken(t *testing.T, account account) string {
	t.Helper()
	token, err := newAuthenticator(t, account.APIKey).RequestToken()
	noError(t, err)
	return token.RefreshToken
}
