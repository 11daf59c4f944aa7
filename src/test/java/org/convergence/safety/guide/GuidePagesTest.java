package org.convergence.safety.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The guide of a country: written by parts, read again in time, without names, on paper and on a phone (R-SEC-5). */
@ModuleTest
class GuidePagesTest {

    private static final String GUIDE = "/safety/guide/MX/guide";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private PersonService persons;

    @Autowired
    private JdbcClient db;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noGuides() {
        users.ensureOrganisation();
        db.sql("DELETE FROM safety.guide_part").update();
        db.sql("DELETE FROM safety.guide_advisory").update();
        today = settings.today();
    }

    private void write(String heading, int version, String content, LocalDate reviewedOn) {
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                GUIDE + "/" + heading,
                                "version=" + version,
                                "content=" + content,
                                "reviewedOn=" + reviewedOn))
                .hasStatus(303);
    }

    private void advise(String level) {
        pages.as(Role.COORDINATOR)
                .post("/safety/guide/new", "country=MX", "level=" + level, "source=Avis", "publishedOn=" + today);
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text();
    }

    @Test
    void aPartIsWrittenReadAgainAndKeepsWhatItSaidBefore() {
        assertThat(main("/safety/guide/MX")).contains("Pas encore de guide pour ce pays");
        write("HEALTH", 0, "Eau en bouteille.\nClinique de garde.", today);
        assertThat(main(GUIDE)).contains("1 partie; la plus ancienne", "Eau en bouteille.", "Relu le", "Argent");
        write("HEALTH", 1, "Eau bouillie.", today.minusMonths(7));
        assertThat(main(GUIDE)).contains("1 partie, 1 à relire", "À relire");
        assertThat(main(GUIDE + "/HEALTH")).contains("Ce qui était écrit avant", "Clinique de garde.");
        assertThat(pages.as(Role.COORDINATOR).post(GUIDE + "/HEALTH/reviewed", "version=2"))
                .hasStatus(303);
        assertThat(main(GUIDE)).doesNotContain("À relire");
        assertThat(main("/safety/guide/MX")).contains("1 partie; la plus ancienne");
        assertThat(main("/search?q=bouillie")).contains("Mexique · Santé");
    }

    @Test
    void aChangedLevelAsksToReadAgain() {
        advise("CAUTION");
        write("ZONES", 0, "Aucun trajet de nuit.", today);
        db.sql("UPDATE safety.guide_part SET reviewed_on = reviewed_on - 10").update();
        db.sql("UPDATE safety.guide_advisory SET changed_on = changed_on - 20").update();
        advise("CAUTION");
        assertThat(main(GUIDE)).doesNotContain("À relire");
        advise("AVOID_ALL");
        assertThat(main(GUIDE)).contains("À relire");
        assertThat(main("/?all=true")).contains("Relire le guide : Mexique");
    }

    @Test
    void refusesNamesDaysToComeAndAStaleForm() {
        CurrentActor.callAs(
                users.actor(Role.COORDINATOR), () -> persons.create(PersonFacts.named("Itzel", "Xochimitl")));
        for (String wrong : new String[] {
            "content=Chauffeur : Itzel Xochimitl&reviewedOn=" + today,
            "content=Chauffeur du centre&reviewedOn=" + today.plusDays(1),
            "content=&reviewedOn=" + today
        }) {
            assertThat(pages.as(Role.COORDINATOR).post(GUIDE + "/TRANSPORT", ("version=0&" + wrong).split("&")))
                    .hasStatus(422);
        }
        write("TRANSPORT", 0, "Chauffeur du centre.", today);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(GUIDE + "/TRANSPORT", "version=0", "content=Taxi.", "reviewedOn=" + today))
                .hasStatus(409)
                .bodyText()
                .contains("Taxi.");
        assertThat(pages.as(Role.VOLUNTEER).post(GUIDE + "/TRANSPORT", "version=1", "content=Taxi."))
                .hasStatus(403);
        assertThat(pages.as(Role.COORDINATOR).get("/safety/guide/XX/guide")).hasStatus(404);
        assertThat(pages.as(Role.COORDINATOR).get(GUIDE + "/NONE")).hasStatus(404);
    }

    @Test
    void aPhoneKeepsAPageThatNamesNobody() {
        write("CONTACTS", 0, "Urgences : 911", today);
        assertThat(pages.as(Role.COORDINATOR).get(GUIDE + "/phone/worker.js"))
                .hasStatusOk()
                .headers()
                .hasValue("Service-Worker-Allowed", GUIDE + "/phone");
        assertThat(pages.as(Role.COORDINATOR).get(GUIDE + "/phone/offline"))
                .hasStatusOk()
                .bodyText()
                .contains("Urgences : 911")
                .doesNotContain("Relu le", "Maryse");
        assertThat(pages.as(Role.COORDINATOR).get(GUIDE + "/guide.pdf"))
                .hasStatusOk()
                .hasContentType("application/pdf");
    }
}
