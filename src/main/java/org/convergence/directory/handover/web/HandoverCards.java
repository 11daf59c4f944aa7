package org.convergence.directory.handover.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.domain.Comings;
import org.convergence.directory.handover.domain.Handover;
import org.convergence.directory.handover.domain.Handovers;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On the first page: what was left to whoever takes over, where a newcomer begins, and who leaves soon. */
@Configuration(proxyBeanMethods = false)
class HandoverCards {

    private static final int BRIEF = 240;

    private record Part(int order, String permission, Function<Words, Optional<Card>> card) implements HomeCard {

        @Override
        public Optional<Card> show(Words t) {
            return card.apply(t);
        }
    }

    @Bean
    static HomeCard notesLeftCard(Handovers handovers) {
        return new Part(3, HandoverPermissions.OWN, t -> {
            List<HomeCard.Row> rows =
                    handovers.unread().stream().map(each -> note(each, t)).toList();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HomeCard.Card(
                            t.say("handover.card.notes"),
                            rows,
                            List.of(),
                            t.say("handover.card.begin"),
                            HandoverController.ROOM + "/welcome"));
        });
    }

    @Bean
    static HomeCard newcomerCard(Comings comings, Handovers handovers) {
        return new Part(
                4,
                HandoverPermissions.OWN,
                t -> comings.isNew() && handovers.unread().isEmpty()
                        ? Optional.of(new HomeCard.Card(
                                t.say("handover.card.welcome"),
                                List.of(),
                                List.of(),
                                t.say("handover.card.begin"),
                                HandoverController.ROOM + "/welcome"))
                        : Optional.empty());
    }

    @Bean
    static HomeCard departuresCard(Comings comings, OrganisationSettings settings) {
        return new Part(18, HandoverPermissions.PASS, t -> {
            List<HomeCard.Row> rows = comings.soon().stream()
                    .map(each -> departure(each, settings, t))
                    .toList();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(HomeCard.Card.of(t.say("handover.card.leaving"), rows));
        });
    }

    private static HomeCard.Row note(Handover it, Words t) {
        String url = HandoverController.ROOM + "/" + it.id().value();
        String text = Markdown.toText(it.note()).replaceAll("\\s+", " ");
        String brief = text.length() > BRIEF ? text.substring(0, BRIEF - 1) + "…" : text;
        return new HomeCard.Row(
                t.capital(t.day(it.lastDay())),
                false,
                t.say("handover.card.note", it.name()),
                url,
                brief.isEmpty() ? null : brief,
                List.of(new HomeCard.Act(t.say("handover.read"), url + "/read", true)));
    }

    private static HomeCard.Row departure(Comings.Departure each, OrganisationSettings settings, Words t) {
        String url = HandoverController.ROOM + "/of/" + each.who().id().value();
        return new HomeCard.Row(
                t.capital(t.ago(each.lastDay(), settings.today())),
                false,
                t.say("handover.card.leaves", each.who().name()),
                url,
                t.day(each.lastDay()),
                List.of(new HomeCard.Act(t.say("handover.prepare"), url, false)));
    }
}
