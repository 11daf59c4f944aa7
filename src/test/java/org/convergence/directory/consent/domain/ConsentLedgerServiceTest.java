package org.convergence.directory.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger: what it stores and refuses, and what remains after an erasure. */
@ModuleTest
class ConsentLedgerServiceTest {

    @Autowired
    private ConsentLedgerService ledger;

    @Autowired
    private ConsentDecisionQueries answers;

    @Autowired
    private SenderIdentityService standing;

    @Autowired
    private PersonService persons;

    @Autowired
    private ConsentReference references;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void today() {
        visitors.ensureOrganisation();
        today = settings.today();
    }

    @Test
    void databaseAndPolicyComputeTheSameEnd() {
        for (Basis basis : Basis.values()) {
            for (String day : List.of("2024-02-29", "2025-01-31", "2023-03-15", "2024-08-31", "2025-12-31")) {
                for (String end : new String[] {null, "2026-02-28", "2028-02-29"}) {
                    LocalDate since = LocalDate.parse(day);
                    LocalDate ended = end == null ? null : LocalDate.parse(end);
                    assertThat(db.sql("SELECT directory.consent_until(:basis, :since, :ended)")
                                    .param("basis", basis.name())
                                    .param("since", since)
                                    .param("ended", ended)
                                    .query((row, n) -> String.valueOf(row.getObject(1, LocalDate.class)))
                                    .single())
                            .as("%s %s %s", basis, since, ended)
                            .isEqualTo(String.valueOf(ConsentPolicy.lastDay(basis, since, ended)));
                }
            }
        }
    }

    @Test
    void consentEntriesAreNeverChangedOrDeleted() {
        PersonId ana = someone("ana1@exemple.org");
        UUID yes = as(Role.STAFF, () -> ledger.record(yes(ana, today.minusDays(3))));
        assertThatThrownBy(() -> db.sql("UPDATE directory.consent_entry SET wording = 'Autre' WHERE id = ?")
                        .param(yes)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> db.sql("DELETE FROM directory.consent_entry WHERE id = ?")
                        .param(yes)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(may(ana, Purpose.NEWS))
                .isEqualTo(new ConsentDecision(true, ConsentReason.BASIS, Basis.EXPRESS, null, true));
        assertThat(db.sql("SELECT count(*) FROM platform.audit_entry WHERE row_id = ? AND operation = 'INSERT'")
                        .param(yes.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void policyAndDatabaseRefuseMissingProof() {
        PersonId ana = someone("ana2@exemple.org");
        refused(given(ana, Basis.EXPRESS, null, null), "consent.purpose-missing");
        refused(given(ana, Basis.PUBLISHED, null, "secrétaire"), "consent.source-missing");
        refused(given(ana, Basis.DISCLOSED, "carte", null), "consent.role-missing");
        refused(given(ana, Basis.REFERRAL, null, "Luc"), "consent.referrer-missing");
        refused(given(ana, Basis.EXEMPT, null, " "), "consent.relation-missing");
        refused(given(ana, Basis.FOREIGN, null, "loi locale"), "consent.state-not-listed");
        refused(yes(ana, today.plusDays(1)), "consent.ahead");
        assertThatThrownBy(() -> db.sql("""
                                INSERT INTO directory.consent_entry (id, person, kind, channel, basis, happened_on, method,
                                       recorded_by, recorded_at)
                                VALUES (gen_random_uuid(), ?, 'GIVEN', 'MAIL', 'EXPRESS', DATE '2026-01-01', 'PAPER',
                                        gen_random_uuid(), now())
                                """).param(ana.value()).update())
                .hasMessageContaining("consent_entry_yes_has_purpose_and_words");
    }

    @Test
    void giftsCountFromCharityRegistration() {
        PersonId ana = someone("ana3@exemple.org");
        refused(given(ana, Basis.DONATION, null, null), "consent.charity-only");
        as(Role.COORDINATOR, () -> {
            standing.save(0, new SenderIdentity(today.minusDays(30), null, null, null, null));
            return true;
        });
        as(Role.STAFF, () -> ledger.record(given(ana, Basis.DONATION, null, null)));
        assertThat(may(ana, Purpose.NEWS).basis()).isEqualTo(Basis.DONATION);
        as(Role.COORDINATOR, () -> {
            int version = standing.findCurrent().version();
            standing.save(version, new SenderIdentity(null, null, null, null, null));
            assertThat(standing.findAtVersion(version))
                    .map(SenderIdentity::charitySince)
                    .contains(today.minusDays(30));
            return true;
        });
        assertThat(may(ana, Purpose.NEWS).reason()).isEqualTo(ConsentReason.CHARITY);
    }

    @Test
    void withdrawalSurvivesErasureUnderItsAddress() {
        PersonId ana = someone("ana4@exemple.org");
        as(Role.STAFF, () -> ledger.record(given(ana, Basis.DISCLOSED, "carte d’Ana", "secrétaire")));
        as(Role.STAFF, () -> ledger.withdraw(ana, null, null, today, ConsentMethod.MESSAGE, "courriel d’Ana"));
        assertThat(may(ana, Purpose.NEWS).reason()).isEqualTo(ConsentReason.WITHDRAWN);

        transaction.executeWithoutResult(status -> {
            references.rename(ana, IdentityReference.WITHOUT);
            references.erase(ana);
            db.sql(
                            "UPDATE directory.people_person SET given_name = 'x', family_name = '', contact_points = '[]' WHERE id = ?")
                    .param(ana.value())
                    .update();
        });
        assertThat(db.sql("""
                        SELECT count(*) FROM platform.audit_entry a WHERE a.table_name = 'directory.consent_entry'
                        AND (coalesce(a.before::text, '') || coalesce(a.after::text, '')) ~ 'Ana'
                        """).query(Long.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM directory.consent_mark WHERE mark ~* 'ana4'")
                        .query(Long.class)
                        .single())
                .isZero();

        PersonId again = someone("ANA4@Exemple.org");
        as(Role.STAFF, () -> ledger.record(given(again, Basis.DISCLOSED, "carte", "secrétaire")));
        assertThat(may(again, Purpose.NEWS).reason()).isEqualTo(ConsentReason.WITHDRAWN);
        assertThat(may(someone("autre4@exemple.org"), Purpose.NEWS).reason()).isEqualTo(ConsentReason.NOTHING);
        as(Role.STAFF, () -> ledger.record(yes(again, today)));
        assertThat(may(again, Purpose.NEWS).allowed()).isTrue();
        assertThat(may(again, Purpose.EVENTS).allowed()).isFalse();
    }

    @Test
    void sharedPhoneNumberDoesNotCopyWithdrawal() {
        String board = "514 555-01" + (10 + today.getDayOfMonth());
        PersonId ana = someone("ana7@exemple.org", board);
        PersonId colleague = someone("autre7@exemple.org", board);
        as(Role.STAFF, () -> ledger.record(yes(colleague, today.minusDays(3))));
        as(Role.STAFF, () -> ledger.withdraw(ana, null, null, today, ConsentMethod.MESSAGE, null));
        assertThat(may(ana, Purpose.NEWS).reason()).isEqualTo(ConsentReason.WITHDRAWN);
        assertThat(may(colleague, Purpose.NEWS).allowed()).isTrue();
        assertThat(may(someone("ana7@exemple.org", board), Purpose.NEWS).reason())
                .isEqualTo(ConsentReason.WITHDRAWN);
        ConsentDecision text = as(
                        Role.STAFF,
                        () -> answers.mayWrite(List.of(colleague), ConsentChannel.TEXT, Purpose.NEWS, today))
                .get(colleague);
        assertThat(Objects.requireNonNull(text).reason()).isEqualTo(ConsentReason.WITHDRAWN);
    }

    @Test
    void mergeMovesConsentsAndExportIncludesThem() {
        PersonId ana = someone("ana5@exemple.org");
        PersonId kept = someone("autre5@exemple.org");
        as(Role.STAFF, () -> ledger.record(yes(ana, today)));
        Json before = transaction.execute(status -> references.repoint(ana, kept));
        assertThat(may(kept, Purpose.NEWS).allowed()).isTrue();
        assertThat(references.export(kept)).hasSize(1).first().asString().contains("Oui aux nouvelles");
        transaction.executeWithoutResult(status -> references.restore(ana, Objects.requireNonNull(before)));
        assertThat(may(kept, Purpose.NEWS).allowed()).isFalse();
        assertThat(may(ana, Purpose.NEWS).allowed()).isTrue();
    }

    @Test
    void hidesConsentsWithoutPermissionToSeeContacts() {
        PersonId ana = someone("ana6@exemple.org");
        assertThatThrownBy(
                        () -> CurrentActor.callAs(visitors.actor(Role.VOLUNTEER), () -> ledger.record(yes(ana, today))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> CurrentActor.callAs(
                        visitors.actor(Role.VOLUNTEER),
                        () -> answers.mayWrite(List.of(ana), ConsentChannel.MAIL, Purpose.NEWS, today)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private ConsentDecision may(PersonId person, Purpose purpose) {
        return Objects.requireNonNull(
                as(Role.STAFF, () -> answers.mayWrite(List.of(person), ConsentChannel.MAIL, purpose, today))
                        .get(person));
    }

    private void refused(ConsentRecord it, String key) {
        assertThatThrownBy(() -> CurrentActor.callAs(visitors.actor(Role.STAFF), () -> ledger.record(it)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private ConsentRecord yes(PersonId person, LocalDate day) {
        return ConsentRecord.express(
                person,
                ConsentChannel.MAIL,
                Purpose.NEWS,
                day,
                ConsentMethod.PAPER,
                "Oui aux nouvelles",
                "2026-1",
                null);
    }

    private ConsentRecord given(PersonId person, Basis basis, @Nullable String source, @Nullable String about) {
        return new ConsentRecord(
                person,
                ConsentChannel.MAIL,
                null,
                basis,
                today.minusDays(10),
                null,
                ConsentMethod.PAPER,
                null,
                null,
                source,
                about,
                null);
    }

    private PersonId someone(String mail, String... phones) {
        List<ContactPoint> points = new ArrayList<>();
        points.add(new ContactPoint(ContactChannel.MAIL, ContactSphere.PROFESSIONAL, mail, null));
        for (String phone : phones) {
            points.add(new ContactPoint(ContactChannel.PHONE, ContactSphere.PROFESSIONAL, phone, null));
        }
        return as(
                Role.COORDINATOR,
                () -> persons.create(new PersonFacts("Ana", "Morales", null, null, List.of(), points, null)));
    }

    private <T> T as(Role role, Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(role), work::get);
    }
}
