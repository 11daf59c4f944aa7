package org.convergence.directory.people.domain.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentDecisionQueries;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.directory.people.domain.requests.ErasureService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person erased after a merge is also erased under the merged record, and does not come back when it is undone. */
@ModuleTest
class ErasureAfterMergeTest {

    private static final String FORMER = "anna.avant@exemple.org";

    @Autowired
    private MergeService replacement;

    @Autowired
    private MergeService takingApart;

    @Autowired
    private ErasureService erasure;

    @Autowired
    private PersonService persons;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private ConsentLedgerService ledger;

    @Autowired
    private ConsentDecisionQueries answers;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anEmptyDirectory() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM directory.people_alias").update();
        db.sql("DELETE FROM plan.mailbox_message").update();
    }

    @Test
    void withdrawalCoversFormerAddresses() {
        PersonId ana = madeOne("ana1@exemple.org", "avant1@exemple.org");
        assertThat(reason(ana)).isNotEqualTo(ConsentReason.WITHDRAWN);
        PersonId before = someone("Luc", "Roy", "avant1@exemple.org");
        act(() -> ledger.withdraw(before, null, null, settings.today(), ConsentMethod.MESSAGE, "courriel"));
        forget(before);
        assertThat(reason(ana)).as("requested from a former address").isEqualTo(ConsentReason.WITHDRAWN);

        PersonId eva = madeOne("eva2@exemple.org", "avant2@exemple.org");
        act(() -> ledger.withdraw(eva, null, null, settings.today(), ConsentMethod.MESSAGE, "courriel"));
        forget(eva);
        for (String each : List.of("avant2@exemple.org", "eva2@exemple.org")) {
            assertThat(reason(someone("Eva", "Paz", each))).as(each).isEqualTo(ConsentReason.WITHDRAWN);
        }
    }

    @Test
    void erasesMailOfFormerAddressesAndFormerName() {
        for (boolean late : new boolean[] {false, true}) {
            PersonId ana = madeOne("ana@exemple.org", FORMER);
            if (late) {
                db.sql("UPDATE directory.people_alias SET undo = NULL WHERE person = ?")
                        .param(ana.value())
                        .update();
            }
            mail(FORMER, "Bonjour");
            mail("luc@exemple.org", "Vu Anna Moralez");
            mail("luc@exemple.org", "Au nom d’une autre");
            db.sql("""
                            UPDATE plan.mailbox_message SET people = '[{"name": "Di", "address": "di%s"}]'
                            WHERE subject LIKE 'Au nom%%'
                            """.formatted(FORMER)).update();
            db.sql("""
                            INSERT INTO platform.mail_message
                                   (id, recipient, subject, body, blocks, purpose, posted_at, next_at, state)
                            VALUES (gen_random_uuid(), 'x@exemple.org', 'Susanna Moralezzi', 'x', '[]', 'merge_test', now(),
                                    now(), 'QUEUED')
                            """).update();
            forget(ana);
            assertThat(db.sql("SELECT blocks IS NOT NULL FROM platform.mail_message WHERE purpose = 'merge_test'")
                            .query(Boolean.class)
                            .list())
                    .as("the letter of another person")
                    .containsOnly(true);
            db.sql("DELETE FROM platform.mail_message WHERE purpose = 'merge_test'")
                    .update();
            assertThat(db.sql("SELECT subject FROM plan.mailbox_message")
                            .query(String.class)
                            .list())
                    .as("once it can%s be unmerged", late ? "not" : "")
                    .containsExactlyInAnyOrder("Vu [retiré]", "Au nom d’une autre");
            db.sql("DELETE FROM plan.mailbox_message").update();
        }
    }

    @Test
    void restoredOrganisationRestoresNoFunctionOfErasedPerson() {
        PersonId ana = someone("Ana", "Morales", "ana@exemple.org");
        OrganisationId kept = organisation("Syndicat du Vieux-Port");
        OrganisationId gone = organisation("Le syndicat du Vieux-Port");
        for (OrganisationId each : List.of(kept, gone)) {
            act(() -> appointments.appoint(ana, each, "Secrétaire de Longueuil", Period.ALWAYS));
        }
        act(() -> {
            replacement.mergeOrganisations(
                    new RecordVersion(gone.value(), 1), new RecordVersion(kept.value(), 1), Map.of());
            return true;
        });
        forget(ana);
        assertThat(db.sql("SELECT count(*) FROM directory.people_alias WHERE undo::text LIKE '%Longueuil%'")
                        .query(Long.class)
                        .single())
                .isZero();
        // A row stored by an older version.
        db.sql("""
                        UPDATE directory.people_alias SET undo = jsonb_set(undo, '{references}', undo -> 'references' || jsonb_build_array(
                            jsonb_build_object('columns', 'directory.people_function.organisation', 'before', jsonb_build_object('moved', '[]'::jsonb,
                                'removed', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'version', 1, 'person', :person,
                                    'organisation', :gone, 'title', 'Secrétaire de Longueuil'))))))
                        WHERE id = :id
                        """)
                .param("person", ana.value().toString())
                .param("gone", gone.value().toString())
                .param("id", gone.value())
                .update();
        act(() -> takingApart.undoMerge(gone.value()));
        assertThat(db.sql("SELECT count(*) FROM directory.people_function WHERE person = ?")
                        .param(ana.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Ana, merged with a record named Anna at another address. */
    private PersonId madeOne(String mail, String former) {
        PersonId ana = someone("Ana", "Morales", mail);
        PersonId anna = someone("Anna", "Moralez", former);
        act(() -> {
            replacement.mergePeople(new RecordVersion(anna.value(), 1), new RecordVersion(ana.value(), 1), Map.of());
            return true;
        });
        db.sql(
                        "UPDATE directory.people_person SET contact_points = jsonb_build_array(contact_points -> 0) WHERE id = ?")
                .param(ana.value())
                .update();
        return ana;
    }

    private void forget(PersonId person) {
        int version = db.sql("SELECT version FROM directory.people_person WHERE id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
        act(() -> {
            erasure.erase(person, version, null);
            return true;
        });
    }

    private ConsentReason reason(PersonId person) {
        return Objects.requireNonNull(act(() ->
                                answers.mayWrite(List.of(person), ConsentChannel.MAIL, Purpose.NEWS, settings.today()))
                        .get(person))
                .reason();
    }

    private void mail(String sender, String subject) {
        db.sql("""
                        INSERT INTO plan.mailbox_message (id, account, state, sender, subject, written_on, received_at)
                        VALUES (gen_random_uuid(), ?, 'WAITING', ?, ?, current_date, now())
                        """).params(UUID.randomUUID(), sender, subject).update();
    }

    private PersonId someone(String given, String family, String mail) {
        return act(() -> persons.create(new PersonFacts(
                given,
                family,
                null,
                null,
                List.of(),
                List.of(new ContactPoint(ContactChannel.MAIL, ContactSphere.PERSONAL, mail, null)),
                null)));
    }

    private OrganisationId organisation(String name) {
        return act(() -> organisations.create(OrganisationFacts.named(name)));
    }

    private <T> T act(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }
}
