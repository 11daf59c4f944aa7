package org.convergence.plan.portrait.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Place;
import org.convergence.platform.keys.OtherSigners;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.UserEffortMeter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation downloads its signed portrait; a network adds two, with a workshop that both held counted once. */
@JourneyTest
class PortraitJourneyTest {

    private static final LocalDate FROM = LocalDate.of(2017, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2017, 12, 31);

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private PortraitService portraits;

    @Autowired
    private RealisationRecorder realisations;

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void theSignedFilesOfTwoOrganisationsAreAddedUp(BrowserLook look, @TempDir Path folder) throws IOException {
        Page page = traveller.signIn(look, Role.COORDINATOR);
        record("together", FROM.plusDays(60), 40);
        record("alone", FROM.plusDays(90), 25);
        var pictures = new JourneyScreenshots(page, look, "portrait");
        var hand = new UserEffortMeter(page);
        hand.pressInMenu("nav a[href='/plan/portrait']");
        hand.await("[name=from]");
        hand.type("[name=from]", FROM.toString());
        hand.type("[name=to]", UNTIL.toString());
        hand.press("form.filters button");
        hand.await("main a.button.main[href*='from=2017-01-01']");
        pictures.checkAndSave("01-portrait");
        Download download = page.waitForDownload(() -> hand.press("main a.button.main"));
        assertThat(download.suggestedFilename()).endsWith("2017-01-01-2017-12-31.portrait.json");
        String ours = Files.readString(download.path());
        assertThat(ours).contains("\"signature\"").doesNotContain("Camille", "exemple.example");

        hand.press("main a.button[href$='/sum']");
        hand.choose("[type=file]", file("a.portrait.json", ours));
        hand.press("main form.form button.main");
        hand.await("[role=alert]");
        pictures.checkAndSave("02-one-file");
        page.locator("[type=file]").setInputFiles(new FilePayload[] {
            file("a.portrait.json", ours),
            file("b.portrait.json", another(folder)),
            file("c.portrait.json", ours.replace("\"65\"", "\"650\""))
        });
        hand.press("main form.form button.main");
        hand.await("main table");
        pictures.checkAndSave("03-sum");
        String sum = page.locator("main").textContent();
        assertThat(sum).contains("Centrale fictive", "c.portrait.json");
        assertThat(row(page, "PARTICIPATION"))
                .as("65 and 65, less the 40 held together")
                .contains("90", "40");
        hand.writeResult("portraits added up");
        assertThat(hand.countActions()).as("gestures").isLessThanOrEqualTo(10);
        page.context().close();
    }

    private static String row(Page page, String label) {
        return page.locator("main tbody tr").allTextContents().stream()
                .filter(each -> each.toUpperCase(Locale.ROOT).contains(label))
                .findFirst()
                .orElse("");
    }

    /** The portrait of a second organisation, which held one of the two workshops too. */
    private String another(Path folder) {
        Portrait own = CurrentActor.callAs(Actor.system("test"), () -> portraits.find(FROM, UNTIL, ""));
        Portrait.ActivityMark together = own.activities().stream()
                .filter(each -> each.day().equals(FROM.plusDays(60)))
                .findFirst()
                .orElseThrow();
        return PortraitFile.write(
                new Portrait(
                        Portrait.DEFINITIONS,
                        "Centrale fictive",
                        "",
                        own.from(),
                        own.until(),
                        own.madeOn(),
                        own.figures(),
                        List.of(together)),
                OtherSigners.in(folder));
    }

    private void record(String id, LocalDate day, int people) {
        var command = RecordRealisationCommand.done(
                new RealisationSource("test.portrait-journey", "test", id, "/test"),
                new RealisationDetails(
                        "Atelier fictif",
                        RealisationKind.WORKSHOP,
                        DayRange.on(day),
                        Place.of("QC-06"),
                        Participations.of(people),
                        Set.of()),
                Amounts.UNKNOWN,
                new PlanAttribution(Set.of(), "", List.of("https://exemple.example/" + id)));
        CurrentActor.runAs(Actor.system("test"), () -> realisations.record(command));
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
