package org.convergence.platform.document.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentService;
import org.jspecify.annotations.Nullable;

/**
 * A document in the API.
 *
 * @param type media type, detected from the content
 * @param bytes length of the stored content
 * @param sha256 of the stored content, in hexadecimal
 * @param width pixels of a picture, {@code null} for other files
 * @param owner the record it belongs to, {@code null} until one claims it
 * @param keptUntil when it is deleted if nothing claims it, {@code null} once claimed
 */
@Schema(name = "Document")
public record DocumentResource(
        UUID id,
        String name,

        @Schema(description = "Media type, found from the content")
        String type,

        @Schema(description = "Length of the stored file") long bytes,

        @Schema(description = "Of the stored file, in hexadecimal")
        String sha256,

        @Schema(description = "Pixels of a picture; null otherwise") @Nullable
        Integer width,

        @Schema(description = "Pixels of a picture; null otherwise") @Nullable
        Integer height,

        @Schema(description = "What it is attached to; null until it is") @Nullable
        String owner,

        Instant uploadedAt,

        @Schema(description = "When it is deleted unless attached; null once it is") @Nullable
        Instant keptUntil) {

    static DocumentResource of(Document document) {
        Document.ImageSize size = document.size();
        DocumentOwner owner = document.owner();
        return new DocumentResource(
                document.id().value(),
                document.name(),
                document.type().mediaType(),
                document.bytes(),
                document.sha256(),
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                owner == null ? null : owner.toString(),
                document.uploadedAt(),
                owner == null ? document.uploadedAt().plus(DocumentService.UNCLAIMED) : null);
    }
}
