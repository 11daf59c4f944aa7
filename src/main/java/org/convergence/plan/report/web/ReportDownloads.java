package org.convergence.plan.report.web;

import java.nio.charset.StandardCharsets;
import org.convergence.plan.report.domain.FiledFile;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.text.Slug;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Download responses, named after the report's title. */
final class ReportDownloads {

    private ReportDownloads() {}

    static ResponseEntity<byte[]> of(String title, PaperFormat rendering, byte[] bytes) {
        return named(title, rendering.extension())
                .contentType(MediaType.parseMediaType(rendering.mediaType()))
                .body(bytes);
    }

    /** A filed file, with its hash as ETag. */
    static ResponseEntity<byte[]> of(String title, FiledFile file) {
        return named(title, file.kind().extension())
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .eTag(file.sha256())
                .body(file.bytes());
    }

    private static ResponseEntity.BodyBuilder named(String title, String extension) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename(Slug.of(title) + "." + extension, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, name.toString());
    }
}
