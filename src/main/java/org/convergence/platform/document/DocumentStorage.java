package org.convergence.platform.document;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the documents of a module's records. Callers check that the actor may do so, and contribute a {@link
 * DocumentGuard}, without which the documents cannot be read.
 */
@Component
public class DocumentStorage {

    private final DocumentRepository store;
    private final Clock clock;

    DocumentStorage(DocumentRepository store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Stores a file for its owner. */
    @Transactional
    public DocumentId store(PreparedDocument prepared, DocumentOwner owner) {
        return store.insert(prepared, owner, CurrentActor.get().id(), clock.instant());
    }

    /**
     * Assigns to this owner a document that the current actor uploaded earlier.
     *
     * @throws NotFound if the actor uploaded no such document, or it has an owner
     */
    @Transactional
    public void claim(DocumentId id, DocumentOwner owner) {
        if (!store.claim(id, owner, CurrentActor.get().id())) {
            throw new NotFound("document");
        }
    }

    /**
     * Releases a document of this owner: it is unclaimed again, and its uploader may claim it for another owner.
     *
     * @throws NotFound if this owner has no such document
     */
    @Transactional
    public void release(DocumentId id, DocumentOwner owner) {
        if (!store.release(id, owner)) {
            throw new NotFound("document");
        }
    }

    /** Discards a document: it can no longer be read, and is deleted a day later ({@link DocumentService#LAG}). */
    @Transactional
    public void discard(DocumentId id, DocumentOwner owner) {
        store.discard(id, owner, clock.instant());
    }

    /**
     * Restores a discarded document.
     *
     * @throws NotFound if it is deleted already
     */
    @Transactional
    public void restore(DocumentId id, DocumentOwner owner) {
        if (!store.restore(id, owner)) {
            throw new NotFound("document");
        }
    }

    /** The bytes of a document of this owner, for callers that show the owner; empty if it was discarded. */
    @Transactional(readOnly = true)
    public Optional<DocumentContent> content(DocumentId id, DocumentOwner owner) {
        return store.find(id)
                .filter(document -> owner.equals(document.owner()) && document.discardedAt() == null)
                .flatMap(document -> store.content(id, DocumentRepository.ImageRendition.CONTENT));
    }

    /** Metadata of the documents, discarded or not; deleted ones are left out. */
    @Transactional(readOnly = true)
    public Map<DocumentId, Document> findAll(Collection<DocumentId> ids) {
        return store.findAll(ids);
    }
}
