package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** A checklist’s items, passed with the rest of a person’s work. */
@ModuleTest
class HandedOverChecklistTest extends MissionFixture {

    @Test
    void eachItemNamesItsMission() {
        prepare();
        db.sql("UPDATE plan.checklist_item SET owner = ?")
                .param(person(colleague).value())
                .update();
        assertThat(pages.as(lead)
                        .open("/directory/handover/of/" + person(colleague).value())
                        .select("li, tr")
                        .eachText())
                .anySatisfy(item -> assertThat(item).contains("Formation prédépart suivie", TITLE))
                .anySatisfy(item -> assertThat(item).contains("Contacts d’urgence", TITLE));
    }
}
