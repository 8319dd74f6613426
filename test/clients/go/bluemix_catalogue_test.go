package clients

import (
	"testing"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

func TestBluemixReadsTheVersionCatalogue(t *testing.T) {
	t.Parallel()
	client := newBluemix(t, newAccount(t, asReal).APIKey)
	isDefault := func(version containerv1.KubeVersion) bool { return version.Default }

	kubernetes, err := client.v1.KubeVersions().List(client.target)
	noError(t, err)
	platforms, err := client.v1.KubeVersions().ListV1(client.target)
	noError(t, err)

	want(t, "number of default Kubernetes versions", count(kubernetes, isDefault), 1)
	want(t, "number of default OpenShift versions", count(platforms["openshift"], isDefault), 1)
	want(t, "number of Kubernetes versions", len(platforms["kubernetes"]), len(kubernetes))
}

func TestBluemixSeesAnEmptyAccountAsEmptyLists(t *testing.T) {
	t.Parallel()
	client := newBluemix(t, newAccount(t, asReal).APIKey)

	clusters, err := client.v1.Clusters().List(client.target)
	noError(t, err)
	vlans, err := client.v1.Vlans().List("dal10", client.target)
	noError(t, err)
	subnets, err := client.v1.Subnets().List(client.target)
	noError(t, err)

	want(t, "number of clusters", len(clusters), 0)
	want(t, "number of VLANs", len(vlans), 0)
	want(t, "number of subnets", len(subnets), 0)
}
