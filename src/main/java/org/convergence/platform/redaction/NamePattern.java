package org.convergence.platform.redaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.text.Fold;

/**
 * The ways in which somebody's names, addresses and numbers are written: with accents or without, in capitals, over two
 * lines, as a part of an address of a page. A name of one word is not looked for where she has longer ones, since it is
 * others' too.
 *
 * @param regex as both Java and the database read it
 */
public record NamePattern(String regex) {

    /**
     * Between two cells of a line, or two fields of a record, of which one holds her given name and the other her family
     * name; also where one text holds the other.
     */
    private static final String CELLS = "\\\\*\"?\\s*[,;|\\t]\\s*(?:\\\\*\"[\\w.-]{1,40}\\\\*\"\\s*:\\s*)?\\\\*\"?";

    /** Between the words of a name; also as a text within a text writes the end of a line. */
    private static final String BETWEEN = "(?:(?:[\\s\\u00a0,.'\\u2019+_-]|%20|\\\\[nrt]){1,3}|" + CELLS + ")";

    private static final Pattern APART = Pattern.compile(CELLS);

    private static final String BEFORE = "(?:(?<![\\w@])|(?<=\\\\[nrt]))";
    private static final String AFTER = "(?!\\w)";
    private static final int FEWEST_FIGURES = 7;
    private static final Map<Character, String> VARIANTS = variants();

    /** Of what is looked for; at least one of them has letters or figures. */
    public static NamePattern of(Collection<String> names) {
        Set<String> all = new LinkedHashSet<>();
        boolean longer = names.stream().anyMatch(NamePattern::hasTwoWords);
        for (String name : names) {
            String plain = name.strip();
            if (plain.contains("@")) {
                all.add(literal(plain));
                all.add(literal(URLEncoder.encode(plain, StandardCharsets.UTF_8)));
            } else if (plain.matches("[+(]?[0-9][0-9 ().\\-/\\u00a0]*")) {
                all.add(number(plain));
            } else if (hasTwoWords(plain) || !longer) {
                all.add(words(plain));
                all.add(literal(URLEncoder.encode(plain, StandardCharsets.UTF_8)));
            }
        }
        List<String> some = new ArrayList<>(all);
        some.removeIf(String::isEmpty);
        if (some.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        some.sort(Comparator.comparing(String::length).reversed());
        return new NamePattern(BEFORE + "(?:" + String.join("|", some) + ")" + AFTER);
    }

    /** As Java reads it. */
    public Pattern compiled() {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** A text in which something else stands for the names. Of a name that stood in two cells, the second stays empty. */
    public String instead(String text, String standIn) {
        return compiled().matcher(text).replaceAll(found -> Matcher.quoteReplacement(standIn + apart(found.group())));
    }

    private static String apart(String found) {
        return APART.matcher(found)
                .results()
                .map(MatchResult::group)
                .filter(each -> each.matches("(?s).*[;|\t\"].*"))
                .collect(Collectors.joining());
    }

    private static boolean hasTwoWords(String name) {
        return !name.contains("@")
                && Fold.of(name).matches(".*\\p{L}.*")
                && Fold.of(name).contains(" ");
    }

    private static String words(String name) {
        return Arrays.stream(Fold.of(name).split(" "))
                .filter(word -> !word.isEmpty())
                .map(NamePattern::word)
                .collect(Collectors.joining(BETWEEN));
    }

    private static String word(String folded) {
        return folded.chars()
                .mapToObj(letter -> VARIANTS.getOrDefault((char) letter, literal(String.valueOf((char) letter)))
                        + "[\\u0300-\\u036f]*")
                .collect(Collectors.joining());
    }

    private static String number(String typed) {
        String figures = typed.replaceAll("[^0-9]", "");
        if (figures.length() < FEWEST_FIGURES) {
            return "";
        }
        return "[+(]?"
                + figures.chars()
                        .mapToObj(figure -> String.valueOf((char) figure))
                        .collect(Collectors.joining("[\\s\\u00a0().-]{0,2}"));
    }

    private static String literal(String text) {
        return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
    }

    /** For each plain letter, itself in both cases and every Latin letter that folds to it. */
    private static Map<Character, String> variants() {
        Map<Character, StringBuilder> all = new HashMap<>();
        for (char plain = 'a'; plain <= 'z'; plain++) {
            all.put(plain, new StringBuilder().append(plain).append(Character.toUpperCase(plain)));
        }
        for (char letter = '\u00c0'; letter <= '\u024f'; letter++) {
            String folded = Fold.of(String.valueOf(letter));
            StringBuilder same = folded.length() == 1 ? all.get(folded.charAt(0)) : null;
            if (same != null) {
                same.append(letter);
            }
        }
        Map<Character, String> classes = new HashMap<>();
        all.forEach((plain, letters) -> classes.put(plain, "[" + letters + "]"));
        return Map.copyOf(classes);
    }
}
