package clients

import (
	"net/http"
	"testing"
)

const clusterNotFound = "The specified cluster could not be found"

func TestBluemixSeesRefusalsThatChangeNothing(t *testing.T) {
	t.Parallel()
	client := newBluemix(t, newAccount(t, asReal).APIKey)
	clusters := client.v1.Clusters()
	id := client.create(t, "taken")

	t.Run("a name that is taken is a conflict", func(t *testing.T) {
		_, err := clusters.Create(clusterRequest("taken"), client.target)
		wantRefused(t, err, http.StatusConflict, "E0007")
	})
	t.Run("a zone that does not exist is a bad request naming the field", func(t *testing.T) {
		request := clusterRequest("lost")
		request.Datacenter = "xyz99"
		_, err := clusters.Create(request, client.target)
		wantRefused(t, err, http.StatusBadRequest, "dataCenter")
	})
	t.Run("an unknown cluster is not found, in the words Terraform looks for", func(t *testing.T) {
		_, err := clusters.Find("nowhere", client.target)
		wantRefused(t, err, http.StatusNotFound, clusterNotFound)
		_, err = clusters.FindWithOutShowResourcesCompatible("nowhere", client.target)
		wantRefused(t, err, http.StatusNotFound, clusterNotFound)
		_, err = client.v2.Clusters().GetCluster("nowhere", client.targetV2)
		wantRefused(t, err, http.StatusNotFound, clusterNotFound)
		wantRefused(t, clusters.Delete("nowhere", client.target, true), http.StatusNotFound, clusterNotFound)
	})
	t.Run("an unknown worker and an unknown pool have words of their own", func(t *testing.T) {
		_, err := client.v1.Workers().Get("kube-nowhere-w1", client.target)
		wantRefused(t, err, http.StatusNotFound, "The specified worker node could not be found")
		_, err = client.v1.WorkerPools().GetWorkerPool(id, "nowhere", client.target)
		wantRefused(t, err, http.StatusNotFound, "The specified worker pool could not be found")
	})

	list, err := clusters.List(client.target)
	noError(t, err)
	want(t, "number of clusters", len(list), 1)
}

func TestSDKSeesRefusalsInTheErrorEnvelope(t *testing.T) {
	t.Parallel()
	client := newSDK(t, newAccount(t, asReal).APIKey)
	sdkCreate(t, client, "taken")

	t.Run("a name that is taken is a conflict", func(t *testing.T) {
		_, response, err := client.CreateCluster(sdkClusterRequest(client, "taken"))
		wantSDKRefusal(t, response, err, http.StatusConflict, "taken")
	})
	t.Run("a zone that does not exist is a bad request naming the field", func(t *testing.T) {
		_, response, err := client.CreateCluster(sdkClusterRequest(client, "lost").SetDataCenter("xyz99"))
		wantSDKRefusal(t, response, err, http.StatusBadRequest, "dataCenter")
	})
	t.Run("an unknown cluster is not found", func(t *testing.T) {
		_, response, err := client.GetCluster1(client.NewGetCluster1Options("nowhere"))
		wantSDKRefusal(t, response, err, http.StatusNotFound, clusterNotFound)
		_, response, err = client.GetCluster(client.NewGetClusterOptions("nowhere"))
		wantSDKRefusal(t, response, err, http.StatusNotFound, clusterNotFound)
		response, err = client.RemoveCluster(client.NewRemoveClusterOptions("nowhere"))
		wantSDKRefusal(t, response, err, http.StatusNotFound, clusterNotFound)
	})
}
