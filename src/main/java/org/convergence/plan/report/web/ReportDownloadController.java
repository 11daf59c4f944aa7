package org.convergence.plan.report.web;

import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.FiledFile;
import org.convergence.plan.report.domain.FiledReportQueries;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A report as a file: current, or as filed. */
@Controller
@Requires(ReportPermissions.READ)
class ReportDownloadController {

    private final ReportFrameAssembler frames;
    private final ReportQueries reports;
    private final FiledReportQueries filed;

    ReportDownloadController(ReportFrameAssembler frames, ReportQueries reports, FiledReportQueries filed) {
        this.frames = frames;
        this.reports = reports;
        this.filed = filed;
    }

    @GetMapping("/plan/report/{report}/download.{extension}")
    ResponseEntity<byte[]> download(@PathVariable UUID report, @PathVariable String extension) {
        ShownReport shown = frames.find(report);
        if (shown.filed() != null) {
            return ReportDownloads.of(shown.listed().title(), filed.file(new ReportId(report), kind(extension)));
        }
        PaperFormat rendering = Stream.of(PaperFormat.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new NotFound("file"));
        byte[] bytes = reports.render(shown.contents(), shown.contents().head().language(), rendering);
        return ReportDownloads.of(shown.listed().title(), rendering, bytes);
    }

    static FiledFile.FiledFileKind kind(String extension) {
        return Stream.of(FiledFile.FiledFileKind.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new NotFound("file"));
    }
}
