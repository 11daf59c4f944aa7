package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.domain.UsualLineQueries.AttributedRealisation;
import org.junit.jupiter.api.Test;

/** Which lines of the plan are taken for the next realisation of a module. */
class UsualLineQueriesTest {

    private final ActionId board = new ActionId(new UUID(0, 1));
    private final ActionId education = new ActionId(new UUID(0, 2));

    @Test
    void takesTheLinesOfTheLastOneThatBeginsAlike() {
        var last = List.of(
                new AttributedRealisation("Comité d’éducation, 3 mai 2027", Set.of(education)),
                new AttributedRealisation("Conseil d’administration, 6 avril 2027", Set.of(board)));
        assertThat(UsualLineQueries.choose("Conseil d’administration, 8 juin 2027", last))
                .containsExactly(board);
        assertThat(UsualLineQueries.choose("Comité d'éducation – 9 juin", last)).containsExactly(education);
        assertThat(UsualLineQueries.choose("Comité des finances, 9 juin", last)).isEmpty();
    }

    @Test
    void takesWhatTheLastThreeShare() {
        var letter = new AttributedRealisation("Lettre : salaires", Set.of(board));
        var other = new AttributedRealisation("Appel au public", Set.of(education));
        assertThat(UsualLineQueries.choose("C189", List.of(letter, letter))).isEmpty();
        assertThat(UsualLineQueries.choose("C189", List.of(letter, letter, letter, other)))
                .containsExactly(board);
        assertThat(UsualLineQueries.choose("C189", List.of(letter, other, letter)))
                .isEmpty();
    }
}
