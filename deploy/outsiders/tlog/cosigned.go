package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
)

// A witness's key (C2SP tlog-cosignature, type 4) as the note package takes verifiers: what is signed is the time and the
// text, not the text alone.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }

func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(signature), text)
	return ed25519.Verify(w.key, []byte(message), signature[8:])
}

func newWitness(vkey string) (witness, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return witness{}, fmt.Errorf("%q is not a verifier key", vkey)
	}
	typed, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(typed) != 1+ed25519.PublicKeySize || typed[0] != 4 {
		return witness{}, fmt.Errorf("%q is not a witness's key", vkey)
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	hash := binary.BigEndian.Uint32(id[:4])
	if strconv.FormatUint(uint64(hash), 16) != strings.TrimLeft(parts[1], "0") {
		return witness{}, fmt.Errorf("%q has another key id", vkey)
	}
	return witness{parts[0], hash, typed[1:]}, nil
}

// The checkpoint of a folder must have the log's line and one of each witness, and none may pass over another text.
func cosigned(dir string, vkeys []string) error {
	files, err := load(dir)
	if err != nil {
		return err
	}
	key, err := files.get("log.vkey")
	if err != nil {
		return err
	}
	log, err := note.NewVerifier(strings.TrimSuffix(string(key), "\n"))
	if err != nil {
		return err
	}
	signed, err := files.get("checkpoint")
	if err != nil {
		return err
	}
	known := []note.Verifier{log}
	for _, vkey := range vkeys {
		w, err := newWitness(strings.TrimSpace(vkey))
		if err != nil {
			return err
		}
		known = append(known, w)
	}
	opened, err := note.Open(signed, note.VerifierList(known...))
	if err != nil {
		return err
	}
	if len(opened.Sigs) != len(known) {
		return fmt.Errorf("%d of %d lines are there", len(opened.Sigs), len(known))
	}
	for _, signature := range opened.Sigs[1:] {
		blob, err := base64.StdEncoding.Strict().DecodeString(signature.Base64)
		if err != nil {
			return err
		}
		seen := time.Unix(int64(binary.BigEndian.Uint64(blob[4:])), 0).UTC()
		fmt.Printf("cosigned_by=%s at=%s\n", signature.Name, seen.Format(time.RFC3339))
	}
	// Every byte of the checkpoint, its lines included, is covered by one of the keys.
	refused := 0
	for i := range signed {
		changed := append([]byte(nil), signed...)
		changed[i] ^= 1
		if again, err := note.Open(changed, note.VerifierList(known...)); err == nil &&
			len(again.Sigs) == len(known) && strict(again) {
			return fmt.Errorf("byte %d may be changed", i)
		}
		refused++
	}
	fmt.Printf("cosignatures=%d changed=%d refused=%d\n", len(vkeys), len(signed), refused)
	return nil
}

// The package takes base64 with spare bits set; one signature would have several spellings.
func strict(opened *note.Note) bool {
	for _, signature := range opened.Sigs {
		if _, err := base64.StdEncoding.Strict().DecodeString(signature.Base64); err != nil {
			return false
		}
	}
	return true
}
