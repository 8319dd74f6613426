package clients

import (
	"crypto/tls"
	"crypto/x509"
	"os"
	"testing"
	"time"

	"github.com/IBM-Cloud/bluemix-go/api/container/containerv1"
)

func TestBluemixUnpacksKubeconfigs(t *testing.T) {
	t.Parallel()
	account := newAccount(t, asReal)
	client := newBluemix(t, account.APIKey)
	id := client.create(t, "shopfront")
	account.advance(t, 5*time.Minute)
	server := client.find(t, id).ServerURL
	wantSome(t, "server of the cluster", server)

	t.Run("v1 for everybody", func(t *testing.T) {
		details, err := client.v1.Clusters().GetClusterConfigDetail("shopfront", t.TempDir(), false, client.target)
		noError(t, err)
		wantKubeconfig(t, details, server)
		wantSome(t, "id token", details.Token)
	})
	t.Run("v1 for an administrator, with the network", func(t *testing.T) {
		calico, details, err := client.v1.Clusters().StoreConfigDetail(id, t.TempDir(), true, true, client.target)
		noError(t, err)
		wantKubeconfig(t, details, server)
		wantLogin(t, details)
		wantCalico(t, calico, details.FilePath)
	})
	t.Run("v2 for everybody", func(t *testing.T) {
		details, err := client.v2.Clusters().GetClusterConfigDetail("shopfront", t.TempDir(), false, client.targetV2, "")
		noError(t, err)
		wantKubeconfig(t, details, server)
		wantSome(t, "id token", details.Token)
	})
	t.Run("v2 for an administrator, with the network", func(t *testing.T) {
		calico, details, err := client.v2.Clusters().StoreConfigDetail(id, t.TempDir(), true, true, client.targetV2, "public")
		noError(t, err)
		wantKubeconfig(t, details, server)
		wantLogin(t, details)
		wantCalico(t, calico, details.FilePath)
	})
}

// wantKubeconfig stops the test unless the client found all of the archive and can read its files.
func wantKubeconfig(t *testing.T, details containerv1.ClusterKeyInfo, server string) {
	t.Helper()
	want(t, "host", details.Host, server)
	wantText(t, details.ClusterCACertificate, "-----BEGIN CERTIFICATE-----")
	content, err := os.ReadFile(details.FilePath)
	noError(t, err)
	wantText(t, string(content), "kind: Config")
}

// wantLogin stops the test unless the administrator's certificate, key and authority belong together.
func wantLogin(t *testing.T, details containerv1.ClusterKeyInfo) {
	t.Helper()
	pair, err := tls.X509KeyPair([]byte(details.Admin), []byte(details.AdminKey))
	noError(t, err)
	client, err := x509.ParseCertificate(pair.Certificate[0])
	noError(t, err)
	authorities := x509.NewCertPool()
	want(t, "authority is taken", authorities.AppendCertsFromPEM([]byte(details.ClusterCACertificate)), true)
	_, err = client.Verify(x509.VerifyOptions{Roots: authorities, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}})
	noError(t, err)
}

func wantCalico(t *testing.T, file, kubeconfig string) {
	t.Helper()
	content, err := os.ReadFile(file)
	noError(t, err)
	wantText(t, string(content), "kubeconfig: \""+kubeconfig+"\"")
}
