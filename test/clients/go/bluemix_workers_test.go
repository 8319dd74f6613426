package clients

import (
	"net/http"
	"testing"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

func isReady(worker containerv1.Worker) bool {
	return worker.State == "normal" && worker.Status == "Ready"
}

func (c bluemixClient) worker(t *testing.T, id string) containerv1.Worker {
	t.Helper()
	worker, err := c.v1.Workers().Get(id, c.target)
	noError(t, err)
	return worker
}

func TestBluemixReloadsAndRebootsWorkers(t *testing.T) {
	t.Parallel()
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	before := client.workersOf(t, id, "default")[0]

	t.Run("a reload shows at once and ends with the same addresses", func(t *testing.T) {
		noError(t, client.v1.Workers().Update(id, before.ID, containerv1.WorkerUpdateParam{Action: "reload"}, client.target))
		want(t, "state", client.worker(t, before.ID).State, "reload_pending")
		account.settle(t)
		want(t, "worker after the reload", client.worker(t, before.ID), before)
	})
	t.Run("a reboot leaves the state and takes the readiness", func(t *testing.T) {
		reboot := containerv1.UpdateWorkerCommand{Action: "os_reboot", Force: true}
		noError(t, client.v1.Clusters().UpdateClusterWorker(id, before.ID, reboot, client.target))
		rebooting := client.worker(t, before.ID)
		want(t, "state", rebooting.State, "normal")
		want(t, "ready", isReady(rebooting), false)
		account.settle(t)
		want(t, "worker after the reboot", client.worker(t, before.ID), before)
	})
}

func TestBluemixUpdatesTheMasterAndThenTheWorkers(t *testing.T) {
	t.Parallel()
	request := clusterRequest("shopfront")
	request.MasterVersion = "1.35"
	account, client, id := readyBluemix(t, request)
	clusters := client.v1.Clusters()
	workers := client.workersOf(t, id, "default")
	wantText(t, workers[0].KubeVersion, "1.35.")

	noError(t, clusters.Update(id, containerv1.ClusterUpdateParam{Action: "update", Force: true, Version: "1.36"}, client.target))
	wantText(t, client.find(t, id).MasterKubeVersion, "pending")
	account.settle(t)
	want(t, "version of the master", client.find(t, id).MasterKubeVersion, "1.36.3_1525")
	late := client.worker(t, workers[0].ID)
	want(t, "version of a worker", late.KubeVersion, workers[0].KubeVersion)
	wantText(t, late.TargetVersion, "1.36.")

	update := containerv1.UpdateWorkerCommand{Action: "update"}
	noError(t, clusters.UpdateClusterWorkers(id, []string{workers[0].ID, workers[1].ID}, update, client.target))
	account.settle(t)
	for _, worker := range workers {
		updated := client.worker(t, worker.ID)
		want(t, "version of "+worker.ID, updated.KubeVersion, late.TargetVersion)
		want(t, "private address of "+worker.ID, updated.PrivateIP, worker.PrivateIP)
	}
}

func TestBluemixRemovesAWorkerAndCannotAddOne(t *testing.T) {
	t.Parallel()
	account, client, id := readyBluemix(t, clusterRequest("shopfront"))
	gone := client.workersOf(t, id, "default")[0].ID

	noError(t, client.v1.Workers().Delete(id, gone, client.target))
	want(t, "state", client.worker(t, gone).State, "deleting")
	account.settle(t)
	want(t, "workers", len(client.workersOf(t, id, "default")), 1)
	want(t, "size per zone", client.pool(t, id, "default").Size, 2)
	all, err := client.v1.Workers().ListByWorkerPool(id, "", true, client.target)
	noError(t, err)
	deleted := find(t, gone, all, func(worker containerv1.Worker) bool { return worker.ID == gone })
	want(t, "state of the deleted worker", deleted.State, "deleted")
	wantSome(t, "reason", deleted.ReasonForDelete)

	err = client.v1.Workers().Add(id, containerv1.WorkerParam{WorkerNum: 1, MachineType: "b3c.4x16"}, client.target)
	wantRefused(t, err, http.StatusBadRequest, "worker pools")
}
