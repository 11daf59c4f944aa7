package org.convergence.resources.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.resources.prospect.domain.ProspectService;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.MailSink;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.convergence.testing.UserDeadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A prospect from its first contact to its admission, through the pages. */
@ModuleTest
class ProspectPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private CategoryService categories;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private UserDeadlines deadlines;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private ProspectService keeping;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestLetterSender senders;

    private LocalDate today = LocalDate.EPOCH;
    private PersonId director = new PersonId(new UUID(0, 0));
    private OrganisationId union = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void aDirectorAndAUnion() throws Exception {
        visitors.ensureOrganisation();
        today = settings.today();
        db.sql("DELETE FROM resources.prospect").update();
        db.sql("DELETE FROM resources.membership").update();
        db.sql("DELETE FROM platform.mail_message").update();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            director = persons.create(new PersonFacts(
                    "Ana",
                    "Morales",
                    null,
                    null,
                    List.of("fr"),
                    List.of(new ContactPoint(
                            ContactPoint.ContactChannel.MAIL,
                            ContactPoint.ContactSphere.PROFESSIONAL,
                            "ana@exemple.org",
                            null)),
                    null));
            union = people.findOrCreateOrganisation("Syndicat de l’Érable");
            return true;
        });
    }

    @Test
    void addsAndFollowsAProspectAndRecordsExchanges() {
        assertThat(main("/resources/prospect")).contains("Qui pourrait adhérer?");
        String page = add("next=Appeler la présidence", "nextOn=" + today.minusDays(1));
        assertThat(main("/resources/prospect"))
                .contains("Ana Morales", "Syndicat de l’Érable", "Appeler la présidence", "en retard");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                page + "/gesture",
                                "subject=Appel à la présidence",
                                "day=" + today,
                                "channel=PHONE",
                                "next=Envoyer le dépliant",
                                "nextOn=" + today.plusDays(3)))
                .hasStatus(303);
        assertThat(main(page))
                .contains("Appel à la présidence", "Envoyer le dépliant")
                .doesNotContain("en retard");
        assertThat(main("/directory/people/organisations/" + union.value())).contains("Appel à la présidence");
        assertThat(pages.as(Role.STAFF)
                        .post(page + "/gesture", "subject=Rien", "day=" + today, "channel=PHONE", "next=Un geste"))
                .hasStatus(422)
                .bodyText()
                .contains("Un prochain geste a besoin d’une date", "value=\"Rien\"");
        assertThat(due()).singleElement().satisfies(it -> {
            assertThat(it.day()).isEqualTo(today.plusDays(3));
            assertThat(it.what()).contains("Syndicat de l’Érable");
        });
        assertThat(main("/")).as("for the follower of the prospect").doesNotContain("D’ici");
        db.sql("UPDATE resources.prospect SET next_on = ?")
                .param(today.minusDays(2))
                .update();
        assertThat(main("/")).contains("En retard de 2 jours", "Membre possible : Syndicat de l’Érable");
        db.sql("UPDATE resources.prospect SET follower = NULL").update();
        assertThat(main("/")).contains("Personne ne s’en occupe", "Membre possible : Syndicat de l’Érable");
    }

    @Test
    void refusesASecondProspectAndAMember() throws Exception {
        add();
        assertThat(pages.as(Role.STAFF).post("/resources/prospect/new", "organisation=" + union.value()))
                .hasStatus(422)
                .bodyText()
                .contains("déjà suivie");
        db.sql("DELETE FROM resources.prospect").update();
        admit(today.minusDays(1));
        assertThat(pages.as(Role.STAFF).post("/resources/prospect/new", "organisation=" + union.value()))
                .hasStatus(422)
                .bodyText()
                .contains("déjà un membre");
        assertThat(pages.as(Role.STAFF).post("/resources/prospect/new", "next=Appeler"))
                .hasStatus(422);
    }

    @Test
    void concurrentAdditionsMakeOneProspect() {
        ConcurrentActions.ActionResult second = atOnce.runBeforeCommit(
                visitors.actor(Role.STAFF),
                () -> keeping.add(union, director, null),
                () -> keeping.add(union, null, null));
        assertThat(second.thrown()).isInstanceOf(Refused.class).hasMessage("prospect.refused.twice");
        assertThat(db.sql("SELECT count(*) FROM resources.prospect")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesToReopenAProspectAddedAgain() {
        String old = add();
        assertThat(pages.as(Role.STAFF).post(old + "/outcome", "version=1", "state=DECLINED", "on=" + today))
                .hasStatus(303);
        add();
        assertThat(pages.as(Role.STAFF).post(old + "/take-up")).hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(old + "/outcome", "version=2", "state=LATER", "on=" + today))
                .hasStatus(422);
    }

    @Test
    void endsAsAdmittedOnlyAfterAnAdmission() throws Exception {
        String page = add();
        assertThat(pages.as(Role.STAFF).post(page + "/outcome", "version=1", "state=ADMITTED", "on=" + today))
                .hasStatus(422)
                .bodyText()
                .contains("n’est pas encore enregistrée");
        admit(today.minusDays(1));
        assertThat(admissions("DONE")).as("closed by the admission itself").isEqualTo(1);
        assertThat(main("/resources/prospect")).contains("Qui pourrait adhérer?");
        assertThat(main("/resources/prospect?over=yes")).contains("Syndicat de l’Érable", "Admis");
        String unlinked = "SELECT id FROM resources.prospect WHERE membership IS NULL";
        assertThat(db.sql(unlinked).query().listOfRows()).isEmpty();
        assertThat(pages.as(Role.STAFF).post(page + "/take-up")).hasStatus(303);
        assertThat(admissions("WITHDRAWN")).isEqualTo(1);
        assertThat(pages.as(Role.STAFF).post(page + "/outcome", "version=1", "state=DECLINED", "on=" + today))
                .as("an older version")
                .hasStatus(409);
    }

    @Test
    void anOldMemberEnteredLaterIsNoMemberWon() throws Exception {
        add();
        admit(today.minusYears(20));
        assertThat(admissions("DONE")).isZero();
    }

    private int admissions(String state) {
        return db.sql("""
                        SELECT count(*) FROM plan.realisation r JOIN resources.prospect p ON p.id::text = r.source_id
                        WHERE r.source_module = 'resources.prospect' AND r.state = ?
                        """).param(state).query(Integer.class).single();
    }

    @Test
    void refusesOpenAsOutcomeAndAnUnreadableId() {
        String page = add();
        assertThat(pages.as(Role.STAFF).post(page + "/outcome", "version=1", "state=OPEN", "on=" + today))
                .hasStatus(422);
        assertThat(mvc.get().uri("/resources/prospect/1-1-1-1-1").with(visitors.as(Role.STAFF)))
                .hasStatus(404);
    }

    @Test
    void mailsAFollowersList() {
        String list = "/resources/prospect/of/" + director.value();
        assertThat(pages.as(Role.STAFF).post(list + "/send")).hasStatus(422);
        add("next=Appeler la présidence", "nextOn=" + today.plusDays(2));
        assertThat(main(list)).contains("Liste d’Ana Morales", "Syndicat de l’Érable");
        assertThat(main(list + "/send"))
                .contains(
                        "Un courriel à",
                        "ana@exemple.org",
                        "Votre liste d’organisations à approcher",
                        "Appeler la présidence");
        assertThat(pages.as(Role.STAFF).post(list + "/send")).hasStatus(303);
        assertThat(db.sql("SELECT subject || body FROM platform.mail_message WHERE recipient = 'ana@exemple.org'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("Votre liste d’organisations à approcher", "[[list]]");
        assertThat(main(list)).contains("En attente d’envoi");
        assertThat(pages.as(Role.STAFF).post(list + "/take-back")).hasStatus(303);
        assertThat(main(list)).contains("Retenu");
        assertThat(mvc.get().uri("/resources/prospect/export.csv").with(visitors.as(Role.STAFF)))
                .hasStatusOk()
                .bodyText()
                .contains("Ana Morales", "Appeler la présidence");
        assertThat(mvc.get().uri("/resources/prospect").with(visitors.as(Role.BOARD_MEMBER)))
                .hasStatus(403);
        pages.as(Role.STAFF).post(list + "/send");
        try (MailSink sink = new MailSink(MailSink.Faults.NONE)) {
            senders.carry(sink.port());
            pages.as(Role.STAFF).post(list + "/send");
            db.sql("UPDATE resources.prospect SET follower = NULL").update();
            senders.carry(sink.port());
            assertThat(sink.received()).singleElement().asString().contains("Appeler la");
            assertThat(main(list)).contains("Retenu · plus rien n’est à suivre");
        }
    }

    private String add(String... more) {
        String[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "organisation=" + union.value();
        all[more.length + 1] = "follower=" + director.value();
        MvcTestResult added = pages.as(Role.STAFF).post("/resources/prospect/new", all);
        assertThat(added).hasStatus(303);
        return String.valueOf(added.getResponse().getRedirectedUrl());
    }

    private void admit(LocalDate since) throws Exception {
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            CategoryId unions = categories.findAll().stream()
                    .findFirst()
                    .map(it -> it.typedId())
                    .orElseGet(() -> categories.add(
                            new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null)));
            return admission.admit(new MembershipFacts(union, unions, since, null));
        });
    }

    private List<Deadline> due() {
        return deadlines.find(visitors.actor(Role.STAFF), "resources.prospect/", today, today.plusDays(7));
    }

    private String main(String uri) {
        return pages.as(Role.STAFF).open(uri).select("main").text();
    }
}
