package org.convergence.platform.document;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentStore.Rendition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files in and out. Who may read a document, the guard of its owner says; one that nothing has claimed is read by whom
 * brought it in. To everyone else there is no such document.
 */
@Service
@Requires(DocumentPermissions.READ)
public class Documents {

    /** How long what was thrown away may be brought back. */
    public static final Duration LAG = Duration.ofHours(24);

    /** How long a document waits for an owner. */
    public static final Duration UNCLAIMED = Duration.ofDays(30);

    private final Reception reception;
    private final DocumentStore store;
    private final Map<String, DocumentGuard> guards;
    private final Clock clock;

    Documents(Reception reception, DocumentStore store, List<DocumentGuard> guards, Clock clock) {
        this.reception = reception;
        this.store = store;
        this.guards = guards.stream().collect(Collectors.toUnmodifiableMap(DocumentGuard::kind, Function.identity()));
        this.clock = clock;
    }

    /**
     * Looks at a file and makes it fit to be kept; to be closed by the caller.
     *
     * @throws org.convergence.platform.database.Refused where it is not taken in: empty, too large, of a type that is
     *     not kept, damaged, made to unpack to a mountain
     */
    @Requires(DocumentPermissions.STORE)
    public PreparedDocument prepare(Upload upload) {
        return reception.prepare(upload);
    }

    /** Keeps a file that belongs to nothing yet. */
    @Requires(DocumentPermissions.STORE)
    @Transactional
    public DocumentId keep(PreparedDocument prepared) {
        return store.insert(prepared, null, CurrentActor.get().id(), clock.instant());
    }

    /** How many bytes a file may have, for who chooses one. */
    public long largest() {
        return reception.settings().largest().toBytes();
    }

    /**
     * What is known of a document.
     *
     * @throws NotFound where there is none that the current actor may read
     */
    public Document one(DocumentId id) {
        return store.find(id).filter(this::mayRead).orElseThrow(() -> new NotFound("document"));
    }

    /** Its bytes. */
    public DocumentContent content(DocumentId id) {
        return content(id, Rendition.CONTENT);
    }

    /** Those of its small picture, a JPEG. */
    public DocumentContent thumbnail(DocumentId id) {
        return content(id, Rendition.THUMBNAIL);
    }

    private DocumentContent content(DocumentId id, Rendition rendition) {
        return store.content(one(id).id(), rendition).orElseThrow(() -> new NotFound("document"));
    }

    private boolean mayRead(Document document) {
        if (document.discardedAt() != null) {
            return false;
        }
        DocumentOwner owner = document.owner();
        DocumentGuard guard = owner == null ? null : guards.get(owner.kind());
        if (owner == null || guard == null) {
            Actor actor = CurrentActor.get();
            return actor.isKnown() && actor.id().equals(document.uploadedBy());
        }
        return guard.mayRead(owner, document.id());
    }
}
