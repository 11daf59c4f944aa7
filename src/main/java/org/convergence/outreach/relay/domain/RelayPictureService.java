package org.convergence.outreach.relay.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.shell.WithheldRecords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the picture of a kit, for its letters and for the page behind a link. */
@Service
@Transactional(readOnly = true)
@Open("a link shows the picture of its kit")
public class RelayPictureService {

    private final RelayRepository repository;
    private final RelayKitRepository kits;
    private final DocumentStorage documents;
    private final WithheldRecords withheld;

    RelayPictureService(
            RelayRepository repository, RelayKitRepository kits, DocumentStorage documents, WithheldRecords withheld) {
        this.withheld = withheld;
        this.repository = repository;
        this.kits = kits;
        this.documents = documents;
    }

    /** A picture to send. */
    public record KitPicture(String name, String mediaType, DocumentContent content) {}

    /**
     * The picture of the kit behind a link.
     *
     * @throws NotFound if the secret opens nothing, or its kit has no picture
     */
    public KitPicture findByLink(String secret) {
        return repository
                .findByLink(secret)
                .filter(relay ->
                        !withheld.isWithheld(repository.findById(relay).kit().value()))
                .flatMap(this::findByRelay)
                .orElseThrow(() -> new NotFound("relay"));
    }

    Optional<KitPicture> findByRelay(UUID relay) {
        RelayKit kit = kits.findById(repository.findById(relay).kit());
        DocumentId picture = kit.picture();
        if (picture == null) {
            return Optional.empty();
        }
        Document file = documents.findAll(List.of(picture)).get(picture);
        DocumentOwner owner = new DocumentOwner(RelayService.DOCUMENTS, kit.id().value());
        return file == null
                ? Optional.empty()
                : documents
                        .content(picture, owner)
                        .map(content -> new KitPicture(file.name(), file.type().mediaType(), content));
    }
}
