package org.convergence.plan.reading.domain.outline;

import java.text.Normalizer;
import java.util.Set;
import org.convergence.plan.reading.domain.text.Characters;

/** Comparisons of words and sentences, in French and English. */
public final class TextAnalysis {

    private static final Set<String> LEADS_ON = Set.of(
            "de", "du", "des", "d", "l", "le", "la", "les", "et", "ou", "a", "au", "aux", "en", "pour", "par", "avec",
            "sur", "dans", "un", "une", "que", "qui", "qu", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "ces",
            "nos", "notre", "vers", "sous", "entre", "the", "and", "or", "of", "to", "for", "with", "in", "on", "an",
            "by", "from", "our", "their", "its");

    private TextAnalysis() {}

    /** Lower case without accents, straight apostrophes, one space between words: to compare, not to show. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Characters.isWhite(c)) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (c == 'œ' || c == 'Œ') {
                out.append("oe");
            } else {
                out.append(c == '’' || c == '‘' || c == 'ʼ' ? '\'' : Character.toLowerCase(c));
            }
        }
        return out.toString().strip();
    }

    /**
     * Lower case without accents, straight apostrophes and plain spaces, each at the index of its original character,
     * so that a match can be cut out of the original text.
     */
    public static String foldInPlace(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            char c = out[i];
            if (c < 0x80) {
                out[i] = c < ' ' ? ' ' : Character.toLowerCase(c);
            } else if (Characters.isWhite(c)) {
                out[i] = ' ';
            } else if (c == '’' || c == '‘' || c == 'ʼ') {
                out[i] = '\'';
            } else if (Character.isLetter(c)) {
                char small = Character.toLowerCase(c);
                out[i] = small == 'œ'
                        ? 'o'
                        : Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD)
                                .charAt(0);
            }
        }
        return new String(out);
    }

    /** Each run of white space as one space; a single no-break space is kept. */
    public static String squeeze(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && Characters.isWhite(text.charAt(end))) {
                end++;
            }
            if (end == i) {
                out.append(text.charAt(i++));
            } else {
                out.append(end == i + 1 && text.charAt(i) > ' ' ? text.charAt(i) : ' ');
                i = end;
            }
        }
        return out.toString();
    }

    /** The text ends a sentence: full stop, question, exclamation, ellipsis or colon, perhaps before a closing mark. */
    static boolean endsSentence(String text) {
        int i = text.length() - 1;
        while (i > 0 && ("»”\")]’'".indexOf(text.charAt(i)) >= 0 || Characters.isWhite(text.charAt(i)))) {
            i--;
        }
        return i >= 0 && ".!?…:".indexOf(text.charAt(i)) >= 0;
    }

    /** The last word requires another one after it. */
    static boolean expectsMore(CharSequence text) {
        int end = text.length();
        if (end > 0 && (text.charAt(end - 1) == ',' || text.charAt(end - 1) == '(')) {
            return true;
        }
        int from = end;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        String last = text.subSequence(from, end).toString();
        boolean elision = end > 1 && isApostrophe(text.charAt(end - 1)) && Character.isLetter(text.charAt(end - 2));
        return elision || (from > 0 && LEADS_ON.contains(fold(last)));
    }

    static boolean isApostrophe(char c) {
        return c == '’' || c == '\'';
    }

    public static boolean startsInLowerCase(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    /** All letters are capitals, and there are at least four. */
    static boolean isAllCapitals(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters >= 4;
    }

    /** The number of words, counted up to the given maximum. */
    static int count(String text, int atMost) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length() && words < atMost; i++) {
            boolean white = Characters.isWhite(text.charAt(i));
            words += !white && !inside ? 1 : 0;
            inside = !white;
        }
        return words;
    }

    static int firstWordLength(String text) {
        int i = 0;
        while (i < text.length() && !Characters.isWhite(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
