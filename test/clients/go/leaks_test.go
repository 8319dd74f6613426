package clients

import (
	"bufio"
	"fmt"
	"net"
	"net/url"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	bluemix "github.com/IBM-Cloud/bluemix-go"
	"github.com/IBM-Cloud/bluemix-go/api/globalsearch/globalsearchv2"
	"github.com/IBM-Cloud/bluemix-go/endpoints"
	"github.com/IBM-Cloud/bluemix-go/session"
	iks "github.com/IBM-Cloud/container-services-go-sdk/kubernetesserviceapiv1"
)

// guard is a proxy through which nothing gets: it sees what would have left for the real cloud.
type guard struct {
	mutex  sync.Mutex
	leaked []string
}

var leaks guard

// open has every request of this process that is not for the emulator go to the guard. It must come before the
// first request, since Go reads these variables once.
func (g *guard) open() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	emulator, err := url.Parse(emulatorURL)
	if err != nil {
		return err
	}
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"} {
		os.Setenv(name, "http://"+listener.Addr().String())
	}
	for _, name := range []string{"NO_PROXY", "no_proxy"} {
		os.Setenv(name, emulator.Hostname())
	}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go g.refuse(connection)
		}
	}()
	return nil
}

func (g *guard) refuse(connection net.Conn) {
	defer connection.Close()
	line, _ := bufio.NewReader(connection).ReadString('\n')
	g.mutex.Lock()
	g.leaked = append(g.leaked, strings.TrimSpace(line))
	g.mutex.Unlock()
	fmt.Fprint(connection, "HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n")
}

// take returns what was seen so far and forgets it.
func (g *guard) take() []string {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	taken := g.leaked
	g.leaked = nil
	return taken
}

// TestEveryEndpointOfBluemixLeadsToTheEmulator asks bluemix-go for the address of each service it knows, in each
// visibility: no variable is forgotten.
func TestEveryEndpointOfBluemixLeadsToTheEmulator(t *testing.T) {
	for _, visibility := range []string{"public", "private", "public-and-private"} {
		locator := reflect.ValueOf(endpoints.NewEndpointLocator("eu-de", visibility, ""))
		want(t, "number of services", locator.NumMethod() > 20, true)
		for at := range locator.NumMethod() {
			answers := locator.Method(at).Call(nil)
			if err, _ := answers[1].Interface().(error); err != nil {
				t.Fatal(err)
			}
			if address := answers[0].String(); !strings.HasPrefix(address, emulatorURL) {
				t.Errorf("%s is %s when %s, want an address of the emulator", locator.Type().Method(at).Name, address, visibility)
			}
		}
	}
}

// TestSDKIsSetUpByVariablesAlone makes the client of container-services-go-sdk as programs do that name no address.
func TestSDKIsSetUpByVariablesAlone(t *testing.T) {
	t.Setenv("KUBERNETES_SERVICE_API_APIKEY", newAccount(t, asReal).APIKey)
	client, err := iks.NewKubernetesServiceApiV1UsingExternalConfig(&iks.KubernetesServiceApiV1Options{})
	noError(t, err)
	want(t, "address", client.GetServiceURL(), emulatorURL+"/global")
	sdkCreate(t, client, unique("by-variables"))
}

// TestLeaksAreNoticed is the proof that the guard would see a request to the real cloud.
func TestLeaksAreNoticed(t *testing.T) {
	t.Setenv("IBMCLOUD_GS_API_ENDPOINT", "")
	opened, err := session.New(&bluemix.Config{BluemixAPIKey: newAccount(t, asReal).APIKey, MaxRetries: new(0)})
	noError(t, err)
	search, err := globalsearchv2.New(opened)
	noError(t, err)
	if _, err := search.Searches().PostQuery(globalsearchv2.SearchBody{Query: "*"}); err == nil {
		t.Fatal("a search of the real cloud was answered")
	}
	seen := leaks.take()
	if len(seen) == 0 || slices.ContainsFunc(seen, func(line string) bool {
		return !strings.HasPrefix(line, "CONNECT api.global-search-tagging.cloud.ibm.com:443 ")
	}) {
		t.Fatalf("the guard saw %q, want requests to the real search alone", seen)
	}
}
