package clients

import (
	"net/http"
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

// sdkPool reads a pool in its v2 form, which alone has the taints.
func sdkPool(t *testing.T, client *iks.KubernetesServiceApiV1, cluster, pool string) *iks.GetWorkerPoolResponse {
	t.Helper()
	read, _, err := client.GetWorkerPool(client.NewGetWorkerPoolOptions(cluster, pool))
	noError(t, err)
	return read
}

func sdkWorkers(t *testing.T, client *iks.KubernetesServiceApiV1, cluster, pool string) []iks.Worker {
	t.Helper()
	workers, _, err := client.GetClusterWorkers(client.NewGetClusterWorkersOptions(cluster).SetPool(pool))
	noError(t, err)
	return workers
}

// sdkCreatePool creates a pool named batch with a worker in the zone of the default pool.
func sdkCreatePool(t *testing.T, client *iks.KubernetesServiceApiV1, cluster string) *iks.WorkerPoolResponse {
	t.Helper()
	used := sdkPool(t, client, cluster, "default").Zones[0]
	zone := iks.WorkerPoolZone{ID: used.ID, PrivateVLAN: used.PrivateVLAN, PublicVLAN: used.PublicVLAN}
	created, _, err := client.CreateWorkerPool(client.NewCreateWorkerPoolOptions(cluster).
		SetName("batch").
		SetSizePerZone(1).
		SetMachineType("b3c.4x16").
		SetLabels(map[string]string{"tier": "batch"}).
		SetZones([]iks.WorkerPoolZone{zone}))
	noError(t, err)
	return created
}

func TestSDKCreatesAndChangesAWorkerPoolByV1(t *testing.T) {
	t.Parallel()
	account, client, id := readySDK(t)
	created := sdkCreatePool(t, client, id)
	want(t, "state", val(created.State), "active")
	want(t, "label", created.Labels["tier"], "batch")
	want(t, "zone", val(created.Zones[0].ID), "dal10")
	patch := func() *iks.PatchWorkerPoolOptions { return client.NewPatchWorkerPoolOptions(id, "batch") }

	response, err := client.PatchWorkerPool(patch().SetState("resizing").SetSizePerZone(2))
	done(t, response, err, http.StatusAccepted)
	account.settle(t)
	want(t, "workers", len(sdkWorkers(t, client, id, "batch")), 2)

	response, err = client.PatchWorkerPool(patch().SetState("labels").SetLabels(map[string]string{"team": "night"}))
	done(t, response, err, http.StatusAccepted)
	want(t, "label", sdkPool(t, client, id, "batch").Labels["team"], "night")

	response, err = client.RemoveWorkerPool(client.NewRemoveWorkerPoolOptions(id, "batch"))
	done(t, response, err, http.StatusNoContent)
	_, response, err = client.GetWorkerPool1(client.NewGetWorkerPool1Options(id, "batch"))
	wantSDKRefusal(t, response, err, http.StatusNotFound, "The specified worker pool could not be found")
}

func TestSDKChangesAWorkerPoolByV2(t *testing.T) {
	t.Parallel()
	account, client, id := readySDK(t)
	sdkCreatePool(t, client, id)
	classic, _, err := client.ClassicGetWorkerPool(client.NewClassicGetWorkerPoolOptions(id, "batch"))
	noError(t, err)
	want(t, "flavor", val(classic.Flavor), "b3c.4x16.encrypted")
	want(t, "provider", val(classic.Provider), "classic")
	want(t, "workers in the zone", val(classic.Zones[0].WorkerCount), 1)

	t.Run("size", func(t *testing.T) {
		response, err := client.V2ResizeWorkerPool(client.NewV2ResizeWorkerPoolOptions().SetCluster(id).SetWorkerpool("batch").SetSize(2))
		done(t, response, err, http.StatusAccepted)
		account.settle(t)
		want(t, "workers", len(sdkWorkers(t, client, id, "batch")), 2)
		want(t, "workers for each zone", val(sdkPool(t, client, id, "batch").WorkerCount), 2)
	})
	t.Run("labels", func(t *testing.T) {
		labels := map[string]string{"team": "day"}
		response, err := client.V2SetWorkerPoolLabels(client.NewV2SetWorkerPoolLabelsOptions().SetCluster(id).SetWorkerpool("batch").SetLabels(labels))
		noError(t, err)
		want(t, "status is good", response.StatusCode < http.StatusMultipleChoices, true)
		want(t, "label", sdkPool(t, client, id, "batch").Labels["team"], "day")
	})
	t.Run("taints", func(t *testing.T) {
		taints := map[string]string{"dedicated": "edge:NoSchedule"}
		_, err := client.V2SetWorkerPoolTaints(client.NewV2SetWorkerPoolTaintsOptions().SetCluster(id).SetWorkerpool("batch").SetTaints(taints))
		noError(t, err)
		want(t, "taint", sdkPool(t, client, id, "batch").Taints["dedicated"], "edge:NoSchedule")
	})
	t.Run("a rebalance brings back the worker that was removed", func(t *testing.T) {
		gone := val(sdkWorkers(t, client, id, "batch")[0].ID)
		_, err := client.V2RemoveWorker(client.NewV2RemoveWorkerOptions().SetCluster(id).SetWorkerID(gone))
		noError(t, err)
		account.settle(t)
		want(t, "balanced", val(sdkPool(t, client, id, "batch").IsBalanced), false)
		_, err = client.RebalanceWorkerPool(client.NewRebalanceWorkerPoolOptions().SetCluster(id).SetWorkerpool("batch"))
		noError(t, err)
		account.settle(t)
		want(t, "balanced", val(sdkPool(t, client, id, "batch").IsBalanced), true)
		workers := sdkWorkers(t, client, id, "batch")
		want(t, "workers", len(workers), 2)
		want(t, "workers with the old id", count(workers, func(w iks.Worker) bool { return val(w.ID) == gone }), 0)
	})
	t.Run("delete", func(t *testing.T) {
		_, err := client.RemoveWorkerPool1(client.NewRemoveWorkerPool1Options().SetCluster(id).SetWorkerpool("batch"))
		noError(t, err)
		_, response, err := client.ClassicGetWorkerPool(client.NewClassicGetWorkerPoolOptions(id, "batch"))
		wantSDKRefusal(t, response, err, http.StatusNotFound, "The specified worker pool could not be found")
	})
}

func TestSDKAddsMovesAndRemovesZones(t *testing.T) {
	t.Parallel()
	account, client, id := readySDK(t)
	for _, zone := range []string{"dal12", "dal13"} {
		response, err := client.AddWorkerPoolZone(client.NewAddWorkerPoolZoneOptions(id, "default").SetID(zone))
		done(t, response, err, http.StatusCreated)
	}
	account.settle(t)
	zone := func(id string) func(iks.WorkerPoolZoneResponse) bool {
		return func(zone iks.WorkerPoolZoneResponse) bool { return val(zone.ID) == id }
	}
	zones := sdkPool(t, client, id, "default").Zones
	want(t, "workers in dal12", val(find(t, "dal12", zones, zone("dal12")).WorkerCount), 2)
	want(t, "workers in dal13", val(find(t, "dal13", zones, zone("dal13")).WorkerCount), 2)

	private, public := account.orderVLAN(t, "dal12", "private", "02a"), account.orderVLAN(t, "dal12", "public", "02a")
	move := client.NewAddWorkerPoolZoneNetworkOptions(id, "default", "dal12").SetPrivateVlan(private).SetPublicVlan(public)
	response, err := client.AddWorkerPoolZoneNetwork(move)
	done(t, response, err, http.StatusNoContent)
	moved := find(t, "dal12", sdkPool(t, client, id, "default").Zones, zone("dal12"))
	want(t, "private VLAN", val(moved.PrivateVLAN), private)
	want(t, "public VLAN", val(moved.PublicVLAN), public)

	response, err = client.RemoveWorkerPoolZone(client.NewRemoveWorkerPoolZoneOptions(id, "default", "dal12"))
	done(t, response, err, http.StatusAccepted)
	_, err = client.RemoveWorkerPoolZone1(client.NewRemoveWorkerPoolZone1Options("").SetCluster(id).SetWorkerpool("default").SetZone("dal13"))
	noError(t, err)
	account.settle(t)
	want(t, "zones", len(sdkPool(t, client, id, "default").Zones), 1)
	want(t, "workers", len(sdkWorkers(t, client, id, "default")), 2)
}
