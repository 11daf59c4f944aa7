package org.convergence.resources.impact;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.TestUsers;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Member organisations and realisations, for tests. */
@Lazy
@Component
public class ImpactFixture {

    /** First day of the period used in tests. */
    public static final LocalDate FROM = LocalDate.of(2025, 4, 1);

    /** Last day of the period used in tests. */
    public static final LocalDate TO = LocalDate.of(2026, 3, 31);

    private final TestUsers visitors;
    private final PeopleDirectory people;
    private final AffiliationService network;
    private final CategoryService categories;
    private final AdmissionService admission;
    private final RealisationRecorder realisations;
    private final RealisationFixture plans;
    private final JdbcClient db;
    private Set<ActionId> line = Set.of();

    ImpactFixture(
            TestUsers visitors,
            PeopleDirectory people,
            AffiliationService network,
            CategoryService categories,
            AdmissionService admission,
            RealisationRecorder realisations,
            RealisationFixture plans,
            JdbcClient db) {
        this.visitors = visitors;
        this.people = people;
        this.network = network;
        this.categories = categories;
        this.admission = admission;
        this.realisations = realisations;
        this.plans = plans;
        this.db = db;
    }

    /** Deletes all members, realisations and leaflets. */
    public void clear() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.impact_leaflet").update();
        db.sql("DELETE FROM resources.membership_headcount").update();
        db.sql("DELETE FROM resources.membership").update();
        db.sql("DELETE FROM resources.membership_category").update();
        db.sql("DELETE FROM plan.realisation").update();
        db.sql("DELETE FROM directory.people_affiliation").update();
        plans.clear();
        PlanId plan = plans.plan("Plan d’action");
        line = Set.of(plans.action(plan, plans.means(plan, "1.2", "Ateliers"), "Tenir des ateliers"));
    }

    /** A category of member organisations. */
    public CategoryId addCategory() {
        return byCoordinator(() ->
                categories.add(new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null)));
    }

    public OrganisationId addMember(String name, CategoryId category, LocalDate since) {
        OrganisationId id = addOrganisation(name);
        readmit(id, category, since);
        return id;
    }

    /** Admits a former member again. */
    public void readmit(OrganisationId id, CategoryId category, LocalDate since) {
        byCoordinator(() -> admission.admit(new MembershipFacts(id, category, since, null)));
    }

    public OrganisationId addOrganisation(String name) {
        return byCoordinator(() -> people.findOrCreateOrganisation(name));
    }

    public void affiliate(OrganisationId member, OrganisationId parent, AffiliationNature nature, Period period) {
        byCoordinator(() -> network.affiliate(member, parent, nature, period));
    }

    public void recordRealisation(
            String title, LocalDate day, int participations, String narrative, OrganisationId... with) {
        Set<OrganisationId> organisations = Stream.of(with).collect(Collectors.toSet());
        byCoordinator(() -> realisations.record(RecordRealisationCommand.byHand(
                new RealisationDetails(
                        title,
                        RealisationKind.WORKSHOP,
                        DayRange.on(day),
                        null,
                        Participations.of(participations),
                        organisations),
                Amounts.UNKNOWN,
                new PlanAttribution(line, narrative, java.util.List.of()),
                LocalDate.of(2026, 11, 1))));
    }

    private <T> T byCoordinator(java.util.function.Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }
}
