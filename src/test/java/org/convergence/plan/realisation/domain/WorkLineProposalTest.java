package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@ModuleTest
class WorkLineProposalTest {

    /** Lines that a small organisation could write, and the message under which work for them is recorded. */
    private static final List<Map.Entry<String, String>> LINES = List.of(
            Map.entry("Diffuser nos outils d’éducation dans les écoles", "tool.realisation"),
            Map.entry("Donner des ateliers sur demande", ""),
            Map.entry("Veille sur les pays de nos partenaires et partage d’information", "watch.realisation"),
            Map.entry("Préparation et suivi des rencontres du CA et de l’AGA", ""),
            Map.entry("Faire paraître un bulletin électronique", "newsletter.realisation"),
            Map.entry("Campagne de recrutement de nouveaux membres", "prospect.realisation"),
            Map.entry("Appel annuel de la cotisation aux membres", "dues.realisation"),
            Map.entry("Recherche de subventions, salariales et autres", "grant.realisation"),
            Map.entry("Suivre l’auto-évaluation de notre sécurité en voyage", "assessment.realisation"));

    @Autowired
    private WorkRecorder work;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private RealisationCorrectionService correction;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private RealisationFixture ground;

    private LocalDate today;
    private PlanId plan;

    @BeforeEach
    void beginEmpty() {
        actAs(RealisationFixture.COORDINATOR);
        ground.clear();
        today = settings.today();
        plan = ground.underWay("Plan d’action");
    }

    @AfterEach
    void clearActor() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void proposesTheLineOfWhichTheTitleSpeaks() {
        Map<String, ActionId> lines = LINES.stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> ground.action(plan, ground.means(plan, "1", "Moyen"), each.getKey())));
        LINES.stream().filter(each -> !each.getValue().isEmpty()).forEach(each -> {
            RealisationSource source = source(each.getValue());
            work.record(source, RealisationKind.REPORT, today, each.getValue(), "Le fleuve", "12");
            assertThat(served(source)).as(each.getValue()).containsExactly(lines.get(each.getKey()));
        });
        RealisationSource meeting = source("meeting");
        realisations.record(RecordRealisationCommand.forLine(
                meeting,
                RealisationDetails.on(today, RealisationKind.MEETING, "Conseil d’administration", Set.of()),
                Amounts.UNKNOWN,
                null));
        assertThat(served(meeting)).containsExactly(lines.get(LINES.get(3).getKey()));
    }

    @Test
    void proposesTheLineThatTheSameWorkServedLast() {
        ActionId first = line("Rencontrer les fédérations");
        ActionId second = line("Faire signer une déclaration");
        RealisationSource one = record("Le fleuve", first);
        RealisationSource two = record("La rivière", null);
        assertThat(served(two)).containsExactly(first);

        RealisationFact fact = fact(two);
        correction.correct(
                id(two),
                fact.version(),
                new RealisationEntry(fact.happening(), Amounts.UNKNOWN, PlanAttribution.serving(Set.of(second))));
        assertThat(served(record("Le lac", null))).containsExactly(second);
        assertThat(served(one)).containsExactly(first);
    }

    @Test
    void followsALineIntoTheNextPlan() {
        PlanId before = ground.plan("Plan d’avant", ground.begun().minusYears(1));
        ActionId old = ground.action(before, ground.means(before, "3.3", "Coalitions"), "Participer aux coalitions");
        ActionId now = ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Participer aux coalitions");
        assertThat(served(record("Marche", old))).containsExactly(now);
        assertThat(served(record("Relecture", null))).containsExactly(now);
    }

    @Test
    void guessesNoLineThatIsNotCertain() {
        line("Rencontrer les fédérations");
        assertThat(served(record("Le fleuve", null))).isEmpty();
    }

    @Test
    void recordsForAnAccountantAndWithdraws() {
        actAs(new Actor(Ids.next(), "Comptabilité", null, "fr", Set.of("actionplan.read", "people.read")));
        RealisationSource claim = source("claim");
        work.record(claim, RealisationKind.REPORT, today, "subsidy.realisation", "Programme");
        actAs(RealisationFixture.COORDINATOR);
        assertThat(fact(claim).state()).isEqualTo(RealisationState.DONE);
        work.withdraw(claim);
        assertThat(fact(claim).state()).isEqualTo(RealisationState.WITHDRAWN);
    }

    private ActionId line(String text) {
        return ground.action(plan, ground.means(plan, "1", "Moyen"), text);
    }

    private RealisationSource record(String title, @Nullable ActionId line) {
        RealisationSource source = source("act");
        realisations.record(RecordRealisationCommand.forLine(
                source, RealisationDetails.on(today, RealisationKind.OTHER, title, Set.of()), Amounts.UNKNOWN, line));
        return source;
    }

    private static RealisationSource source(String kind) {
        return new RealisationSource("test.work", kind, Ids.next().toString(), null);
    }

    private RealisationId id(RealisationSource source) {
        return realisations.findBySource(source).orElseThrow();
    }

    private RealisationFact fact(RealisationSource source) {
        return facts.findAllById(List.of(id(source))).get(0);
    }

    private Set<ActionId> served(RealisationSource source) {
        return Stream.of(fact(source)).flatMap(each -> each.actions().stream()).collect(Collectors.toSet());
    }

    private static void actAs(Actor actor) {
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(actor));
        assertThat(CurrentActor.get()).isEqualTo(actor);
    }
}
