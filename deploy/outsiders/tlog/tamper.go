package main

import (
	"fmt"
	"sort"
	"strings"
)

// Changes the lowest bit of a byte, at up to `flips` places of every file, each alone. A log that still passes is a failure.
func tamper(dir string, flips int) error {
	log, err := load(dir)
	if err != nil {
		return err
	}
	if _, err := log.check(); err != nil {
		return fmt.Errorf("before anything was changed: %w", err)
	}
	var names []string
	for name := range log {
		names = append(names, name)
	}
	sort.Strings(names)
	bytes, refused := map[string]int{}, map[string]int{}
	var kinds []string
	total := 0
	for _, name := range names {
		data := log[name]
		kind := kindOf(name)
		if bytes[kind] == 0 {
			kinds = append(kinds, kind)
		}
		bytes[kind] += len(data)
		places := len(data)
		if places > flips {
			places = flips
		}
		for i := 0; i < places; i++ {
			at := i * len(data) / places
			data[at] ^= 1
			_, err := log.check()
			data[at] ^= 1
			if err == nil {
				return fmt.Errorf("byte %d of %s was changed and nothing was noticed", at, name)
			}
			refused[kind]++
			total++
		}
	}
	for _, kind := range kinds {
		fmt.Printf("  %-14s %8d bytes  %6d changed, each alone: %6d refused\n", kind, bytes[kind], refused[kind], refused[kind])
	}
	fmt.Printf("files=%d changed=%d refused=%d\n", len(names), total, total)
	return nil
}

func kindOf(name string) string {
	switch {
	case strings.HasPrefix(name, "tile/entries/"):
		return "entry bundles"
	case strings.HasPrefix(name, "tile/"):
		return "tiles"
	case strings.HasSuffix(name, ".tlog-proof"):
		return "*.tlog-proof"
	case strings.HasSuffix(name, ".entry"):
		return "*.entry"
	}
	return name
}
