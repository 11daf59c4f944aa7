package org.convergence.directory.protection.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.text.TextNormalizer;

/**
 * The normalised values by which a person is recognised: names regardless of accents, case and order; addresses;
 * numbers.
 */
final class MarkPolicy {

    /** The number of last digits that identify a telephone number, whatever the prefix. */
    private static final int FIGURES = 10;

    private static final int FEWEST_FIGURES = 7;
    private static final int SHORTEST_WORD = 3;

    /** Marks the letters of a name without blanks apart from a name of one word. */
    private static final String JOINED = "=";

    private static final Pattern ELISION = Pattern.compile("(?<![\\p{L}\\p{M}])(\\p{L})['’ʼ′ ](?=\\p{L}\\p{M}*\\p{L})");

    private MarkPolicy() {}

    /** The words of a name in alphabetical order; empty for a text without words. */
    static String normaliseName(String name) {
        return String.join(
                " ", new TreeSet<>(Arrays.asList(TextNormalizer.fold(name).split(" "))));
    }

    /** The normalised form of a mail address or telephone number; empty for anything else. */
    static String normaliseAddress(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.contains("@")) {
            return plain;
        }
        String figures = plain.replaceAll("(poste|ext|#|x).*$", "").replaceAll("[^0-9]", "");
        if (figures.length() < FEWEST_FIGURES) {
            return "";
        }
        return figures.substring(Math.max(0, figures.length() - FIGURES));
    }

    /** The values by which typed names are compared. */
    static Set<String> normaliseNames(Collection<String> names) {
        Set<String> all = nonEmpty(spellings(names).map(MarkPolicy::normaliseName));
        names.forEach(each -> NameSpellings.disguised(each).forEach(read -> all.add(join(read))));
        return all;
    }

    /** The values stored for the names of a person: as typed ones, and joined, for names spelled letter by letter. */
    static Set<String> nameMarks(Collection<String> names) {
        Set<String> all = normaliseNames(names);
        names.forEach(each -> all.add(join(each)));
        return all;
    }

    private static String join(String name) {
        return JOINED + TextNormalizer.fold(name).replace(" ", "");
    }

    /**
     * Each text as written, decoded where it is encoded or marked up, and read in Latin letters and whole words; also
     * without the apostrophe or blank after a single letter.
     */
    private static Stream<String> spellings(Collection<String> texts) {
        return texts.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each, NameSpellings.plain(each)), NameSpellings.disguised(each).stream()))
                .flatMap(each -> Stream.of(each, ELISION.matcher(each).replaceAll("$1")));
    }

    /** The possible contents of a first-name column: the given name, and the beginnings of the other names. */
    static Set<String> givenNameVariants(Identity identity) {
        return parts(identity.givenName(), identity.otherNames(), (words, cut) -> words.subList(0, cut));
    }

    /** The possible contents of the last-name column beside it. */
    static Set<String> familyNameVariants(Identity identity) {
        return parts(identity.familyName(), identity.otherNames(), (words, cut) -> words.subList(cut, words.size()));
    }

    private static Set<String> parts(
            String own, Collection<String> others, BiFunction<List<String>, Integer, List<String>> part) {
        Set<String> all = normaliseNames(List.of(own));
        for (String other : others) {
            List<String> words = List.of(TextNormalizer.fold(other).split(" "));
            for (int cut = 1; cut < words.size(); cut++) {
                all.addAll(normaliseNames(List.of(String.join(" ", part.apply(words, cut)))));
            }
        }
        return all;
    }

    /** The words that distinguish people, without the articles of names. */
    static Set<String> distinctiveWords(Collection<String> names) {
        return nonEmpty(spellings(names)
                .flatMap(each -> Arrays.stream(TextNormalizer.fold(each).split(" ")))
                .filter(each -> each.length() >= SHORTEST_WORD));
    }

    static Set<String> normaliseAddresses(Collection<String> addresses) {
        return nonEmpty(spellings(addresses).map(MarkPolicy::normaliseAddress));
    }

    private static Set<String> nonEmpty(Stream<String> texts) {
        Set<String> all = new LinkedHashSet<>();
        texts.filter(each -> !each.isEmpty()).forEach(all::add);
        return all;
    }
}
