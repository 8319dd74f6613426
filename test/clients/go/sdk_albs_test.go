package clients

import (
	"net/http"
	"slices"
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

// sdkALBs reads the ALBs of a type; the answer is an object where this SDK expects an array (A1).
func sdkALBs(t *testing.T, client *iks.KubernetesServiceApiV1, cluster, kind string) []iks.ALBConfig {
	t.Helper()
	_, response, err := client.GetClusterALBs(client.NewGetClusterALBsOptions(cluster))
	albs := decodeRaw[iks.ClusterALB](t, response, err).Alb
	return slices.DeleteFunc(albs, func(alb iks.ALBConfig) bool { return val(alb.AlbType) != kind })
}

func sdkALB(t *testing.T, client *iks.KubernetesServiceApiV1, id string) *iks.ALBConfig {
	t.Helper()
	alb, _, err := client.GetClusterALB(client.NewGetClusterALBOptions(id))
	noError(t, err)
	return alb
}

func TestSDKEnablesDisablesAndCreatesALBs(t *testing.T) {
	t.Parallel()
	account, client, id := readySDK(t)
	types, _, err := client.GetAvailableALBTypes(client.NewGetAvailableALBTypesOptions())
	noError(t, err)
	want(t, "private is a type", slices.Contains(types, "private"), true)
	private := sdkALBs(t, client, id, "private")[0]
	albID := val(private.AlbID)

	response, err := client.EnableALB(client.NewEnableALBOptions().SetAlbID(albID).SetClusterID(id).SetEnable(true))
	done(t, response, err, http.StatusCreated)
	account.settle(t)
	enabled := sdkALB(t, client, albID)
	want(t, "enabled", val(enabled.Enable), true)
	wantAddress(t, "address", val(enabled.Albip), true, map[string]bool{})

	response, err = client.DisableALB(client.NewDisableALBOptions(albID).SetDisableDeployment("true"))
	done(t, response, err, http.StatusNoContent)
	disabled := sdkALB(t, client, albID)
	want(t, "enabled after the end", val(disabled.Enable), false)
	want(t, "pods are left alone", val(disabled.DisableDeployment), true)

	created, _, err := client.CreateALB(client.NewCreateALBOptions(id, "dal10").
		SetType("private").
		SetVlanID(val(private.VlanID)).
		SetEnableByDefault(true).
		SetIp(val(enabled.Albip)))
	noError(t, err)
	want(t, "cluster of the new ALB", val(created.Cluster), id)
	account.settle(t)
	want(t, "address of the new ALB", val(sdkALB(t, client, val(created.Alb)).Albip), val(enabled.Albip))
	want(t, "private ALBs", len(sdkALBs(t, client, id, "private")), 2)
}

func TestSDKUpdatesALBsAndTakesItBack(t *testing.T) {
	t.Parallel()
	const newest, older = "1.12.1_5237_iks", "1.12.0_5214_iks"
	account, client, id := readySDK(t)
	albID := val(sdkALBs(t, client, id, "public")[0].AlbID)
	build := func() string {
		t.Helper()
		account.settle(t)
		return val(sdkALB(t, client, albID).AlbBuild)
	}
	policy := func() *iks.UpdatePolicy {
		t.Helper()
		policy, _, err := client.GetUpdatePolicy(client.NewGetUpdatePolicyOptions(id))
		noError(t, err)
		return policy
	}
	want(t, "auto update in a new cluster", val(policy().AutoUpdate), true)

	response, err := client.ChangeUpdatePolicy(client.NewChangeUpdatePolicyOptions(id).SetAutoUpdate(false))
	done(t, response, err, http.StatusNoContent)
	want(t, "auto update", val(policy().AutoUpdate), false)
	_, err = client.DisableALB(client.NewDisableALBOptions(albID))
	noError(t, err)
	_, err = client.EnableALB(client.NewEnableALBOptions().SetAlbID(albID).SetEnable(true).SetAlbBuild(older))
	noError(t, err)
	want(t, "build that was asked for", build(), older)
	want(t, "newest everywhere", val(policy().LatestVersion), false)

	response, err = client.UpdateALBs(client.NewUpdateALBsOptions(id))
	done(t, response, err, http.StatusOK)
	want(t, "build after the update", build(), newest)
	response, err = client.RollbackUpdate(client.NewRollbackUpdateOptions(id))
	done(t, response, err, http.StatusOK)
	want(t, "build after the rollback", build(), older)
}
