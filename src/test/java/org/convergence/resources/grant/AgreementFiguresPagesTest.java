package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a figure of an agreement to the expenses that make it, and from its line to the form of another. */
@ModuleTest
class AgreementFiguresPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String agreement = "";

    @BeforeEach
    void twoAgreements() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.spending_expense").update();
        db.sql("DELETE FROM resources.spending_budget").update();
        db.sql("DELETE FROM resources.grant_agreement").update();
        today = settings.today();
        record("Autre appui");
        agreement = record("Zone d’appui");
    }

    private String record(String title) {
        return Objects.requireNonNull(pages.as(Role.COORDINATOR)
                .post(
                        "/resources/grant/agreement/new",
                        form -> form.field("title", title)
                                .field("currency", "CAD")
                                .field("from", today.minusDays(90))
                                .field("to", today.plusDays(99))
                                .field("scope", "MISSION")
                                .field("lines", "1;Salaires;8000\n2;Impression;1000"))
                .getResponse()
                .getRedirectedUrl());
    }

    private UUID line(String code) {
        return db.sql("""
                        SELECT l.id FROM resources.spending_line l JOIN resources.spending_budget b ON b.id = l.budget
                        WHERE b.title = 'Zone d’appui' AND l.code = ?
                        """).param(code).query(UUID.class).single();
    }

    private void spend(UUID line, String supplier, String... more) {
        assertThat(pages.as(Role.COORDINATOR).post("/resources/spending/new", form -> {
                    form.field("amount", "80")
                            .field("currency", "CAD")
                            .field("day", today)
                            .field("supplier", supplier)
                            .field("line1", line);
                    List.of(more).forEach(each -> form.field(each, "true"));
                }))
                .hasStatus(303);
    }

    @Test
    void figuresOpenToTheirExpenses() {
        spend(line("1"), "Papeterie");
        spend(line("1"), "Promesse", "commitment");
        spend(line("2"), "Imprimerie");
        Element row = Objects.requireNonNull(
                pages.as(Role.COORDINATOR).open(agreement).select("tbody tr").first());
        List<String> links = row.select("td a").eachAttr("href");
        assertThat(links).hasSize(2);
        assertThat(pages.as(Role.COORDINATOR).open(links.get(0)).select("main").text())
                .contains("Promesse")
                .doesNotContain("Papeterie", "Imprimerie");
        assertThat(pages.as(Role.COORDINATOR).open(links.get(1)).select("main").text())
                .contains("Papeterie")
                .doesNotContain("Promesse", "Imprimerie");
        assertThat(pages.as(Role.BOARD_MEMBER).open(agreement).select("td a")).isEmpty();
    }

    @Test
    void anExpenseCarriesTheAgreementAndTheLine() {
        var page = pages.as(Role.COORDINATOR).open(agreement);
        String add = page.select(".head a[href^=/resources/spending/new]").attr("href");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(add)
                        .select("[name=line1] optgroup")
                        .eachAttr("label"))
                .startsWith("Zone d’appui");
        String ofLine =
                page.select("tbody th a[href^=/resources/spending/new]").get(1).attr("href");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(ofLine)
                        .select("[name=line1] option[selected]")
                        .val())
                .isEqualTo(line("2").toString());
    }

    @Test
    void oneSheetTellsWhereAllAgreementsStandByCurrency() throws Exception {
        spend(line("1"), "Papeterie");
        spend(line("2"), "Promesse", "commitment");
        db.sql("UPDATE resources.grant_agreement SET currency = 'MXN' WHERE title = 'Autre appui'")
                .update();
        db.sql("UPDATE resources.spending_budget SET currency = 'MXN' WHERE title = 'Autre appui'")
                .update();
        var page = pages.as(Role.BOARD_MEMBER).open("/resources/grant/agreement/overview");
        assertThat(page.select("main h2").eachText()).containsExactly("CAD · 1 entente", "MXN · 1 entente");
        assertThat(page.select("tfoot td").eachText().subList(0, 4))
                .containsExactly("9 000,00 $", "80,00 $", "80,00 $", "8 840,00 $");
        // 80 $ in 91 of 190 days go to 167,03 $; the line that is only promised goes to 80 $.
        assertThat(page.select("main").text()).contains("Perte prévue : 8 752,97 $", "il restera 8 752,97 $");
        byte[] sheet = pages.as(Role.BOARD_MEMBER)
                .get("/resources/grant/agreement/overview/board.pdf")
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument pdf = Loader.loadPDF(sheet)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0\u202f]+", " "))
                    .contains("Zone d’appui", "Perte prévue : 8 752,97 $", "Autre appui");
        }
        db.sql("UPDATE resources.grant_agreement SET closed_on = ends_on").update();
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/resources/grant/agreement/overview")
                        .select("main")
                        .text())
                .contains("Aucune entente n’est en cours");
    }
}
