package clients

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// Speeds of an account's lifecycles.
const (
	asReal  = 1
	instant = "instant"
)

// No operation of the real service takes longer; a wait that does has failed.
const longestWait = 2 * time.Hour

var emulatorURL string

func TestMain(m *testing.M) {
	emulatorURL = strings.TrimRight(os.Getenv("IKS_EMULATOR_URL"), "/")
	if emulatorURL == "" {
		fmt.Fprintln(os.Stderr, "IKS_EMULATOR_URL is not set: start the emulator and set it to its address, for example http://127.0.0.1:4570.")
		os.Exit(1)
	}
	if err := prepare(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	if leaked := leaks.take(); len(leaked) > 0 {
		fmt.Fprintf(os.Stderr, "requests would have left this machine: %q\n", leaked)
		code = 1
	}
	os.Exit(code)
}

// prepare sets what a user of the IBM clients sets: the variables that the emulator prints.
func prepare() error {
	if err := leaks.open(); err != nil {
		return err
	}
	response, err := http.Get(emulatorURL + "/_emulator/env?format=json")
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var environment map[string]string
	if err := json.NewDecoder(response.Body).Decode(&environment); err != nil {
		return fmt.Errorf("the emulator printed no variables: %w", err)
	}
	for name, value := range environment {
		os.Setenv(name, value)
	}
	return nil
}

// account is an isolated account of the emulator with a clock of its own.
type account struct {
	ID     string `json:"id"`
	APIKey string `json:"apiKey"`
}

func newAccount(t *testing.T, speed any) account {
	t.Helper()
	var made account
	control(t, "/accounts", map[string]any{"name": unique(t.Name()), "speed": speed}, &made)
	if made.ID == "" || made.APIKey == "" {
		t.Fatalf("the new account lacks its id or its API key: %+v", made)
	}
	return made
}

func (a account) advance(t *testing.T, by time.Duration) {
	t.Helper()
	control(t, "/accounts/"+a.ID+"/clock/advance", map[string]any{"by": fmt.Sprintf("%ds", int(by.Seconds()))}, nil)
}

// settle moves the clock on until nothing is left to happen.
func (a account) settle(t *testing.T) {
	t.Helper()
	control(t, "/accounts/"+a.ID+"/clock/settle", map[string]any{"until": "all"}, nil)
}

// orderVLAN brings a VLAN behind a router such as 02a, which no IBM client can do.
func (a account) orderVLAN(t *testing.T, zone, kind, router string) string {
	t.Helper()
	var vlan struct {
		ID string `json:"id"`
	}
	control(t, "/accounts/"+a.ID+"/vlans", map[string]any{"zone": zone, "type": kind, "router": router}, &vlan)
	wantSome(t, "id of the VLAN", vlan.ID)
	return vlan.ID
}

// waitUntil is the polling loop of a client whose sleep moves the account's clock instead. It returns the time waited.
func (a account) waitUntil(t *testing.T, what string, done func() bool) time.Duration {
	t.Helper()
	const interval = time.Minute
	for waited := time.Duration(0); waited <= longestWait; waited += interval {
		if done() {
			return waited
		}
		a.advance(t, interval)
	}
	t.Fatalf("%s did not happen within %s of the account's time", what, longestWait)
	return 0
}

// control calls the emulator's own API, which the IBM clients do not know.
func control(t *testing.T, path string, body, answer any) {
	t.Helper()
	content, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post(emulatorURL+"/_emulator"+path, "application/json", bytes.NewReader(content))
	if err != nil {
		t.Fatalf("the emulator at %s does not answer: %v", emulatorURL, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode >= http.StatusMultipleChoices {
		t.Fatalf("POST /_emulator%s %s answered %s: %s", path, content, response.Status, text)
	}
	if answer == nil {
		return
	}
	if err := json.Unmarshal(text, answer); err != nil {
		t.Fatalf("POST /_emulator%s answered %s, which cannot be decoded: %v", path, text, err)
	}
}

func unique(name string) string {
	return name + "-" + rand.Text()[:8]
}
