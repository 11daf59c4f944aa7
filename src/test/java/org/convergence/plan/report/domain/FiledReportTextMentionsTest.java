package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.report.ReportFixture.as;
import static org.convergence.plan.report.ReportFixture.run;

import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.filing.FiledFile;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In a filed report, the name of a sealed person is replaced by the code name, in its facts and its files; no figure
 * changes.
 */
@ModuleTest
class FiledReportTextMentionsTest extends ReportFilingServiceFixture {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private DocumentRedaction files;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void replacesTheNameInFactsAndFilesAndKeepsTheOriginalHash() throws Exception {
        PreparedReport made = aReport();
        run(() -> reports.write(made.report(), SectionRef.FOREWORD, "Merci à Solange Thériault, et à Solange."));
        run(() -> reports.file(made.report()));
        FiledFile facts = as(() -> filed.file(made.report(), FiledFileKind.FACTS));
        Snapshot before = Json.parse(text(made.report(), FiledFileKind.FACTS)).as(Snapshot.class);
        season.person("Solange", "Thériault");
        PersonId solange = new PersonId(db.sql("SELECT id FROM directory.people_person WHERE family_name = 'Thériault'")
                .query(java.util.UUID.class)
                .single());

        transaction.executeWithoutResult(status -> references.forEach(each -> each.rename(solange, "Colibri")));

        assertThat(text(made.report(), FiledFileKind.FACTS))
                .contains("Merci à Colibri, et à Solange.")
                .doesNotContain("Thériault");
        Snapshot after = Json.parse(text(made.report(), FiledFileKind.FACTS)).as(Snapshot.class);
        assertThat(after.figures()).isEqualTo(before.figures());
        try (PDDocument document = Loader.loadPDF(
                as(() -> filed.file(made.report(), FiledFileKind.PDF)).bytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Colibri")
                    .doesNotContain("Thériault");
        }
        assertThat(db.sql(
                                "SELECT encode(was_sha256, 'hex') FROM plan.filing_renaming WHERE filing = ? AND kind = 'FACTS'")
                        .param(made.report().value())
                        .query(String.class)
                        .list())
                .containsExactly(facts.sha256());
    }

    /**
     * The person was added under a code name after the report was filed, and the report spells the name differently.
     */
    @Test
    void findsOtherSpellingsOfTheName() throws Exception {
        PreparedReport made = aReport();
        run(() -> reports.write(
                made.report(), SectionRef.FOREWORD, "Merci à **Solange** THERIAULT, et à Solange%20Th%C3%A9riault."));
        run(() -> reports.file(made.report()));

        NameSpellings names = NameSpellings.of(List.of("Solange Thériault", "Thériault Solange"));
        files.redact(names, "Colibri", Set.of(), text -> {});

        assertThat(text(made.report(), FiledFileKind.FACTS))
                .contains("Merci à **Colibri**, et à Colibri.")
                .doesNotContain("THERIAULT");
        try (PDDocument document = Loader.loadPDF(
                as(() -> filed.file(made.report(), FiledFileKind.PDF)).bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Colibri");
        }
    }
}
