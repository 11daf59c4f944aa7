package org.convergence.advocacy.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.advocacy.treaty.domain.PetitionPolicy;
import org.convergence.advocacy.treaty.domain.PetitionPolicy.Parliament;
import org.convergence.advocacy.treaty.domain.PetitionService.PetitionFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an answer to a petition is due, and which days are in order (R-ADV-5, vector 9). */
class PetitionPolicyTest {

    private static final LocalDate TODAY = LocalDate.parse("2018-12-01");

    private static PetitionFacts petition(
            Parliament parliament, @Nullable String closes, @Nullable String tabled, @Nullable String answered) {
        return new PetitionFacts(
                parliament, "", LocalDate.parse("2018-03-07"), day(closes), day(tabled), null, day(answered), "");
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Test
    void federalAnswerIsDueFortyFiveDaysAfterTabling() {
        PetitionFacts facts = petition(Parliament.CANADA, "2018-07-05", "2018-10-04", "2018-11-19");
        assertThat(PetitionPolicy.answerDue(facts.parliament(), facts.tabledOn(), facts.answerDueOn()))
                .isEqualTo(LocalDate.parse("2018-11-18"));
        assertThat(PetitionPolicy.problem(facts, TODAY)).isEmpty();
    }

    @Test
    void noAnswerIsPromisedForQuebecBeforeItIsPublished() {
        assertThat(PetitionPolicy.answerDue(Parliament.QUEBEC, LocalDate.parse("2018-10-04"), null))
                .isNull();
    }

    @Test
    void daysAreInOrder() {
        assertThat(PetitionPolicy.problem(petition(Parliament.CANADA, "2018-03-06", null, null), TODAY))
                .contains("treaty.refused.petition-days");
        assertThat(PetitionPolicy.problem(petition(Parliament.CANADA, null, "2018-10-04", "2018-10-03"), TODAY))
                .contains("treaty.refused.petition-order");
        assertThat(PetitionPolicy.problem(petition(Parliament.CANADA, null, null, "2018-10-03"), TODAY))
                .contains("treaty.refused.petition-tabled");
        assertThat(PetitionPolicy.problem(petition(Parliament.CANADA, null, "2018-12-02", null), TODAY))
                .contains("treaty.refused.petition-ahead");
    }
}
