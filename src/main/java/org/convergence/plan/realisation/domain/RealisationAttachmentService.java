package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationPhotographs;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attaches, describes, publishes and removes the files of a realisation: photographs, attendance sheets and papers.
 * Requires the right to correct the realisation. The plan owns the files even if another module recorded it.
 */
@Service
@Transactional
@Requires(RealisationPermissions.RECORD)
public class RealisationAttachmentService implements RealisationPhotographs {

    private final AttachmentRepository attachments;
    private final RealisationRepository realisations;
    private final DocumentStorage documents;
    private final AuditTrail audit;

    RealisationAttachmentService(
            AttachmentRepository attachments,
            RealisationRepository realisations,
            DocumentStorage documents,
            AuditTrail audit) {
        this.attachments = attachments;
        this.realisations = realisations;
        this.documents = documents;
        this.audit = audit;
    }

    /**
     * A file of a realisation.
     *
     * @param readable whether the current actor may open it
     */
    public record AttachedFile(
            Document document,
            RealisationId realisation,
            int version,
            AttachmentKind kind,
            String caption,
            String alternative,
            boolean publishable,
            boolean readable) {}

    /** The files of a realisation, in the order of arrival. */
    @Transactional(readOnly = true)
    @Requires(RealisationPermissions.READ)
    public List<AttachedFile> findByRealisation(RealisationId id) {
        Realisation it = load(id);
        List<Attachment> all = attachments.findByRealisationOrderByDocument(id.value());
        Map<DocumentId, Document> known =
                documents.findAll(all.stream().map(Attachment::id).toList());
        return all.stream()
                .map(each -> attached(each, known.get(each.id()), it))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One file, for its form. */
    @Transactional(readOnly = true)
    @Requires(RealisationPermissions.READ)
    public AttachedFile findById(DocumentId id) {
        Attachment attachment = attachment(id);
        Realisation it = load(new RealisationId(attachment.realisation()));
        return attached(attachment, documents.findAll(List.of(id)).get(id), it)
                .orElseThrow(() -> new NotFound("document"));
    }

    /**
     * Attaches a new file.
     *
     * @throws Refused if a photograph is not a picture, or if the kind is never published but should be
     */
    public DocumentId attach(RealisationId id, PreparedDocument file, AttachmentMetadata said) {
        requireOpen(id);
        AttachmentPolicy.requirePossible(
                said.kind(), file.type().isPicture(), attachments.countByRealisation(id.value()));
        AttachmentPolicy.requirePublishable(said.kind(), said.publishable());
        DocumentId document = documents.store(file, Attachment.owner(id));
        attachments.save(Attachment.of(document, id, said));
        return document;
    }

    @Override
    public void attach(RealisationId realisation, PreparedDocument photograph) {
        attach(realisation, photograph, AttachmentMetadata.internal(AttachmentKind.PHOTOGRAPH));
    }

    /**
     * Attaches a file that the current actor uploaded before.
     *
     * @throws NotFound if the actor uploaded no such file, or it already belongs to something
     */
    public void attach(RealisationId id, DocumentId document, AttachmentMetadata said) {
        requireOpen(id);
        requirePossible(
                said, documents.findAll(List.of(document)).get(document), attachments.countByRealisation(id.value()));
        documents.claim(document, Attachment.owner(id));
        attachments.save(Attachment.of(document, id, said));
    }

    /**
     * Changes kind, caption, text alternative and permission to publish.
     *
     * @param version the version that the form was opened on
     * @throws EditConflict if it was changed meanwhile
     * @throws Refused if a photograph is not a picture, or if the kind is never published but should be
     */
    public void correct(DocumentId id, int version, AttachmentMetadata said) {
        Attachment before = loadChangeable(id);
        if (before.version() != version) {
            throw new EditConflict(Attachment.TABLE, before.document(), version);
        }
        requirePossible(said, documents.findAll(List.of(id)).get(id), 0);
        Attachment now = before.withMetadata(said);
        if (!now.equals(before)) {
            save(now);
        }
    }

    /** Its columns at a version; empty if the audit does not reach back to it. */
    @Transactional(readOnly = true)
    @Requires(RealisationPermissions.READ)
    public Json columnsAt(DocumentId id, int version) {
        return audit.findRowAtVersion(Attachment.TABLE, id.value(), version).orElseGet(Json::empty);
    }

    /**
     * Sets whether the people shown permit publication.
     *
     * @throws Refused for all but photographs
     */
    public void permit(DocumentId id, boolean publishable) {
        Attachment before = loadChangeable(id);
        AttachmentPolicy.requirePublishable(before.kind(), publishable);
        if (before.publishable() != publishable) {
            save(before.withPermission(publishable));
        }
    }

    /** Removes an attachment; it can be restored for a day. */
    public void remove(DocumentId id) {
        Attachment it = loadChangeable(id);
        documents.discard(id, it.owner());
    }

    /**
     * Restores a removed file.
     *
     * @throws NotFound once it is deleted
     */
    public void restore(DocumentId id) {
        Attachment it = loadChangeable(id);
        documents.restore(id, it.owner());
    }

    private void requireOpen(RealisationId id) {
        if (requireMine(load(id)).state() == RealisationState.WITHDRAWN) {
            throw new Refused("realisation.withdrawn-first");
        }
    }

    private static void requirePossible(AttachmentMetadata said, @Nullable Document document, int already) {
        boolean picture = document != null && document.type().isPicture();
        AttachmentPolicy.requirePossible(said.kind(), picture, already);
        AttachmentPolicy.requirePublishable(said.kind(), said.publishable());
    }

    private static Optional<AttachedFile> attached(Attachment it, @Nullable Document document, Realisation of) {
        if (document == null || document.discardedAt() != null) {
            return Optional.empty();
        }
        return Optional.of(new AttachedFile(
                document,
                new RealisationId(it.realisation()),
                it.version(),
                it.kind(),
                it.caption(),
                it.alternative(),
                it.publishable(),
                AttachmentPolicy.mayRead(
                        CurrentActor.get(), it.kind(), of.origin().recordedBy())));
    }

    private Attachment loadChangeable(DocumentId id) {
        Attachment it = attachment(id);
        requireMine(load(new RealisationId(it.realisation())));
        return it;
    }

    private static Realisation requireMine(Realisation it) {
        if (!RealisationRecordingPolicy.mayCorrect(
                CurrentActor.get(), it.origin().recordedBy())) {
            throw new AccessDeniedException("Recorded by someone else");
        }
        return it;
    }

    private Attachment attachment(DocumentId id) {
        return attachments.findById(id.value()).orElseThrow(() -> new NotFound("document"));
    }

    private Realisation load(RealisationId id) {
        return realisations.findById(id.value()).orElseThrow(() -> new NotFound("realisation"));
    }

    private void save(Attachment it) {
        try {
            attachments.save(it);
        } catch (OptimisticLockingFailureException faster) {
            throw new EditConflict(Attachment.TABLE, it.document(), it.version());
        }
    }
}
