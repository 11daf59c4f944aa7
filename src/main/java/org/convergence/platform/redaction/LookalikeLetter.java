package org.convergence.platform.redaction;

import com.ibm.icu.text.SpoofChecker;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Latin letter that a letter of another script, or a variant of a Latin letter, looks like (UTS #39). */
final class LookalikeLetter {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    private static final Pattern VARIANT =
            Pattern.compile("LATIN (?:LETTER SMALL CAPITAL|(?:SMALL|CAPITAL) LETTER(?: DOTLESS)?) ([A-Z])"
                    + "(?: WITH (?:STROKE|HOOK|.*TAIL|TOPBAR))?");
    private static final int LETTERS = Character.MAX_VALUE + 1;

    /** The letters known so far, the capitals after the small ones; zero where unknown. */
    private static final AtomicIntegerArray KNOWN = new AtomicIntegerArray(2 * LETTERS);

    private LookalikeLetter() {}

    /**
     * The small letter a to z that a letter looks like; the letter itself if there is none.
     *
     * @param letter a small letter
     * @param capital whether it is written as a capital
     */
    static char latin(char letter, boolean capital) {
        if (letter <= 'z' || !Character.isLetter(letter)) {
            return letter;
        }
        int index = capital ? LETTERS + letter : letter;
        int known = KNOWN.get(index);
        if (known == 0) {
            known = find(letter, capital);
            KNOWN.set(index, known);
        }
        return (char) known;
    }

    private static char find(char letter, boolean capital) {
        Optional<Character> small = skeleton(letter);
        Optional<Character> large = skeleton(Character.toUpperCase(letter));
        // The capital I looks like a small l.
        boolean isI = small.filter(each -> each == 'i').isPresent();
        return (capital && !isI ? large.or(() -> small) : small.or(() -> large)).orElse(letter);
    }

    private static Optional<Character> skeleton(char letter) {
        Optional<Character> named = named(letter);
        if (named.isPresent()) {
            return named;
        }
        String like = CHECKER.getSkeleton(String.valueOf(letter));
        if (like.codePoints().filter(Character::isLetter).count() != 1) {
            return Optional.empty();
        }
        String folded = FoldedCharacter.of(like.codePointAt(0));
        if (folded.length() == 1 && folded.charAt(0) >= 'a' && folded.charAt(0) <= 'z') {
            return Optional.of(folded.charAt(0));
        }
        return named(like.codePointAt(0));
    }

    private static Optional<Character> named(int letter) {
        Matcher name = VARIANT.matcher(String.valueOf(Character.getName(letter)));
        return name.matches() ? Optional.of(Character.toLowerCase(name.group(1).charAt(0))) : Optional.empty();
    }
}
