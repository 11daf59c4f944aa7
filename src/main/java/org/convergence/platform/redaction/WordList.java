package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a normalized text: runs of letters, or of figures; each with the index of the name's word that it is. */
final class WordList {

    private static final int LONGEST_PARTICLE = 4;
    private static final int LONGEST_GAP = 2;
    private static final Pattern PARTED = Pattern.compile("[ _-]|' ?");
    private static final Set<String> ARTICLES = Set.of("l", "la", "le", "les", "du", "des");

    private final NormalizedText text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] ids = {};
    private final BitSet parted = new BitSet();
    private int size;

    /** The words, of which those of a name are known. */
    WordList(NormalizedText text, NameIndex index) {
        this(text);
        joinParticles(index.names());
        ids = new int[size];
        Arrays.setAll(ids, word -> parted.get(word) ? index.names().find(word(word)) : index.find(text, this, word));
    }

    WordList(NormalizedText text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            if (!text.isWord(at)) {
                at++;
                continue;
            }
            int start = at;
            boolean figures = Character.isDigit(text.at(at));
            while (text.isWord(at) && Character.isDigit(text.at(at)) == figures) {
                at++;
            }
            add(start, at);
        }
    }

    /** Reads "Le Blanc" as the one word that it is in the family name "Leblanc"; an article there has a capital. */
    private void joinParticles(NameWords names) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean parts = i + 1 < size
                    && length(i) <= LONGEST_PARTICLE
                    && gapLength(i) <= LONGEST_GAP
                    && isCapital(i + 1)
                    && isParticleOf(names, i);
            parted.set(kept, parts);
            starts[kept] = starts[i];
            ends[kept++] = ends[parts ? ++i : i];
        }
        size = kept;
    }

    private boolean isParticleOf(NameWords names, int word) {
        String particle = word(word);
        return NameWords.isParticle(particle)
                && names.find(particle) < 0
                && names.isFamily(names.find(particle + word(word + 1)))
                && PARTED.matcher(gap(word)).matches()
                && (isCapital(word)
                        || !ARTICLES.contains(particle)
                        || (word > 0 && NeighbouringWords.isTitle(word(word - 1))));
    }

    /** Whether it is one word of a name, and two here. */
    boolean isParted(int word) {
        return parted.get(word);
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    int length(int word) {
        return ends[word] - starts[word];
    }

    /** The index of the name's word that it is, or -1. */
    int id(int word) {
        return ids[word];
    }

    boolean areAnyOfName() {
        return Arrays.stream(ids).anyMatch(id -> id >= 0);
    }

    boolean isOfName(int word) {
        return ids[word] >= 0;
    }

    String word(int word) {
        String letters = text.between(starts[word], ends[word]);
        return parted.get(word) ? letters.replaceAll("[ _'-]", "") : letters;
    }

    boolean isCapital(int word) {
        return text.isCapital(starts[word]);
    }

    boolean isLetters(int word) {
        return Character.isLetter(text.at(starts[word]));
    }

    /** The characters between a word and the next one. */
    String gap(int word) {
        return text.between(ends[word], starts[word + 1]);
    }

    /** Whether a row of a table ends after the word. */
    boolean isRowEnd(int word) {
        return gap(word).indexOf(NormalizedText.ROW_END) >= 0;
    }

    int gapLength(int word) {
        return starts[word + 1] - ends[word];
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(word(i));
        }
        return all;
    }
}
