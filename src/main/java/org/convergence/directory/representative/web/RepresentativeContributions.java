package org.convergence.directory.representative.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.representative.RepresentativePermissions;
import org.convergence.directory.representative.domain.CorrectionProposalService;
import org.convergence.directory.representative.domain.RepresentativeLinkService;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The links section of an organisation's page, and the first page's card for pending proposals. */
@Configuration(proxyBeanMethods = false)
public class RepresentativeContributions {

    @Bean
    static PartySection linksOfOrganisation(
            RepresentativeLinkService links, CorrectionProposalService desk, PageParts parts) {
        return new PartySection() {
            @Override
            public int order() {
                return 60;
            }

            @Override
            public String permission() {
                return RepresentativePermissions.KEEP;
            }

            @Override
            public Optional<PageSection> show(Party party, Words t) {
                if (!(party instanceof OrganisationId organisation)) {
                    return Optional.empty();
                }
                int open = links.findValid(organisation).size();
                int waiting = desk.countPending(organisation);
                RepresentativeLinksPart page = new RepresentativeLinksPart(
                        t.say("representative.links.count", open),
                        RepresentativeLinkController.url(organisation.value()),
                        waiting == 0 ? null : t.say("representative.links.waiting", waiting));
                return Optional.of(new PageSection(
                        t.say("representative.links"), parts.render("directory/representative/part", t, page)));
            }
        };
    }

    @Bean
    static HomeCard proposalsThatWait(CorrectionProposalService desk) {
        return new HomeCard() {
            @Override
            public int order() {
                return 40;
            }

            @Override
            public String permission() {
                return RepresentativePermissions.KEEP;
            }

            @Override
            public List<Card> show(Words t) {
                int waiting = desk.countPending();
                return waiting == 0
                        ? List.of()
                        : List.of(Card.ofSentence(
                                CardPart.NEWS,
                                t.say("representative.card", waiting),
                                CardAction.link(t.say("representative.card.look"), CorrectionQueueController.HOME)));
            }
        };
    }

    /**
     * The links section of an organisation's page.
     *
     * @param links their number, in words
     * @param url the page that manages them
     * @param waiting the number of pending corrections, in words; {@code null} for none
     */
    public record RepresentativeLinksPart(
            String links, String url, @Nullable String waiting) {}
}
