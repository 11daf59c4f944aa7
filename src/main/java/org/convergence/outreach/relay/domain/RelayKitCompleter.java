package org.convergence.outreach.relay.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.WithheldRecords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * Makes the link and attaches the picture when the letter leaves; none leaves after the last day to publish, or once the text
 * or its picture was taken back where it comes from.
 */
@Component
record RelayKitCompleter(
        ObjectProvider<RelayRepository> relays,
        ObjectProvider<RelayKitRepository> kits,
        ObjectProvider<RelayPictureService> pictures,
        ObjectProvider<SourceTexts> texts,
        ObjectProvider<WithheldRecords> withheld,
        OrganisationSettings settings,
        BaseUrl baseUrl)
        implements BodyCompleter {

    @Override
    public String name() {
        return RelayLetterSender.NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        RelayKit kit = kits.getObject()
                .findById(relays.getObject().findById(letter.subject()).kit());
        if (kit.isOver(settings.today())) {
            return Optional.of("relay.letter.withheld.over");
        }
        if (pictures.getObject().isTakenBack(kit)) {
            return Optional.of("relay.letter.withheld.picture");
        }
        return texts.getObject().isTakenBack(kit.source())
                        || withheld.getObject().isWithheld(kit.id().value())
                ? Optional.of("relay.letter.withheld.taken-back")
                : Optional.empty();
    }

    @Override
    public Map<String, String> complete(UUID relay) {
        return Map.of(
                "link", baseUrl.value() + RelayService.PATH + relays.getObject().issueLink(relay));
    }

    @Override
    public List<Enclosure> enclosures(UUID relay) {
        return pictures.getObject().findByRelay(relay).stream()
                .map(picture -> new Enclosure(
                        picture.name(),
                        picture.mediaType(),
                        new ByteArrayResource(picture.content().bytes())))
                .toList();
    }
}
