package org.convergence.directory.protection.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.text.Fold;

/** By what someone is recognised: her names without regard to accents, case and order; her addresses; her numbers. */
final class MarkPolicy {

    /** As many figures as tell a telephone number, whatever stands before them. */
    private static final int FIGURES = 10;

    private static final int FEWEST_FIGURES = 7;
    private static final int SHORTEST_WORD = 3;

    private MarkPolicy() {}

    /** The words of a name in the order of the alphabet; empty for a text without any. */
    static String name(String name) {
        return String.join(" ", new TreeSet<>(Arrays.asList(Fold.of(name).split(" "))));
    }

    /** What a mail address or a telephone number is compared by; empty for anything else. */
    static String address(String text) {
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

    static Set<String> names(Collection<String> names) {
        return some(spellings(names).map(MarkPolicy::name));
    }

    /** As they are written, and as they are read where they are encoded or marked up. */
    private static Stream<String> spellings(Collection<String> texts) {
        return texts.stream().flatMap(each -> Stream.of(each, NameSpellings.plain(each)));
    }

    /** What may stand in a column of first names: hers, and the beginnings of how else she is called. */
    static Set<String> given(Identity identity) {
        return parts(identity.givenName(), identity.otherNames(), (words, cut) -> words.subList(0, cut));
    }

    /** What may stand in a column of last names beside it. */
    static Set<String> family(Identity identity) {
        return parts(identity.familyName(), identity.otherNames(), (words, cut) -> words.subList(cut, words.size()));
    }

    private static Set<String> parts(
            String own, Collection<String> others, BiFunction<List<String>, Integer, List<String>> part) {
        Set<String> all = names(List.of(own));
        for (String other : others) {
            List<String> words = List.of(Fold.of(other).split(" "));
            for (int cut = 1; cut < words.size(); cut++) {
                all.addAll(names(List.of(String.join(" ", part.apply(words, cut)))));
            }
        }
        return all;
    }

    /** The words that tell people apart, without the articles of names. */
    static Set<String> words(Collection<String> names) {
        return some(spellings(names)
                .flatMap(each -> Arrays.stream(Fold.of(each).split(" ")))
                .filter(each -> each.length() >= SHORTEST_WORD));
    }

    static Set<String> addresses(Collection<String> addresses) {
        return some(spellings(addresses).map(MarkPolicy::address));
    }

    private static Set<String> some(Stream<String> texts) {
        Set<String> all = new LinkedHashSet<>();
        texts.filter(each -> !each.isEmpty()).forEach(all::add);
        return all;
    }
}
