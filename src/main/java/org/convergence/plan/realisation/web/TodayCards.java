package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationList;
import org.convergence.plan.realisation.domain.RealisationList.Line;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On the first page: what was planned and may have happened, and what was done last. */
@Configuration(proxyBeanMethods = false)
class TodayCards {

    private static final int ASKED = 5;
    private static final int LAST = 4;

    /** « Est-ce arrivé? » Asked of who may answer. */
    @Bean
    static HomeCard plannedRealisationsCard(RealisationList list, OrganisationSettings settings) {
        return new Card(40, RealisationPermissions.RECORD) {
            @Override
            public Optional<HomeCard.Card> show(Words t) {
                var due = new RealisationFilter(
                        "", null, settings.today(), null, null, null, null, null, RealisationState.PLANNED);
                List<Row> rows = list.latest(due, ASKED).stream()
                        .filter(line -> isHers(line, CurrentActor.get()))
                        .map(line -> row(line, settings, acts(line, t), t))
                        .toList();
                return rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(HomeCard.Card.of(t.say("realisation.today.planned"), rows));
            }
        };
    }

    /** « Fait dernièrement ». */
    @Bean
    static HomeCard lastRealisationsCard(RealisationList list, OrganisationSettings settings) {
        return new Card(80, RealisationPermissions.READ) {
            @Override
            public Optional<HomeCard.Card> show(Words t) {
                var done = new RealisationFilter("", null, null, null, null, null, null, null, RealisationState.DONE);
                List<Row> rows = list.latest(done, LAST).stream()
                        .map(line -> row(line, settings, List.of(), t))
                        .toList();
                return rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new HomeCard.Card(
                                t.say("realisation.today.last"), rows, List.of(), null, RealisationPage.LIST));
            }
        };
    }

    private abstract static class Card implements HomeCard {

        private final int order;
        private final String permission;

        Card(int order, String permission) {
            this.order = order;
            this.permission = permission;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public String permission() {
            return permission;
        }
    }

    /** Whether this person may say that it took place; one that comes from elsewhere is answered there. */
    static boolean isHers(Line line, Actor actor) {
        return line.sourceUrl() == null
                && (actor.may(RealisationPermissions.EDIT) || line.recordedBy().equals(actor.id()));
    }

    private static HomeCard.Row row(Line line, OrganisationSettings settings, List<HomeCard.Act> acts, Words t) {
        return new HomeCard.Row(
                t.capital(t.ago(line.when().to(), settings.today())),
                false,
                line.title(),
                RealisationPage.url(line.id(), ""),
                detail(line, t),
                acts);
    }

    private static String detail(Line line, Words t) {
        List<String> parts = new ArrayList<>();
        line.codes().stream().filter(code -> !code.isEmpty()).forEach(parts::add);
        String codes = String.join(", ", parts);
        return codes.isEmpty() ? ListPages.detail(line, t) : codes + " · " + ListPages.detail(line, t);
    }

    private static List<HomeCard.Act> acts(Line line, Words t) {
        return List.of(
                new HomeCard.Act(t.say("realisation.new"), RealisationPage.url(line.id(), "/done?from=/"), false),
                new HomeCard.Act(t.say("realisation.today.postponed"), RealisationPage.url(line.id(), "/edit"), false),
                new HomeCard.Act(t.say("realisation.today.not"), RealisationPage.url(line.id(), "/withdraw"), false));
    }
}
