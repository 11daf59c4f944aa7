package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place is named in words, never by its table. */
class TextPlacesTest {

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
        "safety.mission_leg, Une mission",
        "education.workshop_request, Un atelier ou une demande",
        "home.reminder, Ailleurs dans l’application"
    })
    void namesThePlaceInWords(String place, String words) {
        assertThat(TextPlaces.describe(place, FRENCH)).isEqualTo(words);
    }
}
