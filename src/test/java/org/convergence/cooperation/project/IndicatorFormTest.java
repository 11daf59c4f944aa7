package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the form of a new indicator proposes. */
@ModuleTest
class IndicatorFormTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    private String url = "";

    @BeforeEach
    void openProject() {
        fixture.clear();
        url = fixture.post(
                "/cooperation/project/new",
                "title=Ateliers",
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
    }

    @Test
    void anIndicatorOfThingsAsksForNoPeople() {
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url + "/framework/new")
                        .select("[name=bySex][checked], [name$=women]"))
                .isEmpty();
    }

    @Test
    void choosesTheOnlyResultOfTheProject() {
        addResult("IMMEDIATE", "Capacité renforcée chez les déléguées de Puebla");
        assertThat(chosenResults())
                .containsExactly(fixture.only("project_result").toString());
        addResult("INTERMEDIATE", "Pratiques changées chez les déléguées de Puebla");
        assertThat(chosenResults()).isEmpty();
    }

    private void addResult(String level, String statement) {
        fixture.post(url + "/logic/new", "level=" + level, "statement=" + statement, "parent=");
    }

    private List<String> chosenResults() {
        return pages.as(Role.COORDINATOR)
                .open(url + "/framework/new")
                .select("select[name=result] option[selected]")
                .eachAttr("value");
    }
}
