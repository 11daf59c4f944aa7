package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tests quickly whether a word of a text belongs to a name; nearly all do not. */
final class NameIndex {

    private final NameWords names;
    private final long[] lengths = new long[128];
    private final Map<Integer, List<int[]>> full = new HashMap<>();
    private final List<List<String>> joined = new ArrayList<>();
    private final int shortestJoined;

    NameIndex(NameWords names) {
        this.names = names;
        names.known().forEach(each -> lengths[each.charAt(0) & 127] |= 1L << Math.min(63, each.length()));
        names.full()
                .forEach(each -> full.computeIfAbsent(each[0], first -> new ArrayList<>())
                        .add(each));
        for (int i = 0; i < lengths.length; i++) {
            joined.add(new ArrayList<>());
        }
        names.joined().all().forEach(each -> joined.get(each.charAt(0) & 127).add(each));
        shortestJoined =
                names.joined().all().stream().mapToInt(String::length).min().orElse(Integer.MAX_VALUE);
    }

    NameWords names() {
        return names;
    }

    int shortestJoined() {
        return shortestJoined;
    }

    /** The index of the name's word, or -1. */
    int find(NormalizedText text, WordList words, int word) {
        long known = lengths[text.at(words.start(word)) & 127];
        return known != 0 && ((known >>> Math.min(63, words.length(word))) & 1) == 1
                ? names.find(words.word(word))
                : -1;
    }

    List<int[]> beginning(int word) {
        return full.getOrDefault(word, List.of());
    }

    /** Whether a word contains the words of a name joined, between capitals. */
    boolean holdsJoined(NormalizedText text, int start, int end) {
        for (int at = start; at + shortestJoined <= end; at++) {
            if (at > start && !isCut(text, at)) {
                continue;
            }
            for (String each : joined.get(text.at(at) & 127)) {
                int after = at + each.length();
                if (after <= end && (after == end || isCut(text, after)) && isWordAt(text, at, each)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a capital begins a word here: behind a small letter, or behind capitals and before a small letter. */
    private static boolean isCut(NormalizedText text, int at) {
        return text.isCapital(at) && (!text.isCapital(at - 1) || (text.isWord(at + 1) && !text.isCapital(at + 1)));
    }

    private static boolean isWordAt(NormalizedText text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (text.at(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
