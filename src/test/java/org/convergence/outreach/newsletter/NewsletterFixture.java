package org.convergence.outreach.newsletter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People with a function, an address and a consent. */
@Lazy
@Component
public class NewsletterFixture {

    private final PersonService persons;
    private final PeopleDirectory people;
    private final ConsentLedgerService ledger;
    private final TestUsers users;
    private final JdbcClient db;

    NewsletterFixture(
            PersonService persons,
            PeopleDirectory people,
            ConsentLedgerService ledger,
            TestUsers users,
            JdbcClient db) {
        this.persons = persons;
        this.people = people;
        this.ledger = ledger;
        this.users = users;
        this.db = db;
    }

    /** An organisation with the sender's details that the law asks for, and an empty outbox. */
    public void prepare() {
        users.ensureOrganisation();
        db.sql("DELETE FROM outreach.newsletter_recipient").update();
        db.sql("DELETE FROM outreach.newsletter").update();
        db.sql("DELETE FROM directory.segment_letter").update();
        db.sql("DELETE FROM directory.segment").update();
        db.sql("DELETE FROM platform.mail_message").update();
        db.sql("DELETE FROM directory.people_function").update();
        db.sql("DELETE FROM identity.role_grant").update();
        db.sql("DELETE FROM directory.consent_setting").update();
        db.sql("""
                        INSERT INTO directory.consent_setting (id, sender_address, sender_contact)
                        VALUES (gen_random_uuid(), '12, rue des Érables, Montréal', '514 555-0100')
                        """).update();
    }

    /** A person with a function in an organisation. */
    public PersonId someone(String given, @Nullable String mail, String language, String organisation, String title) {
        return as(() -> {
            PersonId person = persons.create(new PersonFacts(
                    given,
                    "Roy",
                    null,
                    null,
                    List.of(language),
                    mail == null
                            ? List.of()
                            : List.of(new ContactPoint(ContactChannel.MAIL, ContactSphere.PROFESSIONAL, mail, null)),
                    null));
            db.sql("""
                            INSERT INTO directory.people_function (id, person, organisation, title)
                            VALUES (gen_random_uuid(), ?, ?, ?)
                            """)
                    .params(
                            person.value(),
                            people.findOrCreateOrganisation(organisation).value(),
                            title)
                    .update();
            return person;
        });
    }

    /** An express consent to the newsletter. */
    public void consents(PersonId person) {
        consents(person, Purpose.NEWS);
    }

    /** An express consent to letters for a purpose. */
    public void consents(PersonId person, Purpose purpose) {
        record(person, Basis.EXPRESS, purpose);
    }

    /** A withdrawal from the newsletter alone. */
    public void withdraws(PersonId person) {
        as(() -> ledger.withdraw(
                person, ConsentChannel.MAIL, Purpose.NEWS, LocalDate.of(2026, 1, 6), ConsentMethod.FORM, null));
    }

    /** A published work address. */
    public void isPublished(PersonId person) {
        record(person, Basis.PUBLISHED, null);
    }

    private void record(PersonId person, Basis basis, @Nullable Purpose purpose) {
        boolean express = basis == Basis.EXPRESS;
        as(() -> ledger.record(new ConsentRecord(
                person,
                ConsentChannel.MAIL,
                purpose,
                basis,
                LocalDate.of(2026, 1, 5),
                null,
                ConsentMethod.PAPER,
                express ? "Oui" : null,
                express ? "1" : null,
                express ? null : "https://union.example/equipe",
                express ? null : "communications",
                null)));
    }

    /** Runs work as the coordinator. */
    public <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(users.actor(Role.COORDINATOR), work::get);
    }

    /** Another person who may send issues. */
    public void addColleague(String mail) {
        UUID account = UUID.randomUUID();
        db.sql("""
                        INSERT INTO identity.account (id, version, mail, name, created_at)
                        VALUES (?, 1, ?, 'Claude Roy', now())
                        """).params(account, mail).update();
        db.sql("""
                        INSERT INTO identity.role_grant (id, version, account_id, role, from_date)
                        VALUES (gen_random_uuid(), 1, ?, 'STAFF', DATE '2026-01-01')
                        """).param(account).update();
    }
}
