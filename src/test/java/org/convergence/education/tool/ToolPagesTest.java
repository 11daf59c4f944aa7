package org.convergence.education.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A tool from its edition to its hand-outs and loans. */
@ModuleTest
class ToolPagesTest {

    private static final String LIST = "/education/tool";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    @AfterEach
    void clear() {
        users.ensureOrganisation();
        db.sql("DELETE FROM education.workshop_request WHERE kind = 'COPIES'").update();
        for (String table : new String[] {"tool_loan", "tool_hand_out", "tool_batch", "tool_edition", "tool"}) {
            db.sql("DELETE FROM education." + table).update();
        }
    }

    @Test
    void distributedIsTheSumOfHandOutsAndMoreThanTheStockIsAsked() {
        String tool = tool("COMIC", "reorderAt=10");
        edition(tool, "");
        assertThat(main("/")).contains("Dépôt légal à BAnQ", "Dépôt légal à Ottawa");
        String edition = id("tool_edition");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                tool + "/batches/new",
                                "edition=" + edition,
                                "on=" + settings.today(),
                                "copies=50",
                                "place=Armoire du local"))
                .hasStatus(303);
        String handOut = tool + "/batches/" + id("tool_batch") + "/hand-out";
        assertThat(handOut(handOut, 30, "region=06")).hasStatus(303);
        assertThat(main(tool)).contains("30 exemplaires distribués, 20 en main", "En classe : 30", "Montréal : 30");
        assertThat(handOut(handOut, 25)).as("more than the stock").hasStatus(422);
        assertThat(handOut(handOut, 25, "confirmed=true")).hasStatus(303);
        assertThat(main(tool)).contains("55 exemplaires distribués, -5 en main", "Il en reste peu");
        assertThat(main("/"))
                .as("nobody set a day for it")
                .containsPattern("Depuis le [^·]{5,20} En imprimer")
                .doesNotContain("En retard");
        assertThat(handOut(handOut, 1, "on=" + settings.today().plusDays(1), "confirmed=true"))
                .hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(tool + "/edit", "title=x")).hasStatus(403);
        String day = "banqOn=" + settings.today();
        assertThat(pages.as(Role.STAFF)
                        .post(tool + "/editions/" + edition, edition(day, "ottawaOn=" + settings.today(), "version=1")))
                .hasStatus(303);
        assertThat(main("/")).doesNotContain("Dépôt légal");
    }

    @Test
    void copiesHandedOutCountInThePlanAndForTheirReceiver() {
        String tool = tool("COMIC", "theme=Textile");
        edition(tool, "");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                tool + "/batches/new",
                                "edition=" + id("tool_edition"),
                                "on=" + settings.today(),
                                "copies=50",
                                "place=Armoire"))
                .hasStatus(303);
        String receiver = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("École des Rives").value().toString());
        assertThat(handOut(tool + "/batches/" + id("tool_batch") + "/hand-out", 30, "holder=" + receiver))
                .hasStatus(303);
        String handOut = id("tool_hand_out");
        assertThat(receivers(handOut, "DONE")).containsExactly(receiver + " 30");
        assertThat(pages.as(Role.STAFF).post(tool + "/hand-outs/" + handOut + "/take-back"))
                .hasStatus(303);
        assertThat(receivers(handOut, "WITHDRAWN")).containsExactly(receiver + " 30");
    }

    @Test
    void copiesThatComeBackAreInStockAgainAndCountNowhere() {
        String tool = tool("COMIC", "theme=Textile");
        edition(tool, "");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                tool + "/batches/new",
                                "edition=" + id("tool_edition"),
                                "on=" + settings.today(),
                                "copies=50",
                                "place=Armoire"))
                .hasStatus(303);
        String receiver = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("École des Rives").value().toString());
        assertThat(handOut(tool + "/batches/" + id("tool_batch") + "/hand-out", 30, "holder=" + receiver, "region=06"))
                .hasStatus(303);
        String handOut = id("tool_hand_out");
        String back = tool + "/hand-outs/" + handOut + "/back";
        assertThat(pages.as(Role.VOLUNTEER).open(tool).select("a[href=" + back + "]"))
                .hasSize(1);
        assertThat(main(back)).contains("30 exemplaires sont encore dehors", "Armoire");

        assertThat(handOut(back, 31)).as("more than are out").hasStatus(422);
        assertThat(handOut(back, 1, "on=" + settings.today().minusDays(1)))
                .as("before the hand-out")
                .hasStatus(422);
        assertThat(handOut(back, 1, "on=" + settings.today().plusDays(1))).hasStatus(422);
        assertThat(pages.as(Role.AUDITOR).post(back, "copies=1", "on=" + settings.today()))
                .hasStatus(403);
        assertThat(handOut(back.replace(handOut, UUID.randomUUID().toString()), 1))
                .hasStatus(404);
        assertThat(main(tool)).contains("30 exemplaires distribués, 20 en main");

        String other = tool("KIT", "theme=Textile");
        String taken = tool + "/hand-outs/" + handOut + "/take-back";
        String more = tool + "/batches/" + id("tool_batch") + "/hand-out";
        for (String each : List.of(back, taken, more)) {
            assertThat(handOut(each.replace(tool, other), 1))
                    .as("under the address of another tool")
                    .hasStatus(404);
        }
        assertThat(pages.as(Role.STAFF).post(other + "/editions/" + id("tool_edition"), edition("version=1")))
                .as("an edition goes to no other tool")
                .hasStatus(404);

        assertThat(handOut(back, 10)).hasStatus(303);
        assertThat(main(tool))
                .contains("20 exemplaires distribués, 30 en main", "Reste 30", "En classe : 20", "Montréal : 20")
                .contains("30 exemplaires remis le", "10 exemplaires revenus le", "20 ne sont pas revenus");
        assertThat(receivers(handOut, "DONE")).containsExactly(receiver + " 20");
        String undo = db.sql("SELECT id FROM education.tool_hand_out WHERE returns IS NOT NULL")
                .query(String.class)
                .single();
        assertThat(handOut(back.replace(handOut, undo), 1)).as("of a return").hasStatus(404);

        assertThat(handOut(back, 20)).hasStatus(303);
        assertThat(main(tool)).contains("0 exemplaire distribué, 50 en main", "Tout est revenu");
        assertThat(receivers(handOut, "WITHDRAWN")).hasSize(1);
        assertThat(handOut(back, 1)).as("nothing is out").hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(tool + "/hand-outs/" + undo + "/take-back"))
                .hasStatus(303);
        assertThat(main(tool)).contains("10 exemplaires distribués, 40 en main");
        assertThat(receivers(handOut, "DONE")).containsExactly(receiver + " 10");

        assertThat(pages.as(Role.VOLUNTEER).post(tool + "/hand-outs/" + handOut + "/take-back"))
                .hasStatus(303);
        assertThat(main(tool)).contains("0 exemplaire distribué, 50 en main").doesNotContain("revenu");
        assertThat(receivers(handOut, "WITHDRAWN")).hasSize(1);
    }

    private List<String> receivers(String handOut, String state) {
        return db.sql("""
                        SELECT o.organisation || ' ' || r.copies FROM plan.realisation r
                        JOIN plan.realisation_organisation o ON o.realisation = r.id
                        WHERE r.source_module = 'education.tool' AND r.source_id = ? AND r.state = ?
                        """).params(handOut, state).query(String.class).list();
    }

    @Test
    void aToolMadeHereHasStepsOnceAndOneOfOthersNone() {
        String tool = tool("WEBSITE", "theme=Numérique");
        assertThat(main(tool)).contains("Planifier les étapes").doesNotContain("Traduit et révisé");
        assertThat(pages.as(Role.VOLUNTEER).post(tool + "/making")).hasStatus(403);
        for (int i = 0; i < 2; i++) {
            assertThat(pages.as(Role.STAFF).post(tool + "/making")).hasStatus(303);
        }
        assertThat(pages.as(Role.STAFF).open(tool).select("#checklist").text())
                .contains("0 fait sur 7", "permissions écrites", "lecteur d’écran")
                .doesNotContain("bon à tirer");
        assertThat(main(tool)).doesNotContain("Planifier les étapes");
        assertThat(pages.as(Role.STAFF).post(tool("COMIC", "madeBy=Un ami") + "/making"))
                .hasStatus(422);
    }

    @Test
    void aKitIsLentOnceAndComesBackWithAHeadCount() {
        String tool = tool("KIT", "theme=Numérique");
        String holder = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("École des Rives").value().toString());
        assertThat(lend(tool, holder)).hasStatus(303);
        assertThat(lend(tool, holder)).as("in other hands").hasStatus(422);
        assertThat(main(tool)).contains("École des Rives", "Mme Roy");
        String back = tool + "/loans/" + id("tool_loan") + "/return";
        String on = "on=" + settings.today();
        assertThat(pages.as(Role.STAFF).post(back, on)).as("asks once").hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(back, on, "asked=true", "people=22", "missing=Deux cartes"))
                .hasStatus(303);
        assertThat(main(tool)).contains("22 personnes", "manque : Deux cartes").doesNotContain("Mme Roy");
        assertThat(pages.as(Role.STAFF).post(back, on, "people=1")).hasStatus(422);
        assertThat(lend(tool, holder)).hasStatus(303);
    }

    @Test
    void refusesWrongEditions() {
        String tool = tool("GUIDE", "madeBy=Un autre groupe");
        assertThat(pages.as(Role.STAFF).post(tool + "/editions/new", edition("isbn=9782123456804")))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(tool + "/editions/new", edition("banqOn=2020-01-01")))
                .hasStatus(422);
        edition(tool, "");
        assertThat(main("/")).as("made elsewhere").doesNotContain("Dépôt légal");
        assertThat(pages.as(Role.STAFF).get(LIST + "/" + UUID.randomUUID())).hasStatus(404);
    }

    private String tool(String kind, String more) {
        return Pages.location(pages.as(Role.STAFF).post(LIST + "/new", "title=Fil à retordre", "kind=" + kind, more));
    }

    private void edition(String tool, String more) {
        assertThat(pages.as(Role.STAFF).post(tool + "/editions/new", edition(more)))
                .hasStatus(303);
    }

    private String[] edition(String... more) {
        String[] fields = new String[more.length + 4];
        fields[0] = "language=fr";
        fields[1] = "label=1re édition";
        fields[2] = "publishedOn=" + settings.today();
        fields[3] = "licence=CC BY-NC-SA 4.0";
        for (int i = 0; i < more.length; i++) {
            fields[i + 4] = more[i].isEmpty() ? "isbn=" : more[i];
        }
        return fields;
    }

    private MvcTestResult handOut(String url, int copies, String... more) {
        return pages.as(Role.VOLUNTEER).post(url, form -> {
            form.field("copies", copies).field("setting", "CLASS");
            boolean dated = false;
            for (String each : more) {
                dated = dated || each.startsWith("on=");
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
            if (!dated) {
                form.field("on", settings.today());
            }
        });
    }

    private MvcTestResult lend(String tool, String holder) {
        return pages.as(Role.STAFF)
                .post(
                        tool + "/loans/new",
                        "holder=" + holder,
                        "copy=Trousse A",
                        "contact=Mme Roy, 514 555-0100",
                        "lentOn=" + settings.today(),
                        "dueOn=" + settings.today().plusDays(21));
    }

    private String id(String table) {
        return db.sql("SELECT id FROM education." + table).query(String.class).single();
    }

    private String main(String url) {
        return pages.as(Role.STAFF)
                .open(url)
                .select("main")
                .text()
                .replace('\u00a0', ' ')
                .replace('−', '-');
    }
}
