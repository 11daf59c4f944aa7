package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.platform.imports.ColumnRecogniser;
import org.convergence.platform.imports.ImportColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RealisationColumnTest {

    @Test
    void recognisesColumnsByCommonTitles() {
        assertThat(guess(
                        "Quand?", "Activité", "Région", "Nombre de participant·e·s", "Femmes", "Partenaires", "Sert à"))
                .containsExactly(
                        RealisationColumn.FROM,
                        RealisationColumn.TITLE,
                        RealisationColumn.PLACE,
                        RealisationColumn.COUNT,
                        RealisationColumn.WOMEN,
                        RealisationColumn.ORGANISATIONS,
                        RealisationColumn.LINES);
        assertThat(guess("Date", "Event", "Where", "With whom", "Hours", "Notes"))
                .containsExactly(
                        RealisationColumn.FROM,
                        RealisationColumn.TITLE,
                        RealisationColumn.PLACE,
                        RealisationColumn.ORGANISATIONS,
                        RealisationColumn.HOURS,
                        RealisationColumn.NARRATIVE);
    }

    @Test
    void aDescriptionIsTheTitleOnlyWithoutAnotherTitle() {
        assertThat(guess("Date", "Description")).containsExactly(RealisationColumn.FROM, RealisationColumn.TITLE);
        assertThat(guess("Titre", "Date", "Description"))
                .containsExactly(RealisationColumn.TITLE, RealisationColumn.FROM, RealisationColumn.NARRATIVE);
    }

    @Test
    void leavesUnknownColumnsAndAssignsNoneTwice() {
        assertThat(guess("", "Titre", "Titre", "???")).containsExactly(null, RealisationColumn.TITLE, null, null);
    }

    private static List<@Nullable ImportColumn> guess(String... head) {
        return ColumnRecogniser.recognise(List.of(RealisationColumn.values()), List.of(head));
    }
}
