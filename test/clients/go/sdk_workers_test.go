package clients

import (
	"net/http"
	"testing"

	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

func TestSDKReloadsReplacesAndRemovesWorkers(t *testing.T) {
	t.Parallel()
	account, client, id := readySDK(t, func(request *iks.CreateClusterOptions) { request.SetWorkerNum(3) })
	workers := sdkWorkers(t, client, id, "default")
	worker := func(id string) func(iks.Worker) bool {
		return func(worker iks.Worker) bool { return val(worker.ID) == id }
	}
	reloaded, replaced, removed := workers[0], val(workers[1].ID), val(workers[2].ID)

	t.Run("reload", func(t *testing.T) {
		action := client.NewUpdateClusterWorkerOptions(id, val(reloaded.ID)).SetAction("reload").SetForce(true)
		response, err := client.UpdateClusterWorker(action)
		done(t, response, err, http.StatusNoContent)
		during, _, err := client.GetWorker(client.NewGetWorkerOptions(id, val(reloaded.ID)))
		noError(t, err)
		want(t, "state in v2", val(during.Lifecycle.ActualState), "reload_pending")
		account.settle(t)
		after := find(t, val(reloaded.ID), sdkWorkers(t, client, id, "default"), worker(val(reloaded.ID)))
		want(t, "state", val(after.State), "normal")
		want(t, "public address", val(after.PublicIP), val(reloaded.PublicIP))
	})
	t.Run("replace", func(t *testing.T) {
		_, err := client.ReplaceWorker(client.NewReplaceWorkerOptions().SetCluster(id).SetWorkerID(replaced).SetUpdate(true))
		noError(t, err)
		account.settle(t)
		after := sdkWorkers(t, client, id, "default")
		want(t, "workers", len(after), 3)
		want(t, "workers with the old id", count(after, worker(replaced)), 0)
	})
	t.Run("remove", func(t *testing.T) {
		response, err := client.RemoveClusterWorker(client.NewRemoveClusterWorkerOptions(id, removed))
		done(t, response, err, http.StatusNoContent)
		account.settle(t)
		all, _, err := client.GetClusterWorkers(client.NewGetClusterWorkersOptions(id).SetShowDeleted("true"))
		noError(t, err)
		want(t, "state of the removed worker", val(find(t, removed, all, worker(removed)).State), "deleted")
		want(t, "workers that are left", len(sdkWorkers(t, client, id, "default")), 2)
	})
	t.Run("no worker can be added outside of pools", func(t *testing.T) {
		request := client.NewAddClusterWorkersOptions("", id).SetWorkerNum(1).SetMachineType("b3c.4x16")
		response, err := client.AddClusterWorkers(request)
		wantSDKRefusal(t, response, err, http.StatusBadRequest, "worker pools")
	})
}
