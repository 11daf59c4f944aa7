package org.convergence.resources.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a director sees of prospects when signed in: those followed by the director, and the totals of the board. */
@ModuleTest
class OwnProspectsTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private PersonService persons;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Test
    void keepsTheNextStepUntilItIsDone() throws Exception {
        users.ensureOrganisation();
        db.sql("DELETE FROM resources.prospect").update();
        OrganisationId union = CurrentActor.callAs(
                users.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Syndicat du Sorbier"));
        String nextOn = "nextOn=" + settings.today().plusDays(7);
        String url = Pages.location(pages.as(Role.STAFF)
                .post("/resources/prospect/new", "organisation=" + union.value(), "next=Visiter l’atelier", nextOn));
        String[] call = {"subject=Un appel", "day=" + settings.today(), "channel=PHONE", "next=", nextOn};
        Actor staff = users.actor(Role.STAFF);
        assertThat(pages.as(Role.STAFF).post(url + "/gesture", call)).hasStatus(303);
        assertThat(text(staff, url)).as("a call that says nothing of it").contains("Un appel", "Visiter l’atelier");
        assertThat(pages.as(Role.STAFF).open(url + "/outcome").select("input[name=next]"))
                .as("nor does the prospect lose it when it is put off")
                .singleElement()
                .satisfies(each -> assertThat(each.val()).isEqualTo("Visiter l’atelier"));
        call[3] = "stepDone=true";
        assertThat(pages.as(Role.STAFF).post(url + "/gesture", call)).hasStatus(303);
        assertThat(text(staff, url)).doesNotContain("Visiter l’atelier");
    }

    @Test
    void showsDirectorsTheirOwnListAndTheBoardTheTotals() throws Exception {
        users.ensureOrganisation();
        db.sql("DELETE FROM resources.prospect").update();
        PersonId director = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> persons.create(new PersonFacts(
                        "Ana",
                        "Du Conseil",
                        null,
                        null,
                        List.of("fr"),
                        List.of(new ContactPoint(
                                ContactPoint.ContactChannel.MAIL,
                                ContactPoint.ContactSphere.PROFESSIONAL,
                                "ana@conseil.example",
                                null)),
                        null)));
        OrganisationId union = CurrentActor.callAs(
                users.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Syndicat du Merisier"));
        assertThat(pages.as(Role.STAFF)
                        .post(
                                "/resources/prospect/new",
                                "organisation=" + union.value(),
                                "follower=" + director.value(),
                                "next=Appeler la présidence",
                                "material=Trousse textile https://exemple.org/trousse",
                                "nextOn=" + settings.today().minusDays(2)))
                .hasStatus(303);
        Actor member = users.actor(Role.BOARD_MEMBER);
        Actor ana = new Actor(member.id(), member.label(), director.value(), "fr", member.permissions());
        for (String page : List.of("/", "/resources/prospect/mine")) {
            assertThat(text(ana, page))
                    .contains("Syndicat du Merisier", "Appeler la présidence")
                    .contains("1 suivi en cours, 1 en retard");
            assertThat(text(member, page))
                    .as("a director who follows nobody")
                    .contains("1 suivi en cours")
                    .doesNotContain("Merisier");
        }
        assertThat(text(ana, "/resources/prospect/mine"))
                .contains("Matériel : Trousse textile https://exemple.org/trousse");
        assertThat(pages.as(ana).open("/resources/prospect/mine").select("main ul a"))
                .as("no page that a director may not open")
                .isEmpty();
        assertThat(text(users.actor(Role.VOLUNTEER), "/resources/prospect/mine"))
                .doesNotContain("suivi en cours", "Merisier");
        assertThat(pages.as(Role.BOARD_MEMBER).get("/resources/prospect")).hasStatus(403);
        assertThat(text(users.actor(Role.STAFF), "/resources/prospect/of/" + director.value() + "/send"))
                .as("the mailed list names it")
                .contains("Matériel : Trousse textile https://exemple.org/trousse");
        String url = pages.as(Role.STAFF)
                .open("/resources/prospect")
                .select("a:contains(Syndicat du Merisier)")
                .attr("href");
        assertThat(pages.as(Role.STAFF)
                        .open(url + "/follow")
                        .select("[name=material]")
                        .val())
                .isEqualTo("Trousse textile https://exemple.org/trousse");
        assertThat(pages.as(Role.STAFF)
                        .open(url + "/follow")
                        .select("#material option")
                        .eachAttr("value"))
                .contains("Ce que l’adhésion a permis, deux pages");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url + "/gesture",
                                "subject=Appel",
                                "day=" + settings.today(),
                                "channel=PHONE",
                                "next=Envoyer",
                                "nextOn=" + settings.today().plusDays(3)))
                .hasStatus(303);
        assertThat(text(users.actor(Role.STAFF), url)).as("kept").contains("Trousse textile");
    }

    private String text(Actor actor, String url) {
        return pages.as(actor).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
