package org.convergence.plan.report.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.report.ReportId;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.redaction.RedactableFiles;
import org.convergence.platform.rendering.PaperFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes the name of a forgotten or sealed person from filed reports: facts and files are rewritten, figures never
 * change, and the original hash of each file is kept (R-REPORT-4).
 */
@Component
class FiledReportTextMentions implements FreeTextMentions, RedactableFiles {

    private final FiledFileRepository files;
    private final ReportRenderer papers;
    private final JdbcClient db;

    FiledReportTextMentions(FiledFileRepository files, ReportRenderer papers, JdbcClient db) {
        this.files = files;
        this.papers = papers;
        this.db = db;
    }

    @Override
    public void rename(PersonId person, String standIn) {
        List<String> names = db.sql("SELECT directory.people_names(?, false)")
                .param(person.value())
                .query(String.class)
                .list();
        if (names.isEmpty()) {
            return;
        }
        inAll(
                text -> db.sql("SELECT platform.instead(:text, :names, :stand)")
                        .param("text", text)
                        .param("names", names.toArray(String[]::new))
                        .param("stand", standIn)
                        .query(String.class)
                        .single(),
                standIn);
    }

    /** In any spelling, even if the person had no record when it was filed. */
    @Override
    @Transactional
    public int redact(NameSpellings names, String standIn) {
        return inAll(text -> names.replace(text, standIn), standIn);
    }

    @Override
    public String place() {
        return "plan.report_filing/facts";
    }

    @Override
    public List<UUID> findIds() {
        return db.sql("SELECT report FROM plan.report_filing ORDER BY report")
                .query(UUID.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> findText(UUID id) {
        return files.find(new ReportId(id), FiledFile.FiledFileKind.FACTS)
                .map(facts -> new String(facts.bytes(), StandardCharsets.UTF_8));
    }

    @Override
    @Transactional
    public boolean replaceIn(UUID id, UnaryOperator<String> replaced, String standIn) {
        ReportId report = new ReportId(id);
        return files.find(report, FiledFile.FiledFileKind.FACTS)
                .filter(facts -> rename(report, facts, replaced, standIn))
                .isPresent();
    }

    private int inAll(UnaryOperator<String> instead, String standIn) {
        int changed = 0;
        for (UUID each : findIds()) {
            ReportId report = new ReportId(each);
            Optional<FiledFile> facts = files.find(report, FiledFile.FiledFileKind.FACTS);
            if (facts.isPresent() && rename(report, facts.get(), instead, standIn)) {
                changed++;
            }
        }
        return changed;
    }

    private boolean rename(ReportId report, FiledFile facts, UnaryOperator<String> instead, String standIn) {
        String text = new String(facts.bytes(), StandardCharsets.UTF_8);
        String said = instead.apply(text);
        if (said.equals(text)) {
            return false;
        }
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        ReportContents contents = Snapshot.read(bytes).contents();
        files.rename(report, FiledFile.FiledFileKind.FACTS, bytes, standIn);
        files.rename(report, FiledFile.FiledFileKind.PDF, bytes(contents, PaperFormat.PDF), standIn);
        files.rename(report, FiledFile.FiledFileKind.WORD, bytes(contents, PaperFormat.WORD), standIn);
        return true;
    }

    private byte[] bytes(ReportContents contents, PaperFormat rendering) {
        var out = new ByteArrayOutputStream();
        papers.write(contents, contents.head().language(), rendering, out);
        return out.toByteArray();
    }
}
