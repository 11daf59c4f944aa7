package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A user on a short contract fills in a week: actions are counted, and converted to seconds. */
@JourneyTest
class WeekInMinutesTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private ExampleFixture example;

    @Autowired
    private SignInLinkService signIn;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void correctsAndSubmitsAWeekWithinTwoMinutes(BrowserLook look) throws Exception {
        Page page = nadege(look);
        var hand = new UserEffortMeter(page);

        hand.pressInMenu("nav a[href='/plan/time']");
        hand.await("table.hours");
        int office = page.locator("table.hours input[name=post]").count() - 1;
        assertThat(office).as("recurring lines of the plan, and the office").isPositive();
        for (int day = 0; day < 5; day++) {
            hand.type("input[name=h0_" + day + "]", "3,5");
            hand.type("input[name=h" + office + "_" + day + "]", "1:30");
        }
        hand.press("button[name=do][value=submit]");
        hand.await(".notice.ok");

        hand.writeResult("week's sheet");
        assertThat(hand.countActions()).isLessThanOrEqualTo(15);
        assertThat(hand.seconds()).isLessThan(120);
        assertThat(db.sql(
                                "SELECT state FROM plan.time_sheet WHERE monday = ? AND person = (SELECT person_id FROM identity.account WHERE mail = ?)")
                        .params(Week.of(settings.today()).monday(), mail())
                        .query(String.class)
                        .single())
                .isEqualTo("SUBMITTED");
        new JourneyScreenshots(page, look, "week").checkAndSave("handed-in");
        paper(page);
        page.context().close();
    }

    /** Printed for signature, on Letter and on A4, one sheet each. */
    private static void paper(Page page) {
        for (String format : new String[] {"Letter", "A4"}) {
            page.pdf(new Page.PdfOptions()
                    .setFormat(format)
                    .setPath(Path.of("target", "journeys", "week", "week-" + format + ".pdf")));
        }
    }

    private Page nadege(BrowserLook look) throws Exception {
        Page page = traveller.arrive(look, example::restore);
        Callable<String> link = () -> signIn.issueFor(mail()).orElseThrow();
        page.navigate(traveller.urlOf("/sign-in/" + CurrentActor.callAs(Actor.system("test"), link::call)));
        page.locator("main form button").first().click();
        page.waitForURL(traveller.urlOf("/"));
        traveller.switchLanguage(page, look);
        return page;
    }

    private static String mail() {
        return Objects.requireNonNull(ExampleAccounts.readCards().get(ExampleUser.NADEGE))
                .mail();
    }
}
