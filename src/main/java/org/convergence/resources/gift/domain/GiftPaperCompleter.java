package org.convergence.resources.gift.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Enclosure;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * Names the gift and attaches the paper when the letter leaves, so that both say what is known then. No thanks leave for a
 * gift that was reversed, or is another donor's.
 */
@Component
record GiftPaperCompleter(
        ObjectProvider<GiftQueries> queries, ObjectProvider<GiftPapers> papers, ObjectProvider<LetterRecipients> donors)
        implements BodyCompleter {

    static final String NAME = "gift_paper";

    /** The mark for what was received. */
    static final String GIFT = "gift";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        if (!letter.purpose().equals(GiftLetterSender.THANKS)) {
            return Optional.empty();
        }
        Gift gift = queries.getObject().findById(new GiftId(letter.subject()));
        if (gift.reversedOn() != null) {
            return Optional.of("gift.letter.withheld.reversed");
        }
        boolean isDonors = gift.donor() != null
                && letter.to().equals(donors.getObject().findById(gift.donor()).mail());
        return isDonors ? Optional.empty() : Optional.of("gift.letter.withheld.donor");
    }

    @Override
    public Map<String, String> complete(UUID subject) {
        if (papers.getObject().isAccount(subject)) {
            return Map.of();
        }
        Gift gift = queries.getObject().findById(new GiftId(subject));
        return Map.of(
                GIFT,
                GiftLetterSender.thanks(
                        gift, donors.getObject().findById(gift.donor()).words()));
    }

    @Override
    public List<Enclosure> enclosures(UUID subject) {
        return List.of(new Enclosure(
                "don." + PaperFormat.PDF.extension(),
                PaperFormat.PDF.mediaType(),
                new ByteArrayResource(papers.getObject().render(subject))));
    }
}
