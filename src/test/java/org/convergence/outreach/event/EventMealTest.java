package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A day with two meals: each guest says which ones they take; needs are counted by meal, and erased at D+7 (R-EVT-8). */
@ModuleTest
class EventMealTest {

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    @Test
    void countsGuestsAndNeedsByMealAndKeepsTheTotals() {
        EventId event = fixture.announce(40, "meals=Dîner\nSouper\n\n");
        String url = EventFixture.url(event);
        Document form = pages.asStranger().open("/public/event/" + event.value());
        assertThat(form.select("[name=meals]").eachAttr("value")).containsExactly("1", "2");
        assertThat(form.select("[name=meals][checked]"))
                .as("all of them at first")
                .hasSize(2);
        fixture.register(event, "ana", 1, "meals-asked=true", "meals=1", "needs=VEGAN");
        fixture.register(event, "bao", 1, "meals-asked=true", "meals=1", "meals=2", "needs=VEGAN", "needs=ALLERGY");
        fixture.register(event, "chi", 1, "meals-asked=true");
        String table = fixture.sell(event, "Syndicat A", 3, "purchaseOrder=BC-1");
        assertThat(fixture.main(url, Role.STAFF))
                .as("guests of a table take all meals until they say otherwise; chi takes none")
                .contains("Dîner 5 personnes · Végane 2 · Allergie 1")
                .contains("Souper 4 personnes · Végane 1 · Allergie 1");
        assertThat(fixture.main(url, Role.BOARD_MEMBER)).doesNotContain("Pour la cuisine");

        assertThat(pages.as(Role.STAFF).open(table).select("[name=meals-0][checked]"))
                .hasSize(2);
        pages.as(Role.STAFF)
                .post(
                        table,
                        "gesture=NAME_GUESTS",
                        "version=1",
                        "count=3",
                        "meals-asked=true",
                        "name-0=Dan",
                        "meals-0=2");
        assertThat(fixture.main(url, Role.STAFF)).contains("Dîner 2 personnes", "Souper 2 personnes");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                "/outreach/event/new",
                                "name=X",
                                "day=2030-01-01",
                                "quota=1",
                                "meals=a\nb\nc\nd\ne\nf\ng"))
                .hasStatus(422)
                .bodyText()
                .contains("Au plus 6 repas");

        db.sql("UPDATE outreach.event SET day = day - 7").update();
        fixture.sweep();
        assertThat(fixture.count("outreach.event_seat WHERE meals IS NOT NULL OR needs IS NOT NULL"))
                .isZero();
        assertThat(fixture.main(url, Role.STAFF))
                .as("the totals stay")
                .contains("Dîner 2 personnes · Végane 2 · Allergie 1", "Souper 2 personnes");
        EventId plain = fixture.announce(5);
        assertThat(pages.asStranger().open("/public/event/" + plain.value()).select("[name=meals]"))
                .isEmpty();
    }

    @Test
    void mealsKeepTheirPlacesOnceGuestsChose() {
        EventId event = fixture.announce(40, "meals=Dîner\nSouper");
        assertThat(saveMeals(event, "Déjeuner\nDîner\nSouper"))
                .as("nobody chose yet")
                .hasStatus(303);
        fixture.register(event, "ana", 1, "meals-asked=true", "meals=2");
        for (String moved : new String[] {
            "Dîner\nDéjeuner\nSouper",
            "Collation\nDéjeuner\nDîner\nSouper",
            "Dîner\nSouper",
            "Déjeuner\nSouper\nGoûter",
            "Déjeuner\nDîner",
            ""
        }) {
            assertThat(saveMeals(event, moved))
                    .as(moved)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Des personnes ont déjà choisi leurs repas");
        }
        assertThat(saveMeals(event, "Déjeuner\nDîner\nBanquet\nGoûter"))
                .as("renamed, and one added")
                .hasStatus(303);
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF)).contains("Dîner 1 personne", "Banquet personne");
    }

    private MvcTestResult saveMeals(EventId event, String meals) {
        String url = EventFixture.url(event) + "/edit";
        Document form = pages.as(Role.STAFF).open(url);
        return pages.as(Role.STAFF)
                .post(
                        url,
                        "version=" + form.select("input[name=version]").val(),
                        "name=Soirée",
                        "day="
                                + db.sql("SELECT day::text FROM outreach.event")
                                        .query(String.class)
                                        .single(),
                        "place=Salle du Port",
                        "quota=40",
                        "meals=" + meals);
    }
}
