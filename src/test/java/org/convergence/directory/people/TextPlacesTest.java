package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place is named in words, never by its table. */
class TextPlacesTest {

    private static final Path JAVA = Path.of("src/main/java/org/convergence");

    private static final Words FRENCH = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

    @ParameterizedTest
    @CsvSource({
        "outreach.assembly_item, L’ordre du jour ou le procès-verbal d’une réunion",
        "outreach.assembly_meeting, Une réunion",
        "outreach.assembly_follow_up, Une réunion",
        "directory.handover_item, Une passation",
        "directory.people_person, La fiche d’une autre personne",
        "platform.document/content, Dans un fichier",
        "platform.imports_row, Une liste importée",
        "plan.report_filing/facts, Un rapport déposé",
        "resources.membership_headcount, Une adhésion",
        "resources.prospect, Un membre possible",
        "resources.subsidy_claim, Une subvention salariale",
        "plan.checklist_item, Une liste de contrôle",
        "safety.guide_part, Le guide de sécurité d’un pays",
        "safety.mission_leg, Une mission",
        "education.workshop_request, Un atelier ou une demande",
        "home.reminder, Ailleurs dans l’application"
    })
    void namesThePlaceInWords(String place, String words) {
        assertThat(TextPlaces.describe(place, FRENCH)).isEqualTo(words);
    }

    /** Otherwise a place where a protected person may be meant is said to be elsewhere in the application. */
    @Test
    void eachModuleThatDeclaresTextsHasWords() throws IOException {
        Pattern declared = Pattern.compile("\\.texts(?:Of)?\\(");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(JAVA)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Path relative = JAVA.relativize(file);
                String source = Files.readString(file);
                if (relative.getNameCount() > 3
                        && source.contains("ReferenceDeclarations declare")
                        && declared.matcher(source).find()) {
                    String area = relative.getName(0) + "." + relative.getName(1);
                    if (TextPlaces.describe(area, FRENCH).equals(FRENCH.say("people.named-in.other"))) {
                        missing.add("Map.entry(\"%s\", \"people.named-in.<word>\"),".formatted(area));
                    }
                }
            }
        }
        assertThat(missing)
                .as("modules whose texts may name people: add the line to AREAS of TextPlaces, and its message")
                .isEmpty();
    }
}
