package clients

import (
	"net/netip"
	"slices"
	"strings"
	"testing"
)

// want stops the test unless the two values are equal.
func want[T comparable](t *testing.T, what string, got, expected T) {
	t.Helper()
	if got != expected {
		t.Fatalf("%s is %v, want %v", what, got, expected)
	}
}

// wantSome stops the test if the value is empty.
func wantSome(t *testing.T, what, got string) {
	t.Helper()
	if got == "" {
		t.Fatalf("%s is empty", what)
	}
}

func noError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wantAddress stops the test unless the text is an address of the wanted kind that is not taken yet, and takes it.
func wantAddress(t *testing.T, what, text string, private bool, taken map[string]bool) {
	t.Helper()
	address, err := netip.ParseAddr(text)
	if err != nil {
		t.Fatalf("%s is no address: %v", what, err)
	}
	want(t, what+" "+text+": private", address.IsPrivate(), private)
	want(t, what+" "+text+": taken by another", taken[text], false)
	taken[text] = true
}

// find returns the one item of a list for which match holds.
func find[T any](t *testing.T, what string, list []T, match func(T) bool) T {
	t.Helper()
	at := slices.IndexFunc(list, match)
	if at < 0 {
		t.Fatalf("%s is not among %+v", what, list)
	}
	return list[at]
}

func count[T any](list []T, match func(T) bool) int {
	n := 0
	for _, item := range list {
		if match(item) {
			n++
		}
	}
	return n
}

// val reads an optional field of a model: an absent one is the zero value.
func val[T any](field *T) T {
	if field == nil {
		var zero T
		return zero
	}
	return *field
}

func wantText(t *testing.T, text, part string) {
	t.Helper()
	if !strings.Contains(text, part) {
		t.Fatalf("%q does not contain %q", text, part)
	}
}
