package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.platform.text.TextNormalizer;

/**
 * The phrases of a text that may be full names, to be looked up, without single words and lower-case names; and the spellings
 * and words of names on file.
 */
public final class NamePhrases {

    private static final int LONGEST = 6;

    private NamePhrases() {}

    private record FoldedWord(String folded, boolean capital) {}

    /** Every sequence of two to six words of which the first has a capital, folded. */
    public static Set<String> find(String text) {
        Set<String> phrases = new LinkedHashSet<>();
        addPhrases(text, phrases);
        addPhrases(NameSpellings.plain(text), phrases);
        NameSpellings.disguised(text).forEach(read -> addPhrases(read, phrases));
        return phrases;
    }

    /** The name as it is on file, and with "Saint" for "St" or the other way round. */
    public static Stream<String> spellings(String name) {
        return Stream.of(name, NameWords.respelled(name));
    }

    /** The names that begin with a month, a country, a feast or a town: whether one means the person is seen beside other words. */
    public static List<String> datesAndPlaces(Collection<String> names) {
        return names.stream()
                .filter(each ->
                        OrdinaryWords.isDateOrPlace(TextNormalizer.fold(each).replaceFirst(" .*", "")))
                .toList();
    }

    /** The words of names and their initials, folded, without particles and addresses. */
    public static List<String> words(Collection<String> names) {
        return names.stream()
                .filter(each -> !NameSpellings.isAddress(each))
                .map(each -> new WordList(NormalizedText.ofLiteral(each)).all())
                .flatMap(each -> Stream.concat(each.stream(), Stream.of(JoinedNames.initials(each))))
                .filter(NameWords::isDistinctive)
                .distinct()
                .toList();
    }

    private static void addPhrases(String text, Set<String> phrases) {
        List<FoldedWord> words = new ArrayList<>();
        for (String written : text.split("\\s+", -1)) {
            boolean capital = written.codePoints().anyMatch(Character::isUpperCase);
            for (String folded : TextNormalizer.fold(written).split(" ", -1)) {
                if (!folded.isEmpty()) {
                    words.add(new FoldedWord(folded, capital));
                }
            }
        }
        for (int from = 0; from < words.size(); from++) {
            if (words.get(from).capital()) {
                var phrase = new StringBuilder(words.get(from).folded());
                for (int to = from + 1; to < Math.min(words.size(), from + LONGEST); to++) {
                    phrases.add(
                            phrase.append(' ').append(words.get(to).folded()).toString());
                }
            }
        }
    }
}
