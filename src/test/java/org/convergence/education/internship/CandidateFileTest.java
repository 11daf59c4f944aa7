package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A file that its candidate writes on two devices, and that the committee reads with the notes of its readers. */
@ModuleTest
class CandidateFileTest extends InternshipFixture {

    @Test
    void theLaterOfTwoDevicesSeesWhatTheFirstSavedAndOverwritesNothingSilently() {
        String ana = apply("Ana Roy", "ana@union.example", "union=" + union);
        String answer = "answer-" + id("criterion") + "=";
        String[] opened = {"version=1", "name=Ana Roy", "mail=ana@union.example", "union=" + union};
        assertThat(pages.asStranger().open(ana).select("[name=version]").val()).isEqualTo("1");
        assertThat(send(ana, with(opened, answer + "Écrit sur le téléphone."))).hasStatus(303);
        assertThat(send(ana, with(opened, answer + "Écrit sur le téléphone.")))
                .as("the same once more, as by two presses")
                .hasStatus(303);
        MvcTestResult later = send(ana, with(opened, answer + "Écrit sur l’ordinateur."));
        assertThat(later).hasStatus(422);
        assertThat(text(Pages.parse(later).text()))
                .contains("enregistrée sur un autre appareil", "Écrit sur le téléphone.");
        assertThat(Pages.parse(later).select("textarea").val()).isEqualTo("Écrit sur l’ordinateur.");
        assertThat(count("answer WHERE text = 'Écrit sur le téléphone.'")).isOne();
        opened[0] = "version=" + Pages.parse(later).select("[name=version]").val();
        assertThat(send(ana, with(opened, answer + "Les deux."))).hasStatus(303);
        assertThat(count("answer WHERE text = 'Les deux.'")).isOne();
    }

    private static String[] with(String[] fields, String one) {
        String[] all = Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = one;
        return all;
    }

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
