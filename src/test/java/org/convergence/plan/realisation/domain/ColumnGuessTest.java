package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnGuessTest {

    @Test
    void columnsAreRecognisedByTheTitlesThatPeopleGive() {
        assertThat(ColumnGuess.of(List.of(
                        "Quand?",
                        "Activité",
                        "Région",
                        "Nombre de participant·e·s",
                        "Femmes",
                        "Partenaires",
                        "Sert à")))
                .containsExactly(
                        Column.FROM,
                        Column.TITLE,
                        Column.PLACE,
                        Column.COUNT,
                        Column.WOMEN,
                        Column.ORGANISATIONS,
                        Column.LINES);
        assertThat(ColumnGuess.of(List.of("Date", "Event", "Where", "With whom", "Hours", "Notes")))
                .containsExactly(
                        Column.FROM, Column.TITLE, Column.PLACE, Column.ORGANISATIONS, Column.HOURS, Column.NARRATIVE);
    }

    @Test
    void aDescriptionIsTheTitleOnlyWhereNothingElseIs() {
        assertThat(ColumnGuess.of(List.of("Date", "Description"))).containsExactly(Column.FROM, Column.TITLE);
        assertThat(ColumnGuess.of(List.of("Titre", "Date", "Description")))
                .containsExactly(Column.TITLE, Column.FROM, Column.NARRATIVE);
    }

    @Test
    void whatNobodyCanTellIsLeftAndNothingIsHeldByTwo() {
        assertThat(ColumnGuess.of(List.of("", "Titre", "Titre", "???")))
                .containsExactly(null, Column.TITLE, null, null);
    }
}
