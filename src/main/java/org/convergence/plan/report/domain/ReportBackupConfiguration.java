package org.convergence.plan.report.domain;

import java.util.List;
import org.convergence.platform.backup.ChunkedBackupFiles;
import org.convergence.platform.backup.ChunkedBackupFiles.ChunkTableColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares how a backup holds filed reports: their text is in the facts; the other files are generated from them. */
@Configuration(proxyBeanMethods = false)
class ReportBackupConfiguration {

    @Bean
    static ChunkedBackupFiles backedUpReports() {
        return new ChunkedBackupFiles(
                new ChunkTableColumns("plan.report_file", List.of("report", "kind"), "length"),
                new ChunkTableColumns("plan.report_file_chunk", List.of("report", "kind"), "content"),
                row -> "FACTS".equals(row.get("kind")) ? "text/plain" : ChunkedBackupFiles.PICTURE,
                chunk -> "FACTS".equals(chunk.get("kind")));
    }
}
