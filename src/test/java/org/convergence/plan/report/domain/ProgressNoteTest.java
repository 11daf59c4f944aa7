package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.plan.report.ReportFixture.as;
import static org.convergence.plan.report.ReportFixture.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.filing.FactDifference.DifferenceKind;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/**
 * The board's progress note, from its period to the papers of a meeting. Its files are written to {@code
 * target/papers}.
 */
@ModuleTest
class ProgressNoteTest extends NoteFixture {

    private String pdf(ReportId note) throws IOException {
        byte[] bytes = as(() -> filed.file(note, FiledFileKind.PDF)).bytes();
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", "note.pdf"), bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getNumberOfPages()).isBetween(1, 2);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void aNoteHasItsOwnOptionalSections() {
        PreparedNote made = aNote();
        ReportDraft draft = as(() -> reading.findDraft(made.note()));
        assertThat(draft.contents().parts().stream().map(ReportContents.ReportPart::ref))
                .containsExactly(
                        SectionRef.ESSENTIAL,
                        SectionRef.DECISIONS,
                        SectionRef.of(made.lines().objective()),
                        SectionRef.of(made.lines().workshops()),
                        SectionRef.of(made.lines().tools()));
        assertThat(draft.blockingLacks()).isEmpty();
        assertThat(draft.lacks().stream().map(Lack::kind)).containsExactly(Lack.LackKind.LATE);
    }

    @Test
    void aRealisationCountsByItsLastDayWithinThePeriod() {
        PreparedNote made = aNote();
        assertThat(as(() -> reading.findDraft(made.note())).contents().facts().stream()
                        .map(ReportFact::title))
                .containsExactly("Atelier au cégep", "Atelier du dernier jour");
    }

    @Test
    void onlyFirmActionsAreLateWithDateAndReason() {
        PreparedNote made = aNote();
        assertThat(standing(made, ActionState.LATE)).singleElement().satisfies(late -> {
            assertThat(late.label()).isEqualTo("Offrir des ateliers.");
            assertThat(late.since()).isEqualTo(today.minusDays(10));
            assertThat(late.reason()).isEmpty();
        });
        run(() -> reports.explain(made.note(), made.lines().offer(), "La salle a fermé."));
        assertThat(standing(made, ActionState.LATE))
                .singleElement()
                .satisfies(late -> assertThat(late.reason()).isEqualTo("La salle a fermé."));
        assertThat(standing(made, ActionState.POSTPONED))
                .singleElement()
                .satisfies(waits -> assertThat(waits.reason()).isEqualTo("Personne pour dessiner avant le printemps."));
        db.sql("UPDATE plan.actionplan_action SET commitment = 'IF_FUNDED' WHERE id = ?")
                .param(made.lines().offer().value())
                .update();
        assertThat(standing(made, ActionState.LATE)).isEmpty();
    }

    private List<DelayedAction> standing(PreparedNote made, ActionState state) {
        return as(() -> reading.findDraft(made.note())).contents().actionsInState(state);
    }

    @Test
    void aReasonWithANamePreventsTheFiling() {
        PreparedNote made = aNote();
        season.person("Anouk", "Picard-Sioui");
        run(() -> reports.explain(made.note(), made.lines().offer(), "Anouk Picard-Sioui est partie."));
        assertThatThrownBy(() -> run(() -> reports.file(made.note()))).isInstanceOf(Refused.class);
    }

    @Test
    void thePaperHasSummaryDecisionsAndLinesInOrder() throws IOException {
        PreparedNote made = aNote();
        run(() -> {
            reports.write(made.note(), SectionRef.ESSENTIAL, "Un automne tranquille.");
            reports.write(made.note(), SectionRef.DECISIONS, "- Reporter le colloque\n- Autoriser la demande");
            reports.write(made.note(), SectionRef.of(made.lines().workshops()), "Les cégeps reviennent.");
            reports.explain(made.note(), made.lines().offer(), "La salle a fermé.");
            reports.file(made.note());
        });
        assertThat(pdf(made.note()).replace('\u00a0', ' '))
                .contains(
                        "2 réalisations",
                        "Une action est en retard",
                        "une est reportée",
                        "Un automne tranquille.",
                        "1. Reporter le colloque",
                        "2. Autoriser la demande",
                        "Atelier au cégep",
                        "20 participations",
                        "En retard depuis le",
                        "La salle a fermé.",
                        "Reportée",
                        "Personne pour dessiner",
                        "Les cégeps reviennent.",
                        "aucun contrat inscrit ne les couvre")
                .doesNotContain("Atelier d’avant", "Cibles de l’année");
        byte[] word = as(() -> filed.file(made.note(), FiledFileKind.WORD)).bytes();
        assertThat(word).startsWith('P', 'K');
        ReportContents again = as(() -> filed.find(made.note())).orElseThrow().contents();
        assertThat(again.actionsInState(ActionState.LATE)).hasSize(1);
        assertThat(again.head().audience()).isEqualTo(Audience.BOARD);
    }

    @Test
    void laterCorrectionsAreDifferencesAndPartOfANewEdition() throws IOException {
        PreparedNote made = aNote();
        run(() -> reports.file(made.note()));
        assertThat(pdf(made.note())).contains("En retard depuis").doesNotContain("Raison à préciser");
        season.workshop(
                "Atelier retrouvé",
                today.minusDays(3),
                null,
                Set.of(made.lines().create()));
        assertThat(as(() -> filed.differences(filed.find(made.note()).orElseThrow())))
                .singleElement()
                .satisfies(difference -> assertThat(difference.kind()).isEqualTo(DifferenceKind.ADDED));
        ReportId next = as(() -> filing.replace(made.note()));
        assertThat(as(() -> reading.findDraft(next)).contents().facts()).hasSize(3);
        assertThat(as(() -> reading.findById(next)).audience()).isEqualTo(Audience.BOARD);
    }

    @Test
    void namesMeansWithoutContent() {
        PreparedNote made = aNote();
        db.sql("DELETE FROM plan.actionplan_follow_up WHERE action = ?")
                .param(made.lines().comic().value())
                .update();
        ReportContents contents = as(() -> reading.findDraft(made.note())).contents();
        byte[] page = as(() -> reading.render(contents, "fr", PaperFormat.PDF));
        assertThat(text(page)).contains("Rien de fait ni d’écrit pendant la période : 1.4 Outils");
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[\\s\u00a0]+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
