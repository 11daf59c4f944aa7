package org.convergence.directory.people.domain.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.directory.people.domain.merging.RecordMerge.MergeSource;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records of one person or organisation are merged, all or nothing, and can be separated for a month. */
@ModuleTest
class MergeServiceTest {

    @Autowired
    private MergeService replacement;

    @Autowired
    private MergeService takingApart;

    @Autowired
    private AliasRepository aliases;

    @Autowired
    private MergeCleanup sweeping;

    @Autowired
    private PersonService persons;

    @Autowired
    private PersonQueries reading;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private OrganisationQueries organisationReading;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private AffiliationService network;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void keptRecordTakesChosenValuesAndMergedOneRedirects() {
        PersonId ana = person("Ana", "Morales");
        PersonId anna = person("Anna", "Moralès");
        UUID union = organisation("Syndicat du Vieux-Port").value();
        act(() -> appointments.appoint(anna, new OrganisationId(union), "Trésorière", Period.ALWAYS));

        replace(anna, ana, Map.of("familyName", MergeSource.OTHER));

        assertThat(act(() -> reading.findById(ana)).facts().displayName()).isEqualTo("Ana Moralès");
        assertThat(act(() -> reading.findFunctions(ana))).hasSize(1);
        assertThatThrownBy(() -> act(() -> reading.findById(anna))).isInstanceOf(NotFound.class);
        assertThat(aliases.findKeptId(anna.value())).contains(ana.value());
        assertThat(db.sql("""
                        SELECT DISTINCT gesture FROM platform.audit_entry
                        WHERE row_id IN (?, ?) AND table_name <> 'directory.people_function' AND operation <> 'INSERT'
                        """)
                        .params(ana.value().toString(), anna.value().toString())
                        .query(String.class)
                        .list())
                .containsExactly("people.merge-people");
    }

    @Test
    void unmergeRestoresBothRecordsAndKeepsLaterCorrections() {
        PersonId ana = person("Ana", "Morales");
        PersonId anna = person("Anna", "Moralès");
        replace(anna, ana, Map.of("givenName", MergeSource.OTHER, "familyName", MergeSource.OTHER));
        act(() -> {
            persons.update(ana, version(ana), PersonFacts.named("Anna", "Morales Ruiz"));
            return true;
        });

        act(() -> takingApart.undoMerge(anna.value()));

        assertThat(act(() -> reading.findById(ana)).facts().displayName()).isEqualTo("Ana Morales Ruiz");
        assertThat(act(() -> reading.findById(anna)).facts().displayName()).isEqualTo("Anna Moralès");
        assertThat(aliases.findKeptId(anna.value())).isEmpty();
        assertThat(db.sql(
                                "SELECT count(*) FROM directory.people_likeness WHERE ? IN (one, other) AND dismissed_at IS NOT NULL")
                        .param(anna.value())
                        .query(Long.class)
                        .single())
                .as("not proposed again as duplicates")
                .isOne();
    }

    @Test
    void unmergesLatestFirstAndFormerRecordsRedirect() {
        PersonId one = person("Luc", "Roy");
        PersonId two = person("Luc", "Leroy");
        PersonId three = person("Lucien", "Roy");
        replace(one, two, Map.of());
        replace(two, three, Map.of());
        assertThat(aliases.findKeptId(one.value())).isEqualTo(Optional.of(three.value()));
        assertThat(aliases.findMergedInto(three).stream().map(AliasRepository.MergedRecord::last))
                .containsExactly(true, false);

        assertThatThrownBy(() -> act(() -> takingApart.undoMerge(one.value())))
                .isInstanceOfSatisfying(
                        Refused.class, said -> assertThat(said.messageKey()).isEqualTo("people.replace.later-first"));
        act(() -> takingApart.undoMerge(two.value()));
        assertThat(aliases.findKeptId(one.value())).isEqualTo(Optional.of(two.value()));
        act(() -> takingApart.undoMerge(one.value()));
        assertThat(act(() -> reading.findById(one)).facts().displayName()).isEqualTo("Luc Roy");
    }

    @Test
    void deletesUndoDataAfterThirtyDaysButKeepsRedirect() {
        PersonId ana = person("Rosa", "Paz");
        PersonId anna = person("Rosa", "Pas");
        replace(anna, ana, Map.of());
        db.sql("UPDATE directory.people_alias SET replaced_at = replaced_at - interval '29 days 23 hours' WHERE id = ?")
                .param(anna.value())
                .update();
        sweeping.run();
        assertThat(aliases.findMergedInto(ana)).hasSize(1);
        db.sql("UPDATE directory.people_alias SET replaced_at = replaced_at - interval '1 hour' WHERE id = ?")
                .param(anna.value())
                .update();
        assertThatThrownBy(() -> act(() -> takingApart.undoMerge(anna.value())))
                .isInstanceOfSatisfying(
                        Refused.class, said -> assertThat(said.messageKey()).isEqualTo("people.replace.too-late"));
        sweeping.run();
        assertThat(aliases.findMergedInto(ana)).isEmpty();
        assertThat(aliases.findKeptId(anna.value())).contains(ana.value());
    }

    @Test
    void doesNotOverwriteConcurrentChanges() {
        PersonId ana = person("Ana", "Vega");
        PersonId anna = person("Anna", "Vega");
        RecordVersion stale = new RecordVersion(anna.value(), 0);
        assertThatThrownBy(() -> act(() -> {
                    replacement.mergePeople(stale, read(ana), Map.of());
                    return true;
                }))
                .isInstanceOf(EditConflict.class);
        assertThat(act(() -> reading.findById(anna))).isNotNull();
    }

    @Test
    void mergeKeepsSharedAffiliationOnceAndNoneToItself() {
        OrganisationId kept = organisation("Local du port");
        OrganisationId duplicate = organisation("Local du Port (ancien)");
        OrganisationId council = organisation("Conseil du fleuve");
        act(() -> network.affiliate(kept, council, AffiliationNature.AFFILIATED, Period.ALWAYS));
        act(() -> network.affiliate(duplicate, council, AffiliationNature.AFFILIATED, Period.ALWAYS));
        act(() -> network.affiliate(duplicate, council, AffiliationNature.MEMBER_OF, Period.ALWAYS));
        act(() -> network.affiliate(duplicate, kept, AffiliationNature.SECTION_OF, Period.ALWAYS));
        List<String> before = affiliations();

        replaceOrganisation(duplicate, kept);
        assertThat(act(() -> organisationReading.findDirectParents(kept))).hasSize(2);
        assertThat(act(() -> organisationReading.findById(kept)).facts().otherNames())
                .containsExactly("Local du Port (ancien)");

        act(() -> takingApart.undoMerge(duplicate.value()));
        assertThat(affiliations()).isEqualTo(before);
        assertThat(act(() -> organisationReading.findById(kept)).facts().otherNames())
                .isEmpty();
    }

    @Test
    void refusesMergeThatClosesACircle() {
        OrganisationId top = organisation("Centrale du nord");
        OrganisationId middle = organisation("Fédération du nord");
        OrganisationId local = organisation("Centrale du Nord (section)");
        act(() -> network.affiliate(middle, top, AffiliationNature.AFFILIATED, Period.ALWAYS));
        act(() -> network.affiliate(local, middle, AffiliationNature.AFFILIATED, Period.ALWAYS));
        PersonId who = person("Zoé", "Roy");
        act(() -> appointments.appoint(who, local, "Présidente", Period.ALWAYS));
        List<String> before = affiliations();

        assertThatThrownBy(() -> replaceOrganisation(local, top))
                .isInstanceOfSatisfying(
                        Refused.class, said -> assertThat(said.messageKey()).isEqualTo("people.replace.circle"));
        assertThat(affiliations()).isEqualTo(before);
        assertThat(act(() -> reading.findFunctions(who)).get(0).organisation().id())
                .isEqualTo(local);
    }

    private List<String> affiliations() {
        return db.sql("SELECT to_jsonb(a)::text FROM directory.people_affiliation a ORDER BY 1")
                .query(String.class)
                .list();
    }

    private void replace(PersonId duplicate, PersonId kept, Map<String, MergeSource> takes) {
        act(() -> {
            replacement.mergePeople(read(duplicate), read(kept), takes);
            return true;
        });
    }

    private void replaceOrganisation(OrganisationId duplicate, OrganisationId kept) {
        act(() -> {
            replacement.mergeOrganisations(
                    new RecordVersion(
                            duplicate.value(),
                            organisationReading.findById(duplicate).version()),
                    new RecordVersion(
                            kept.value(), organisationReading.findById(kept).version()),
                    Map.of("otherNames", MergeSource.BOTH));
            return true;
        });
    }

    private RecordVersion read(PersonId id) {
        return new RecordVersion(id.value(), version(id));
    }

    private int version(PersonId id) {
        return reading.findById(id).version();
    }

    private PersonId person(String given, String family) {
        return act(() -> persons.create(PersonFacts.named(given, family)));
    }

    private OrganisationId organisation(String name) {
        return act(() -> organisations.create(OrganisationFacts.named(name)));
    }

    private <T> T act(Supplier<T> work) {
        try {
            return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }
}
