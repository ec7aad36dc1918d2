// Command tlog reads a Lodestone log with nothing but the Go project's own packages for signed notes and transparency
// logs, as Debian ships them. It shares no code with the project.
//
//	tlog fetch URL DIR            reads the public log into a folder
//	tlog check DIR                checks signature, inclusion, consistency and proof files
//	tlog cosigned DIR VKEY...     checks that each of these witnesses cosigned the checkpoint
//	tlog tamper DIR [FLIPS]       changes a bit of every file at FLIPS places, each alone: every check must fail
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "tlog:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 3 && args[0] == "fetch":
		return fetch(args[1], args[2])
	case len(args) == 2 && args[0] == "check":
		return check(args[1])
	case len(args) == 2 && args[0] == "tamper":
		return tamper(args[1], 1<<20)
	case len(args) == 3 && args[0] == "tamper":
		flips, err := strconv.Atoi(args[2])
		if err != nil || flips < 1 {
			return fmt.Errorf("%q is not a number of places", args[2])
		}
		return tamper(args[1], flips)
	case len(args) > 2 && args[0] == "cosigned":
		return cosigned(args[1], args[2:])
	}
	return fmt.Errorf("usage: tlog fetch URL DIR | check DIR | tamper DIR [FLIPS] | cosigned DIR VKEY...")
}

func check(dir string) error {
	log, err := load(dir)
	if err != nil {
		return err
	}
	began := time.Now()
	found, err := log.check()
	if err != nil {
		return err
	}
	fmt.Printf("entries=%d inclusion_proofs=%d consistency_proofs=%d proof_files=%d check_ms=%d\n",
		found.entries, found.inclusion, found.consistency, found.files, time.Since(began).Milliseconds())
	return nil
}
