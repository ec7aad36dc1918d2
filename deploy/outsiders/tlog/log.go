package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A folder is a log in the layout of C2SP tlog-tiles: log.vkey, checkpoint, tile/..., and any number of
// <name>.tlog-proof with the leaf beside it as <name>.entry.
type folder map[string][]byte

type figures struct{ entries, inclusion, consistency, files int }

// All sizes of a small log are proven to be its beginnings, and as many of a larger one.
const consistencyProofs = 50

func load(dir string) (folder, error) {
	files := folder{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	return files, err
}

func (f folder) get(name string) ([]byte, error) {
	data, ok := f[name]
	if !ok {
		return nil, fmt.Errorf("%s is missing", name)
	}
	return data, nil
}

// The tile reader that the package asks for. C2SP paths have no element for the height.
func (f folder) Height() int                     { return 8 }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, tile := range tiles {
		data, err := f.get(strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		if len(data) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", tile.Path(), len(data))
		}
		out = append(out, data)
	}
	return out, nil
}

func (f folder) check() (figures, error) {
	var found figures
	key, err := f.get("log.vkey")
	if err != nil {
		return found, err
	}
	verifier, err := note.NewVerifier(strings.TrimSuffix(string(key), "\n"))
	if err != nil {
		return found, fmt.Errorf("log.vkey: %w", err)
	}
	signed, err := f.get("checkpoint")
	if err != nil {
		return found, err
	}
	tree, err := open(signed, verifier)
	if err != nil {
		return found, fmt.Errorf("checkpoint: %w", err)
	}
	entries, err := f.entries(tree.N)
	if err != nil {
		return found, err
	}
	found.entries = len(entries)
	hashes := tlog.TileHashReader(tree, f)
	if found.files, err = f.proofFiles(tree, verifier, entries, hashes); err != nil {
		return found, err
	}
	if found.inclusion, err = inclusion(tree, entries, hashes); err != nil {
		return found, err
	}
	rebuilt, err := rebuild(entries)
	if err != nil {
		return found, err
	}
	found.consistency, err = consistency(tree, rebuilt, hashes)
	return found, err
}

// Opens a checkpoint: the note's signature, then origin, size and root.
func open(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	for _, signature := range append(opened.Sigs, opened.UnverifiedSigs...) {
		// The package takes base64 with spare bits set; one signature would have several spellings.
		if _, err := base64.StdEncoding.Strict().DecodeString(signature.Base64); err != nil {
			return tlog.Tree{}, fmt.Errorf("signature line: %w", err)
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// The entries out of their bundles, each after its length in two bytes.
func (f folder) entries(size int64) ([][]byte, error) {
	var out [][]byte
	for n := int64(0); n*256 < size; n++ {
		tile := tlog.Tile{H: 8, L: 0, N: n, W: 256}
		if rest := size - n*256; rest < 256 {
			tile.W = int(rest)
		}
		path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle, err := f.get(path)
		if err != nil {
			return nil, err
		}
		for i := 0; i < tile.W; i++ {
			if len(bundle) < 2 {
				return nil, fmt.Errorf("%s ends early", path)
			}
			length := 2 + int(bundle[0])<<8 + int(bundle[1])
			if len(bundle) < length {
				return nil, fmt.Errorf("%s ends early", path)
			}
			out = append(out, bundle[2:length])
			bundle = bundle[length:]
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("%s has more than %d entries", path, tile.W)
		}
	}
	return out, nil
}

func inclusion(tree tlog.Tree, entries [][]byte, hashes tlog.HashReader) (int, error) {
	for i, entry := range entries {
		proof, err := tlog.ProveRecord(tree.N, int64(i), hashes)
		if err != nil {
			return i, fmt.Errorf("entry %d: %w", i, err)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entry)); err != nil {
			return i, fmt.Errorf("entry %d: %w", i, err)
		}
	}
	return len(entries), nil
}

// The hashes of a log made anew from the entries: what older roots are compared with.
func rebuild(entries [][]byte) (tlog.HashReaderFunc, error) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, index := range indexes {
			if index >= int64(len(stored)) {
				return nil, fmt.Errorf("there is no hash %d", index)
			}
			out = append(out, stored[index])
		}
		return out, nil
	})
	for i, entry := range entries {
		added, err := tlog.StoredHashesForRecordHash(int64(i), tlog.RecordHash(entry), reader)
		if err != nil {
			return nil, err
		}
		stored = append(stored, added...)
	}
	return reader, nil
}

func consistency(tree tlog.Tree, rebuilt, hashes tlog.HashReader) (int, error) {
	step := tree.N / consistencyProofs
	if step == 0 {
		step = 1
	}
	count := 0
	for older := int64(1); older <= tree.N; older += step {
		root, err := tlog.TreeHash(older, rebuilt)
		if err != nil {
			return count, err
		}
		if err := continues(tree, tlog.Tree{N: older, Hash: root}, hashes); err != nil {
			return count, err
		}
		count++
	}
	return count, nil
}

func continues(tree, older tlog.Tree, hashes tlog.HashReader) error {
	proof, err := tlog.ProveTree(tree.N, older.N, hashes)
	if err == nil {
		err = tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash)
	}
	if err != nil {
		return fmt.Errorf("from size %d to %d: %w", older.N, tree.N, err)
	}
	return nil
}

func (f folder) proofFiles(tree tlog.Tree, verifier note.Verifier, entries [][]byte, hashes tlog.HashReader) (int, error) {
	var names []string
	for name := range f {
		if strings.HasSuffix(name, ".tlog-proof") {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		entry, err := f.get(strings.TrimSuffix(name, ".tlog-proof") + ".entry")
		if err != nil {
			return 0, err
		}
		index, older, err := proofFile(f[name], entry, verifier)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		if older.N > tree.N || index >= int64(len(entries)) || !bytes.Equal(entries[index], entry) {
			return 0, fmt.Errorf("%s is not of this log", name)
		}
		if err := continues(tree, older, hashes); err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
	}
	return len(names), nil
}

// A C2SP tlog-proof file against the leaf it is for; needs nothing but the log's key.
func proofFile(file, entry []byte, verifier note.Verifier) (int64, tlog.Tree, error) {
	head, signed, ok := strings.Cut(string(file), "\n\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return 0, tlog.Tree{}, fmt.Errorf("not a proof file")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return 0, tlog.Tree{}, err
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return 0, tlog.Tree{}, fmt.Errorf("%q is not a hash", line)
		}
		proof = append(proof, *(*tlog.Hash)(hash))
	}
	tree, err := open([]byte(signed), verifier)
	if err != nil {
		return 0, tlog.Tree{}, err
	}
	return index, tree, tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}
