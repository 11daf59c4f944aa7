package org.convergence.plan.howto.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowToQueries;
import org.convergence.plan.howto.web.HowToListPage.HowToPart;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationSection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How-tos on the page of an action, and on that of a realisation, which asks whether they are still true. */
@Configuration(proxyBeanMethods = false)
class HowToSections {

    @Bean
    static LineSection howToOfALine(HowToQueries howTos, OrganisationSettings settings, PageParts parts) {
        return new LineSection() {
            @Override
            public int order() {
                return 90;
            }

            @Override
            public String permission() {
                return HowToPermissions.READ;
            }

            @Override
            public Optional<LineSection.SectionContent> show(PlanLine line, Words t) {
                String id = line.id().value().toString();
                List<HowToPart.HowToPartRow> rows = howTos.findByActions(List.of(line.id())).stream()
                        .map(it -> new HowToPart.HowToPartRow(
                                HowToFormatter.row(it, List.of(), it.trust(settings.today()), t),
                                HowToFormatter.url(it, "?of=" + id),
                                null,
                                ""))
                        .toList();
                boolean writes = CurrentActor.get().may(HowToPermissions.WRITE);
                var part = new HowToPart(rows, writes ? HowToFormatter.ROOM + "/new?of=" + id : null);
                return Optional.of(
                        new LineSection.SectionContent(t.say("howto.one"), parts.render("plan/howto/part", t, part)));
            }
        };
    }

    @Bean
    static RealisationSection howToOfWhatWasDone(HowToQueries howTos, OrganisationSettings settings, PageParts parts) {
        return new RealisationSection() {
            @Override
            public int order() {
                return 10;
            }

            @Override
            public String permission() {
                return HowToPermissions.ANSWER;
            }

            @Override
            public Optional<RealisationSection.RealisationSectionContent> show(
                    RealisationId realisation, Set<ActionId> actions, Words t) {
                String from = "/plan/realisation/" + realisation.value();
                List<HowToPart.HowToPartRow> rows = howTos.findByActions(actions).stream()
                        .filter(howTos::asksForConfirmation)
                        .map(it -> row(it, from, settings, t))
                        .toList();
                Content content = parts.render("plan/howto/part", t, new HowToPart(rows, null));
                return rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new RealisationSection.RealisationSectionContent(t.say("howto.still-true"), content));
            }
        };
    }

    private static HowToPart.HowToPartRow row(HowTo it, String from, OrganisationSettings settings, Words t) {
        return new HowToPart.HowToPartRow(
                HowToFormatter.row(it, List.of(), it.trust(settings.today()), t),
                HowToFormatter.url(it, "?of=realisation"),
                HowToFormatter.url(it, ""),
                from);
    }
}
