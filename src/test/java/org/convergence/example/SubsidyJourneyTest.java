package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Objects;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accountant of the example sends the prepared claim, and opens a file for another position. */
@JourneyTest
class SubsidyJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ExampleFixture example;

    @Autowired
    private SignInLinkService signIn;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void sendsAClaimAndOpensAFile(BrowserLook look) {
        Page page = traveller.arrive(look, example::restore);
        var pictures = new JourneyScreenshots(page, look, "subsidy");
        String mail = Objects.requireNonNull(ExampleAccounts.readCards().get(ExampleUser.GUYLAINE))
                .mail();
        CurrentActor.runAs(
                Actor.system("sign-in-link"),
                () -> traveller.openSignInLink(page, signIn.issueFor(mail).orElseThrow(), look));
        page.locator("main a[href^='/resources/subsidy/claim/']").first().waitFor();
        pictures.checkAndSave("01-today");
        visit(page, "/resources/subsidy");
        pictures.checkAndSave("02-files");
        page.locator("main .rows a[href^='/resources/subsidy/']").last().click();
        pictures.checkAndSave("03-file");
        page.locator("main .rows a[href^='/resources/subsidy/claim/']").first().click();
        pictures.checkAndSave("04-claim");
        page.locator("form[action$='/proof/2'] button").click();
        saved(page);
        page.locator("input[name='confirmation']").fill("SQ-0502");
        page.locator("form[action$='/send'] button.main").click();
        saved(page);
        pictures.checkAndSave("05-sent");
        assertThat(db.sql("SELECT count(*) FROM resources.subsidy_claim WHERE state = 'SENT'")
                        .query(Long.class)
                        .single())
                .isOne();
        page.locator(".trail a").last().click();
        page.locator("a[href$='/claim']").first().click();
        pictures.checkAndSave("06-new-claim");
        visit(page, "/resources/subsidy/programmes");
        pictures.checkAndSave("07-programmes");
        page.locator("main .rows a").first().click();
        pictures.checkAndSave("08-programme");
        visit(page, "/resources/subsidy/minimum-wage");
        pictures.checkAndSave("09-minimum-wage");
        visit(page, "/resources/subsidy/new");
        page.locator("select[name='programme']").selectOption(new SelectOption().setIndex(1));
        page.locator("input[name='position']").fill("Archiviste");
        page.locator("input[name='startsOn']").fill("2027-09-06");
        page.locator("input[name='endsOn']").fill("2027-11-26");
        page.locator("input[name='weeks']").fill("12");
        page.locator("input[name='wage']").fill("23,50");
        page.locator("input[name='charges']").fill("12");
        pictures.checkAndSave("10-new-file");
        page.locator("main form.form button.main").click();
        saved(page);
        pictures.checkAndSave("11-opened");
        page.context().close();
    }

    private void visit(Page page, String path) {
        page.navigate(traveller.urlOf(path));
    }

    private static void saved(Page page) {
        page.locator(".notice.ok").first().waitFor();
    }
}
