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
 * Where a module keeps the documents of what it owns. Whoever calls it has checked that the actor may; and contributes a
 * {@link DocumentGuard}, without which nobody reads them.
 */
@Component
public class DocumentKeeping {

    private final DocumentStore store;
    private final Clock clock;

    DocumentKeeping(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Keeps a file for its owner. */
    @Transactional
    public DocumentId keep(PreparedDocument prepared, DocumentOwner owner) {
        return store.insert(prepared, owner, CurrentActor.get().id(), clock.instant());
    }

    /**
     * Makes a document that the current actor brought in earlier this owner's.
     *
     * @throws NotFound where she brought in no such document, or it is someone's already
     */
    @Transactional
    public void claim(DocumentId id, DocumentOwner owner) {
        if (!store.claim(id, owner, CurrentActor.get().id())) {
            throw new NotFound("document");
        }
    }

    /**
     * Lets one go that belongs to this owner: it is nobody's again, and whoever brought it in may claim it for another.
     *
     * @throws NotFound where this owner has no such document
     */
    @Transactional
    public void release(DocumentId id, DocumentOwner owner) {
        if (!store.release(id, owner)) {
            throw new NotFound("document");
        }
    }

    /** Throws one away: nobody reads it any more, and it is deleted a day later ({@link Documents#LAG}). */
    @Transactional
    public void discard(DocumentId id, DocumentOwner owner) {
        store.discard(id, owner, clock.instant());
    }

    /**
     * Brings one back that was thrown away.
     *
     * @throws NotFound where it is deleted already
     */
    @Transactional
    public void restore(DocumentId id, DocumentOwner owner) {
        if (!store.restore(id, owner)) {
            throw new NotFound("document");
        }
    }

    /** The bytes of one that belongs to this owner, for whom the owner is shown; empty where it was thrown away. */
    @Transactional(readOnly = true)
    public Optional<DocumentContent> content(DocumentId id, DocumentOwner owner) {
        return store.find(id)
                .filter(document -> owner.equals(document.owner()) && document.discardedAt() == null)
                .flatMap(document -> store.content(id, DocumentStore.Rendition.CONTENT));
    }

    /** What is known of them, thrown away or not; those that are deleted are left out. */
    @Transactional(readOnly = true)
    public Map<DocumentId, Document> of(Collection<DocumentId> ids) {
        return store.findAll(ids);
    }
}
