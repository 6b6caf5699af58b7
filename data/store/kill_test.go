package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// victim names the environment variable that makes the test binary save to the
// office it names until it is killed.
const victim = "VISITDESK_TEST_VICTIM"

func TestMain(m *testing.M) {
	if file := os.Getenv(victim); file != "" {
		if err := saveForever(file); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// saveForever saves contacts and says the ID of each when it is kept.
func saveForever(file string) error {
	s, err := store.Open(context.Background(), file, store.Options{})
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		c := career.Contact{Name: fmt.Sprintf("第%d位", n), Note: "保存即存"}
		if err := s.Save(context.Background(), &c); err != nil {
			return err
		}
		fmt.Println(c.ID)
	}
}

// What was said to be saved is there, whenever the program is killed: also
// while it makes the office.
func TestAKillLosesNothingThatWasAcknowledged(t *testing.T) {
	want := 1000
	if testing.Short() {
		want = 100
	}
	file := filepath.Join(t.TempDir(), "office.db")
	random := rand.New(rand.NewPCG(1, 2))
	var acknowledged []career.ContactID
	for kills := 1; len(acknowledged) < want; kills++ {
		acknowledged = append(acknowledged, killed(t, file, random.IntN(60))...)
		if kills%10 != 0 && len(acknowledged) < want {
			continue
		}
		s := reopen(t, file)
		must(t, got[store.Health](t)(s.Health(t.Context())).Err())
		for _, id := range acknowledged {
			if _, err := s.Contact(t.Context(), id); err != nil {
				t.Fatalf("after %d kills: %v", kills, err)
			}
		}
		must(t, s.Close())
	}
}

// killed runs a victim, kills it in the midst of the save after the given
// number, and returns what it said was saved.
func killed(t *testing.T, file string, after int) (ids []career.ContactID) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env, cmd.Stderr = append(os.Environ(), victim+"="+file), os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	if after == 0 { // while it starts
		time.AfterFunc(time.Duration(rand.IntN(30))*time.Millisecond, func() { cmd.Process.Kill() })
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		ids = append(ids, career.ContactID(lines.Text()))
		if len(ids) == after {
			go func() { // at no moment in particular
				for range rand.IntN(200_000) {
				}
				cmd.Process.Kill()
			}()
		}
	}
	cmd.Wait() // it was killed: an error is what is expected
	for i, id := range ids {
		if len(id) != 36 { // the pipe was cut in the last line
			return ids[:i]
		}
	}
	return ids
}
