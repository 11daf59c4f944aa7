package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** A file that its candidate writes on two devices, and that the committee reads with the notes of its readers. */
@ModuleTest
class CandidateFileTest extends InternshipFixture {

    @Test
    void theCommitteeReadsTheNotesOnceBothReadingsAreDone() {
        String ana = apply("Ana Roy", "ana@union.example", "union=" + union);
        submit(ana, "Ana Roy", "union=" + union, "Je milite ici.");
        closed();
        String file = LIST + "/read/files/" + file("Ana Roy");
        String points = "points-" + id("criterion") + "=8";
        assertThat(pages.as(first).post(file, points, "note=Connaît le terrain."))
                .hasStatus(303);
        assertThat(main(call + "/decide")).as("one reading alone").doesNotContain("Connaît le terrain.");
        assertThat(pages.as(second).post(file, points, "note=À préparer : la langue."))
                .hasStatus(303);
        assertThat(main(call + "/decide")).contains("Connaît le terrain.", "À préparer : la langue.");
    }
}
