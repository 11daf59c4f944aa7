package org.convergence.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentRepository.ImageRendition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uploads and downloads. The guard of a document's owner decides on reading it; an unclaimed document can only be read
 * by its uploader. To other actors it does not exist.
 */
@Service
@Requires(DocumentPermissions.READ)
public class DocumentService {

    /** How long a discarded document can be restored. */
    public static final Duration LAG = Duration.ofHours(24);

    /** How long a document may stay unclaimed. */
    public static final Duration UNCLAIMED = Duration.ofDays(30);

    private final UploadInspector reception;
    private final DocumentRepository store;
    private final Map<String, DocumentGuard> guards;
    private final Clock clock;

    DocumentService(UploadInspector reception, DocumentRepository store, List<DocumentGuard> guards, Clock clock) {
        this.reception = reception;
        this.store = store;
        this.guards = guards.stream().collect(Collectors.toUnmodifiableMap(DocumentGuard::kind, Function.identity()));
        this.clock = clock;
    }

    /**
     * Checks a file and makes it fit for storage; to be closed by the caller.
     *
     * @throws org.convergence.platform.database.Refused if it is empty, too large, of a type not accepted, damaged, or
     *     unpacks to an excessive size
     */
    @Requires(DocumentPermissions.STORE)
    public PreparedDocument prepare(Upload upload) {
        return reception.prepare(upload);
    }

    /**
     * As {@link #prepare(Upload)}, with pictures no larger than they are shown.
     *
     * @param side the longest side of a picture at most, in pixels
     */
    @Requires(DocumentPermissions.STORE)
    public PreparedDocument prepare(Upload upload, int side) {
        return reception.prepare(upload, side);
    }

    /**
     * A picture made small, as JPEG on white, for a module that keeps it itself.
     *
     * @throws org.convergence.platform.database.Refused as for {@link #prepare}, or if it is no picture
     */
    @Open("reads and stores nothing")
    public byte[] shrink(Upload upload) {
        try (PreparedDocument prepared = reception.prepare(upload)) {
            TemporaryFile small = prepared.thumbnail();
            if (small == null) {
                throw new FileRefused(FileRefused.FileRefusalReason.NOT_A_PICTURE, prepared.name());
            }
            return Files.readAllBytes(small.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores a file that has no owner yet. */
    @Requires(DocumentPermissions.STORE)
    @Transactional
    public DocumentId store(PreparedDocument prepared) {
        return store.insert(prepared, null, CurrentActor.get().id(), clock.instant());
    }

    /** The largest file accepted, in bytes, for upload forms. */
    public long maxBytes() {
        return reception.settings().largest().toBytes();
    }

    /**
     * A document's metadata.
     *
     * @throws NotFound if there is none that the current actor may read
     */
    public Document findById(DocumentId id) {
        return store.find(id).filter(this::mayRead).orElseThrow(() -> new NotFound("document"));
    }

    /** The bytes of a document. */
    public DocumentContent content(DocumentId id) {
        return content(id, ImageRendition.CONTENT);
    }

    /** The bytes of its thumbnail, a JPEG. */
    public DocumentContent thumbnail(DocumentId id) {
        return content(id, ImageRendition.THUMBNAIL);
    }

    private DocumentContent content(DocumentId id, ImageRendition rendition) {
        return store.content(findById(id).id(), rendition).orElseThrow(() -> new NotFound("document"));
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
