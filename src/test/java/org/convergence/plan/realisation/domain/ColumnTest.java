package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.platform.imports.ColumnRecognition;
import org.convergence.platform.imports.ImportColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnTest {

    @Test
    void columnsAreRecognisedByTheTitlesThatPeopleGive() {
        assertThat(guess(
                        "Quand?", "Activité", "Région", "Nombre de participant·e·s", "Femmes", "Partenaires", "Sert à"))
                .containsExactly(
                        Column.FROM,
                        Column.TITLE,
                        Column.PLACE,
                        Column.COUNT,
                        Column.WOMEN,
                        Column.ORGANISATIONS,
                        Column.LINES);
        assertThat(guess("Date", "Event", "Where", "With whom", "Hours", "Notes"))
                .containsExactly(
                        Column.FROM, Column.TITLE, Column.PLACE, Column.ORGANISATIONS, Column.HOURS, Column.NARRATIVE);
    }

    @Test
    void aDescriptionIsTheTitleOnlyWhereNothingElseIs() {
        assertThat(guess("Date", "Description")).containsExactly(Column.FROM, Column.TITLE);
        assertThat(guess("Titre", "Date", "Description")).containsExactly(Column.TITLE, Column.FROM, Column.NARRATIVE);
    }

    @Test
    void whatNobodyCanTellIsLeftAndNothingIsHeldByTwo() {
        assertThat(guess("", "Titre", "Titre", "???")).containsExactly(null, Column.TITLE, null, null);
    }

    private static List<@Nullable ImportColumn> guess(String... head) {
        return ColumnRecognition.of(List.of(Column.values()), List.of(head));
    }
}
