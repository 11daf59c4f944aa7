package org.convergence.directory.people.domain.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The name of a person as lists write it: "Mme Ana Ruiz", "RUIZ Ana", "Ruiz, Ana", "Ana Ruiz, présidente".
 *
 * @param function what follows the name, {@code null} for nothing
 * @param couple the cell names two people: "M. et Mme Luc Roy"
 */
record WrittenName(String given, String family, @Nullable String function, boolean couple) {

    private static final String TITLE =
            "(?i:(?:monsieur|madame|ma[iî]tre|docteure?|mmes?|mlle|mr|mrs|miss|ms|mx|dre?|sra?|srta|prof|pre?)\\.?|m\\.)";

    /** Written like words or names, so that two words must follow. */
    private static final String SHORT_TITLE = "(?:M|Me\\.?|ME\\.?)";

    private static final Pattern HONORIFIC =
            Pattern.compile(TITLE + "\\s+(?<name>\\S.*)|" + SHORT_TITLE + "\\s+(?<two>\\S+\\s+\\S.*)");
    private static final Pattern COUPLE = Pattern.compile("(?:" + TITLE + "|" + SHORT_TITLE
            + ")\\s+(?:et|and|&|y)\\s+(?:" + TITLE + "|" + SHORT_TITLE + ")\\s+(?<name>.+)");

    private static final Pattern WITH_FUNCTION =
            Pattern.compile("(?<name>.+?)\\s*(?:,|\\s[–—/-]\\s|\\()\\s*(?<after>[^,()]+)\\)?");

    /** A function after a comma, by its words; one in small letters needs none. */
    private static final Pattern FUNCTION = Pattern.compile(
            "(?:vice )?(?:president|secretair|secretari|secretary|tresori|tesorer|treasurer|direct|coordo|coordina|delegu|delegad|delegate|conseill|counsel|responsable|"
                    + "agent|membre|member|chair|officer|representant|representative|steward|administrat|adjoint|employe|animat).*");

    /** Forms of address of a person, in parentheses after the name, which are no function. */
    private static final Pattern PRONOUN =
            Pattern.compile("(?:elle|il|iel|she|he|they|her|him|them|ella|el|elle\\w*)(?: .*)?");

    /** Two people by their whole names: "Ana Ruiz et Luc Roy". */
    private static final Pattern TWO_NAMES = Pattern.compile(
            "(?<name>\\p{Lu}\\S*(?:\\s+\\S+)*?\\s+\\S+)\\s+(?:et|and|&|y)\\s+\\p{Lu}\\S*\\s+\\p{Lu}\\S*(?:\\s+\\S+)*");

    /** A function before the name: "Présidente : Ana Ruiz". */
    private static final Pattern FUNCTION_FIRST = Pattern.compile("(?<function>[^:]{3,60}?)\\s*:\\s*(?<name>\\S.*)");

    /** The number of a line before a name, and the sign of a note after it. */
    private static final Pattern AROUND = Pattern.compile("^\\d{1,3}[.)]\\s+|\\s*[*†]+$");

    /** An empty seat with a word about it, "Vacant – élection en mai", or “s.o.”. */
    private static final Pattern VACANT_SEAT = Pattern.compile(
            "\\W*vacante?s?\\s*[-–—:,;(/].*|\\W*s\\.\\s?o\\.?\\W*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What stands where a name would: a sum, an empty seat, something to be said later. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?:grand )?(?:sous )?tota(?:l|ux)(?: .*)?|subtotal.*|nombre (?:de|d) .*|(?:(?:poste|siege|seat|position|puesto|cargo) )?(?:vacant|vacante|vacants|vacantes|libre|a combler|a pourvoir|a elire)|"
                    + "(?:poste|siege) (?:vacant|a combler|a pourvoir|libre)e?.*|(?:a|por) (?:determiner|confirmer|venir|preciser|nommer|combler|elire|definir|determinar|confirmar|elegir)(?: .*)?|"
                    + "to be (?:determined|confirmed|announced|named|elected|filled)|tb[acd]|n a|nd|xx+|personne|nobody|nadie|pendiente|(?:voir|see|ver) (?:la |the )?list[ea]?.*|aucune?|none|ninguno|inconnue?|unknown|vide|empty");

    /** The name in a cell, or null if it names nobody. */
    static @Nullable WrittenName read(String cell) {
        if (namesNobody(cell.strip())) {
            return null;
        }
        String text = AROUND.matcher(cell.strip()).replaceAll("");
        Matcher first = FUNCTION_FIRST.matcher(text);
        if (first.matches()
                && FUNCTION.matcher(TextNormalizer.fold(first.group("function")))
                        .matches()) {
            text = first.group("name") + ", " + first.group("function");
        }
        Matcher two = COUPLE.matcher(text);
        Matcher names = TWO_NAMES.matcher(text);
        boolean couple = two.matches() || names.matches();
        String addressed = names.matches() ? names.group("name") : text;
        String name = two.matches() ? two.group("name") : withoutTitle(addressed);
        boolean titled = !name.equals(addressed);
        Matcher ended = WITH_FUNCTION.matcher(name);
        boolean hasFunction = ended.matches() && isFunction(ended.group("after"));
        String function = hasFunction && !isPronoun(ended.group("after"))
                ? ended.group("after").strip()
                : null;
        String bare = hasFunction ? ended.group("name").strip() : name;
        WrittenName person = split(bare, titled);
        return new WrittenName(person.given(), person.family(), function, couple);
    }

    /** Whether a cell, or the cells of a name together, name nobody. */
    static boolean namesNobody(String text) {
        boolean counts = text.indexOf(':') >= 0 && text.chars().anyMatch(Character::isDigit);
        return counts
                || text.chars().noneMatch(Character::isLetter)
                || VACANT_SEAT.matcher(text).matches()
                || NOBODY.matcher(TextNormalizer.fold(text)).matches();
    }

    /** A name without the form of address before it. */
    static String withoutTitle(String name) {
        Matcher honorific = HONORIFIC.matcher(name);
        if (!honorific.matches()) {
            return name;
        }
        return honorific.group("name") == null ? honorific.group("two") : honorific.group("name");
    }

    private static boolean isPronoun(String after) {
        return PRONOUN.matcher(TextNormalizer.fold(after)).matches();
    }

    private static boolean isFunction(String after) {
        return !after.isEmpty()
                && (Character.isLowerCase(after.codePointAt(0))
                        || FUNCTION.matcher(TextNormalizer.fold(after)).matches());
    }

    /**
     * A comma parts last and first name, and capitals mark the last name; else the first word is the given name.
     *
     * @param titled a form of address preceded: a single word is a last name
     */
    private static WrittenName split(String name, boolean titled) {
        int comma = name.indexOf(',');
        if (comma > 0) {
            String given = withoutTitle(name.substring(comma + 1).strip());
            return new WrittenName(
                    inWords(given), inWords(name.substring(0, comma).strip()), null, false);
        }
        String[] words = name.split("\\s+");
        int first = 0;
        while (first < words.length && isCapital(words[first])) {
            first++;
        }
        int last = words.length;
        while (last > 0 && isCapital(words[last - 1])) {
            last--;
        }
        if (first > 0 && first < words.length) {
            return of(words, first, words.length, 0, first);
        }
        if (last > 0 && last < words.length) {
            return of(words, 0, last, last, words.length);
        }
        int given = titled && words.length == 1 ? 0 : 1;
        return of(words, 0, given, given, words.length);
    }

    private static WrittenName of(String[] words, int given, int givenEnd, int family, int familyEnd) {
        return new WrittenName(join(words, given, givenEnd), join(words, family, familyEnd), null, false);
    }

    private static String join(String[] words, int from, int to) {
        return inWords(String.join(" ", Arrays.copyOfRange(words, from, to)));
    }

    private static boolean isCapital(String word) {
        return word.chars().filter(Character::isLetter).count() >= 2
                && word.chars().noneMatch(Character::isLowerCase);
    }

    /** "RUIZ-ROY" as "Ruiz-Roy"; a name that has small letters stays as it is. */
    private static String inWords(String name) {
        if (!isCapital(name) || name.length() <= 2) {
            return name;
        }
        StringBuilder out = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < out.length(); i++) {
            if (i == 0 || " -'’".indexOf(out.charAt(i - 1)) >= 0) {
                out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
            }
        }
        return out.toString();
    }
}
