package org.convergence.outreach.relay.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.RelayKitFacts;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.TextSource.SourcePicture;
import org.convergence.platform.shell.WithheldRecords;
import org.jspecify.annotations.Nullable;
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
    private final SourceTexts texts;
    private final WithheldRecords withheld;

    RelayPictureService(
            RelayRepository repository,
            RelayKitRepository kits,
            DocumentStorage documents,
            SourceTexts texts,
            WithheldRecords withheld) {
        this.texts = texts;
        this.withheld = withheld;
        this.repository = repository;
        this.kits = kits;
        this.documents = documents;
    }

    /**
     * The picture that a kit shows.
     *
     * @param source as it was taken over with the text; {@code null} if it is the kit's own
     */
    public record RelayPicture(
            DocumentId document,
            DocumentOwner owner,
            @Nullable SourcePicture source) {}

    /** The picture of a kit; empty without one, or once it was taken back where it comes from. */
    public Optional<RelayPicture> find(RelayKit kit) {
        DocumentId own = kit.picture();
        if (own != null) {
            return Optional.of(new RelayPicture(
                    own, new DocumentOwner(RelayService.DOCUMENTS, kit.id().value()), null));
        }
        UUID taken = kit.sourcePicture();
        return taken == null
                ? Optional.empty()
                : texts.findPicture(kit.source(), taken)
                        .map(each -> new RelayPicture(
                                new DocumentId(each.document()), new DocumentOwner(each.kind(), each.owner()), each));
    }

    /** Whether the picture that a kit took over was taken back, or the consent of the people shown ended. */
    public boolean isTakenBack(RelayKit kit) {
        return kit.sourcePicture() != null && find(kit).isEmpty();
    }

    /** @param isPictured whether the kit has a picture of its own already */
    void requireUsable(RelayKitFacts facts, @Nullable PreparedDocument picture, boolean isPictured) {
        UUID taken = facts.sourcePicture();
        if (taken != null
                && texts.findPicture(facts.source())
                        .filter(each -> each.document().equals(taken))
                        .isEmpty()) {
            throw new Refused("relay.refused.source-picture");
        }
        if ((picture != null || taken != null || isPictured)
                && (facts.alternative() == null
                        || facts.texts().stream().anyMatch(each -> each.alternative() == null))) {
            throw new Refused("relay.refused.alternative");
        }
        if (picture != null && !picture.type().isPicture()) {
            throw new Refused("relay.refused.picture");
        }
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
        return find(kit).flatMap(picture -> {
            Document file = documents.findAll(List.of(picture.document())).get(picture.document());
            return file == null
                    ? Optional.empty()
                    : documents
                            .content(picture.document(), picture.owner())
                            .map(content ->
                                    new KitPicture(file.name(), file.type().mediaType(), content));
        });
    }
}
