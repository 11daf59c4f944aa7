package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.AttachmentMetadata;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.plan.realisation.web.AttachmentPage.UploadFields;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.TextParser;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files uploaded with a form. Each is stored at once, so that a form shown again has not lost them, and attached
 * when the realisation is saved.
 */
@Component
record FormUploads(DocumentService documents, RealisationAttachmentService attachments, RecordingDrafts drafts) {

    private static final String YES = "yes";

    /** Adds existing files to a new form: pictures as photographs, all others as papers. */
    void begin(Form form, List<DocumentId> files) {
        List<String> photographs = new ArrayList<>();
        List<String> papers = new ArrayList<>();
        for (DocumentId id : files) {
            (documents.findById(id).type().isPicture() ? photographs : papers)
                    .add(id.value().toString());
        }
        form.with(before("photographs"), photographs).with(before("papers"), papers);
    }

    /** The model of the upload fields. */
    UploadFields fields(Form form) {
        if (!form.filled("publish")) {
            form.with("publish", "internal");
        }
        List<UploadFields.KeptUpload> kept = new ArrayList<>();
        for (String field : UploadFields.FIELDS) {
            kept(form, field).forEach(document -> kept.add(new UploadFields.KeptUpload(field, document)));
        }
        return new UploadFields(documents.maxBytes(), kept);
    }

    /** A text that is equal for two submissions of the same form. */
    String typedText(Form form, FormValues answers) {
        StringBuilder typed = new StringBuilder(form.value("publish"));
        for (String field : UploadFields.FIELDS) {
            typed.append('\n').append(form.values(before(field)));
            for (MultipartFile file : answers.files(field)) {
                typed.append(' ').append(file.getSize()).append(' ').append(file.getOriginalFilename());
            }
        }
        return typed.toString();
    }

    /** Stores the uploads, and notes errors beside their field. Returns the number of files. */
    int receive(Form form, FormValues answers) {
        int all = 0;
        for (String field : UploadFields.FIELDS) {
            List<String> ids = new ArrayList<>(form.values(before(field)));
            for (MultipartFile file : answers.files(field)) {
                keep(form, field, file).ifPresent(id -> ids.add(id.value().toString()));
            }
            form.with(before(field), ids);
            all += ids.size();
        }
        return all;
    }

    private Optional<DocumentId> keep(Form form, String field, MultipartFile file) {
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            if (field.equals("photographs") && !prepared.type().isPicture()) {
                form.reject(field, "realisation.attachment.not-a-picture");
                return Optional.empty();
            }
            return Optional.of(documents.store(prepared));
        } catch (Refused refused) {
            form.reject(field, refused.messageKey(), refused.arguments());
            return Optional.empty();
        }
    }

    /** Attaches all uploads, after the form's draft has released its own; returns their number. */
    int attach(RealisationId realisation, Form form) {
        drafts.recorded(form, realisation);
        int attached = 0;
        for (String field : UploadFields.FIELDS) {
            for (Document document : kept(form, field)) {
                attachments.attach(realisation, document.id(), readMetadata(field, form));
                attached++;
            }
        }
        return attached;
    }

    /** Only an explicit yes permits publication. */
    private static AttachmentMetadata readMetadata(String field, Form form) {
        AttachmentKind kind =
                switch (field) {
                    case "photographs" -> AttachmentKind.PHOTOGRAPH;
                    case "sheets" -> AttachmentKind.ATTENDANCE;
                    default -> AttachmentKind.PAPER;
                };
        boolean publishable =
                kind == AttachmentKind.PHOTOGRAPH && form.value("publish").equals(YES);
        return new AttachmentMetadata(kind, "", "", publishable);
    }

    /**
     * Files of the actor that belong to nothing yet, or to the draft; the others were deleted or attached meanwhile.
     */
    private List<Document> kept(Form form, String field) {
        return form.values(before(field)).stream()
                .map(id -> kept(id, form))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Document> kept(String id, Form form) {
        try {
            return TextParser.id(id)
                    .map(known -> documents.findById(new DocumentId(known)))
                    .filter(document -> document.owner() == null || drafts.isOwnedByDraft(form, document.owner()));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    private static String before(String field) {
        return "kept-" + field;
    }
}
