package org.convergence.plan.filing;

import java.util.List;
import org.convergence.platform.backup.ChunkedBackupFiles;
import org.convergence.platform.backup.ChunkedBackupFiles.ChunkTableColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares how a backup holds filings: their text is in the facts; the other files are generated from them. */
@Configuration(proxyBeanMethods = false)
class FilingBackupConfiguration {

    @Bean
    static ChunkedBackupFiles backedUpFilings() {
        return filings("plan.filing_file", "filing");
    }

    /** In backups made before filings stood by themselves. */
    @Bean
    static ChunkedBackupFiles backedUpReportFilings() {
        return filings("plan.report_file", "report");
    }

    private static ChunkedBackupFiles filings(String table, String key) {
        return new ChunkedBackupFiles(
                new ChunkTableColumns(table, List.of(key, "kind"), "length"),
                new ChunkTableColumns(table + "_chunk", List.of(key, "kind"), "content"),
                row -> "FACTS".equals(row.get("kind")) ? "text/plain" : ChunkedBackupFiles.PICTURE,
                chunk -> "FACTS".equals(chunk.get("kind")));
    }
}
