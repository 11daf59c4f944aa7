package org.convergence.advocacy.urgentaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;

/** A target of an urgent action, chosen among the decision-makers. */
@ModuleTest
class UrgentActionTargetTest extends UrgentActionScenario {

    @Test
    void readsATargetFromTheDirectoryAndSkipsOneWhoLeft() throws Exception {
        UUID maker = decisionMaker("Camille Lavoie", "Ministre du Travail", "cabinet@travail.example");
        String url = alert();
        String search = pages.as(Role.STAFF)
                .open(url + "/words")
                .select("[data-chooser=maker-1] [data-typed]")
                .attr("data-hx-get");
        assertThat(pages.as(Role.STAFF)
                        .open(search + "&maker-1-typed=travail")
                        .select("[data-value=" + maker + "]")
                        .text())
                .isEqualTo("Camille Lavoie Ministre du Travail, Québec");
        assertThat(write(url, "Les couturières demandent une protection.", "maker-1=" + maker))
                .as("without a salutation")
                .hasStatus(422);
        assertThat(write(
                        url,
                        "Les couturières demandent une protection.",
                        "maker-1=" + maker,
                        "salutation-1=Madame la Ministre,"))
                .hasStatus(303);
        agree(url);
        pages.as(Role.COORDINATOR).post(url + "/check");
        pages.as(Role.STAFF).post(url + "/send");
        db.sql("UPDATE advocacy.dialogue_mandate SET title = 'Ministre de la Justice', mail = 'justice@gouv.example'")
                .update();
        assertThat(Pages.require(pages.asStranger().get(publicUrl(url))).select("a[href^=mailto:justice@gouv.example]"))
                .as("the address of today")
                .hasSize(1);
        db.sql("UPDATE advocacy.dialogue_mandate SET until_on = ?")
                .param(settings.today().minusDays(1))
                .update();
        assertThat(Pages.require(pages.asStranger().get(publicUrl(url))).text())
                .contains("Rosa Ruiz")
                .doesNotContain("Camille Lavoie");
        assertThat(main(url)).contains("à 1 personne", "Camille Lavoie n’est plus en poste");
        carry();
        assertThat(letterTo("bea@union.example"))
                .as("a letter that waited")
                .contains("Rosa Ruiz")
                .doesNotContain("Lavoie");
        assertThat(write(url, "Autres mots.", "maker-1=" + maker, "salutation-1=Madame,"))
                .as("one who left")
                .hasStatus(422)
                .bodyText()
                .contains("n’est plus en poste, ou son adresse");
    }

    private UUID decisionMaker(String office, String title, String mail) {
        UUID id = UUID.randomUUID();
        db.sql("INSERT INTO advocacy.dialogue_decision_maker (id, office, since) VALUES (?, ?, DATE '2026-01-01')")
                .params(id, office)
                .update();
        db.sql("""
                        INSERT INTO advocacy.dialogue_mandate (id, decision_maker, title, body, body_kind, register, mail)
                        VALUES (gen_random_uuid(), ?, ?, 'Québec', 'MINISTRY', 'QUEBEC', ?)
                        """).params(id, title, mail).update();
        return id;
    }
}
