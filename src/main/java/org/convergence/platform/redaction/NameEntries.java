package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Splits consecutive words of a person's names where a line, a cell or a part of a sentence ends: another may be meant there. */
record NameEntries(WordList words, NameWords names, NeighbouringWords neighbours, NameBorders borders) {

    /** Between words of one entry. */
    private static final Pattern WITHIN = Pattern.compile("[ _]{1,2}|[+._-]|-\\n ?|' ?");

    private static final Pattern SENTENCE = Pattern.compile("[.!?…]\\s");
    private static final Pattern REVERSED = Pattern.compile(", {1,3}");

    /** Words of her names in one entry of a text: a line, a cell, or a part of a sentence. */
    record NameEntry(int first, int last) {}

    /** Splits consecutive words of her names where an entry ends; also before a word that the entry already has. */
    List<NameEntry> split(int start, int end, IntPredicate ends) {
        List<NameEntry> entries = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        int first = start;
        for (int i = start; i <= end; i++) {
            known.add(words.id(i));
            if (i == end || ends.test(i) || isKnown(known, i + 1) || isAnotherBegun(first, i)) {
                entries.add(new NameEntry(first, i));
                first = i + 1;
                known.clear();
            }
        }
        return entries;
    }

    private boolean isKnown(Set<Integer> known, int word) {
        return names.isPart(words.id(word)) && known.contains(words.id(word));
    }

    /** Whether a family name behind another given name ends with a word, and her given name follows: "Luc Roy Ana". */
    private boolean isAnotherBegun(int first, int word) {
        return names.isFamilyAlone(words.id(word))
                && names.isGivenAlone(words.id(word + 1))
                && neighbours.isBlankAfter(first - 1)
                && neighbours.isGivenName(first - 1);
    }

    boolean isLineAfter(int word) {
        return words.gap(word).indexOf('\n') >= 0;
    }

    boolean isSentenceAfter(int word) {
        return SENTENCE.matcher(words.gap(word)).lookingAt();
    }

    /** Whether more than a blank or a joint parts two words of her names; a particle and an initial part from none. */
    boolean isEntryAfter(int word) {
        boolean particle = NameWords.isParticle(words.word(word)) || words.length(word) == 1;
        boolean reversed = names.isFamily(words.id(word))
                && names.isGivenAlone(words.id(word + 1))
                && REVERSED.matcher(words.gap(word)).matches();
        return !particle && !WITHIN.matcher(words.gap(word)).matches() && !(reversed && isReversedEntry(word));
    }

    private boolean isReversedEntry(int word) {
        int first = word;
        int last = word + 1;
        while (first > 0
                && words.isOfName(first - 1)
                && WITHIN.matcher(words.gap(first - 1)).matches()) {
            first--;
        }
        while (last + 1 < words.size()
                && words.isOfName(last + 1)
                && WITHIN.matcher(words.gap(last)).matches()) {
            last++;
        }
        return borders.isEdge(words.start(first) - 1)
                && borders.isEdge(words.end(last))
                && IntStream.rangeClosed(first, word).noneMatch(each -> names.isGivenAlone(words.id(each)));
    }
}
