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
import org.convergence.plan.howto.domain.HowTos;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationSection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How-tos on the page of an action, and on that of a realisation, which asks whether they are still true. */
@Configuration(proxyBeanMethods = false)
class HowToSections {

    @Bean
    static LineSection howToOfALine(HowTos howTos, OrganisationSettings settings, Parts parts) {
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
            public Optional<LineSection.Section> show(PlanLine line, Words t) {
                String id = line.id().value().toString();
                List<HowToPart.Row> rows = howTos.of(List.of(line.id())).stream()
                        .map(it -> new HowToPart.Row(
                                HowToRows.row(it, List.of(), it.trust(settings.today()), t),
                                HowToRows.url(it, "?of=" + id),
                                null,
                                ""))
                        .toList();
                boolean writes = CurrentActor.get().may(HowToPermissions.WRITE);
                var part = new HowToPart(rows, writes ? HowToRows.ROOM + "/new?of=" + id : null);
                return Optional.of(new LineSection.Section(t.say("howto.one"), parts.of("plan/howto/part", t, part)));
            }
        };
    }

    @Bean
    static RealisationSection howToOfWhatWasDone(HowTos howTos, OrganisationSettings settings, Parts parts) {
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
            public Optional<RealisationSection.Section> show(
                    RealisationId realisation, Set<ActionId> actions, Words t) {
                String from = "/plan/realisation/" + realisation.value();
                List<HowToPart.Row> rows = howTos.of(actions).stream()
                        .filter(howTos::asks)
                        .map(it -> row(it, from, settings, t))
                        .toList();
                Content content = parts.of("plan/howto/part", t, new HowToPart(rows, null));
                return rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RealisationSection.Section(t.say("howto.still-true"), content));
            }
        };
    }

    private static HowToPart.Row row(HowTo it, String from, OrganisationSettings settings, Words t) {
        return new HowToPart.Row(
                HowToRows.row(it, List.of(), it.trust(settings.today()), t),
                HowToRows.url(it, "?of=realisation"),
                HowToRows.url(it, ""),
                from);
    }
}
