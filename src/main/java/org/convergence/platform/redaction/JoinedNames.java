package org.convergence.platform.redaction;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A person's names in one word: joined, as names of accounts, and as initials. */
final class JoinedNames {

    private static final int SHORTEST_JOINED = 5;
    private static final int SHORTEST_LOGIN = 3;

    private final Set<String> joined = new LinkedHashSet<>();
    private final Set<String> inFull = new HashSet<>();
    private final Set<String> certain = new HashSet<>();
    private final Set<String> logins = new HashSet<>();
    private final Set<String> initials = new HashSet<>();
    private String first = "";
    private String last = "";

    /** Adds all words of one of the names; with the family name first it is never certain. */
    void addInFull(List<String> name, boolean reversed) {
        String all = String.join("", name);
        join(all);
        inFull.add(all);
        if (!reversed) {
            certain.add(all);
        }
    }

    /** Adds the words of a name, such as a family name of several. */
    void join(List<String> name) {
        join(String.join("", name));
    }

    /** Adds the given name with the family name; also without the apostrophe: "L’Écuyer" as "Lécuyer" and "Écuyer". */
    void addCombinations(List<String> given, List<String> family) {
        first = initials(given);
        last = initials(family);
        runs(given)
                .forEach(f -> runs(family).forEach(l -> {
                    join(f + l);
                    join(l + f);
                }));
        List<String> named = family.stream().filter(each -> each.length() > 1).toList();
        addCombinationsOf(given, family);
        if (!named.isEmpty() && named.size() < family.size()) {
            addCombinationsOf(given, named);
        }
    }

    private void addCombinationsOf(List<String> given, List<String> family) {
        String letters = initials(given);
        for (String f : List.of(String.join("", given), given.get(0), letters, letters.substring(0, 1))) {
            for (String l : List.of(String.join("", family), family.get(0), family.get(family.size() - 1))) {
                if (l.length() > 1) {
                    join(f + l);
                    join(l + f);
                }
            }
        }
        String lasts = initials(family);
        String distinctive =
                initials(family.stream().filter(NameWords::isDistinctive).toList());
        for (String f : List.of(letters, letters.substring(0, 1))) {
            for (String l : List.of(lasts, lasts.substring(0, 1), distinctive)) {
                if (!l.isEmpty()) {
                    initials.add(f + l);
                }
            }
        }
        addLogins(given, family, letters, lasts);
    }

    /** Names of accounts: initials with one name, as "ale", "mariet", "qbastarache". */
    private void addLogins(List<String> given, List<String> family, String letters, String lasts) {
        String end = family.get(family.size() - 1);
        String families = lasts.substring(0, lasts.length() - 1);
        for (String f : List.of("", letters, letters.substring(0, 1))) {
            if (!families.isEmpty() && !(f + families + end).equals(String.join("", NameWords.elided(family)))) {
                join(f + families + end);
            }
            logins.add(f + families + end);
        }
        for (String f : List.of(letters, letters.substring(0, 1))) {
            logins.add(f + end);
            logins.add(f + family.get(0));
        }
        logins.add(family.get(0) + lasts.substring(1));
        logins.add(family.get(0) + letters.charAt(0));
        logins.add(String.join("", given));
        for (String f : List.of(String.join("", given), given.get(0))) {
            logins.add(f + lasts);
            logins.add(f + lasts.charAt(0));
        }
        logins.removeIf(each -> each.length() < SHORTEST_LOGIN || given.contains(each) || family.contains(each));
    }

    /** Some of the words, beside each other and joined: one name of several. */
    private static Set<String> runs(List<String> words) {
        Set<String> runs = new LinkedHashSet<>();
        for (List<String> each : List.of(words, NameWords.elided(words))) {
            for (int from = 0; from < each.size(); from++) {
                for (int to = from + 1; to <= each.size(); to++) {
                    List<String> run = each.subList(from, to);
                    if (run.stream().anyMatch(NameWords::isDistinctive)) {
                        runs.add(String.join("", run));
                    }
                }
            }
        }
        return runs;
    }

    private void join(String all) {
        if (all.length() >= SHORTEST_JOINED) {
            joined.add(all);
        }
    }

    static String initials(List<String> names) {
        var letters = new StringBuilder();
        names.forEach(each -> letters.append(each.charAt(0)));
        return letters.toString();
    }

    /** The names in one word, which are recognised in any text. */
    Set<String> all() {
        return joined;
    }

    /** Whether these are all words of one of the names, joined, with the family name last. */
    boolean isCertain(String word) {
        return certain.contains(word);
    }

    /** Whether these are all words of one of the names, in order and joined. */
    boolean isInFull(String word) {
        return inFull.contains(word);
    }

    /** Whether it may be the name of the person's account. */
    boolean isLogin(String word) {
        return logins.contains(word);
    }

    boolean areInitials(String letters) {
        return initials.contains(letters);
    }

    /** Whether these are the initials of the family name, or the first of them. */
    boolean areFamilyInitials(String letters) {
        return !last.isEmpty() && (letters.equals(last) || letters.equals(last.substring(0, 1)));
    }

    /** Whether these are initials of given names and family names in order, of which some may be left out. */
    boolean areSomeInitials(String letters) {
        return !first.isEmpty() && first.indexOf(letters.charAt(0)) >= 0 && isSubsequence(letters, first + last);
    }

    private static boolean isSubsequence(String some, String all) {
        int at = 0;
        for (int i = 0; i < all.length() && at < some.length(); i++) {
            at += all.charAt(i) == some.charAt(at) ? 1 : 0;
        }
        return at == some.length();
    }
}
