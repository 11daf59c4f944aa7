package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a person's names, and their combinations: full names, joined words, initials. */
final class NameWords {

    private static final int SHORTEST_PART = 3;
    private static final Set<String> PARTICLES = Set.of("""
            de du des del la le les las los van von den der dos das saint sainte st ste san santa
            """.strip().split("\\s+"));
    /** Particles that one may be called too. */
    private static final Set<String> SHORT_PARTICLES =
            Set.of("d", "l", "y", "e", "al", "el", "da", "di", "do", "ben", "bin", "bint", "ibn", "mc", "mac");

    private static final Set<String> ARABIC_ARTICLES = Set.of("al", "el", "ul");
    /** Two ways to write one word. */
    private static final Map<String, String> SAINTS =
            Map.of("st", "saint", "saint", "st", "ste", "sainte", "sainte", "ste");

    private final boolean latin;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<int[]> full = new ArrayList<>();
    private final List<Set<Integer>> wholes = new ArrayList<>();
    private final Set<Integer> given = new HashSet<>();
    private final Set<Integer> family = new HashSet<>();
    private final Set<Integer> parts = new HashSet<>();
    private final List<Set<Integer>> compounds = new ArrayList<>();
    private final Set<String> codeName;
    private boolean several;
    private final Set<Integer> respelled = new HashSet<>();
    private final Set<Integer> shortParts = new HashSet<>();
    private final JoinedNames joined = new JoinedNames();

    /**
     * The words of these names.
     *
     * @param names full names; one word alone may always mean another person
     * @param codeName the word in place of the names, if any
     * @param latin whether letters of other scripts are read as the Latin letters that look alike
     */
    NameWords(Collection<String> names, String givenName, String familyName, String codeName, boolean latin) {
        this.latin = latin;
        this.codeName = new HashSet<>(split(codeName));
        names.forEach(each -> split(each).forEach(this::id));
        Set<List<String>> known = new LinkedHashSet<>();
        List<String> first = split(givenName);
        names.forEach(each -> known.addAll(spellings(split(each), first)));
        List<String> last = split(familyName);
        if (!first.isEmpty() && !last.isEmpty()) {
            spellings(first, first).forEach(each -> each.forEach(word -> given.add(id(word))));
            known.stream()
                    .flatMap(each -> joinedParticles(each).stream())
                    .toList()
                    .forEach(known::add);
            for (List<String> each : spellings(last, first)) {
                joined.addCombinations(first, each);
                each.forEach(word -> family.add(id(word)));
                List<String> several =
                        each.stream().filter(NameWords::isDistinctive).toList();
                if (several.size() > 1) {
                    compounds.add(new HashSet<>(several.stream().map(this::id).toList()));
                    joined.join(each);
                }
            }
            joined.addCombinations(saints(first), saints(last));
            several = !compounds.isEmpty()
                    || first.stream().filter(NameWords::isDistinctive).count() > 1;
            addShortParts(first);
            addShortParts(last);
        }
        for (List<String> each : known) {
            int[] name = each.stream().mapToInt(this::id).toArray();
            if (name.length == 1) {
                parts.add(name[0]);
            } else if (name.length > 1) {
                full.add(name);
                wholes.add(Arrays.stream(name).boxed().collect(Collectors.toSet()));
                for (List<String> spelled : List.of(each, saints(each))) {
                    joined.addInFull(spelled, isGivenAlone(name[name.length - 1]) && !isGiven(name[0]));
                }
            }
        }
        parts.addAll(given);
        parts.addAll(family);
        parts.removeIf(each -> !isDistinctive(words.get(each)));
    }

    /** A name of short words alone, such as Le or Ng, which are recognised beside a title or an initial. */
    private void addShortParts(List<String> name) {
        if (name.stream().noneMatch(NameWords::isDistinctive)) {
            name.stream().filter(each -> each.length() > 1).forEach(each -> shortParts.add(id(each)));
        }
    }

    /** Whether a longer family name may go on with this word, as in "Roy de la Roche". */
    static boolean isParticle(String word) {
        return PARTICLES.contains(word) || SHORT_PARTICLES.contains(word);
    }

    static boolean isDistinctive(String word) {
        return word.length() >= SHORTEST_PART && !PARTICLES.contains(word);
    }

    /** The words without the apostrophe or blank after a single letter: "D’Amours" as "Damours". */
    static List<String> elided(List<String> words) {
        List<String> elided = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean single = words.get(i).length() == 1 && i + 1 < words.size();
            elided.add(single ? words.get(i) + words.get(++i) : words.get(i));
        }
        return elided;
    }

    private int id(String word) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        words.add(word);
        ids.put(word, words.size() - 1);
        ids.put(SAINTS.getOrDefault(word, word), words.size() - 1);
        return words.size() - 1;
    }

    /** The name as others may write it: "Saint-Pierre" for "St-Pierre". */
    static String respelled(String name) {
        return String.join(" ", saints(new WordList(NormalizedText.ofLiteral(name)).all()));
    }

    private static List<String> saints(List<String> words) {
        return words.stream().map(each -> SAINTS.getOrDefault(each, each)).toList();
    }

    private List<List<String>> spellings(List<String> name, List<String> given) {
        List<List<String>> all = new ArrayList<>(List.of(name, elided(name)));
        all.addAll(joinedParticles(name));
        all.addAll(joinedParticles(saints(name)));
        int at = Collections.indexOfSubList(name, given);
        if (at >= 0 && given.size() > 1) {
            all.add(joined(name, at, at + given.size())); // "Annesophie"
        }
        return all;
    }

    /** The words with a particle joined to the next one: "El Khoury" as "Elkhoury"; an article also to the one before: "Abdelkader". */
    private List<List<String>> joinedParticles(List<String> words) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int end = i;
            while (end < words.size() && isParticle(words.get(end))) {
                end++;
            }
            boolean elided = end == i + 1 && words.get(i).length() == 1;
            if (end > i && end < words.size() && !elided) {
                all.add(joined(words, i, end + 1));
                if (i > 0 && ARABIC_ARTICLES.contains(words.get(i))) {
                    all.add(joined(words, i - 1, i + 1));
                    all.add(joined(words, i - 1, end + 1));
                }
            }
        }
        return all;
    }

    private List<String> joined(List<String> words, int from, int to) {
        List<String> spelled = new ArrayList<>(words);
        String one = String.join("", words.subList(from, to));
        spelled.subList(from, to).clear();
        spelled.add(from, one);
        if (!ids.containsKey(one)) {
            respelled.add(id(one));
        }
        return spelled;
    }

    /** Splits a name into words, as a text is. */
    private List<String> split(String name) {
        NormalizedText read = NormalizedText.ofLiteral(name);
        return new WordList(latin ? DerivedText.latin(read) : read).all();
    }

    Set<String> known() {
        return ids.keySet();
    }

    int find(String word) {
        return ids.getOrDefault(word, -1);
    }

    /** The full names, each as its words in order. */
    List<int[]> full() {
        return full;
    }

    /** Whether these are all words of one of the names. */
    boolean isWhole(Set<Integer> some) {
        return wholes.stream().anyMatch(some::containsAll);
    }

    boolean isGiven(int word) {
        return given.contains(word);
    }

    boolean isFamily(int word) {
        return family.contains(word);
    }

    boolean isGivenAlone(int word) {
        return isGiven(word) && !isFamily(word);
    }

    boolean isFamilyAlone(int word) {
        return isFamily(word) && !isGiven(word);
    }

    /** Whether the word is a name with its particle joined, which stands apart on file. */
    boolean isRespelled(int word) {
        return respelled.contains(word);
    }

    /** Whether one word alone may mean the person. */
    boolean isPart(int word) {
        return parts.contains(word);
    }

    /** Whether these are all words of a family name of several, which few others have. */
    boolean isCompoundFamily(Set<Integer> some) {
        return compounds.stream().anyMatch(some::containsAll);
    }

    /** Whether the given name or the family name has several words. */
    boolean isCompound() {
        return several;
    }

    boolean hasCodeName() {
        return !codeName.isEmpty();
    }

    boolean isCodeName(String word) {
        return codeName.contains(word);
    }

    /** Whether the word is one of a name that has only short ones. */
    boolean isShortPart(int word) {
        return shortParts.contains(word);
    }

    /** The words of which one alone may mean the person. */
    List<String> partWords() {
        return parts.stream().map(words::get).toList();
    }

    /** These names in one word, and their initials. */
    JoinedNames joined() {
        return joined;
    }

    /** Whether the word belongs to a name, or is a name joined. */
    boolean isKnown(String word) {
        return ids.containsKey(word) || joined.isInFull(word);
    }

    boolean beginsGiven(char letter) {
        return given.stream().anyMatch(each -> words.get(each).charAt(0) == letter);
    }

    /** Whether one of the family names begins so, and is longer. */
    boolean isFamilyBegun(String beginning) {
        return family.stream()
                .map(words::get)
                .anyMatch(each -> each.length() > beginning.length() && each.startsWith(beginning));
    }

    /** Whether one of the names begins so, and is longer. */
    boolean isBegun(String beginning) {
        return words.stream().anyMatch(each -> each.length() > beginning.length() && each.startsWith(beginning));
    }

    /** Whether it is the beginning of a family name, or begins like one. */
    boolean isFamilyAlike(String word) {
        return isFamilyBegun(word.substring(0, Math.min(word.length(), SHORTEST_PART)));
    }

    boolean beginsFamily(char letter) {
        return family.stream().anyMatch(each -> words.get(each).charAt(0) == letter);
    }
}
