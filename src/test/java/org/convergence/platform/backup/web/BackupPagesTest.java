package org.convergence.platform.backup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.backup.BackupService;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.FileSystemUtils;

@ModuleTest
class BackupPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BackupService backups;

    @Autowired
    private JobTestRunner queued;

    private Path folder = Path.of("");

    @BeforeEach
    void anEmptyFolder() throws Exception {
        visitors.ensureOrganisation();
        folder = CurrentActor.callAs(Actor.system("test"), backups::folder);
        FileSystemUtils.deleteRecursively(folder);
        queued.runAll();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void administratorMakesBackupButCannotDownloadIt() {
        assertThat(page("/platform/backup", Role.ADMINISTRATOR).text()).contains("Aucune sauvegarde encore");
        assertThat(post("/platform/backup", Role.ADMINISTRATOR)).hasStatus(303);
        Document under = page("/platform/backup", Role.ADMINISTRATOR);
        assertThat(under.select("#work").attr("data-hx-get")).startsWith("/platform/jobs/");
        assertThat(under.select("form[action$=/stop]")).hasSize(1);

        queued.runAll();

        Document done = page("/platform/backup", Role.ADMINISTRATOR);
        assertThat(done.select(".rows .state").text()).isEqualTo("Vérifiée");
        assertThat(done.select("#work")).isEmpty();
        assertThat(done.select("form[action$=/download]")).isEmpty();
        assertThat(post(address(done, "/verify").replace("/verify", "/download"), Role.ADMINISTRATOR))
                .hasStatus(403);
        assertThat(page("/", Role.BOARD_MEMBER).select(".foot").text())
                .contains("Sauvegarde d’aujourd’hui : vérifiée.");
    }

    @Test
    void recordsDownloadByCoordinator() throws Exception {
        made();
        Document list = page("/platform/backup", Role.COORDINATOR);
        MvcTestResult file = post(address(list, "/download"), Role.COORDINATOR);

        assertThat(file).hasStatusOk().headers().containsHeader("Content-Disposition");
        assertThat(file.getResponse().getContentType()).isEqualTo("application/zip");
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(Files.readAllBytes(theOnly(folder)));
        assertThat(page("/platform/backup", Role.COORDINATOR)
                        .select("section:last-of-type")
                        .text())
                .contains("Copies téléchargées", "Camille D’Amours");
    }

    @Test
    void deletesOnlyManualBackupAfterConfirmation() throws Exception {
        made();
        String address = address(page("/platform/backup", Role.ADMINISTRATOR), "/verify");
        String delete = address.replace("/verify", "/delete");
        assertThat(page(delete, Role.ADMINISTRATOR).text()).contains("Ce qui s’en va", "Ce qui reste");
        assertThat(post(delete, Role.ADMINISTRATOR)).hasStatus(303);
        assertThat(folder).isEmptyDirectory();

        String daily = left("daily", Instant.now());
        assertThat(post("/platform/backup/" + daily + "/delete", Role.ADMINISTRATOR))
                .hasStatus(422);
        assertThat(folder.resolve(daily)).exists();
        assertThat(post("/platform/backup/..%2Fserver.properties/delete", Role.ADMINISTRATOR)
                        .getResponse()
                        .getStatus())
                .isIn(400, 404);
    }

    @Test
    void warnsOfFailedBackupOnHomePage() throws Exception {
        String broken = left("daily", Instant.now());
        assertThat(post("/platform/backup/" + broken + "/verify", Role.ADMINISTRATOR))
                .hasStatus(303);
        queued.runAll();
        assertThat(page("/platform/backup", Role.ADMINISTRATOR).text())
                .contains("Ne se restaure pas", "ne peut pas être restaurée");
        Document home = page("/", Role.ADMINISTRATOR);
        assertThat(home.text()).contains("Les données ne sont pas à l’abri");
        assertThat(home.select("form[action=/platform/backup] button").text()).isEqualTo("Sauvegarder maintenant");
        assertThat(page("/", Role.BOARD_MEMBER).text()).doesNotContain("à l’abri");
    }

    @Test
    void warnsOfMissingBackups() throws Exception {
        left("daily", Instant.now().minusSeconds(4 * 86_400));
        assertThat(page("/", Role.ADMINISTRATOR).text()).contains("celle de la nuit n’a pas été faite");
    }

    private void made() {
        assertThat(post("/platform/backup", Role.ADMINISTRATOR)).hasStatus(303);
        queued.runAll();
    }

    private String left(String reason, Instant at) throws IOException {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .withZone(java.time.ZoneOffset.UTC)
                .format(at);
        Files.createDirectories(folder);
        Path file = folder.resolve("convergence-" + stamp + "Z-" + reason + ".zip");
        return Files.writeString(file, "not a backup").getFileName().toString();
    }

    private static Path theOnly(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> zips =
                    files.filter(file -> file.toString().endsWith(".zip")).toList();
            assertThat(zips).hasSize(1);
            return zips.get(0);
        }
    }

    private static String address(Document page, String gesture) {
        return page.select("form[action$=" + gesture + "]").attr("action");
    }

    private Document page(String address, Role role) {
        MvcTestResult result =
                browser.get().uri(address).with(visitors.as(role)).exchange();
        assertThat(result).hasStatusOk();
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String address, Role role) {
        return browser.post().uri(address).with(visitors.as(role)).with(csrf()).exchange();
    }
}
