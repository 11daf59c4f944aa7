package org.convergence.resources.ledger.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.ledger.domain.BankMatch.BankLineText;

/**
 * A payer's name as it may appear in a bank's text: shortened, without accents, among other words. Its distinguishing
 * words (region, number, trade) set it apart from others; words that many names share never do.
 */
final class PayerName {

    private static final Pattern PARENTHESIS = Pattern.compile("\\(([^)]*)\\)");
    private static final int LETTERS = 5;
    private static final int ABBREVIATED = 4;
    private static final int CUT_OFF = 3;

    private static final Set<String> SMALL = Set.of(
            "de", "du", "des", "la", "le", "les", "l", "d", "et", "of", "the", "and", "for", "pour", "en", "a", "au",
            "aux", "un", "une", "y", "el", "los", "las", "del");

    private static final Set<String> COMMON =
            Set.of(("syndicat syndicats syndical syndicale syndicaux union unions local locale locaux section sections"
                            + " conseil conseils central centrale centraux federation federations confederation association"
                            + " associations alliance regroupement table comite comites fonds fondation groupe groupes coalition"
                            + " mouvement ligue societe cooperative coop travailleur travailleurs travailleuse travailleuses"
                            + " employe employes employee employees salarie salaries salariee salariees personnel professionnel"
                            + " professionnels professionnelle professionnelles regional regionale regionaux national nationale"
                            + " nationaux provincial provinciale inc ltee ltd corp enr numero no number region province comte"
                            + " ville centre service services secteur public publics publique publiques bureau council committee"
                            + " workers chapter labour labor csn ftq csq csd scfp cupe clc ctc fnq sindicato federacion consejo"
                            + " asociacion")
                    .split(" ", -1));

    /** Words that change the place in a name: Laval is not Laval-Ouest. */
    private static final Set<String> QUALIFIERS =
            Set.of("nord", "sud", "est", "ouest", "north", "south", "east", "west", "norte", "sur", "este", "oeste");

    private final List<String> words;
    private final Set<String> distinguishing;
    private final List<PayerName> others;

    private PayerName(List<String> words, Set<String> distinguishing, List<PayerName> others) {
        this.words = words;
        this.distinguishing = distinguishing;
        this.others = others;
    }

    /** How much of a name a text has. */
    enum NamePresence {
        /** All significant words. */
        WHOLE,
        /** Its distinguishing words, or its beginning where the bank cut it off. */
        LIKE,
        NOT
    }

    /**
     * The presence of a name in a text.
     *
     * @param words the distinguishing words of the name found
     * @param written the recognised words of the text, as written
     */
    record NameMatch(NamePresence here, Set<String> words, String written) {}

    static PayerName of(String name) {
        return of(name, List.of());
    }

    /** @param others the short name, and what else the payer is called */
    static PayerName of(String name, Collection<String> others) {
        List<String> words = words(name);
        Set<String> aside = new HashSet<>(COMMON);
        PARENTHESIS.matcher(name).results().forEach(it -> aside.addAll(words(it.group(1))));
        return new PayerName(
                words,
                words.stream().filter(it -> !aside.contains(it)).collect(Collectors.toCollection(LinkedHashSet::new)),
                others.stream().map(PayerName::of).toList());
    }

    private static List<String> words(String text) {
        return Arrays.stream(TextNormalizer.fold(text).split(" ", -1))
                .filter(it -> !it.isEmpty() && !SMALL.contains(it))
                .map(PayerName::word)
                .distinct()
                .toList();
    }

    /** One spelling for words that banks abbreviate differently. */
    static String word(String folded) {
        return switch (folded) {
            case "st" -> "saint";
            case "ste" -> "sainte";
            default -> folded.matches("0+\\d+") ? folded.replaceFirst("^0+", "") : folded;
        };
    }

    static boolean isSignificant(String word) {
        return !COMMON.contains(word) && !SMALL.contains(word);
    }

    List<String> words() {
        return words;
    }

    Set<String> distinguishing() {
        return distinguishing;
    }

    /** The name, and what else the payer is called. */
    List<PayerName> all() {
        return Stream.concat(Stream.of(this), others.stream()).toList();
    }

    /**
     * The presence of the name, or of another one of the payer, without abbreviations of that one.
     *
     * @param isWord whether a word is a whole word of a known name, and so no abbreviation
     */
    NameMatch match(BankLineText text, Predicate<String> isWord) {
        return Stream.concat(
                        Stream.of(matchInFull(text, isWord)), others.stream().map(it -> it.matchShort(text)))
                .min(Comparator.comparing(NameMatch::here))
                .orElseThrow();
    }

    /** A short name of a few letters may also be a word of the bank. */
    private NameMatch matchShort(BankLineText text) {
        int letters = words.stream().mapToInt(String::length).sum();
        if (distinguishing.isEmpty() || letters < CUT_OFF || !words.stream().allMatch(text::has)) {
            return new NameMatch(NamePresence.NOT, Set.of(), "");
        }
        boolean whole = letters >= LETTERS && !isQualified(text);
        return new NameMatch(whole ? NamePresence.WHOLE : NamePresence.LIKE, distinguishing, text.originalWords(words));
    }

    private NameMatch matchInFull(BankLineText text, Predicate<String> isWord) {
        Set<String> there = new LinkedHashSet<>();
        Set<String> theirs = new LinkedHashSet<>();
        for (String word : words) {
            for (BankLineText.BankLineWord each : text.words()) {
                if (each.folded().equals(word) || isShort(each.folded(), word, isWord)) {
                    there.add(word);
                    theirs.add(each.folded());
                }
            }
        }
        Set<String> told = new LinkedHashSet<>(there);
        told.retainAll(distinguishing);
        int letters = theirs.stream().mapToInt(String::length).sum();
        boolean whole = words.stream().allMatch(text::has) && letters >= LETTERS;
        if (whole && !isQualified(text)) {
            return new NameMatch(NamePresence.WHOLE, told, text.originalWords(theirs));
        } else if (whole || (letters >= LETTERS && isTold(told, there.size()))) {
            return new NameMatch(
                    told.isEmpty() ? NamePresence.NOT : NamePresence.LIKE, told, text.originalWords(theirs));
        }
        return cutOff(text, told);
    }

    /** Banks shorten words as well as names, but never a number. */
    private static boolean isShort(String theirs, String word, Predicate<String> isWord) {
        int least = COMMON.contains(word) ? CUT_OFF : ABBREVIATED;
        return theirs.length() >= least
                && theirs.length() < word.length()
                && word.startsWith(theirs)
                && !word.chars().anyMatch(Character::isDigit)
                && !isWord.test(theirs);
    }

    private boolean isTold(Set<String> told, int there) {
        boolean named = told.stream().anyMatch(it -> !it.chars().allMatch(Character::isDigit));
        return !told.isEmpty()
                && distinguishing.stream()
                        .allMatch(it -> told.contains(it) || told.stream().anyMatch(each -> isTwin(it, each)))
                && (there * 2 >= words.size() || (named && told.size() > 1));
    }

    /** Whether the words follow each other as the feminine and the masculine form, of which one suffices. */
    private boolean isTwin(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return Math.abs(words.indexOf(one) - words.indexOf(other)) == 1
                && same >= ABBREVIATED
                && Math.max(one.length(), other.length()) - same <= LETTERS
                && !Character.isDigit(one.charAt(0));
    }

    /** Whether a following word of the text changes the place. */
    private boolean isQualified(BankLineText text) {
        for (int i = 1; i < text.words().size(); i++) {
            String word = text.words().get(i).folded();
            if (QUALIFIERS.contains(word)
                    && !words.contains(word)
                    && words.contains(text.words().get(i - 1).folded())) {
                return true;
            }
        }
        return false;
    }

    /** A name whose beginning is in the text, cut off at the end of the text. */
    private NameMatch cutOff(BankLineText text, Set<String> there) {
        List<BankLineText.BankLineWord> theirs = text.words().subList(0, text.own()).stream()
                .filter(it -> !SMALL.contains(it.folded()))
                .toList();
        for (int many = Math.min(words.size(), theirs.size()); many > 1; many--) {
            List<BankLineText.BankLineWord> end = theirs.subList(theirs.size() - many, theirs.size());
            if (beginsWith(end.stream().map(BankLineText.BankLineWord::folded).toList())) {
                Set<String> told = new LinkedHashSet<>(words.subList(0, many));
                told.retainAll(distinguishing);
                String written =
                        end.stream().map(BankLineText.BankLineWord::written).collect(Collectors.joining(" "));
                return new NameMatch(told.isEmpty() ? NamePresence.NOT : NamePresence.LIKE, told, written);
            }
        }
        return new NameMatch(NamePresence.NOT, there, "");
    }

    /** Whether the name begins with these words, of which the last may be cut off. */
    boolean beginsWith(List<String> beginning) {
        int last = beginning.size() - 1;
        return beginning.size() <= words.size()
                && beginning.subList(0, last).equals(words.subList(0, last))
                && (beginning.get(last).equals(words.get(last))
                        || (beginning.get(last).length() >= CUT_OFF
                                && words.get(last).startsWith(beginning.get(last))));
    }
}
