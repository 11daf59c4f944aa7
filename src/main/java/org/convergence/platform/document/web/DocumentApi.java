package org.convergence.platform.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentPermissions;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Documents in the API. */
@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "documents")
record DocumentApi(DocumentService documents) {

    @PostMapping
    @Requires(DocumentPermissions.STORE)
    @Operation(
            summary = "Upload a file",
            description = "It is deleted after a day unless it is attached to something. A photograph is"
                    + " stored without the metadata of its camera. Sent again under the same"
                    + " Idempotency-Key, it is stored once.")
    @ApiResponse(
            responseCode = "201",
            description = "The document, at the address in Location",
            content = @Content(schema = @Schema(implementation = DocumentResource.class)))
    ResponseEntity<String> store(@RequestParam MultipartFile file, IdempotentCreation post) {
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            String body = prepared.name() + "\n" + prepared.fingerprint();
            return post.answer(body, () -> store(prepared));
        }
    }

    private IdempotentResponse store(PreparedDocument prepared) {
        DocumentId id = documents.store(prepared);
        String told = Json.of(DocumentResource.of(documents.findById(id))).toString();
        return new IdempotentResponse(201, "/api/v1/documents/" + id.value(), told);
    }

    @GetMapping("/{id}")
    @Requires(DocumentPermissions.READ)
    @Operation(summary = "The metadata of a document")
    DocumentResource one(@PathVariable UUID id) {
        return DocumentResource.of(documents.findById(new DocumentId(id)));
    }

    @GetMapping("/{id}/content")
    @Requires(DocumentPermissions.READ)
    @Operation(summary = "The content of a document")
    @ApiResponse(
            responseCode = "200",
            description = "The content, with the type found from it",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    void content(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        DocumentId document = new DocumentId(id);
        DocumentSender.send(documents.findById(document), documents.content(document), response);
    }

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

            @Schema(description = "Length of the stored file")
            long bytes,

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
}
