package org.convergence.resources.gift;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.gift.domain.CharityPolicy;
import org.convergence.resources.gift.domain.CharityPolicy.CharityEstimate;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A charity number or not: what last year's gifts would have gained, and what the status costs (R-GIFT-5). */
@ModuleTest
class CharityPagesTest {

    private static final String URL = "/resources/gift/charity";

    @Autowired
    private Pages pages;

    @Autowired
    private PersonService persons;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noGift() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.gift_account").update();
        db.sql("DELETE FROM resources.gift").update();
        db.sql("DELETE FROM resources.gift_charity_estimate").update();
    }

    private PersonId donor(String first) {
        return CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> persons.create(new PersonFacts(first, "Lanoix", null, null, List.of("fr"), List.of(), null)));
    }

    private String give(String amount, LocalDate day, String donor) {
        var answer = pages.as(Role.ACCOUNTANT)
                .post(
                        "/resources/gift/new",
                        donor,
                        "method=CHEQUE",
                        "amount=" + amount,
                        "currency=CAD",
                        "reference=" + amount + day,
                        "received=" + day);
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String text() {
        return pages.as(Role.ACCOUNTANT).open(URL).select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void countsCreditsOfEachPersonAboveAndBelowTheThreshold() {
        CharityEstimate usual = new CharityEstimate(
                BigDecimal.ZERO,
                0,
                BigDecimal.ZERO,
                0,
                BigDecimal.ZERO,
                new BigDecimal("200"),
                new BigDecimal("14"),
                new BigDecimal("29"),
                new BigDecimal("20"),
                new BigDecimal("24"),
                "–");
        assertThat(CharityPolicy.credit(new BigDecimal("500"), usual)).isEqualByComparingTo("227.00");
        assertThat(CharityPolicy.credit(new BigDecimal("200"), usual)).isEqualByComparingTo("68.00");
        assertThat(CharityPolicy.credits(List.of(new BigDecimal("500"), new BigDecimal("0.05")), usual))
                .as("each person is rounded on its own")
                .isEqualByComparingTo("227.02");
    }

    @Test
    void tellsTheBoardWhatGiftsWouldHaveGainedAndWhatItCosts() throws Exception {
        LocalDate lastYear = settings.today().minusYears(1).withDayOfYear(60);
        String large = "person=" + donor("Berthe").value();
        give("300", lastYear, large);
        give("200", lastYear.plusDays(30), large);
        give("50", lastYear, "person=" + donor("Odile").value());
        give("80", lastYear, "anonymous=true");
        give("999", settings.today(), large);
        String reversed = give("70", lastYear, large);
        pages.as(Role.ACCOUNTANT)
                .post(reversed + "/reverse", "day=" + settings.today(), "reason=Chèque sans provision");
        assertThat(text()).contains("Pas encore estimé", "2 personnes ont donné 550,00 $", "Sans nom : 80,00 $");
        var saved = pages.as(Role.ACCOUNTANT)
                .post(
                        URL,
                        "version=0",
                        "hourlyCost=34",
                        "hoursToApply=60",
                        "feesToApply=3500",
                        "hoursAYear=45",
                        "feesAYear=900",
                        "threshold=200",
                        "federalBelow=14",
                        "federalAbove=29",
                        "provincialBelow=20",
                        "provincialAbove=24",
                        "source=Vérifié le 3 mars");
        assertThat(saved).as(Pages.text(saved)).hasStatus(303);
        assertThat(text())
                .contains(
                        "La demande : 5 540,00 $",
                        "Chaque année : 2 430,00 $",
                        "auraient eu 244,00 $ de crédits",
                        "Vérifié le 3 mars")
                .doesNotContain("Berthe", "Lanoix");
        byte[] pdf =
                pages.as(Role.ACCOUNTANT).get(URL + "/paper.pdf").getResponse().getContentAsByteArray();
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(paper).replace('\u00a0', ' '))
                    .contains("244,00 $", "La décision");
        }
        assertThat(pages.as(Role.ACCOUNTANT)
                        .post(
                                URL,
                                "version=0",
                                "hourlyCost=1",
                                "hoursToApply=1",
                                "feesToApply=1",
                                "hoursAYear=1",
                                "feesAYear=1",
                                "threshold=1",
                                "federalBelow=1",
                                "federalAbove=1",
                                "provincialBelow=1",
                                "provincialAbove=1",
                                "source=Deux à la fois"))
                .as("saved meanwhile")
                .hasStatus(409);
        assertThat(pages.as(Role.STAFF).get(URL).getResponse().getStatus()).isEqualTo(403);
    }
}
