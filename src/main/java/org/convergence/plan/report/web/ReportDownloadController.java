package org.convergence.plan.report.web;

import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.FiledFile;
import org.convergence.plan.report.domain.FiledReports;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A report as a file: current, or as filed. */
@Controller
@Requires(ReportPermissions.READ)
class ReportDownloadController {

    private final ReportViews views;
    private final ReportReading reading;
    private final FiledReports filed;

    ReportDownloadController(ReportViews views, ReportReading reading, FiledReports filed) {
        this.views = views;
        this.reading = reading;
        this.filed = filed;
    }

    @GetMapping("/plan/report/{report}/download.{extension}")
    ResponseEntity<byte[]> download(@PathVariable UUID report, @PathVariable String extension) {
        Shown shown = views.of(report);
        if (shown.filed() != null) {
            return Files.of(shown.listed().title(), filed.file(new ReportId(report), kind(extension)));
        }
        Rendering rendering = Stream.of(Rendering.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new NotFound("file"));
        byte[] bytes = reading.file(shown.contents(), shown.contents().head().language(), rendering);
        return Files.of(shown.listed().title(), rendering, bytes);
    }

    static FiledFile.Kind kind(String extension) {
        return Stream.of(FiledFile.Kind.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new NotFound("file"));
    }
}
