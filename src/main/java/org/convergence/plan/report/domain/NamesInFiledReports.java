package org.convergence.plan.report.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OnlyNamed;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.report.ReportId;
import org.convergence.platform.rendering.Rendering;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Filed reports in which somebody is named who is forgotten or sealed since: facts and files are written anew, figures never
 * change, and the hash that each file had is kept beside it (R-REPORT-4).
 */
@Component
class NamesInFiledReports implements OnlyNamed {

    private final FiledFiles files;
    private final ReportPapers papers;
    private final JdbcClient db;

    NamesInFiledReports(FiledFiles files, ReportPapers papers, JdbcClient db) {
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
        db.sql("SELECT report FROM plan.report_filing ORDER BY report")
                .query(UUID.class)
                .list()
                .forEach(each -> rename(new ReportId(each), names, standIn));
    }

    private void rename(ReportId report, List<String> names, String standIn) {
        files.find(report, FiledFile.Kind.FACTS).ifPresent(facts -> {
            String text = new String(facts.bytes(), StandardCharsets.UTF_8);
            String said = db.sql("SELECT platform.instead(:text, :names, :stand)")
                    .param("text", text)
                    .param("names", names.toArray(String[]::new))
                    .param("stand", standIn)
                    .query(String.class)
                    .single();
            if (!said.equals(text)) {
                Contents contents =
                        Snapshot.read(said.getBytes(StandardCharsets.UTF_8)).contents();
                files.rename(report, FiledFile.Kind.FACTS, said.getBytes(StandardCharsets.UTF_8), standIn);
                files.rename(report, FiledFile.Kind.PDF, bytes(contents, Rendering.PDF), standIn);
                files.rename(report, FiledFile.Kind.WORD, bytes(contents, Rendering.WORD), standIn);
            }
        });
    }

    private byte[] bytes(Contents contents, Rendering rendering) {
        var out = new ByteArrayOutputStream();
        papers.write(contents, contents.head().language(), rendering, out);
        return out.toByteArray();
    }
}
