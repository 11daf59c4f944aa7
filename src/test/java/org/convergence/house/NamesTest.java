package org.convergence.house;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.testing.ApplicationClasses;
import org.junit.jupiter.api.Test;

/** Type names say a role and a noun of the domain, as {@code docs/style.md} asks. */
class NamesTest {

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
    void roleSuffixesAreThoseOfTheStyleGuide() {
        assertThat(types())
                .extracting(JavaClass::getSimpleName)
                .filteredOn(name -> VAGUE_SUFFIX.matcher(name).matches() || VAGUE_NAMES.contains(name))
                .as("vague names: say the role and the thing (docs/style.md, Types)")
                .isEmpty();
    }

    @Test
    void typesAreNamedByNouns() {
        assertThat(types())
                .extracting(JavaClass::getSimpleName)
                .filteredOn(name -> name.endsWith("ing") && !NOUNS.contains(lastWord(name)))
                .as("names that are no nouns: rename them, or add a noun in -ing to NOUNS")
                .isEmpty();
    }

    @Test
    void noTwoTypesShareAName() {
        assertThat(types().stream()
                        .collect(groupingBy(
                                JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())))
                        .entrySet())
                .filteredOn(types -> types.getValue().size() > 1 && !SHARED.contains(types.getKey()))
                .as("names of several types: put the noun of the module in front, or give the reason in SHARED")
                .isEmpty();
    }

    private static String lastWord(String name) {
        Matcher words = LAST_WORD.matcher(name);
        return words.matches() ? words.group(1) : name;
    }

    private static List<JavaClass> types() {
        return ApplicationClasses.get().stream()
                .filter(type ->
                        !type.isAnonymousClass() && !type.getSimpleName().isEmpty())
                .filter(type -> !type.getSimpleName().matches("Jte.*|package-info"))
                .toList();
    }
}
