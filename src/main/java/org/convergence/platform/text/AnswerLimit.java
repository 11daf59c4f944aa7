package org.convergence.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The longest answer that a funder accepts (R-GRANT-3).
 *
 * <p>Counting takes the strictest usual rule, so that an answer that fits here fits in the funder's form: a word is what
 * stands between blanks, a no-break space is a blank, a sign standing alone counts as a word; a line break is one
 * character, and an accented letter is one.
 */
public record AnswerLimit(int most, CountUnit unit) {

    /** The largest limit that is believed. */
    public static final int LARGEST = 100_000;

    /** What is counted. */
    public enum CountUnit {
        WORDS,
        CHARACTERS,
        CHARACTERS_WITHOUT_SPACES;

        /** The message key of its name. */
        public String key() {
            return "text.unit." + name();
        }

        /** The length of a text in this unit. */
        public int count(String text) {
            String plain = Normalizer.normalize(text.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
            return switch (this) {
                case WORDS -> words(plain);
                case CHARACTERS -> plain.codePointCount(0, plain.length());
                case CHARACTERS_WITHOUT_SPACES ->
                    (int) plain.codePoints().filter(each -> !isBlank(each)).count();
            };
        }

        private static int words(String text) {
            int words = 0;
            boolean inside = false;
            for (int each : text.codePoints().toArray()) {
                boolean blank = isBlank(each);
                words += !blank && !inside ? 1 : 0;
                inside = !blank;
            }
            return words;
        }

        private static boolean isBlank(int codePoint) {
            return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
        }
    }

    private static final String BLANK = "[ \\u00a0\\u202f]";
    private static final Pattern LIMIT = Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:[ \\u00a0\\u202f,.'’]\\d{3})+|\\d+)"
            + BLANK + "*(mots?|words?|palabras?|caract[eè]res?|caracteres|car\\.|signes|characters?|chars?)(?!\\p{L})");
    private static final Pattern RANGE =
            Pattern.compile("(?:\\d[\\d \\u00a0\\u202f,.'’]*(?:à|a|et|to|and|y|-|–)\\s*)?");
    private static final Pattern WITHOUT =
            Pattern.compile("(?:sans|hors|without|excluding|no|not including|sin)" + BLANK
                    + "+(?:les" + BLANK + "+)?(?:espaces?|spaces?|espacios)|espaces?" + BLANK
                    + "+(?:non|exclu|pas)|spaces?" + BLANK + "+(?:not|excluded)");

    /**
     * The limit stated in a question, such as “(250 mots)”, “maximum 1 500 caractères espaces compris”, “500 words” or
     * “characters without spaces”; of several, as in “100 à 150 mots”, the last. Characters include spaces unless the
     * question says otherwise. {@code null} if it states none.
     */
    public static @Nullable AnswerLimit parse(String question) {
        String text = question.toLowerCase(Locale.ROOT);
        Matcher limits = LIMIT.matcher(text);
        AnswerLimit last = null;
        while (limits.find()) {
            String digits = limits.group(1).replaceAll("\\D", "");
            int most = TextParser.wholeNumber(digits).orElse(0);
            if (most > 0 && most <= LARGEST) {
                last = new AnswerLimit(most, unit(limits.group(2), text.substring(limits.end())));
            }
        }
        return last;
    }

    /** Whether a text begins with a limit, or with a range as in “100 à 150 mots”: not with the number of a heading. */
    static boolean isAtStart(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher limits = LIMIT.matcher(lower);
        return limits.find()
                && RANGE.matcher(lower.substring(0, limits.start())).matches();
    }

    private static CountUnit unit(String word, String rest) {
        if (word.startsWith("mot") || word.startsWith("word") || word.startsWith("palabra")) {
            return CountUnit.WORDS;
        }
        return WITHOUT.matcher(rest).find() ? CountUnit.CHARACTERS_WITHOUT_SPACES : CountUnit.CHARACTERS;
    }

    /** How much of the limit a text leaves; negative if it is too long. */
    public int left(String text) {
        return most - unit.count(text);
    }

    /** The length of a text, and its limit if there is one: « 212 mots; limite 250 », « 212 mots ». */
    public static String describe(String text, @Nullable AnswerLimit limit, Words t) {
        CountUnit unit = limit == null ? CountUnit.WORDS : limit.unit;
        String count = t.say(unit.key() + ".count", unit.count(text));
        return limit == null ? count : t.say("text.unit.of", count, limit.most);
    }
}
