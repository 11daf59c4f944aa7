package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.junit.jupiter.api.Test;

/** Every message exists in each language that needs it, takes the same arguments, and has correct typography. */
class MessagesTest {

    private static final Messages MESSAGES = Messages.load();
    private static final Map<String, String> FRENCH = MESSAGES.patterns(Language.FRENCH);
    private static final Map<String, String> ENGLISH = MESSAGES.patterns(Language.ENGLISH);
    private static final Map<String, String> SPANISH = MESSAGES.patterns(Language.SPANISH);

    /** Messages shown to the public or written in a report in Spanish, and the messages they are made of. */
    private static final Pattern SPOKEN_IN_SPANISH = Pattern.compile(
            "(public|text|chart|geography|rendering|shell\\.form|shell\\.file)\\..*|shell\\.(skip|cancel)"
                    + "|narrative\\.(text\\..*|file\\.(draft|description))|project\\.(figure\\.(ratio|few|by-sex|cell-not-stated|dimension)|variance\\.points)"
                    + "|project\\.(level\\.[A-Z]+|tab\\.(framework|decisions))"
                    + "|project\\.framework\\.(baseline(\\.year)?|frequency|indicator|method|responsible|result|source|targets?)");

    private static final Pattern USED =
            Pattern.compile("(?:\\b(?:say|has)|new (?:Refused|Notice))\\(\\s*\"([a-z][\\w.-]*)\"\\s*([+,)])");

    /** A message that takes a formatted period, such as “du 1er juillet 2025 au 30 juin 2026”. */
    private static final Pattern WITH_A_PERIOD =
            Pattern.compile("\\bsay\\(\\s*\"([a-z][\\w.-]*)\"(?:(?!\\bsay\\()[^;])*?\\bt\\.period\\(");

    /** A message of a history that names an operation, such as {@code people.person.gesture.people.add-person}. */
    private static final Pattern OPERATION = Pattern.compile("[a-z.]+\\.gesture\\.([a-zA-Z]+\\.[a-zA-Z-]+)");

    private static final Pattern OTHER_ENGLISH = Pattern.compile("[Oo]rganisation|[Rr]ealisation|[Rr]ecognise");

    private static final Pattern SHORTENED = Pattern.compile("\\p{L}[·•](?:e|es|ne|nes|s|trice|trices)\\b");

    private static final Pattern INTRODUCED = Pattern.compile("(?i)\\b(?:du|del|from|depuis|desde) \\{");

    @Test
    void frenchAndEnglishHaveTheSameKeys() {
        ReviewedList.requireSame(
                FRENCH.keySet(), ENGLISH.keySet(), "each French message has an English one", key -> key + "=");
    }

    @Test
    void spanishHasAllPublicMessages() {
        List<String> wanted = FRENCH.keySet().stream()
                .filter(key -> SPOKEN_IN_SPANISH.matcher(key).matches())
                .toList();
        ReviewedList.requireSame(wanted, SPANISH.keySet(), "each public message has a Spanish one", key -> key + "=");
    }

    @Test
    void messagesTakeSameArgumentsInEachLanguage() {
        List<String> wrong = new ArrayList<>();
        for (String key : FRENCH.keySet()) {
            Set<String> wanted = arguments(FRENCH.getOrDefault(key, ""));
            for (Map<String, String> others : List.of(ENGLISH, SPANISH)) {
                if (others.containsKey(key)
                        && !arguments(others.getOrDefault(key, "")).equals(wanted)) {
                    wrong.add(key + ": " + wanted + " in French, other: " + others.get(key));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void messagesAreValidIcuPatterns() {
        List<String> wrong = new ArrayList<>();
        for (Language language : Language.values()) {
            MESSAGES.patterns(language).forEach((key, pattern) -> {
                try {
                    arguments(pattern);
                } catch (IllegalArgumentException e) {
                    wrong.add(language.code() + " " + key + ": " + e.getMessage());
                }
                if (pattern.isBlank()) {
                    wrong.add(language.code() + " " + key + ": empty");
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void frenchFollowsQuebecTypography() {
        List<String> wrong = new ArrayList<>();
        FRENCH.forEach((key, pattern) ->
                FrenchTypography.faults(pattern).forEach(fault -> wrong.add(key + ": " + fault + ": " + pattern)));
        assertThat(wrong)
                .as("R-TYPO-1, R-TYPO-2; a no-break space is U+00A0, \\u00a0 in the file")
                .isEmpty();
    }

    /** Screen readers stumble over « délégué·e ». */
    @Test
    void frenchIncludesByEpiceneWordOrDoublet() {
        assertThat(FRENCH.entrySet().stream()
                        .filter(message -> SHORTENED.matcher(message.getValue()).find())
                        .map(message -> message.getKey() + ": " + message.getValue()))
                .as("« personnes déléguées », or « délégués et déléguées »")
                .isEmpty();
    }

    @Test
    void englishIsCanadianAndUsesOneTermForOneThing() {
        assertThat(ENGLISH.entrySet().stream()
                        .filter(message ->
                                OTHER_ENGLISH.matcher(message.getValue()).find())
                        .map(message -> message.getKey() + ": " + message.getValue()))
                .as("Canadian English: organization, recognize; an activity is no realisation (docs/glossary.md)")
                .isEmpty();
    }

    /** Only the operator that restores a backup from the command line reads such a name. */
    @Test
    void messagesNameNoServerVariable() {
        assertThat(FRENCH.keySet().stream()
                        .filter(key -> (FRENCH.get(key) + ENGLISH.get(key)).contains("CONVERGENCE_")))
                .containsExactly("backup.not-empty");
    }

    @Test
    void usedKeysExist() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : sources()) {
            Matcher said = USED.matcher(Files.readString(source));
            while (said.find()) {
                String key = said.group(1);
                boolean prefix = "+".equals(said.group(2));
                boolean known = prefix
                        ? FRENCH.keySet().stream().anyMatch(one -> one.startsWith(key))
                        : FRENCH.containsKey(key);
                if (!known) {
                    missing.add(source + ": " + key);
                }
            }
        }
        assertThat(missing).as("keys in the code that no message has").isEmpty();
    }

    @Test
    void everyOperationOfAHistoryIsNamedInTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path source : sources()) {
            code.append(Files.readString(source));
        }
        assertThat(FRENCH.keySet().stream()
                        .map(OPERATION::matcher)
                        .filter(Matcher::matches)
                        .map(key -> key.group(1))
                        .filter(operation -> code.indexOf('"' + operation + '"') < 0)
                        .filter(operation -> code.indexOf("gesture." + operation) < 0))
                .as("messages …gesture.<operation> of operations that no @Transactional(label) or runAs names")
                .isEmpty();
    }

    @Test
    void messagesDoNotRepeatWordBeforePeriod() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path source : sources()) {
            Matcher said = WITH_A_PERIOD.matcher(Files.readString(source));
            while (said.find()) {
                String key = said.group(1);
                for (Map<String, String> language : List.of(FRENCH, ENGLISH, SPANISH)) {
                    if (INTRODUCED.matcher(language.getOrDefault(key, "")).find()) {
                        wrong.add(source + ": " + key);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void messageFilesMatchTheirKeys() throws IOException {
        Path folder = Path.of("src/main/resources/messages");
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().matches("[a-z]+_(fr|en|es)\\.properties")) {
                    wrong.add(file + " is not named MODULE_LANGUAGE.properties");
                }
                Set<String> keys = new HashSet<>();
                Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[a-z][\\w.-]*=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(key -> !keys.add(key))
                        .forEach(key -> wrong.add(file + " has " + key + " twice, and the first is never shown"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/jte")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().matches(".*\\.(java|jte)")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static Set<String> arguments(String pattern) {
        MessagePattern parts = new MessagePattern(pattern);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < parts.countParts(); i++) {
            MessagePattern.Part part = parts.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME
                    || part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(parts.getSubstring(part));
            } else if (part.getType() == MessagePattern.Part.Type.ARG_TYPE
                    && Set.of("date", "time", "spellout", "duration").contains(parts.getSubstring(part))) {
                throw new IllegalArgumentException("dates and times are written by Words, not by " + pattern);
            }
        }
        return names;
    }
}
