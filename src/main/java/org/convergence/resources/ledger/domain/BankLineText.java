package org.convergence.resources.ledger.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The words of a bank line, as written and folded for comparison.
 *
 * @param own how many words are of the text; those of the reference follow
 */
record BankLineText(List<BankLineWord> words, int own) {

    private static final Pattern PIECE = Pattern.compile("\\S+");
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}@+]+");

    /** A word. */
    record BankLineWord(String written, String folded) {}

    static BankLineText of(String text, @Nullable String reference) {
        List<BankLineWord> words = new ArrayList<>(words(text));
        int own = words.size();
        words.addAll(words(reference == null ? "" : reference));
        return new BankLineText(List.copyOf(words), own);
    }

    private static List<BankLineWord> words(String text) {
        List<BankLineWord> words = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            String[] folded = TextNormalizer.fold(piece.group()).split(" ", -1);
            List<String> parts =
                    PART.matcher(piece.group()).results().map(it -> it.group()).toList();
            for (int i = 0; i < folded.length; i++) {
                if (!folded[i].isEmpty()) {
                    words.add(new BankLineWord(
                            parts.size() == folded.length ? parts.get(i) : piece.group(), PayerName.word(folded[i])));
                }
            }
        }
        return words;
    }

    boolean has(String word) {
        return words.stream().anyMatch(it -> it.folded().equals(word));
    }

    /** The given words as written, in the order of the text. */
    String originalWords(Collection<String> some) {
        return words.stream()
                .filter(it -> some.contains(it.folded()))
                .map(BankLineWord::written)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
