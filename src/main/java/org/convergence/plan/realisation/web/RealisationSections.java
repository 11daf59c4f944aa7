package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PartyUrls;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationRow;
import org.convergence.plan.realisation.web.RealisationListPage.RealisationSummaryPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The realisations of a line of the plan and of an organisation, on their pages: figures, the latest, « C'est fait ».
 */
@Configuration(proxyBeanMethods = false)
class RealisationSections {

    @Bean
    static LineSection realisationsOfALine(RealisationListQueries list, RealisationFacts facts, PageParts parts) {
        return new LineSection() {
            @Override
            public int order() {
                return 10;
            }

            @Override
            public String permission() {
                return RealisationPermissions.READ;
            }

            @Override
            public Optional<SectionContent> show(PlanLine line, Words t) {
                var part = part(
                        findLatest(list, RealisationFilter.serving(line.id())),
                        facts.figures(FactsQuery.all().serving(line.id())),
                        false,
                        "action=" + line.id().value(),
                        "/plan/actionplan/action/" + line.id().value(),
                        !line.dropped(),
                        t);
                return Optional.of(new SectionContent(
                        t.say("realisation.list"), parts.render("plan/realisation/line-part", t, part)));
            }
        };
    }

    @Bean
    static PartySection realisationsOfAnOrganisation(
            RealisationListQueries list, RealisationFacts facts, PageParts parts) {
        return new PartySection() {
            @Override
            public int order() {
                return 18;
            }

            @Override
            public String permission() {
                return RealisationPermissions.READ;
            }

            @Override
            public Optional<PageSection> show(Party party, Words t) {
                if (!(party instanceof OrganisationId organisation)) {
                    return Optional.empty();
                }
                var part = part(
                        findLatest(list, RealisationFilter.withParticipant(organisation)),
                        facts.figures(FactsQuery.all().withParticipant(organisation)),
                        true,
                        "organisation=" + organisation.value(),
                        PartyUrls.of(organisation),
                        true,
                        t);
                return Optional.of(new PageSection(
                        t.say("realisation.list"), parts.render("plan/realisation/line-part", t, part)));
            }
        };
    }

    /** The latest done ones, which the figures count; then the planned ones. */
    private static List<RealisationRow> findLatest(RealisationListQueries list, RealisationFilter filter) {
        int most = RealisationSummaryPart.SHOWN + 1;
        return Stream.of(RealisationState.DONE, RealisationState.PLANNED)
                .flatMap(state -> list.findLatest(filter.in(state), most).stream())
                .limit(most)
                .toList();
    }

    /**
     * @param filter of the list and of a new realisation, in an address
     * @param page the page on which this is shown
     */
    private static RealisationSummaryPart part(
            List<RealisationRow> latest,
            RealisationFigures figures,
            boolean hours,
            String filter,
            String page,
            boolean open,
            Words t) {
        boolean records = open && CurrentActor.get().may(RealisationPermissions.RECORD);
        return RealisationSummaryPart.of(
                latest,
                figures,
                hours,
                RealisationPage.LIST + "?" + filter,
                records ? RealisationPage.LIST + "/new?" + filter + "&from=" + page : null,
                t);
    }
}
