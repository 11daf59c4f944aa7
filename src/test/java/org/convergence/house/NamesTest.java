package org.convergence.house;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Type names say a role and a noun of the domain, as {@code docs/style.md} asks. */
class NamesTest {

    private static final Path CLASSES = Path.of("target/classes/org");

    private static final Pattern GENERATED_OR_ANONYMOUS = Pattern.compile(".*/(?:Jte[^/]*|package-info)|.*\\$\\d+");

    private static final Pattern VAGUE_SUFFIX = Pattern.compile(
            "(?!ActorTransactionManager).*(?:Manager|Helper|Impl|Utils?|Store|Keeping|Saying|Telling|Reading|Recording|Looking|Asking|Passing)");

    private static final Set<String> VAGUE_NAMES =
            Set.of("Row", "Item", "Said", "Asked", "Kept", "Found", "Shown", "Whole", "Parts", "Listed", "Thing");

    private static final Pattern LAST_WORD = Pattern.compile(".*?([A-Z][a-z0-9]*)");

    /** Words in -ing that are nouns, so allowed at the end of a type's name. */
    private static final Set<String> NOUNS = Set.of(
            "Booking",
            "Drawing",
            "Encoding",
            "Ending",
            "Finding",
            "Gathering",
            "Holding",
            "Mapping",
            "Meaning",
            "Meeting",
            "Numbering",
            "Ring",
            "Setting",
            "Standing",
            "Subheading",
            "Warning",
            "Wording");

    /** Names that several types share, and why. */
    private static final Set<String> SHARED = Set.of(
            // A block of a document, and the thing from which it is made.
            "Chart", "Photograph");

    @Test
    void roleSuffixesAreThoseOfTheStyleGuide() throws IOException {
        assertThat(types().keySet())
                .filteredOn(name -> VAGUE_SUFFIX.matcher(name).matches() || VAGUE_NAMES.contains(name))
                .as("vague names: say the role and the thing (docs/style.md, Types)")
                .isEmpty();
    }

    @Test
    void typesAreNamedByNouns() throws IOException {
        assertThat(types().keySet())
                .filteredOn(name -> name.endsWith("ing") && !NOUNS.contains(lastWord(name)))
                .as("names that are no nouns: rename them, or add a noun in -ing to NOUNS")
                .isEmpty();
    }

    @Test
    void noTwoTypesShareAName() throws IOException {
        assertThat(types().entrySet())
                .filteredOn(types -> types.getValue().size() > 1 && !SHARED.contains(types.getKey()))
                .as("names of several types: put the noun of the module in front, or give the reason in SHARED")
                .isEmpty();
    }

    private static String lastWord(String name) {
        Matcher words = LAST_WORD.matcher(name);
        return words.matches() ? words.group(1) : name;
    }

    /** The full names of the types by their simple names. */
    private static Map<String, List<String>> types() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .filter(name -> !GENERATED_OR_ANONYMOUS.matcher(name).matches())
                    .collect(groupingBy(name -> name.replaceAll(".*[/$]\\d*", "")));
        }
    }
}
