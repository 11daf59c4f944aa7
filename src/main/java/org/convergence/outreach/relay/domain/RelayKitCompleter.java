package org.convergence.outreach.relay.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Makes the link and attaches the picture when the letter leaves; none leaves after the last day to publish. */
@Component
record RelayKitCompleter(
        ObjectProvider<RelayRepository> relays,
        DocumentStorage documents,
        OrganisationSettings settings,
        BaseUrl baseUrl)
        implements BodyCompleter {

    @Override
    public String name() {
        return RelayLetterSender.NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        RelayRepository repository = relays.getObject();
        return repository.findKit(repository.findById(letter.subject()).kit()).isOver(settings.today())
                ? Optional.of("relay.letter.withheld.over")
                : Optional.empty();
    }

    @Override
    public Map<String, String> complete(UUID relay) {
        return Map.of(
                "link", baseUrl.value() + RelayService.PATH + relays.getObject().issueLink(relay));
    }

    @Override
    public List<Enclosure> enclosures(UUID relay) {
        RelayKit kit =
                relays.getObject().findKit(relays.getObject().findById(relay).kit());
        DocumentId picture = kit.picture();
        if (picture == null) {
            return List.of();
        }
        Document file = documents.findAll(List.of(picture)).get(picture);
        DocumentOwner owner = new DocumentOwner(RelayService.DOCUMENTS, kit.id().value());
        return file == null
                ? List.of()
                : documents.content(picture, owner).stream()
                        .map(content -> new Enclosure(
                                file.name(), file.type().mediaType(), new ByteArrayResource(content.bytes())))
                        .toList();
    }
}
