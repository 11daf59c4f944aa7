package org.convergence.platform.document;

import java.util.List;
import org.convergence.platform.backup.ChunkedBackupFiles;
import org.convergence.platform.backup.ChunkedBackupFiles.ChunkTableColumns;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of documents, and declares how a backup holds them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

    @Bean
    static ChunkedBackupFiles backedUpDocuments() {
        return new ChunkedBackupFiles(
                new ChunkTableColumns("platform.document", List.of("id"), "bytes"),
                new ChunkTableColumns("platform.document_chunk", List.of("document"), "bytes"),
                row -> row.getOrDefault("media_type", ChunkedBackupFiles.PICTURE),
                chunk -> "CONTENT".equals(chunk.get("rendition")));
    }
}
