package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// No file of the layout is longer than a bundle of 256 entries of 65,535 bytes.
const maxBytes = 256 * (2 + 65535)

// Reads key, checkpoint, and every tile and bundle of that size. Nothing is taken on trust: check is for that.
func fetch(url, dir string) error {
	key, err := get(url, dir, "log.vkey", "text/plain")
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSuffix(string(key), "\n"))
	if err != nil {
		return err
	}
	signed, err := get(url, dir, "checkpoint", "text/plain")
	if err != nil {
		return err
	}
	tree, err := open(signed, verifier)
	if err != nil {
		return err
	}
	files := 2
	for _, path := range paths(tree.N) {
		if _, err := get(url, dir, path, "application/octet-stream"); err != nil {
			return err
		}
		files++
	}
	fmt.Printf("size=%d files=%d\n", tree.N, files)
	return nil
}

// The tiles of a tree, and the bundles below its lowest ones.
func paths(size int64) []string {
	var out []string
	for level, hashes := 0, size; hashes > 0; level, hashes = level+1, hashes>>8 {
		for n := int64(0); n*256 < hashes; n++ {
			tile := tlog.Tile{H: 8, L: level, N: n, W: 256}
			if rest := hashes - n*256; rest < 256 {
				tile.W = int(rest)
			}
			path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
			out = append(out, path)
			if level == 0 {
				out = append(out, strings.Replace(path, "tile/0/", "tile/entries/", 1))
			}
		}
	}
	return out
}

func get(url, dir, path, kind string) ([]byte, error) {
	answer, err := http.Get(strings.TrimSuffix(url, "/") + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(io.LimitReader(answer.Body, maxBytes+1))
	if err != nil {
		return nil, err
	}
	if answer.StatusCode != http.StatusOK || !strings.HasPrefix(answer.Header.Get("Content-Type"), kind) {
		return nil, fmt.Errorf("GET /%s: %s, %s", path, answer.Status, answer.Header.Get("Content-Type"))
	}
	if len(data) > maxBytes {
		return nil, fmt.Errorf("/%s is too long", path)
	}
	file := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return nil, err
	}
	return data, os.WriteFile(file, data, 0o644)
}
