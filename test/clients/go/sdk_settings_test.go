package clients

import (
	"net/http"
	"testing"
	"time"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

func TestSDKDownloadsKubeconfigs(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newSDK(t, account.APIKey)
	id := sdkCreate(t, client, "shopfront")
	refreshToken := sdkRefreshToken(t, account)

	early, err := client.GetClusterConfig(client.NewGetClusterConfigOptions(refreshToken, id))
	wantSDKRefusal(t, early, err, http.StatusBadRequest, "not deployed yet")
	account.advance(t, 5*time.Minute)

	v1, err := client.GetClusterConfig(client.NewGetClusterConfigOptions(refreshToken, id))
	noError(t, err)
	want(t, "status of v1", v1.StatusCode, http.StatusOK)
	v2, err := client.GetKubeconfig(client.NewGetKubeconfigOptions(refreshToken, id).SetFormat("yaml"))
	noError(t, err)
	want(t, "status of v2", v2.StatusCode, http.StatusOK)
	applied, err := client.ApplyRBACAndGetKubeconfig(client.NewApplyRBACAndGetKubeconfigOptions(refreshToken).SetCluster(id).SetFormat("json"))
	noError(t, err)
	want(t, "status of v2 with roles", applied.StatusCode, http.StatusOK)
}

func TestSDKManagesAddons(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newSDK(t, account.APIKey)
	id := sdkCreate(t, client, "shopfront")
	account.advance(t, 5*time.Minute)

	known, _, err := client.GetAddons(client.NewGetAddonsOptions())
	noError(t, err)
	find(t, "istio", known, func(addon iks.AddonCommon) bool { return val(addon.Name) == "istio" })

	istio, err := client.NewClusterAddon("istio")
	noError(t, err)
	answer, _, err := client.ManageClusterAddons(client.NewManageClusterAddonsOptions(id, []iks.ClusterAddon{*istio}).SetEnable(true))
	noError(t, err)
	want(t, "missing add-ons", len(answer.MissingDeps), 0)
	account.advance(t, 2*time.Minute)
	v1, _, err := client.GetClusterAddons(client.NewGetClusterAddonsOptions(id))
	noError(t, err)
	want(t, "number of add-ons", len(v1), 1)
	want(t, "health", val(v1[0].HealthState), "normal")
	v2, _, err := client.V2GetClusterAddons(client.NewV2GetClusterAddonsOptions(id))
	noError(t, err)
	want(t, "number of add-ons in v2", len(v2), 1)
	want(t, "name in v2", val(v2[0].Name), "istio")
}

func TestSDKSetsWebhooks(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newSDK(t, account.APIKey)
	id := sdkCreate(t, client, "shopfront")

	_, err := client.AddClusterWebhooks(client.NewAddClusterWebhooksOptions(id).SetType("slack").SetURL("https://hooks.example.com/x"))
	noError(t, err)
	webhooks, _, err := client.GetClusterWebhooks(client.NewGetClusterWebhooksOptions(id))
	noError(t, err)
	want(t, "number of webhooks", len(webhooks), 1)
	want(t, "level", val(webhooks[0].Level), "Warning")

	const server = "https://audit.example.com/events"
	_, err = client.UpdateAuditWebhook(client.NewUpdateAuditWebhookOptions(id).SetAuditServer(server))
	noError(t, err)
	audit, _, err := client.GetAuditWebhook(client.NewGetAuditWebhookOptions(id))
	noError(t, err)
	want(t, "audit server", val(audit.AuditServer), server)
	_, err = client.DeleteAuditWebhook(client.NewDeleteAuditWebhookOptions(id))
	noError(t, err)
	audit, _, err = client.GetAuditWebhook(client.NewGetAuditWebhookOptions(id))
	noError(t, err)
	want(t, "audit server after the end", val(audit.AuditServer), "")
}

func TestSDKSetsCredentials(t *testing.T) {
	t.Parallel()
	const region, user = "us-south", "1234567_owner"
	account := newAccount(t, asReal)
	client := newSDK(t, account.APIKey)
	id := sdkCreate(t, client, "shopfront")
	refreshToken := sdkRefreshToken(t, account)

	_, response, err := client.GetUserCredentials(client.NewGetUserCredentialsOptions(region))
	if err == nil {
		t.Fatal("there are credentials that nobody stored")
	}
	want(t, "status without credentials", response.StatusCode, http.StatusNotFound)
	wantText(t, response.String(), "E0051")
	_, err = client.StoreUserCredentials(client.NewStoreUserCredentialsOptions(region, refreshToken, user, "secret"))
	noError(t, err)
	credentials, _, err := client.GetUserCredentials(client.NewGetUserCredentialsOptions(region))
	noError(t, err)
	want(t, "user", val(credentials.ApiUser), user)
	permissions, _, err := client.GetInfraPermissions(client.NewGetInfraPermissionsOptions(region))
	noError(t, err)
	want(t, "infrastructure account", val(permissions.Account), "1234567")
	config, _, err := client.GetUserConfig(client.NewGetUserConfigOptions(region))
	noError(t, err)
	want(t, "credentials are stored", val(config.StoredIaasCredentials), true)
	_, err = client.RemoveUserCredentials(client.NewRemoveUserCredentialsOptions(region))
	noError(t, err)

	before, _, err := client.GetClusterKeyOwner(client.NewGetClusterKeyOwnerOptions(id))
	noError(t, err)
	want(t, "name of the key", val(before.Name), "containers-kubernetes-key")
	_, err = client.ResetUserAPIKey(client.NewResetUserAPIKeyOptions(region, refreshToken))
	noError(t, err)
	after, _, err := client.GetClusterKeyOwner(client.NewGetClusterKeyOwnerOptions(id))
	noError(t, err)
	want(t, "key is the same", val(after.ID) == val(before.ID), false)
}
