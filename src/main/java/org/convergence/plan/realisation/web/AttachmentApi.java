package org.convergence.plan.realisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.AttachmentMetadata;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of realisations in the API. */
@RestController
@RequestMapping(path = "/api/v1/realisations/{id}/documents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "realisations")
record AttachmentApi(RealisationAttachmentService attachments, DocumentService documents) {

    /**
     * A file of a realisation.
     *
     * @param kind PHOTOGRAPH, ATTENDANCE or PAPER
     * @param publish whether the people shown permit publication
     * @param address of its bytes; {@code null} if the token may not read it
     */
    @Schema(name = "RealisationDocument")
    record AttachmentResource(
            UUID id,
            String name,

            @Schema(description = "Media type, found from the content")
            String type,

            @Schema(description = "Length of the stored file")
            long bytes,

            @Schema(description = "Of the stored file, in hexadecimal")
            String sha256,

            AttachmentKind kind,
            String caption,

            @Schema(description = "Text alternative of a picture")
            String alternative,

            @Schema(description = "Whether the people shown permit publication")
            boolean publish,

            @Schema(description = "Address of its content; null if the token may not read it") @Nullable
            String address) {

        static AttachmentResource of(RealisationAttachmentService.AttachedFile it) {
            UUID id = it.document().id().value();
            return new AttachmentResource(
                    id,
                    it.document().name(),
                    it.document().type().mediaType(),
                    it.document().bytes(),
                    it.document().sha256(),
                    it.kind(),
                    it.caption(),
                    it.alternative(),
                    it.publishable(),
                    it.readable() ? "/api/v1/documents/" + id + "/content" : null);
        }
    }

    @GetMapping
    @Requires(RealisationPermissions.READ)
    @Operation(summary = "The files of a realisation, in the order of attachment")
    List<AttachmentResource> list(@PathVariable UUID id) {
        return attachments.findByRealisation(new RealisationId(id)).stream()
                .map(AttachmentResource::of)
                .toList();
    }

    @PostMapping
    @Requires(RealisationPermissions.RECORD)
    @Operation(
            summary = "Attach a file to a realisation",
            description = "Either the file itself, or a document uploaded before. Unless publish is true, it"
                    + " is for internal use. Sent again under the same Idempotency-Key, it is attached once.")
    @Parameter(name = "document", description = "Id of a document uploaded by the same account, instead of a file")
    @Parameter(name = "kind", description = "PHOTOGRAPH, ATTENDANCE or PAPER; else a picture is a photograph")
    @Parameter(name = "caption", description = "At most 500 characters")
    @Parameter(name = "alternative", description = "Text alternative of a picture; at most 500 characters")
    @Parameter(name = "publish", description = "true if the people shown permit publication; photographs only")
    @ApiResponse(
            responseCode = "201",
            description = "The stored file, at the address in Location",
            content = @Content(schema = @Schema(implementation = AttachmentResource.class)))
    ResponseEntity<String> attach(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Form form,
            IdempotentCreation post) {
        RealisationId realisation = new RealisationId(id);
        UUID known = form.read(answers -> known(answers, form, file));
        if (known != null || file == null) {
            boolean picture = known != null
                    && documents.findById(new DocumentId(known)).type().isPicture();
            AttachmentMetadata said = form.read(answers -> said(answers, picture));
            String body = realisation + "\n" + known + "\n" + said;
            return post.answer(body, () -> {
                DocumentId document = new DocumentId(known == null ? new UUID(0, 0) : known);
                attachments.attach(realisation, document, said);
                return told(document);
            });
        }
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            AttachmentMetadata said =
                    form.read(answers -> said(answers, prepared.type().isPicture()));
            String body = realisation + "\n" + prepared.name() + "\n" + prepared.fingerprint() + "\n" + said;
            return post.answer(body, () -> told(attachments.attach(realisation, prepared, said)));
        }
    }

    private static @Nullable UUID known(FormValues answers, Form form, @Nullable MultipartFile file) {
        UUID known = answers.optionalId("document");
        if (known == null && file == null) {
            form.reject("file", "realisation.attachment.missing");
        }
        return known;
    }

    private static AttachmentMetadata said(FormValues answers, boolean picture) {
        AttachmentKind kind = answers.optionalChoice("kind", AttachmentKind.class);
        String caption = answers.optionalText("caption", AttachmentMetadata.LONGEST);
        String alternative = answers.optionalText("alternative", AttachmentMetadata.LONGEST);
        return new AttachmentMetadata(
                kind != null ? kind : picture ? AttachmentKind.PHOTOGRAPH : AttachmentKind.PAPER,
                caption == null ? "" : caption,
                alternative == null ? "" : alternative,
                answers.trueOrFalse("publish"));
    }

    private IdempotentResponse told(DocumentId document) {
        AttachmentResource told = AttachmentResource.of(attachments.findById(document));
        return IdempotentResponse.created("/api/v1/documents/" + document.value(), told);
    }
}
