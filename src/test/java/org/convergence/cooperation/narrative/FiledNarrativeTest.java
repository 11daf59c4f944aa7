package org.convergence.cooperation.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.junit.jupiter.api.Test;

/** What was filed with a funder stays, and is told once to each funder. */
class FiledNarrativeTest extends NarrativeReportTestBase {

    private String file(String number, String funder, String title) {
        UUID due = fixture.deliverable(project, number, funder);
        String report = fixture.report(project, due, title, "1. Résultats (300 mots)");
        String section = fixture.sections(report).get(0);
        write(section, 1, "1. Résultats", "Une bonne année.", "most=300", "insert=" + fact(section, "RESULT"));
        write(section, 2, "1. Résultats", body(section), "most=300", "insert=" + fact(section, "ACTIVITY"));
        assertThat(act(Role.STAFF, report, "submit")).hasStatus(303);
        assertThat(act(Role.COORDINATOR, report, "approve")).hasStatus(303);
        assertThat(act(Role.COORDINATOR, report, "file")).hasStatus(303);
        return report;
    }

    private String body(String section) {
        return pages.as(Role.COORDINATOR).open(section).select("[name=body]").val();
    }

    private List<byte[]> files(String report) {
        return List.of("report.docx", "report.pdf").stream()
                .map(each -> pages.as(Role.COORDINATOR)
                        .get(report + "/" + each)
                        .getResponse()
                        .getContentAsByteArray())
                .toList();
    }

    @Test
    void filesStayTheSameBytesAfterValuesActivitiesAndNamesChange() throws IOException {
        String report = file("NR-1", "Fondation Rive", "Rapport 2025");
        List<byte[]> filed = files(report);
        assertThat(word(report)).contains("28 déléguées", "Atelier du 2025-05-04", "Fondation Rive", "Entente fictive");
        cooperation.realise(RealisationKind.TRAINING, LocalDate.of(2025, 6, 4), new Participations(9, 0, 0, 0, null));
        db.sql("UPDATE plan.realisation SET title = 'Autre atelier' WHERE title LIKE '%05-04'")
                .update();
        db.sql("UPDATE cooperation.project SET title = 'Autre projet'").update();
        db.sql("UPDATE resources.grant_agreement SET title = 'Autre entente' WHERE number LIKE 'NR-%'")
                .update();
        db.sql("UPDATE cooperation.project_indicator SET wording = 'Autre indicateur'")
                .update();
        db.sql("UPDATE directory.people_organisation SET name = 'Autre nom' WHERE name = 'Fondation Rive'")
                .update();
        String cell = fixture.cell("/cooperation/project/" + project);
        cooperation.post(cell + "/target", "version=1", "target.number=90", "reason=Une école de plus");
        assertThat(cooperation.main(cell)).as("the facts did change").contains("37 déléguées", "90 déléguées");
        List<byte[]> now = files(report);
        assertThat(now.get(0)).as("the Word file").isEqualTo(filed.get(0));
        assertThat(now.get(1)).as("the PDF").isEqualTo(filed.get(1));
        assertThat(cooperation.main(report)).contains("37 déléguées");
    }

    @Test
    void participationsToldToTwoFundersCountOnce() throws IOException {
        String first = file("NR-1", "Fondation Rive", "Rapport 2025");
        String second = file("NR-2", "Caisse Sud", "Autre rapport");
        assertThat(word(first)).contains("28 déléguées");
        assertThat(word(second)).contains("28 déléguées");
        String url = "/cooperation/project/" + project;
        assertThat(cooperation.main(url + "/results")).contains("28 déléguées").doesNotContain("56");
        assertThat(db.sql("SELECT count(*) FROM plan.realisation")
                        .query(Integer.class)
                        .single())
                .isOne();
        UUID third = fixture.deliverable(project, "NR-3", "Fonds Nord");
        String next = fixture.report(project, third, "Troisième", "Activités");
        assertThat(cooperation.main(fixture.sections(next).get(0)))
                .contains("Déjà dans un rapport figé pour")
                .contains("Fondation Rive", "Caisse Sud");
    }
}
