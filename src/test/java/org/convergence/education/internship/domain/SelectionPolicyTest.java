package org.convergence.education.internship.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.domain.SelectionPolicy.ScoredFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R-EDU-8: reserved seats first, then by total; the reserve; what the committee must explain. */
class SelectionPolicyTest {

    private static final OrganisationId NURSES = new OrganisationId(new UUID(1, 1));

    private final List<ScoredFile> files = new ArrayList<>();

    private InternshipFileId file(int number, int total, @Nullable OrganisationId organisation) {
        InternshipFileId id = new InternshipFileId(new UUID(9, number));
        files.add(new ScoredFile(id, number, organisation, total));
        return id;
    }

    @Test
    void fillsReservedSeatsFirstThenByTotal() {
        InternshipFileId best = file(1, 190, null);
        InternshipFileId second = file(2, 180, null);
        InternshipFileId nurse = file(3, 120, NURSES);
        InternshipFileId lesserNurse = file(4, 110, NURSES);
        InternshipFileId last = file(5, 60, null);
        assertThat(SelectionPolicy.propose(2, Map.of(NURSES, 1), files))
                .containsExactly(
                        Map.entry(best, InternshipFileState.CHOSEN),
                        Map.entry(second, InternshipFileState.RESERVE),
                        Map.entry(nurse, InternshipFileState.CHOSEN),
                        Map.entry(lesserNurse, InternshipFileState.NOT_RETAINED),
                        Map.entry(last, InternshipFileState.NOT_RETAINED));
    }

    @Test
    void ofEqualTotalsTheFirstFileIsChosen() {
        InternshipFileId late = file(7, 100, null);
        InternshipFileId early = file(2, 100, null);
        assertThat(SelectionPolicy.propose(1, Map.of(), files))
                .containsEntry(early, InternshipFileState.CHOSEN)
                .containsEntry(late, InternshipFileState.RESERVE);
    }

    @Test
    void aReservedSeatIsPassedOverOnlyIfItsCandidatesApplied() {
        InternshipFileId other = file(1, 190, null);
        Map<InternshipFileId, InternshipFileState> choice = Map.of(other, InternshipFileState.CHOSEN);
        assertThat(SelectionPolicy.findPassedOver(Map.of(NURSES, 1), choice, files))
                .as("no candidate")
                .isEmpty();
        file(2, 40, NURSES);
        assertThat(SelectionPolicy.findPassedOver(Map.of(NURSES, 1), choice, files))
                .containsExactly(NURSES);
    }

    @Test
    void aFileIsDiscussedFromOneFifthOfTheMaximum() {
        assertThat(SelectionPolicy.isDiscussed(60, 79, 100)).isFalse();
        assertThat(SelectionPolicy.isDiscussed(60, 80, 100)).isTrue();
    }
}
