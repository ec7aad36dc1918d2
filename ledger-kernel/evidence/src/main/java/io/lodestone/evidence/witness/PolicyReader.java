package io.lodestone.evidence.witness;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.checkpoint.WitnessKey;
import io.lodestone.evidence.signature.PublicKey;
import io.lodestone.evidence.witness.TlogPolicy.Group;
import io.lodestone.evidence.witness.TlogPolicy.Log;
import io.lodestone.evidence.witness.TlogPolicy.Witness;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a policy file line by line and names the first line that is wrong. For one file. */
final class PolicyReader {

    private static final int MAX_LINES = 1_000;

    /** C2SP asks for at least 32 of each. */
    private static final int MAX_ITEMS = 64;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_WORD = 512;
    private static final String NONE = "none";
    private static final Pattern WHITESPACE = Pattern.compile("[ \t]+");
    private static final Pattern THRESHOLD = Pattern.compile("[1-9][0-9]{0,2}");

    private final List<Log> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Set<PublicKey> keys = new HashSet<>();

    /** Every name that is defined, with the number of groups below it. */
    private final Map<String, Integer> depths = new HashMap<>();

    private final Set<String> members = new HashSet<>();
    private Optional<String> quorum = Optional.empty();

    private PolicyReader() {}

    static TlogPolicy read(byte[] file) {
        if (file.length > TlogPolicy.MAX_BYTES) {
            throw new FormatException(Fault.TOO_LARGE, "", "a policy has at most " + TlogPolicy.MAX_BYTES + " bytes");
        }
        String[] lines = decode(file).split("\n", -1);
        if (lines.length > MAX_LINES + 1) {
            throw new FormatException(Fault.TOO_LARGE, "", "a policy has at most " + MAX_LINES + " lines");
        }
        PolicyReader reader = new PolicyReader();
        for (int i = 0; i < lines.length; i++) {
            try {
                if (i == lines.length - 1 && !lines[i].isEmpty()) {
                    throw new IllegalArgumentException("a line ends with a line feed");
                }
                reader.line(lines[i]);
            } catch (IllegalArgumentException e) {
                throw new FormatException(Fault.MALFORMED, "line " + (i + 1), String.valueOf(e.getMessage()));
            }
        }
        return reader.policy();
    }

    private static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FormatException(Fault.MALFORMED, "", "a policy is UTF-8");
        }
    }

    private TlogPolicy policy() {
        return quorum.map(name -> new TlogPolicy(logs, witnesses, groups, quorum.filter(it -> !it.equals(NONE))))
                .orElseThrow(() -> new FormatException(Fault.MISSING_FIELD, "", "a policy has a quorum line"));
    }

    private void line(String line) {
        if (line.chars().anyMatch(it -> it < 0x20 && it != '\t' || it == 0x7f)) {
            throw new IllegalArgumentException("a control character other than the tab");
        }
        List<String> words = Arrays.stream(WHITESPACE.split(line))
                .filter(it -> !it.isEmpty())
                .toList();
        if (words.isEmpty() || words.get(0).startsWith("#")) {
            return;
        }
        if (words.stream().anyMatch(it -> it.length() > MAX_WORD)) {
            throw new IllegalArgumentException("a word has at most " + MAX_WORD + " characters");
        }
        switch (words.get(0)) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> throw new IllegalArgumentException("a line begins with log, witness, group, quorum or #");
        }
    }

    private void log(List<String> words) {
        wants(words, 2, 3, "log <vkey> [<url>]");
        VerifierKey key = VerifierKey.parse(words.get(1));
        once(key.key());
        logs.add(new Log(key, word(words, 2)));
        limit(logs, "logs");
    }

    private void witness(List<String> words) {
        wants(words, 3, 4, "witness <name> <vkey> [<url>]");
        WitnessKey key = WitnessKey.parse(words.get(2));
        once(key.key());
        define(words.get(1), 0);
        witnesses.add(new Witness(words.get(1), key, word(words, 3)));
        limit(witnesses, "witnesses");
    }

    private void group(List<String> words) {
        wants(words, 4, Integer.MAX_VALUE, "group <name> all|any|<k> <name>...");
        List<String> names = words.subList(3, words.size());
        int depth = 0;
        for (String name : names) {
            depth = Math.max(depth, 1 + depth(name));
            if (!members.add(name)) {
                throw new IllegalArgumentException("a name is a member of one group, and once");
            }
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("groups stand in one another at most " + MAX_DEPTH + " deep");
        }
        define(words.get(1), depth);
        groups.add(new Group(words.get(1), threshold(words.get(2), names.size()), names));
        limit(groups, "groups");
    }

    private static int threshold(String word, int members) {
        if (word.equals("any")) {
            return 1;
        }
        if (word.equals("all")) {
            return members;
        }
        if (!THRESHOLD.matcher(word).matches() || Integer.parseInt(word) > members) {
            throw new IllegalArgumentException("a threshold is all, any, or a number from 1 to that of the members");
        }
        return Integer.parseInt(word);
    }

    private void quorum(List<String> words) {
        wants(words, 2, 2, "quorum <name>|none");
        if (quorum.isPresent()) {
            throw new IllegalArgumentException("a policy has one quorum line");
        }
        if (!words.get(1).equals(NONE)) {
            int ignored = depth(words.get(1));
        }
        quorum = Optional.of(words.get(1));
    }

    private static void wants(List<String> words, int least, int most, String form) {
        if (words.size() < least || words.size() > most) {
            throw new IllegalArgumentException("the line is " + form);
        }
    }

    /** One key under two names would count twice, or be a log that is its own witness. */
    private void once(PublicKey key) {
        if (!keys.add(key)) {
            throw new IllegalArgumentException("the key stands on an earlier line");
        }
    }

    private void define(String name, int depth) {
        if (name.equals(NONE) || depths.putIfAbsent(name, depth) != null) {
            throw new IllegalArgumentException("the name is taken");
        }
    }

    private int depth(String name) {
        Integer depth = depths.get(name);
        if (depth == null) {
            throw new IllegalArgumentException("a name is that of a witness or group on an earlier line");
        }
        return depth;
    }

    private static void limit(List<?> items, String what) {
        if (items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("a policy has at most " + MAX_ITEMS + " " + what);
        }
    }

    private static Optional<String> word(List<String> words, int at) {
        return words.size() > at ? Optional.of(words.get(at)) : Optional.empty();
    }
}
