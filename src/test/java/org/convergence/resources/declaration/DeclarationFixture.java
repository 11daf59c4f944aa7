package org.convergence.resources.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.BillingContactService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Member organisations to ask for their headcount, and the links in their letters, for tests. */
@Lazy
@Component
class DeclarationFixture {

    private final TestUsers visitors;
    private final OrganisationService organisations;
    private final CategoryService categories;
    private final AdmissionService admission;
    private final HeadcountService headcounts;
    private final BillingContactService billing;
    private final List<BodyCompleter> completers;
    private final JdbcClient db;

    DeclarationFixture(
            TestUsers visitors,
            OrganisationService organisations,
            CategoryService categories,
            AdmissionService admission,
            HeadcountService headcounts,
            BillingContactService billing,
            List<BodyCompleter> completers,
            JdbcClient db) {
        this.visitors = visitors;
        this.organisations = organisations;
        this.categories = categories;
        this.admission = admission;
        this.headcounts = headcounts;
        this.billing = billing;
        this.completers = completers;
        this.db = db;
    }

    /** Deletes all members, rounds and letters. */
    void clear() {
        visitors.ensureOrganisation();
        for (String table : List.of(
                "declaration_link",
                "declaration_question",
                "declaration_round",
                "membership_billing",
                "membership_headcount",
                "membership")) {
            db.sql("DELETE FROM resources." + table).update();
        }
        db.sql("DELETE FROM platform.mail_message").update();
    }

    OrganisationId addMember(String name, @Nullable String mail, @Nullable String language) {
        return callAs(Role.COORDINATOR, () -> {
            OrganisationId id = organisations.create(new OrganisationFacts(
                    name,
                    null,
                    List.of(),
                    OrganisationKind.LOCAL_UNION,
                    null,
                    null,
                    mail == null
                            ? List.of()
                            : List.of(new ContactPoint(
                                    ContactPoint.ContactChannel.MAIL,
                                    ContactPoint.ContactSphere.PROFESSIONAL,
                                    mail,
                                    null)),
                    null));
            admission.admit(new MembershipFacts(id, category(), LocalDate.of(2020, 1, 1), null));
            if (language != null) {
                billing.setContact(id, 0, null, language);
            }
            return id;
        });
    }

    private CategoryId category() {
        return categories.findAll().stream()
                .filter(it -> it.code().equals("B"))
                .findFirst()
                .map(it -> it.typedId())
                .orElseGet(() -> categories.add(
                        new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null)));
    }

    void declareHeadcount(OrganisationId organisation, int number, LocalDate day) {
        callAs(
                Role.COORDINATOR,
                () -> headcounts.declare(
                        new HeadcountFacts(organisation, day, number, HeadcountStatus.DECLARED, null, null)));
    }

    /** The path of the link in a letter. */
    String findLink(OrganisationId organisation) {
        UUID question = db.sql("SELECT id FROM resources.declaration_question WHERE organisation = ?")
                .param(organisation.value())
                .query(UUID.class)
                .single();
        String whole = String.valueOf(completers.stream()
                .filter(it -> it.name().equals("declaration_link"))
                .findFirst()
                .orElseThrow()
                .complete(question)
                .get("link"));
        return whole.substring(whole.indexOf("/resources/"));
    }

    /** The letters to an address, subject and text, the last first. */
    List<String> findLetters(String mail) {
        return db.sql("SELECT subject || '\n' || body FROM platform.mail_message WHERE recipient = ? ORDER BY id DESC")
                .param(mail)
                .query(String.class)
                .list();
    }

    <T> T callAs(Role role, Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(role), work::get);
    }

    /** Marks all letters as sent, this many days ago. */
    void markLettersSent(int daysAgo) {
        db.sql("""
                        UPDATE platform.mail_message SET state = 'SENT', sent_at = posted_at - make_interval(days => ?)
                        WHERE state IN ('QUEUED', 'SENT')
                        """).param(daysAgo).update();
    }
}
