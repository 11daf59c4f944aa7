package org.convergence.resources.gift.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Attaches the paper when the letter leaves, so that it says what is known then; no thanks leave once reversed. */
@Component
record GiftPaperCompleter(ObjectProvider<GiftQueries> queries, ObjectProvider<GiftPapers> papers)
        implements BodyCompleter {

    static final String NAME = "gift_paper";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        return letter.purpose().equals(GiftLetterSender.THANKS)
                        && queries.getObject()
                                        .findById(new GiftId(letter.subject()))
                                        .reversedOn()
                                != null
                ? Optional.of("gift.letter.withheld.reversed")
                : Optional.empty();
    }

    @Override
    public List<Enclosure> enclosures(UUID subject) {
        return List.of(new Enclosure(
                "don." + PaperFormat.PDF.extension(),
                PaperFormat.PDF.mediaType(),
                new ByteArrayResource(papers.getObject().render(subject))));
    }
}
