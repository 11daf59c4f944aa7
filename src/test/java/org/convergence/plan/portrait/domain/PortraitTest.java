package org.convergence.plan.portrait.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.plan.portrait.domain.PortraitService.NamedFile;
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
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The portrait of the organisation as a signed file, and the sum of several. */
@ModuleTest
class PortraitTest {

    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2018, 12, 31);
    private static final String ASKED = "?from=2018-01-01&to=2018-12-31";

    @Autowired
    private TestUsers users;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PortraitService portraits;

    @Autowired
    private RealisationRecorder realisations;

    @BeforeEach
    void yearWithAWorkshopAndTwoMissions() {
        users.ensureOrganisation();
        record("workshop", RealisationKind.WORKSHOP, "Atelier fictif de Rosalie", 40);
        record("mission-1", RealisationKind.MISSION, "Mission fictive", 7);
        record("mission-2", RealisationKind.MISSION, "Mission fictive", 8);
    }

    private void record(String id, RealisationKind kind, String title, int people) {
        var command = RecordRealisationCommand.done(
                new RealisationSource("test.portrait", "test", id, "/test"),
                new RealisationDetails(
                        title,
                        kind,
                        DayRange.on(FROM.plusDays(60)),
                        Place.of("HT"),
                        Participations.of(people),
                        Set.of()),
                Amounts.UNKNOWN,
                new PlanAttribution(Set.of(), "", List.of("https://exemple.example/activite")));
        CurrentActor.runAs(Actor.system("test"), () -> realisations.record(command));
    }

    private Portrait find() {
        return CurrentActor.callAs(users.actor(Role.COORDINATOR), () -> portraits.find(FROM, UNTIL, ""));
    }

    private PortraitSum add(String... files) {
        return CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> portraits.add(List.of(files).stream()
                        .map(each -> new NamedFile("fichier", each))
                        .toList()));
    }

    private String file() {
        return Pages.text(pages.as(Role.COORDINATOR).get("/plan/portrait/file" + ASKED));
    }

    @Test
    void pageAndFileHaveFiguresAndNoPerson() {
        String page = pages.as(Role.COORDINATOR).open("/plan/portrait" + ASKED).text();
        assertThat(page).contains("Ateliers", "Missions et stages", "Moins de 5, non publié");
        assertThat(file())
                .contains("\"realisations.WORKSHOP\"", "\"definition\":\"Ateliers\"", "\"signature\"")
                .doesNotContain("Rosalie", "exemple.example", "Mission fictive");
    }

    @Test
    void fewMissionsAreInNoFigure() {
        Portrait it = find();
        assertThat(it.figures())
                .filteredOn(each -> each.key().equals("realisations.MISSION"))
                .extracting(Portrait.DefinedFigure::value)
                .containsOnlyNulls();
        assertThat(it.figures())
                .filteredOn(each -> each.key().equals("participations"))
                .extracting(Portrait.DefinedFigure::value)
                .as("40 of the workshop alone")
                .containsExactly("40");
        assertThat(it.activities()).hasSize(1);
    }

    @Test
    void changedFilesOtherDefinitionsAndSecondFilesAreLeftOut(@TempDir Path folder) {
        String ours = file();
        Portrait other = named("Centrale fictive", Portrait.DEFINITIONS);
        String theirs = PortraitFile.write(other, OtherSigners.in(folder.resolve("one")));
        String outdated = PortraitFile.write(
                named("Réseau fictif", "convergence-portrait-0"), OtherSigners.in(folder.resolve("two")));
        PortraitSum sum = add(ours, theirs, ours.replace("\"40\"", "\"400\""), outdated, ours, "{}", "[[[");
        assertThat(sum.added())
                .extracting(PortraitSum.AddedPortrait::organisation)
                .contains("Centrale fictive");
        assertThat(sum.added()).hasSize(2);
        assertThat(sum.leftOut())
                .extracting(PortraitSum.LeftOutFile::reason)
                .containsExactly(
                        "portrait.left-out.signature",
                        "portrait.left-out.definitions",
                        "portrait.left-out.twice",
                        "portrait.left-out.unreadable",
                        "portrait.left-out.unreadable");
        assertThat(sum.shared()).as("the same address on the same day").hasSize(1);
        assertThat(sum.totals())
                .filteredOn(each -> each.key().equals("participations"))
                .extracting(each -> each.value().intValue())
                .containsExactly(40);
    }

    private Portrait named(String organisation, String definitions) {
        Portrait it = find();
        return new Portrait(
                definitions, organisation, "", it.from(), it.until(), it.madeOn(), it.figures(), it.activities());
    }

    @Test
    void addsUploadedFilesOnAPage(@TempDir Path folder) {
        String theirs = PortraitFile.write(named("Centrale fictive", Portrait.DEFINITIONS), OtherSigners.in(folder));
        var answer = mvc.post()
                .uri("/plan/portrait/sum")
                .multipart()
                .file(upload("a.json", file()))
                .file(upload("b.json", theirs))
                .with(users.as(Role.COORDINATOR))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(Pages.require(answer).text())
                .contains("2 organisations additionnées", "Centrale fictive", "Activités communes, comptées une fois");
        assertThat(pages.as(Role.COORDINATOR).post("/plan/portrait/sum", "x=1"))
                .as("no file")
                .hasStatus(422);
        assertThat(Pages.text(pages.asStranger().get("/public/portrait/key"))).contains("Ed25519");
    }

    private static MockMultipartFile upload(String name, String text) {
        return new MockMultipartFile("file", name, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
