package org.convergence.education.workshop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.education.workshop.FacilitatorId;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.domain.WorkshopPolicy.FacilitatorFit;
import org.convergence.education.workshop.domain.WorkshopPolicy.YearCapacity;
import org.junit.jupiter.api.Test;

/** Rules R-EDU-1 to R-EDU-3. */
class WorkshopPolicyTest {

    private static final WorkshopId WORKSHOP = new WorkshopId(new UUID(1, 1));

    @Test
    void answersAreHiddenBelowFive() {
        assertThat(EvaluationPolicy.isShown(12)).isTrue();
        assertThat(EvaluationPolicy.isShown(5)).isTrue();
        assertThat(EvaluationPolicy.isShown(4)).isFalse();
    }

    @Test
    void promisesAnAnswerInTenWorkingDays() {
        LocalDate friday = LocalDate.of(2026, 12, 11);
        assertThat(WorkshopPolicy.promisedOn(friday, day -> false)).isEqualTo("2026-12-25");
        assertThat(WorkshopPolicy.promisedOn(
                        friday,
                        day -> day.isAfter(LocalDate.of(2026, 12, 23)) && day.isBefore(LocalDate.of(2027, 1, 4))))
                .as("eight working days before the holidays, two after")
                .isEqualTo("2027-01-05");
    }

    @Test
    void hoursLeftCountWhatIsOffered() {
        assertThat(new YearCapacity(2027, BigDecimal.valueOf(40), BigDecimal.valueOf(4), BigDecimal.valueOf(38)).left())
                .isEqualByComparingTo("-2");
        assertThat(new YearCapacity(2027, null, BigDecimal.ONE, BigDecimal.ONE).left())
                .isNull();
    }

    @Test
    void facilitatorsThatFitComeFirst() {
        Facilitator far = facilitator("Ana", 1, List.of("QC-09"), List.of(WORKSHOP.value()));
        Facilitator learner = facilitator("Bao", 2, List.of(), List.of());
        Facilitator busy = facilitator("Cleo", 3, List.of("QC-06"), List.of(WORKSHOP.value()));
        Facilitator fit = facilitator("Dana", 4, List.of("QC-06"), List.of(WORKSHOP.value()));
        List<FacilitatorFit> ranked = WorkshopPolicy.rank(
                List.of(far, learner, busy, fit),
                WORKSHOP,
                "QC-06",
                Set.of(busy.id().value()));
        assertThat(ranked).extracting(each -> each.facilitator().name()).containsExactly("Dana", "Ana", "Bao", "Cleo");
        assertThat(ranked).filteredOn(FacilitatorFit::fits).hasSize(1);
    }

    private static Facilitator facilitator(String name, int id, List<String> regions, List<UUID> masters) {
        UUID value = new UUID(0, id);
        return new Facilitator(
                new FacilitatorId(value), 1, new PersonId(value), name, regions, "", true, masters, null, null);
    }

    @Test
    void refusalIsTakenBackAndAScheduledRequestIsNotSpam() {
        assertThat(WorkshopPolicy.mayMark(WorkshopRequestState.REFUSED, WorkshopRequestState.RECEIVED))
                .isTrue();
        assertThat(WorkshopPolicy.mayMark(WorkshopRequestState.SCHEDULED, WorkshopRequestState.DISCARDED))
                .isFalse();
        assertThat(WorkshopPolicy.mayMark(WorkshopRequestState.SCHEDULED, WorkshopRequestState.WITHDRAWN))
                .isTrue();
    }
}
